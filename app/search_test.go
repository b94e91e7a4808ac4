package app

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/data"
	"dateline/data/search"
)

// newSearchRoom opens a window with the bundled dataset and its index.
func newSearchRoom(t *testing.T) *room {
	t.Helper()
	r := newAtarRoom(t)
	r.begin()
	r.desk.wait(t, "the index is whole", func() bool { return r.state.search.index.whole })
	return r
}

// shortcut types a key with Ctrl, as the desktop driver does.
func (r *room) shortcut(name fyne.KeyName) {
	shortcut := &desktop.CustomShortcut{KeyName: name, Modifier: ctrl}
	if focused, ok := r.win.Canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(shortcut)
		return
	}
	r.typedShortcut(shortcut)
}

// look types a text into the search field, in place of what is there.
func (r *room) look(t *testing.T, text string) {
	t.Helper()
	r.shortcut(fyne.KeyF)
	if r.win.Canvas().Focused() != r.field.Input() {
		t.Fatal("Ctrl+F does not lead to the search field")
	}
	r.typed(text)
	r.answered(t)
}

func (r *room) answered(t *testing.T) {
	t.Helper()
	r.desk.wait(t, "there is an answer", func() bool { return !r.state.pending() })
}

// having returns the events that are selected and have all words of a text,
// or have them in their titles.
func (r *room) having(t *testing.T, text string, inTitles bool) []int {
	t.Helper()
	q := search.Parse(text)
	var list []int
	for i, e := range eventsOf(t, r.state.set) {
		texts := []string{e.Title}
		if !inTitles {
			texts = slices.Concat(texts, []string{e.Summary}, e.People, e.Places, e.Tags)
			for _, claim := range e.Claims {
				texts = append(texts, claim.Quote)
			}
		}
		if r.state.selection.Has(i) && q.Matches(texts...) {
			list = append(list, i)
		}
	}
	return list
}

// found returns the hits, and checks that field and list say how many they are.
func (r *room) found(t *testing.T) []int {
	t.Helper()
	hits := slices.Collect(r.state.hits().All())
	count := hitWords(len(hits))
	if len(hits) == 0 {
		count = "no hits"
	}
	p := r.palette()
	if got := r.fieldState(p); got.Count != count || got.None != (len(hits) == 0) {
		t.Errorf("the field says %q for %d hits", got.Count, len(hits))
	}
	if got := r.hitsState(p).Heading; !strings.HasPrefix(strings.ToLower(got), count+" for “") {
		t.Errorf("the list says %q for %d hits", got, len(hits))
	}
	if r.hits.Hidden || !r.panel.Hidden {
		t.Error("the list of hits is not shown")
	}
	return hits
}

func TestSearch_Finds(t *testing.T) {
	r := newSearchRoom(t)
	for _, text := range []string{"atar", "ATÁR bru", "brussels atar", "e", "zaventem airport", "no such words", "l'"} {
		r.look(t, text)
		if got, want := r.found(t), r.having(t, text, false); !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", text, got, want)
		}
		if r.state.search.answer.text != text || !r.state.search.answer.whole {
			t.Errorf("%q: the answer is %+v", text, r.state.search.answer)
		}
	}
}

// Each letter typed is looked for; an answer that is no longer asked for is
// dropped.
func TestSearch_OnlyTheLastAnswerCounts(t *testing.T) {
	r := newSearchRoom(t)
	r.look(t, "paris")
	old := *r.state.search.answer
	r.look(t, "paris a")
	now := r.state.search.answer
	r.state.answered(old)
	if r.state.search.answer != now {
		t.Error("an old answer is taken")
	}
	r.press(fyne.KeyBackspace, 0)
	if !r.state.pending() || r.state.search.answer != now {
		t.Error("the hits go before there are others")
	}
	r.answered(t)
	if got := r.state.search.answer.text; got != "paris " {
		t.Errorf("the answer is to %q", got)
	}
}

// Until the index is whole, titles answer, and the list says so.
func TestSearch_TitlesFirst(t *testing.T) {
	r := newAtarRoom(t) // which has not begun: no index is made
	const text = "atar"
	r.look(t, text)
	if got, want := r.found(t), r.having(t, text, true); !slices.Equal(got, want) || len(want) == 0 {
		t.Errorf("in titles: %v, want %v", got, want)
	}
	r.state.indexed(indexing{share: 0.45})
	if got := r.hitsNote(r.state.search.answer); got != "In titles; quotations follow: 45 %." {
		t.Errorf("the note is %q", got)
	}
	r.begin()
	r.desk.wait(t, "the index is whole", func() bool { return r.state.search.index.whole })
	r.answered(t)
	if got, want := r.found(t), r.having(t, text, false); !slices.Equal(got, want) {
		t.Errorf("in all texts: %v, want %v", got, want)
	}
	if got := r.hitsNote(r.state.search.answer); got != "" {
		t.Errorf("the note is %q", got)
	}
}

