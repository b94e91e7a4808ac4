package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"dateline/data"
	"dateline/data/cite"
	"dateline/data/edtf"
	"dateline/data/evidence"
	"dateline/data/facets"
	"dateline/widgets"
)

// While something is measured, stepping goes on and measures to the next event.
func TestWindow_Measure(t *testing.T) {
	r := newAtarRoom(t)
	r.typed("nnm")
	r.typed("nnn")
	if r.state.selected != 4 {
		t.Errorf("event %d is selected, want 4", r.state.selected)
	}
	ruler := r.state.ruler()
	if ruler == nil || !strings.HasPrefix(ruler.Words, "between 1 and 14 years") {
		t.Errorf("the ruler says %+v", ruler)
	}
	r.press(fyne.KeyEscape, 0)
	if r.state.ruler() != nil || r.state.selected != 4 {
		t.Error("Escape does not end measuring, or does more")
	}
}

// Two places that are clicked are measured between; the third begins anew.
func TestWindow_MeasurePlaces(t *testing.T) {
	r := newAtarRoom(t)
	r.typed("m")
	death := r.event(t, "killed-in-syria")
	born := float64(edtf.Instant(1985, 5, 4, 13, 0, 0))
	r.timeline.On.Pick(-1, born)
	r.timeline.On.Pick(death, 0)
	if ruler := r.state.ruler(); ruler.Words != "32 years, 6 months, 13 days" {
		t.Errorf("the ruler says %q", ruler.Words)
	}
	r.timeline.On.Pick(death, 0)
	if ruler := r.state.ruler(); ruler.Words != "" {
		t.Errorf("after the third click the ruler says %q", ruler.Words)
	}
}

func TestPickedAt(t *testing.T) {
	tests := []struct {
		instant int64
		scale   float64
		want    string
	}{
		{edtf.Instant(2008, 4, 9, 13, 5, 59), 86400, "2008-04-09"},
		{edtf.Instant(2008, 4, 9, 13, 5, 59), 60, "2008-04-09T13:05Z"},
		{edtf.Instant(-44, 3, 15, 1, 0, 0), 86400, "-0044-03-15"},
		{edtf.Instant(0, 1, 1, 0, 0, 0), 86400, "0000-01-01"},
		{edtf.Instant(12345, 1, 1, 0, 0, 0), 86400, "Y12345"},
		{edtf.Instant(-12345, 1, 1, 0, 0, 0), 1, "Y-12345"},
	}
	for _, test := range tests {
		got := pickedAt(float64(test.instant), test.scale)
		b := got.date.Bounds()
		if got.date.String() != test.want || test.instant < b.Earliest || test.instant > b.Latest {
			t.Errorf("%d at %v: got %q, %v to %v", test.instant, test.scale, got.date, b.Earliest, b.Latest)
		}
	}
}

// Every filter hides what it says, says how many, and one click undoes all.
func TestWindow_FiltersByEvidence(t *testing.T) {
	r := newAtarRoom(t)
	events := eventsOf(t, r.state.set)
	count := func(wanted func(e *data.Event) bool) int {
		n := 0
		for i := range events {
			if wanted(&events[i]) {
				n++
			}
		}
		return n
	}
	tests := []struct {
		name string
		do   func()
		want int
	}{
		{"a status off", func() { r.statuses.OnToggle("reported") }, count(func(e *data.Event) bool { return e.Status != data.Reported })},
		{"one status", func() { r.statuses.OnOnly("false") }, count(func(e *data.Event) bool { return e.Status == data.False })},
		{"a source off", func() { r.sources.OnToggle("intel-today") }, count(func(e *data.Event) bool {
			return slices.ContainsFunc(e.Claims, func(c data.Claim) bool { return r.state.set.Sources[c.Source].ID == "telegraph" })
		})},
		{"independent", func() { r.support.OnToggle("2") }, count(func(e *data.Event) bool {
			of := map[int]bool{}
			for _, c := range e.Claims {
				of[c.Source] = true
			}
			return len(of) == 2
		})},
		{"a name", func() { r.panel.On.Name(facets.People, "Khalid El Bakraoui") }, count(func(e *data.Event) bool {
			return slices.Contains(e.People, "Khalid El Bakraoui")
		})},
	}
	for _, test := range tests {
		test.do()
		sel := r.state.selection
		if sel.Len() != test.want || sel.Hidden != len(events)-test.want || test.want == 0 || sel.Hidden == 0 {
			t.Errorf("%s: %d selected, %d hidden; want %d", test.name, sel.Len(), sel.Hidden, test.want)
		}
		r.typed("0")
		if r.state.selection.Len() != len(events) || !r.state.filters.none() {
			t.Errorf("%s: 0 leaves %d", test.name, r.state.selection.Len())
		}
	}
	r.statuses.OnOnly("false")
	r.panel.On.Name(facets.Places, "Iraq")
	r.statuses.OnOnly("false") // all statuses again
	if r.state.selection.Len() == 0 || r.state.selection.Hidden == 0 {
		t.Error("filters do not compose")
	}
}

