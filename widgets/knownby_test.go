package widgets

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"dateline/widgets/palette"
)

// knownStage is a control in a window as wide as the side bar leaves it, with a
// log of what comes out. What comes out is brought back to it, as the window does.
type knownStage struct {
	*KnownBy
	keyboard *keyboardDriver
	window   fyne.Window
	now      KnownByState
	deaf     bool // nothing is brought back
	log      []string
}

const barInside = 188

func newKnownStage(t *testing.T, on bool) *knownStage {
	t.Helper()
	s := &knownStage{keyboard: newKeyboard(t), KnownBy: NewKnownBy(), now: KnownByState{
		On: on, Party: "public",
		Parties: []Party{{"public", "The public", 37}, {"lane", "Belgian authorities", 12}, {"long", "The Belgian military intelligence service", 3}},
		From:    1000 + date(1985, 1, 1)*secondsInDay, To: 1000 + date(2019, 11, 13)*secondsInDay,
		At: endOf(date(2006, 5, 7)), Words: "7 May 2006: 4 of 51 known, 1 perhaps", Palette: palette.Light(),
	}}
	s.On = KnownByEvents{
		On: func(on bool) { s.now.On = on; s.hear("on %v", on) },
		At: func(instant int64, final bool) {
			s.now.At = instant
			s.hear("at %s %v", time.Unix(instant, 0).UTC().Format(time.DateTime), final)
		},
		Party: func(id string) { s.now.Party = id; s.hear("party %s", id) },
		Lags:  func(on bool) { s.now.Lags = on; s.hear("lags %v", on) },
		Key:   func(key *fyne.KeyEvent) { s.hear("key %s", key.Name) },
		Rune:  func(r rune) { s.hear("rune %c", r) },
	}
	s.Update(s.now)
	s.window = test.NewWindow(container.NewWithoutLayout(s.KnownBy))
	t.Cleanup(s.window.Close)
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(600, 600))
	s.Resize(fyne.NewSize(barInside, s.MinSize().Height))
	return s
}

func (s *knownStage) hear(format string, args ...any) {
	s.log = append(s.log, fmt.Sprintf(format, args...))
	if !s.deaf {
		s.Update(s.now)
	}
}

func (s *knownStage) said() string {
	text := strings.Join(s.log, "; ")
	s.log = nil
	return text
}

func (s *knownStage) wants(t *testing.T, what, want string) {
	t.Helper()
	if got := s.said(); got != want {
		t.Errorf("%s:\n%s, want\n%s", what, got, want)
	}
}

func TestKnownBy_PassesOn(t *testing.T) {
	s := newKnownStage(t, true)
	for _, o := range []fyne.Focusable{s.First(), s.party, s.slider, s.lags.First()} {
		o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF6})
		o.TypedRune('?')
		s.wants(t, fmt.Sprintf("typed on %T", o), "key F6; rune ?")
	}
	s.On = KnownByEvents{}
	for _, o := range []fyne.Focusable{s.First(), s.party, s.slider, s.lags.First()} {
		o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF6})
		o.TypedRune('?')
		o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	}
	s.First().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	s.lags.First().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	s.party.menu().Items[1].Action()
	s.wants(t, "nobody listens", "")
}

func TestKnownBy_Rows(t *testing.T) {
	s := newKnownStage(t, true)
	tap := func(o fyne.CanvasObject, list *CheckList) {
		test.TapCanvas(s.window.Canvas(), o.Position().Add(fyne.NewPos(barInside-10, list.boxes[0].Size().Height/2)))
	}
	tap(s.check, s.check)
	tap(s.check, s.check)
	tap(s.lags, s.lags)
	tap(s.lags, s.lags)
	s.wants(t, "clicked twice each", "on false; on true; lags true; lags false")
	s.First().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	s.wants(t, "space bar", "on false")
}

