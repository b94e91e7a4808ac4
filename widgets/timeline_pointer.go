package widgets

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/widgets/scene"
)

// What a press of the button does until it is let go.
type gesture uint8

const (
	noGesture gesture = iota
	clicking          // pressed, not moved yet
	panning
	boxing    // choosing a stretch of time
	scrolling // dragging the scroll bar
)

// The feel of the pointer.
const (
	clickSlop   = 3.0                    // pixels a click may move
	doubleClick = 350 * time.Millisecond // between two clicks on one place
	notchZoom   = 1.25                   // of one notch of the wheel
	notch       = 25.0                   // what the toolkit reports for one
	notchPan    = 80.0                   // pixels
	scrollWidth = 10.0                   // of the scroll bar
)

// pointer is the state of the mouse over the timeline.
type pointer struct {
	gesture    gesture
	button     desktop.MouseButton
	from, at   fyne.Position // where the button went down, where it is
	mark, hint int           // under the pointer, indexes in the scene, -1 for none
	inside     bool
	clicked    time.Time // the last click
	clickedAt  fyne.Position
	clickedOn  target
}

// MouseIn is called by the toolkit.
func (t *Timeline) MouseIn(ev *desktop.MouseEvent) { t.MouseMoved(ev) }

// MouseMoved shows what is under the pointer.
func (t *Timeline) MouseMoved(ev *desktop.MouseEvent) {
	t.pointer.inside = true
	t.pointer.at = ev.Position
	if t.keyed {
		t.keyed = false
		t.Refresh()
	}
	t.hover()
}

// MouseOut is called by the toolkit.
func (t *Timeline) MouseOut() {
	t.pointer.inside = false
	if t.pointer.mark >= 0 || t.pointer.hint >= 0 {
		t.pointer.mark, t.pointer.hint = -1, -1
		t.Refresh()
	}
}

// hover finds what is under the pointer and redraws when that changed.
func (t *Timeline) hover() {
	mark, hint := -1, -1
	if t.scene != nil && t.pointer.inside && t.pointer.gesture <= clicking {
		x, y := float64(t.pointer.at.X), float64(t.pointer.at.Y)
		if y > t.metrics.Axis {
			mark = t.scene.HitTest(x, y, t.metrics)
		}
		if mark < 0 && y > t.metrics.Axis {
			hint = t.scene.HintAt(x, y, t.metrics)
		}
	}
	if mark != t.pointer.mark || hint != t.pointer.hint {
		t.pointer.mark, t.pointer.hint = mark, hint
		t.Refresh()
	}
}

// Cursor is called by the toolkit.
func (t *Timeline) Cursor() desktop.Cursor {
	switch {
	case t.pointer.mark >= 0 || t.pointer.hint >= 0:
		return desktop.PointerCursor
	case t.state.Measuring:
		return desktop.CrosshairCursor
	}
	return desktop.DefaultCursor
}

