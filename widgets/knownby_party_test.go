package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestKnownBy_Party(t *testing.T) {
	s := newKnownStage(t, true)
	texts := func() []string { return textsOf(test.WidgetRenderer(s.party).Objects()) }
	if got := texts(); !slices.Equal(got, []string{"The public"}) {
		t.Errorf("the button says %q", got)
	}
	test.TapCanvas(s.window.Canvas(), s.party.Position().AddXY(40, 10))
	keys, ok := s.window.Canvas().Focused().(*widget.PopUpMenu)
	if !ok {
		t.Fatalf("the keyboard is at %T, not at a menu", s.window.Canvas().Focused())
	}
	if at, want := keys.Position(), fyne.CurrentApp().Driver().AbsolutePositionForObject(s.party).AddXY(0, partyHeight); at.X != want.X || at.Y < want.Y || at.Y > want.Y+5 {
		t.Errorf("the menu is at %v, the button's lower edge at %v", at, want)
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn} {
		keys.TypedKey(&fyne.KeyEvent{Name: key})
	}
	s.wants(t, "the third is chosen", "party long")
	if got := texts(); len(got) != 1 || !strings.HasPrefix(got[0], "The Belgian") || !strings.HasSuffix(got[0], "…") {
		t.Errorf("the button says %q", got)
	}
	for i, want := range []string{"The public · 37", "Belgian authorities · 12", "The Belgian military intelligence service · 3"} {
		if item := s.party.menu().Items[i]; item.Label != want || item.Checked != (i == 2) {
			t.Errorf("item %d: %q, checked: %v", i, item.Label, item.Checked)
		}
	}
	s.party.menu().Items[2].Action()
	s.wants(t, "the same again", "")
	s.party.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if s.window.Canvas().Overlays().Top() == nil {
		t.Error("the space bar opens no menu")
	}
}

// A party that is not among those to choose from is named all the same; without
// any there is no button.
func TestKnownBy_Parties(t *testing.T) {
	s := newKnownStage(t, true)
	s.now.Party = "CIA"
	s.Update(s.now)
	if got := textsOf(test.WidgetRenderer(s.party).Objects()); !slices.Equal(got, []string{"CIA"}) {
		t.Errorf("the button says %q", got)
	}
	before := s.MinSize().Height
	s.now.Parties = nil
	s.Update(s.now)
	if slices.Contains(test.WidgetRenderer(s.KnownBy).Objects(), fyne.CanvasObject(s.party)) {
		t.Error("there is a button with nothing to choose")
	}
	if got := s.MinSize().Height; got != before-partyHeight-knownGap {
		t.Errorf("the control is %g high, before %g", got, before)
	}
}

func TestKnownBy_Words(t *testing.T) {
	s := newKnownStage(t, true)
	s.now.Words = ""
	s.Update(s.now)
	least := s.MinSize().Height
	most := 0
	for _, words := range []string{
		"", "everything published to 2019", "7 May 2006: 4 of 51 known, 1 perhaps",
		"31 December 2006: 4 of 51 known to the Belgian authorities, 12 perhaps and 30 not yet",
	} {
		s.now.Words = words
		s.Update(s.now)
		lines := textsOf(test.WidgetRenderer(s.KnownBy).Objects())
		if got := strings.Join(lines, " "); got != words {
			t.Errorf("%q is written as %q", words, lines)
		}
		most = max(most, len(lines))
		if got, want := s.MinSize().Height, least+float32(max(len(lines)-wordsLeast, 0))*wordsLine; got != want {
			t.Errorf("with %d lines the control is %g high, want %g", len(lines), got, want)
		}
		for _, o := range test.WidgetRenderer(s.KnownBy).Objects() {
			if right := o.Position().X + o.MinSize().Width; right > barInside {
				t.Errorf("%q: %T reaches to %g", words, o, right)
			}
		}
	}
	if most < 3 {
		t.Errorf("the longest words are in %d lines, which says nothing", most)
	}
}