// ticked reports whether a row's box is ticked.
func ticked(list *CheckList) bool {
	return slices.ContainsFunc(test.WidgetRenderer(list.boxes[0]).Objects(), func(o fyne.CanvasObject) bool {
		_, ok := o.(*canvas.Line)
		return ok
	})
}

func TestKnownBy_ShowsState(t *testing.T) {
	s := newKnownStage(t, true)
	fill := func() any {
		objects := test.WidgetRenderer(s.slider).Objects()
		return objects[len(objects)-1].(*canvas.Rectangle).FillColor
	}
	for _, p := range []palette.Palette{palette.Light(), palette.Dark()} {
		for _, on := range []bool{true, false} {
			s.now.On, s.now.Lags, s.now.Palette = on, !on, p
			s.Update(s.now)
			if ticked(s.check) != on || ticked(s.lags) == on {
				t.Errorf("on: %v, lags: %v: ticks %v and %v", on, !on, ticked(s.check), ticked(s.lags))
			}
			if (fill() == p.Accent) != on {
				t.Errorf("dark: %v, on: %v: the knob is %v", p.Dark, on, fill())
			}
		}
	}
}

func TestKnownBy_FocusIsSeen(t *testing.T) {
	s := newKnownStage(t, true)
	for _, o := range []fyne.Focusable{s.First(), s.party, s.slider, s.lags.First()} {
		accents := func() int {
			n := 0
			for _, part := range test.WidgetRenderer(o.(fyne.Widget)).Objects() {
				if r, ok := part.(*canvas.Rectangle); ok && (r.FillColor == s.now.Palette.Accent || r.StrokeColor == s.now.Palette.Accent) {
					n++
				}
			}
			return n
		}
		before := accents()
		s.window.Canvas().Focus(o)
		if got := accents(); got != before+1 {
			t.Errorf("%T: %d accents with the keyboard, %d without", o, got, before)
		}
		s.window.Canvas().Unfocus()
		if got := accents(); got != before {
			t.Errorf("%T: %d accents when the keyboard has gone", o, got)
		}
	}
}

// Tab goes through the parts from top to bottom.
func TestKnownBy_Tab(t *testing.T) {
	s := newKnownStage(t, true)
	for _, want := range []fyne.Focusable{s.First(), s.party, s.slider, s.lags.First()} {
		test.FocusNext(s.window.Canvas())
		if got := s.window.Canvas().Focused(); got != want {
			t.Errorf("the keyboard is at %T, want %T", got, want)
		}
	}
}

// What is shown already is not drawn anew, whoever made the state; what differs
// is.
func TestKnownBy_Update(t *testing.T) {
	s := newKnownStage(t, true)
	soiled := func() *canvas.Text {
		for _, o := range test.WidgetRenderer(s.KnownBy).Objects() {
			if text, ok := o.(*canvas.Text); ok {
				return text
			}
		}
		t.Fatal("there are no words")
		return nil
	}
	soiled().Text = "soiled"
	same := s.now
	same.Parties = slices.Clone(same.Parties)
	s.Update(same)
	if soiled().Text != "soiled" {
		t.Error("the same again is drawn anew")
	}
	for what, change := range map[string]func(*KnownByState){
		"on":      func(k *KnownByState) { k.On = !k.On },
		"parties": func(k *KnownByState) { k.Parties[1].Count++ },
		"party":   func(k *KnownByState) { k.Party = "lane" },
		"from":    func(k *KnownByState) { k.From -= secondsInDay },
		"to":      func(k *KnownByState) { k.To += secondsInDay },
		"at":      func(k *KnownByState) { k.At += secondsInDay },
		"words":   func(k *KnownByState) { k.Words += "." },
		"lags":    func(k *KnownByState) { k.Lags = !k.Lags },
		"palette": func(k *KnownByState) { k.Palette = palette.Dark() },
	} {
		soiled().Text = "soiled"
		change(&s.now)
		s.Update(s.now)
		if soiled().Text == "soiled" {
			t.Errorf("%s changed, and nothing is drawn", what)
		}
	}
}