// What a party knew on a day, by the slider; another party is asked at once.
func TestWindow_Known(t *testing.T) {
	r := newAtarRoom(t)
	day := edtf.Instant(2016, 6, 30, 23, 59, 59)
	r.known.On.At(day, true)
	cia, paris := r.event(t, "cia-informs-belgian-intelligence"), r.event(t, "paris-attacks")
	if s := r.state.selection; s.Has(cia) || !s.Has(paris) || s.Has(r.event(t, "killed-in-syria")) {
		t.Error("the public knew something else in June 2016")
	}
	r.known.On.Party("Belgian intelligence")
	if s := r.state.selection; !s.Has(cia) || !s.Has(paris) {
		t.Error("Belgian intelligence knew something else")
	}
	if words := r.knownWords(); !strings.HasPrefix(words, "30 June 2016: ") {
		t.Errorf("the slider says %q", words)
	}
	r.known.On.On(false)
	if r.state.selection.Hidden != 0 {
		t.Error("switched off, it hides something")
	}
	r.known.On.Lags(true)
	if w := r.state.drawn(); w.Knowledge == nil || w.Knowledge.Party != "Belgian intelligence" {
		t.Error("no lines to when it became known")
	}
}

// Of an event the panel is told its links with the time between, its disputes
// and to whom it is known.
func TestWindow_Details(t *testing.T) {
	r := newAtarRoom(t)
	r.reveal(r.event(t, "ministry-requests-release"))
	d := r.details()
	if d == nil || d != r.details() {
		t.Fatal("details are not kept")
	}
	want := widgets.PanelLink{Event: r.event(t, "cmrs-decides-release"), Arrow: "←", Kind: "follows from", Ahead: "9 days earlier"}
	if !slices.Contains(d.Links, want) {
		t.Errorf("links %+v", d.Links)
	}
	r.reveal(r.event(t, "cia-informs-belgian-intelligence"))
	known := r.details().Known
	if !slices.Contains(known, widgets.PanelFact{Name: "Belgian intelligence", Text: "since May 2006, says the first quotation"}) ||
		known[0] != (widgets.PanelFact{Name: "The public", Text: "at the latest since 13 November 2019, when Intel Today was published"}) {
		t.Errorf("known %+v", known)
	}
	r.reveal(r.event(t, "killed-in-syria"))
	if len(r.details().Disputes) == 0 {
		t.Error("its dispute is not there")
	}
}

// The chain stands out and is fitted, and Escape takes it back before the
// selection.
func TestWindow_Chain(t *testing.T) {
	r := newAtarRoom(t)
	r.typed("l")
	if r.state.chained {
		t.Error("a chain of no event")
	}
	r.reveal(r.event(t, "cmrs-decides-release"))
	r.typed("l")
	for _, id := range []string{"ministry-requests-release", "ministry-issues-passport", "arrested-in-hammamet", "disappears", "paris-attacks", "brussels-attacks"} {
		if event := r.event(t, id); !slices.Contains(r.state.chain, event) || !r.state.inView(event) {
			t.Errorf("%s is not in the chain, or not in view", id)
		}
	}
	r.press(fyne.KeyEscape, 0)
	if r.state.chain != nil || r.state.selected < 0 {
		t.Error("Escape takes back something else")
	}
	r.reveal(r.event(t, "nyt-on-belgian-governance"))
	r.typed("l")
	if r.state.chained {
		t.Error("a chain of an event without links")
	}
}

// The list of disputes leads to each, and from there to its events.
func TestWindow_Disputes(t *testing.T) {
	r := newAtarRoom(t)
	r.typed("d")
	if r.state.page.Kind != widgets.DisputesPage {
		t.Fatal("D does not list the disputes")
	}
	r.panel.On.Page(widgets.PanelPage{Kind: widgets.DisputePage, Dispute: 2})
	event := r.state.set.Disputes[2].Events[0]
	r.panel.On.Select(event)
	if r.state.selected != event || r.state.page != (widgets.PanelPage{}) {
		t.Errorf("event %d, page %+v", r.state.selected, r.state.page)
	}
	r.typed("d")
	r.press(fyne.KeyEscape, 0)
	if r.state.page != (widgets.PanelPage{}) || r.state.selected != event {
		t.Error("Escape does not lead back to the event")
	}
}

