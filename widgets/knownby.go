package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dateline/widgets/palette"
)

// Party is somebody to whom events become known.
type Party struct {
	ID    string
	Title string
	Count int // of events that the party ever gets to know
}

// KnownByState is what the control of what was known shows. Instants are seconds
// since 1970.
type KnownByState struct {
	On       bool    // only what was known is shown; off, everything is
	Parties  []Party // none: there is nothing to choose from
	Party    string  // the ID of the one that is chosen
	From, To int64   // the slider runs from the day of From to that of To, in UTC
	At       int64   // the instant up to which things were known; its day is what the slider shows
	Words    string  // below the slider
	Lags     bool    // lines to when events became known are drawn
	Palette  palette.Palette
}

// same reports whether two states look the same.
func (s *KnownByState) same(other *KnownByState) bool {
	return s.On == other.On && s.Party == other.Party && slices.Equal(s.Parties, other.Parties) &&
		s.From == other.From && s.To == other.To && s.At == other.At &&
		s.Words == other.Words && s.Lags == other.Lags && s.Palette == other.Palette
}

// days returns what the slider runs over.
func (s *KnownByState) days() days { return daysOver(s.From, s.To) }

// day returns the day that the slider shows: the last while everything is shown.
func (s *KnownByState) day() int64 {
	d := s.days()
	if !s.On {
		return d.last
	}
	return d.held(dayOf(s.At))
}

// KnownByEvents are what the user does; nil drops it.
type KnownByEvents struct {
	On    func(on bool)
	Party func(id string)
	// At is called with the last second, in UTC, of the day that was chosen, so
	// that what became known on that day is known. While the slider is dragged it
	// is not final yet; when it is let go, it is called once more. Where the
	// control is off, On is called with true before.
	At   func(instant int64, final bool)
	Lags func(on bool)

	// Key and Rune get what is typed and means nothing to the control.
	Key  func(key *fyne.KeyEvent)
	Rune func(r rune)
}

// KnownBy chooses what is shown by what a party knew on a day.
type KnownBy struct {
	widget.BaseWidget
	On KnownByEvents

	state  KnownByState
	text   *textMeasure
	check  *CheckList
	party  *partyButton
	slider *daySlider
	lags   *CheckList
}

// NewKnownBy returns a control without parties that is off.
func NewKnownBy() *KnownBy {
	k := &KnownBy{text: newTextMeasure(), check: NewCheckList(), lags: newCheckList(checkRowHeight, 2)}
	k.party, k.slider = newPartyButton(k), newDaySlider(k)
	k.check.OnToggle = func(string) {
		if k.On.On != nil {
			k.On.On(!k.state.On)
		}
	}
	k.lags.OnToggle = func(string) {
		if k.On.Lags != nil {
			k.On.Lags(!k.state.Lags)
		}
	}
	for _, l := range []*CheckList{k.check, k.lags} {
		l.text, l.OnKey, l.OnRune = k.text, k.typedKey, k.typedRune
	}
	k.ExtendBaseWidget(k)
	k.fill()
	return k
}

// Update sets what the control shows; showing the same again does nothing.
func (k *KnownBy) Update(state KnownByState) {
	if k.state.same(&state) {
		return
	}
	state.Parties = slices.Clone(state.Parties)
	k.state = state
	k.fill()
	k.party.Refresh()
	k.slider.Refresh()
	k.Refresh()
}

// fill brings the state to the rows.
func (k *KnownBy) fill() {
	s := &k.state
	k.check.Update([]CheckRow{{ID: "on", Title: "What was known", Count: -1, On: s.On}}, s.Palette)
	k.lags.Update([]CheckRow{{ID: "lags", Title: "Lines to when it became known", Count: -1, On: s.Lags}}, s.Palette)
}

// First returns the first row for the keyboard.
func (k *KnownBy) First() fyne.Focusable { return k.check.First() }

func (k *KnownBy) typedKey(key *fyne.KeyEvent) {
	if k.On.Key != nil {
		k.On.Key(key)
	}
}

func (k *KnownBy) typedRune(r rune) {
	if k.On.Rune != nil {
		k.On.Rune(r)
	}
}

// choose tells of a day.
func (k *KnownBy) choose(day int64, final bool) {
	if k.On.At != nil {
		k.On.At(endOf(day), final)
	}
}

// turnOn tells that what was known is wanted, where it is not yet.
func (k *KnownBy) turnOn() {
	if !k.state.On && k.On.On != nil {
		k.On.On(true)
	}
}

// The measures of the control in pixels.
const (
	knownInset = checkLeft // left and right of button, slider and words
	knownWidth = 188       // before it is laid out
	knownGap   = 4         // below the button
	wordsLine  = 16
	wordsLeast = 2 // lines that there is always room for, so that what is below stays while the slider moves
	wordsMost  = 6 // lines; two or three are usual
	wordsGap   = 6 // below the words
)

// wordsFace is that of the words.
var wordsFace = textFace{12, fyne.TextStyle{}}

// lines returns the words as they are broken at the control's width.
func (k *KnownBy) lines() []string {
	return broken(k.text, k.state.Words, wordsFace, k.width()-2*knownInset, wordsMost)
}

// width returns the control's width, before it is laid out a likely one.
func (k *KnownBy) width() float64 {
	if w := float64(k.Size().Width); w > 0 {
		return w
	}
	return knownWidth
}

// CreateRenderer is called by the toolkit.
func (k *KnownBy) CreateRenderer() fyne.WidgetRenderer {
	r := &knownByRenderer{k: k, brushes: brushes{text: k.text}}
	r.draw()
	return r
}

// knownByRenderer lays the control's parts out and writes the words.
type knownByRenderer struct {
	k *KnownBy
	brushes
}

func (r *knownByRenderer) Layout(fyne.Size)             { r.draw() }
func (r *knownByRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *knownByRenderer) Destroy()                     {}

// MinSize depends on the width for which the words were broken.
func (r *knownByRenderer) MinSize() fyne.Size {
	k := r.k
	h := k.check.MinSize().Height + k.slider.MinSize().Height + k.lags.MinSize().Height
	if len(k.state.Parties) > 0 {
		h += k.party.MinSize().Height + knownGap
	}
	return fyne.NewSize(120, h+r.wordsHeight())
}

func (r *knownByRenderer) wordsHeight() float32 {
	return float32(max(len(r.k.lines()), wordsLeast)*wordsLine + wordsGap)
}

// Refresh is called by the toolkit.
func (r *knownByRenderer) Refresh() {
	r.draw()
	for _, o := range r.objects {
		if text, ok := o.(*canvas.Text); ok {
			canvas.Refresh(text) // a widget would have all that is in it made anew
			return
		}
	}
}

func (r *knownByRenderer) draw() {
	k, w := r.k, float32(r.k.width())
	r.begin()
	y := float32(0)
	place := func(o fyne.CanvasObject, inset, gap float32) {
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(w-2*inset, h))
		o.Move(fyne.NewPos(inset, y))
		r.objects = append(r.objects, o)
		y += h + gap
	}
	place(k.check, 0, 0)
	if len(k.state.Parties) > 0 {
		place(k.party, knownInset, knownGap)
	}
	place(k.slider, 0, 0)
	for i, line := range k.lines() {
		r.writeIn(line, knownInset, float64(y)+wordsLine*(float64(i)+0.5), wordsFace, k.state.Palette.Muted)
	}
	y += r.wordsHeight()
	place(k.lags, 0, 0)
}