func TestSearch_NoIndex(t *testing.T) {
	r := newAtarRoom(t)
	r.look(t, "atar")
	r.state.indexed(indexing{share: 1, err: errors.New("the file has changed")})
	if got := r.hitsNote(r.state.search.answer); got != "In titles only: the file has changed." {
		t.Errorf("the note is %q", got)
	}
}

// Hits are always among the selected events.
func TestSearch_FilterNarrows(t *testing.T) {
	r := newSearchRoom(t)
	r.look(t, "atar")
	all := r.found(t)
	r.state.only("attacks")
	r.answered(t)
	some := r.found(t)
	if want := r.having(t, "atar", false); !slices.Equal(some, want) || len(some) == 0 || len(some) == len(all) {
		t.Errorf("of %d hits %v are left, want %v", len(all), some, want)
	}
	note := thousands(len(all)-len(some)) + " more hidden by filters."
	if got := r.hitsNote(r.state.search.answer); got != note {
		t.Errorf("the note is %q, want %q", got, note)
	}
	for _, lane := range r.state.set.Lanes {
		r.state.setHidden(lane.ID, true)
	}
	r.answered(t)
	if got := r.found(t); len(got) != 0 {
		t.Errorf("all lanes are off, and there are %d hits", len(got))
	}
	note = "Filters hide " + hitWords(len(all)) + ": switch lanes on at the left to see more."
	if got := r.hitsNote(r.state.search.answer); got != note {
		t.Errorf("the note is %q, want %q", got, note)
	}
	r.showAll()
	r.answered(t)
	if got := r.found(t); !slices.Equal(got, all) {
		t.Errorf("with all lanes %d hits, want %d", len(got), len(all))
	}
}

func TestSearch_AnotherDatasetClears(t *testing.T) {
	r := newSearchRoom(t)
	r.look(t, "atar")
	r.look(t, "atar b") // whose answer may still come
	set, err := data.Parse("small.json", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	stopped := r.seeker.finder
	r.display(set.Select(data.Filter{}))
	if r.state.search != (searching{}) || r.state.hits() != nil || !r.hits.Hidden || r.fieldState(r.palette()).Text != "" {
		t.Errorf("after another dataset is opened: %+v", r.state.search)
	}
	r.desk.wait(t, "its index is whole", func() bool { return r.state.search.index.whole })
	if r.look(t, "one"); r.seeker.finder == stopped || !slices.Equal(r.found(t), []int{0}) {
		t.Errorf("in it, %v are found", r.found(t))
	}
}

func TestSearch_Words(t *testing.T) {
	for n, want := range map[int]string{
		0: "0", 7: "7", 999: "999", 1000: "1,000", 999999: "999,999", 12345678: "12,345,678",
	} {
		if got := thousands(n); got != want {
			t.Errorf("%d is written %q", n, got)
		}
	}
	if hitWords(1) != "1 hit" || hitWords(0) != "0 hits" || hitWords(3456) != "3,456 hits" {
		t.Error("hits are counted wrong")
	}
	r := newSearchRoom(t)
	for text, want := range map[string]string{"zzz": "No event has this word ", "zzz yyy": "No event has all these words "} {
		r.look(t, text)
		if got := r.hitsNote(r.state.search.answer); !strings.HasPrefix(got, want) {
			t.Errorf("for no hits, the note is %q", got)
		}
	}
}

// Each change of the search notifies once, and none nobody.
func TestSearch_NotifiesOfChangesOnly(t *testing.T) {
	s, n := countingState(t)
	expect := func(what string, want int) {
		t.Helper()
		if *n != want {
			t.Errorf("%s: %d notices, want %d", what, *n, want)
		}
		*n = 0
	}
	s.indexed(indexing{share: 0.5})
	expect("an index without a search", 0)
	s.listHits()
	expect("hits without a search", 0)
	s.seek("atar")
	s.seek("atar")
	expect("seeking twice", 1)
	s.indexed(indexing{share: 0.6})
	s.indexed(indexing{share: 0.6})
	expect("an index while seeking", 1)
	s.answered(answer{question: s.question(), hits: s.selection, total: s.selection.Len()})
	expect("an answer", 1)
	s.listHits()
	expect("hits that are listed", 0)
	s.choose(3)
	s.choose(3)
	expect("choosing twice", 1)
	s.listHits()
	s.listHits()
	expect("listing twice", 1)
	s.choose(3)
	expect("choosing from the list", 1)
	s.answered(answer{question: question{text: "old"}})
	expect("an answer to something else", 0)
	s.seek("")
	expect("clearing", 1)
}
