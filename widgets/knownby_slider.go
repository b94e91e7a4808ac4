package widgets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/widgets/palette"
)

var (
	_ fyne.Draggable    = (*daySlider)(nil)
	_ fyne.Focusable    = (*daySlider)(nil)
	_ fyne.Scrollable   = (*daySlider)(nil)
	_ desktop.Mouseable = (*daySlider)(nil)
)

// daySlider chooses a day of the control's days.
type daySlider struct {
	widget.BaseWidget
	known   *KnownBy
	focused bool
	drag    dayDrag
	rolled  float64 // of a notch of the wheel
}

// dayDrag is the knob in the hand.
type dayDrag struct {
	held  bool
	moved bool    // a day has been told
	inner float64 // from the knob's middle to the pointer, in pixels
	day   int64   // where it was moved to
}

func newDaySlider(k *KnownBy) *daySlider {
	s := &daySlider{known: k}
	s.ExtendBaseWidget(s)
	return s
}

// The slider's measures in pixels.
const (
	sliderHeight = 24.0
	sliderTrack  = 4.0  // height
	sliderKnob   = 8.0  // radius
	sliderRing   = 12.0 // radius, around the knob that has the keyboard
)

// MinSize is one line.
func (s *daySlider) MinSize() fyne.Size { return fyne.NewSize(80, sliderHeight) }

// day returns the day that is shown: the one under the hand, else the state's.
func (s *daySlider) day() int64 {
	if s.drag.held && s.drag.moved {
		return s.known.state.days().held(s.drag.day)
	}
	return s.known.state.day()
}

// way returns where the knob's middle is on the first and on the last day.
func (s *daySlider) way() (from, to float64) {
	const edge = knownInset + sliderKnob
	return edge, math.Max(float64(s.Size().Width)-edge, edge)
}

// knob returns where the knob's middle is.
func (s *daySlider) knob() float64 {
	from, to := s.way()
	return from + (to-from)*s.known.state.days().share(s.day())
}

// MouseDown takes the knob; beside it, it jumps there.
func (s *daySlider) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
	x := float64(ev.Position.X)
	s.drag = dayDrag{held: true, inner: x - s.knob()}
	if math.Abs(s.drag.inner) > sliderKnob {
		s.drag.inner = 0
		s.pull(x)
	}
}

// Dragged moves the knob with the pointer.
func (s *daySlider) Dragged(ev *fyne.DragEvent) {
	if s.drag.held {
		s.pull(float64(ev.Position.X))
	}
}

// MouseUp lets the knob go.
func (s *daySlider) MouseUp(*desktop.MouseEvent) { s.release() }

// DragEnd lets the knob go where the button came up beside the slider.
func (s *daySlider) DragEnd() { s.release() }

// pull brings the knob to the pointer, and tells of the day if it is another.
func (s *daySlider) pull(x float64) {
	from, to := s.way()
	if to <= from {
		return
	}
	day := s.known.state.days().at((x - s.drag.inner - from) / (to - from))
	if day == s.day() {
		return
	}
	if !s.drag.moved {
		s.known.turnOn()
	}
	s.drag.moved, s.drag.day = true, day
	s.known.choose(day, false)
	s.Refresh()
}

// release tells the day that the knob was left at.
func (s *daySlider) release() {
	drag := s.drag
	s.drag = dayDrag{}
	if drag.held && drag.moved {
		s.known.choose(s.known.state.days().held(drag.day), true)
		s.Refresh()
	}
}

// Scrolled moves the knob by a month for each notch of the wheel, later when it is
// turned up. While the control is off it does nothing: whoever scrolls the side
// bar would switch it on by accident.
func (s *daySlider) Scrolled(ev *fyne.ScrollEvent) {
	if !s.known.state.On {
		return
	}
	by := float64(ev.Scrolled.DY) / notch
	if by*s.rolled < 0 {
		s.rolled = 0 // it was turned round
	}
	whole, rest := math.Modf(s.rolled + by)
	s.rolled = rest
	s.step(s.known.state.days().months(s.day(), int64(whole)))
}

// step moves the knob to a day at once.
func (s *daySlider) step(day int64) {
	if day == s.day() || s.drag.held {
		return
	}
	s.known.turnOn()
	s.known.choose(day, true)
}

// FocusGained is called by the toolkit.
func (s *daySlider) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost is called by the toolkit.
func (s *daySlider) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune passes a letter on.
func (s *daySlider) TypedRune(r rune) { s.known.typedRune(r) }

// TypedKey moves the knob: by a month with the arrows, by a year with Shift or a
// page, to the ends.
func (s *daySlider) TypedKey(ev *fyne.KeyEvent) {
	d, by := s.known.state.days(), int64(1)
	if modifiers()&fyne.KeyModifierShift != 0 {
		by = 12
	}
	switch ev.Name {
	case fyne.KeyLeft:
		s.step(d.months(s.day(), -by))
	case fyne.KeyRight:
		s.step(d.months(s.day(), by))
	case fyne.KeyPageUp:
		s.step(d.months(s.day(), 12))
	case fyne.KeyPageDown:
		s.step(d.months(s.day(), -12))
	case fyne.KeyHome:
		s.step(d.first)
	case fyne.KeyEnd:
		s.step(d.last)
	default:
		s.known.typedKey(ev)
	}
}

// CreateRenderer is called by the toolkit.
func (s *daySlider) CreateRenderer() fyne.WidgetRenderer {
	r := &daySliderRenderer{s: s}
	r.draw()
	return r
}

type daySliderRenderer struct {
	s *daySlider
	brushes
}

func (r *daySliderRenderer) Layout(fyne.Size)             { r.draw() }
func (r *daySliderRenderer) MinSize() fyne.Size           { return r.s.MinSize() }
func (r *daySliderRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *daySliderRenderer) Destroy()                     {}

func (r *daySliderRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.objects[0])
}

func (r *daySliderRenderer) draw() {
	s, p := r.s, r.s.known.state.Palette
	r.begin()
	fill := p.Accent
	if !s.known.state.On && !s.drag.moved {
		fill = palette.Over(p.Muted, 0.55, p.Side)
	}
	const middle, half = sliderHeight / 2, sliderTrack / 2
	right, x := float64(s.Size().Width)-knownInset, math.Round(s.knob())
	r.rect(box{knownInset, middle - half, right, middle + half}, p.Line, half, outline{})
	r.rect(box{knownInset, middle - half, x, middle + half}, fill, half, outline{})
	if s.focused {
		r.disc(x, middle, sliderRing, p.Accent)
		r.disc(x, middle, sliderRing-2, p.Side)
	}
	r.disc(x, middle, sliderKnob, fill)
}

func (r *daySliderRenderer) disc(x, y, radius float64, c color.NRGBA) {
	r.rect(box{x - radius, y - radius, x + radius, y + radius}, c, float32(radius), outline{})
}