func TestWindow_Gaps(t *testing.T) {
	r := newAtarRoom(t)
	r.typed("g")
	lanes := map[int]int{}
	for _, gap := range r.state.gaps {
		lanes[gap.Lane]++
		if gap.Words == "" || gap.Span.Length() <= 0 {
			t.Errorf("gap %+v", gap)
		}
	}
	if len(lanes) != 3 {
		t.Errorf("gaps of lanes %v", lanes)
	}
	r.state.only("attacks")
	for _, gap := range r.state.gaps {
		if gap.Lane != 2 {
			t.Errorf("a gap in the hidden lane %d", gap.Lane)
		}
	}
	r.typed("g")
	if len(r.state.gaps) > 0 {
		t.Error("gaps stay")
	}
}

// A document that is attached is shown with the event's quotations, also of the
// next event, and remembered by the next window.
func TestWindow_Document(t *testing.T) {
	r := newAtarRoom(t)
	r.attached = &attachments{path: filepath.Join(t.TempDir(), "attached.json")}
	r.reveal(r.event(t, "first-visit-to-syria"))
	r.typed("s")
	r.desk.wait(t, "it is said", func() bool { return r.state.reading.note != "" })
	if !r.state.reading.open || r.state.reading.document != nil || !strings.Contains(r.state.reading.note, "Attach a text file") {
		t.Fatalf("without a document: %+v", r.state.reading)
	}
	path := filepath.Join(t.TempDir(), "intel.txt")
	if err := os.WriteFile(path, []byte("A page\n\n1999/2000 — First visit to Syria.\n  Lives in Idlib\n\n2002 — Ousama Atar travels to Syria\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.attach(path)
	r.desk.wait(t, "the document is there", func() bool { return r.state.reading.document != nil })
	d := r.state.reading.document
	if d == nil || len(d.Find(r.state.reading.quotes[0])) != 1 {
		t.Fatalf("attached: %+v", r.state.reading)
	}
	r.reveal(r.event(t, "travels-to-syria-2002"))
	if now := r.state.reading; now.document != d || len(now.quotes) != 1 || len(d.Find(now.quotes[0])) != 1 {
		t.Errorf("beside the next event: %+v", now)
	}
	r.typed("ss")
	r.desk.wait(t, "it is there again", func() bool { return r.state.reading.document != nil })
	if r.state.reading.document == nil || r.state.reading.document.Hash != d.Hash {
		t.Error("it is not remembered")
	}
	r.reveal(r.event(t, "reported-meeting-with-al-baghdadi")) // the other source alone
	if now := r.state.reading; now.document != nil || !now.open {
		t.Errorf("beside an event of the other source: %+v", now)
	}
}

func TestWindow_CopiesCitations(t *testing.T) {
	r := newAtarRoom(t)
	r.reveal(r.event(t, "born-in-laeken"))
	for _, format := range cite.Formats {
		r.copyCitationAs(format)
		if text := r.app.Clipboard().Content(); !strings.Contains(text, "1985 May 4") {
			t.Errorf("%s: %q", format, text)
		}
	}
}

// What was filtered and drawn comes back at the next start.
func TestState_KeepsEvidence(t *testing.T) {
	r := newAtarRoom(t)
	r.statuses.OnToggle("alleged")
	r.sources.OnToggle("telegraph")
	r.support.OnToggle("2")
	r.panel.On.Name(facets.People, "Oussama Atar")
	r.known.On.Party("DGSE")
	r.known.On.At(edtf.Instant(2018, 12, 31, 23, 59, 59), true)
	r.typed("gt")
	kept, want := r.state.keepEvidence(), slices.Collect(r.state.selection.All())
	other := newAtarRoom(t)
	other.state.restoreEvidence(kept)
	if got := slices.Collect(other.state.selection.All()); !slices.Equal(got, want) || !other.state.filters.equal(&r.state.filters) {
		t.Errorf("got %v, want %v", got, want)
	}
	if !other.state.lags || len(other.state.gaps) == 0 {
		t.Error("what was drawn does not come back")
	}
	kept.Party = "nobody"
	other.state.restoreEvidence(kept)
	if other.state.filters.known.asked() != evidence.Public {
		t.Error("a party that is not there is asked")
	}
}

// What a party knows takes a hundred bytes an event: it is there only while it is
// wanted, also after a start with the last session.
func TestKnowledge_OnlyWhereWanted(t *testing.T) {
	r := newAtarRoom(t)
	if r.state.knowledge != nil {
		t.Error("it is there at the start")
	}
	r.showLags()
	if r.state.drawn().Knowledge == nil {
		t.Error("it is missing for the lines to when events became known")
	}
	kept := r.snapshot()
	r.showLags()
	if r.state.knowledge != nil {
		t.Error("it stays when the lines are gone")
	}
	r.showKnown(true)
	if r.state.knowledge == nil || r.state.knowledge != r.state.public {
		t.Error("it is missing for the filter, or there twice")
	}
	r = newAtarRoom(t)
	r.restore(kept)
	if r.state.drawn().Knowledge == nil {
		t.Error("it is missing after a start")
	}
}
