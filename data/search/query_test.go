package search

import (
	"strings"
	"testing"
)

// queryCases have a query, a text with its words marked, and whether it has all words of the query.
var queryCases = []struct {
	query, marked string
	matches       bool
}{
	{"paris", "The treaty of [Paris].", true},
	{"PARÍS", "The treaty of [Paris]", true},
	{"paris", "[PARI\u0301S], [parís]", true},
	{"par", "[Paris], a [part] of, not spar [par]", true}, // the last word is a prefix
	{"par ", "Paris, a part of, not spar [par]", true},    // unless white space follows it
	{"par\u00a0", "Paris [par]", true},
	{"par, ", "Paris", false},
	{"par,", "[Paris]", true},
	{"par \u0301", "Paris", false},
	{"treaty par", "[Paris], after the [Treaty]", true}, // in any order
	{"par treaty", "Paris, after the [Treaty]", false},  // only the last is a prefix
	{"par treaty", "Paris at [par], treaties and [treatyx]", true},
	{"par of par", "[of] [Paris]", false},
	{"treaty berlin", "The [treaty] of Paris", false},
	{"été", "l'[ete], l’[ÉTÉs], d'[été]", true},
	{"l'été", "[L]'[été]", true},
	{"l'été", "[l] [ete]", true},
	{"strasse", "[Straße], [STRAẞEN]", true},
	{"straß", "[Strasse]", true},
	{"fi", "[ﬁnal] a[ ]", true},
	{"σίσυφος", "Ο [ΣΊΣΥΦΟΣ]", true},
	{"istanbul", "[İstanbul] [ISTANBUL]", true},
	{"محمد", "[مُحَمَّد] و [محمد]", true},
	{"שלום", "[שָׁלוֹם]!", true},
	{"мед", "[Мёд] и [медь]", true},
	{"하", "[한국]", true}, // a syllable of which only the beginning has been typed
	{"東京", "[東京都]、大東京", true},
	{"e", "[e\u0301\u0301], [\u0301e]", true},
	{"naif", "[naïf\u00adx]", true},
	{"b", "a\xff[b]\xff", true},
	{"x", "", false},
	{"", "anything", true},
	{" — ", "anything", true},
	{"19", "in [1963]–[1971], 2019", true},
}

func TestQuery(t *testing.T) {
	for _, c := range queryCases {
		text := strings.NewReplacer("[ ]", "", "[", "", "]", "").Replace(c.marked)
		q := Parse(c.query)
		if got, want := mark(text, q.Match(text)), strings.ReplaceAll(c.marked, "[ ]", ""); got != want && c.matches {
			t.Errorf("%q marks %q, want %q", c.query, got, want)
		}
		if got := q.Matches(text); got != c.matches {
			t.Errorf("%q matches %q: %t", c.query, text, got)
		}
	}
}

// mark puts brackets around ranges of a text.
func mark(text string, ranges []Range) string {
	var b strings.Builder
	at := 0
	for _, r := range ranges {
		b.WriteString(text[at:r.From] + "[" + text[r.From:r.To] + "]")
		at = r.To
	}
	return b.String() + text[at:]
}

func TestQuery_Empty(t *testing.T) {
	for _, text := range []string{"", " ", "-'\u0301", "\xff"} {
		q := Parse(text)
		if !q.Empty() || !q.Matches() || q.Match("a") != nil {
			t.Errorf("%q is not empty", text)
		}
	}
	if Parse("a").Empty() || Parse("a").Matches() {
		t.Error("a word is in no text")
	}
}

func TestQuery_SeveralTexts(t *testing.T) {
	q := Parse("treaty par")
	if !q.Matches("Paris", "", "The treaty") || q.Matches("Paris", "trea", "ty") {
		t.Error("each word must be whole in one of the texts")
	}
}

// Words that differ only after mostBytes are the same, for the index too.
func TestQuery_LongWords(t *testing.T) {
	for _, long := range []string{strings.Repeat("a", 80), strings.Repeat("я", 50), strings.Repeat("a", 63) + "яя"} {
		var b Builder
		b.AddString(long)
		s := b.Build()
		for _, query := range []string{long + "b", long + "b ", "x" + long, long[:40], long[:40] + " "} {
			q := Parse(query)
			want := q.Matches(long)
			if (query[0] == 'x' || query[len(query)-1] == ' ' && len(query) < 60) == want {
				t.Errorf("%q matches %q: %t", query, long, want)
			}
			if got := s.Find(q, nil)[0] == 1; got != want {
				t.Errorf("%q finds %q: %t", query, long, got)
			}
			if got := len(q.Match(long)) == 1; got != want {
				t.Errorf("%q marks %q: %t", query, long, got)
			}
		}
	}
}

func TestMatches_Allocations(t *testing.T) {
	q := Parse("treaty Ångström par")
	texts := []string{"The treaty", "Ångström", "of Paris", "Ελλάς"}
	if n := testing.AllocsPerRun(100, func() { q.Matches(texts...) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