// MouseDown begins a click, a pan, a box or a scroll.
func (t *Timeline) MouseDown(ev *desktop.MouseEvent) {
	t.keyed = false
	p := &t.pointer
	p.button, p.from, p.at, p.inside = ev.Button, ev.Position, ev.Position, true
	p.gesture = clicking
	switch {
	case ev.Button == desktop.MouseButtonSecondary:
		p.gesture = noGesture
		t.menu(ev)
	case t.overflows() && float64(ev.Position.X) > float64(t.Size().Width)-scrollWidth:
		p.gesture = scrolling
	case ev.Button == desktop.MouseButtonPrimary && ev.Modifier&fyne.KeyModifierShift != 0:
		p.gesture = boxing
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
}

// menu asks for the menu of the event under the pointer.
func (t *Timeline) menu(ev *desktop.MouseEvent) {
	t.hover()
	if t.scene == nil || t.pointer.mark < 0 || t.On.Menu == nil {
		return
	}
	if mark := &t.scene.Marks[t.pointer.mark]; !mark.Several() {
		t.On.Menu(mark.Events.First(), ev.AbsolutePosition)
	}
}

// Dragged pans, draws the box or scrolls.
func (t *Timeline) Dragged(ev *fyne.DragEvent) {
	p := &t.pointer
	p.at = ev.Position
	if p.gesture == clicking && distance(p.from, p.at) > clickSlop {
		p.gesture = panning
		t.pan(float64(p.at.X-p.from.X), float64(p.at.Y-p.from.Y))
		return
	}
	switch p.gesture {
	case panning:
		t.pan(float64(ev.Dragged.DX), float64(ev.Dragged.DY))
	case scrolling:
		if t.scene != nil && t.On.Pan != nil {
			room := t.scene.Size.H - t.metrics.Axis
			t.On.Pan(0, float64(ev.Dragged.DY)*t.scene.Height/room)
		}
	case boxing:
		t.Refresh()
	}
}

// pan moves the view so that what is under the pointer stays under it.
func (t *Timeline) pan(dx, dy float64) {
	if t.On.Pan != nil {
		t.On.Pan(-dx, -dy)
	}
}

// DragEnd is called by the toolkit; MouseUp does the work.
func (t *Timeline) DragEnd() { t.release() }

// MouseUp ends the gesture; a press that did not move is a click.
func (t *Timeline) MouseUp(ev *desktop.MouseEvent) {
	if t.pointer.gesture == clicking && t.pointer.button == desktop.MouseButtonPrimary {
		t.pointer.gesture = noGesture
		t.pointer.at = ev.Position
		t.hover()
		t.click()
		return
	}
	t.release()
}

func (t *Timeline) release() {
	p := &t.pointer
	was := p.gesture
	p.gesture = noGesture
	if was == boxing {
		if x0, x1 := t.boxEdges(); x1-x0 > clickSlop && t.On.Range != nil {
			t.On.Range(scene.Span{From: t.state.View.Time(x0), To: t.state.View.Time(x1)})
		}
		t.Refresh()
	}
	t.hover()
}

// boxEdges returns the left and right edge of the box being drawn.
func (t *Timeline) boxEdges() (x0, x1 float64) {
	a, b := float64(t.pointer.from.X), float64(t.pointer.at.X)
	return math.Max(math.Min(a, b), 0), math.Min(math.Max(a, b), float64(t.Size().Width))
}

// target is what a click means: what stands there and the event it stands for.
type target struct {
	kind  targetKind
	event int // of a cluster its first
}

type targetKind uint8

const (
	emptyTarget targetKind = iota
	eventTarget
	clusterTarget
	hintTarget
)

// target returns what is under the pointer.
func (t *Timeline) target() target {
	switch p := &t.pointer; {
	case t.scene == nil:
	case p.mark >= 0 && t.scene.Marks[p.mark].Several():
		return target{clusterTarget, t.scene.Marks[p.mark].Events.First()}
	case p.mark >= 0:
		return target{eventTarget, t.scene.Marks[p.mark].Events.First()}
	case p.hint >= 0:
		return target{hintTarget, t.scene.Hints[p.hint].Event}
	}
	return target{}
}

// click acts on what is under the pointer. A second click soon after on the
// same place is a double click; the toolkit's own would delay the first. Where
// the first has moved something else under the pointer, the second is part of
// it and does nothing.
func (t *Timeline) click() {
	p := &t.pointer
	now, on := time.Now(), t.target()
	double := now.Sub(p.clicked) < doubleClick && distance(p.at, p.clickedAt) <= 2*clickSlop
	moved := double && on != p.clickedOn
	p.clicked, p.clickedAt, p.clickedOn = now, p.at, on
	if double {
		p.clicked = time.Time{}
	}
	if t.scene != nil && !moved {
		t.act(on, double)
	}
}

// Scrolled zooms; with Shift or sideways it pans, with Ctrl it scrolls lanes.
func (t *Timeline) Scrolled(ev *fyne.ScrollEvent) {
	mods := modifiers()
	dx, dy := float64(ev.Scrolled.DX), float64(ev.Scrolled.DY)
	t.pointer.at = ev.Position
	switch {
	case mods&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0:
		t.move(0, -(dx+dy)/notch*t.metrics.Row)
	case mods&fyne.KeyModifierShift != 0 || math.Abs(dx) > math.Abs(dy):
		t.move(-(dx+dy)/notch*notchPan, 0)
	case t.On.Zoom != nil:
		t.On.Zoom(float64(ev.Position.X), math.Pow(notchZoom, dy/notch))
	}
}

func (t *Timeline) move(dx, dy float64) {
	if t.On.Pan != nil {
		t.On.Pan(dx, dy)
	}
}

// overflows reports whether the lanes are higher than the timeline.
func (t *Timeline) overflows() bool {
	return t.scene != nil && t.scene.MaxTop(t.metrics) > 0
}

// modifiers returns the modifier keys that are down; wheel events do not carry
// them.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

func distance(a, b fyne.Position) float64 {
	return math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y))
}
