package document

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// found returns the stretches of text of each match, with its line.
func found(d *Document, quote string) []string {
	var all []string
	for _, m := range d.Find(quote) {
		var parts []string
		for _, r := range m.Ranges {
			parts = append(parts, d.Text[r.From:r.To])
		}
		all = append(all, fmt.Sprintf("%d:%s", m.Line, strings.Join(parts, "|")))
	}
	return all
}

func TestFind(t *testing.T) {
	for name, c := range map[string]struct {
		text, quote string
		want        []string
	}{
		"as it is":              {"one\ntwo three four", "two three", []string{"2:two three"}},
		"several times":         {"ab c\nab c ab\r\nab c", "ab c", []string{"1:ab c", "2:ab c", "3:ab c"}},
		"overlapping":           {"a b a b a", "a b a", []string{"1:a b a"}},
		"over lines":            {"one\n two\u00A0\u2003\r\n\r\nthree", "one two three", []string{"1:one\n two\u00A0\u2003\r\n\r\nthree"}},
		"white space in quote":  {"one two", " one \n\t two ", []string{"1:one two"}},
		"soft hyphens":          {"co\u00ADor\u00ADdi\u00ADnate", "coordinate", []string{"1:co\u00ADor\u00ADdi\u00ADnate"}},
		"zero width":            {"a\u200Bb\uFEFF c", "ab\u2060 c", []string{"1:a\u200Bb\uFEFF c"}},
		"not around the match":  {"\u200B a \u200B", "a", []string{"1:a"}},
		"apostrophes":           {"Atar’s ‘friend`", "Atar's 'friend'", []string{"1:Atar’s ‘friend`"}},
		"an accent for one":     {"Atar´s", "Atar's", []string{"1:Atar´s"}},
		"double quotes":         {`say "it" now`, "say “it” now", []string{`1:say "it" now`}},
		"guillemets":            {"dire «\u00A0oui\u00A0» ici", `dire "oui" ici`, []string{"1:dire «\u00A0oui\u00A0» ici"}},
		"single is not double":  {"the 6' pipe", `the 6" pipe`, nil},
		"dashes":                {"1 – 2—3 -- 4", "1-2 — 3−4", []string{"1:1 – 2—3 -- 4"}},
		"a hyphen at the end":   {"north-\nwest", "north-west", []string{"1:north-\nwest"}},
		"a dash is not nothing": {"north-west", "north west", nil},
		"ellipsis as three":     {"well… yes", "well... yes", []string{"1:well… yes"}},
		"ligatures":             {"the ﬁrst ﬂoor", "the first floor", []string{"1:the ﬁrst ﬂoor"}},
		"decomposed":            {"cafe\u0301 x", "café", []string{"1:cafe\u0301"}},
		"composed":              {"xé café", "cafe\u0301", []string{"1:café"}},
		"accents count":         {"cafe", "café", nil},
		"a base is no letter":   {"x\u0302y", "x", nil},
		"another of a length":   {"5 µ m", "m", []string{"1:m"}},
		"full width":            {"Ｉｎｔｅｌ　１", "Intel 1", []string{"1:Ｉｎｔｅｌ　１"}},
		"case counts":           {"The end", "the end", nil},
		"words count":           {"the very end", "the end", nil},
		"whole words":           {"11 persons, 1 person", "1 person", []string{"1:1 person"}},
		"within a word only":    {"articles", "article", nil},
		"beside punctuation":    {"(Atar’s)", "Atar", []string{"1:Atar"}},
		"no spaces at all":      {"東京で逮捕された", "逮捕", []string{"1:逮捕"}},
		"nothing":               {"a b", "", nil},
		"signs alone":           {"a … — b", "… —", nil},
		"in nothing":            {"", "a", nil},
		"not UTF-8":             {"é", "\xA9", nil},
	} {
		if got := found(New("", c.text), c.quote); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestFind_LeftOut(t *testing.T) {
	far := strings.Repeat("so on, ", mostLeftOut/7+1)
	for name, c := range map[string]struct {
		text, quote string
		want        []string
	}{
		"in square brackets":   {"one two three\nfour", "one […] four", []string{"1:one|four"}},
		"in round ones":        {"one two three four", "one (...) three four", []string{"1:one|three four"}},
		"free":                 {"one two three four five", "one … three ... five", []string{"1:one|three|five"}},
		"spaced in brackets":   {"one two three", "one [ … ] three", []string{"1:one|three"}},
		"after a full stop":    {"It was. Then so. It is.", "It was. […] It is.", []string{"1:It was.|It is."}},
		"at the ends":          {"one two three", "… two …", []string{"1:two"}},
		"attached":             {"one two three", "one… three", []string{"1:one|three"}},
		"nothing left out":     {"one two", "one … two", []string{"1:one|two"}},
		"standing there":       {"one … two. one and two", "one … two", []string{"1:one … two"}},
		"in another order":     {"four one", "one … four", nil},
		"the same place twice": {"one two", "one … one", nil},
		"one part missing":     {"one two", "one … three … two", nil},
		"too far":              {"one " + far + "two", "one … two", nil},
		"the nearest":          {"a b a c\na d c", "a … c", []string{"1:a|c", "2:a|c"}},
		"overlapping":          {"a b b a b", "a … b", []string{"1:a|b", "1:a|b"}},
		"just near enough":     {"one " + strings.Repeat("x", mostLeftOut-2) + " two", "one … two", []string{"1:one|two"}},
		"just too far":         {"one " + strings.Repeat("x", mostLeftOut-1) + " two", "one … two", nil},
		"not the first best":   {"a b " + far + "a b c", "a … b … c", []string{"1:a|b|c"}},
		"the later link":       {"a b b " + far[:mostLeftOut-2] + " c", "a … b … c", []string{"1:a|b|c"}},
		"signs between":        {"one two", "one …, … two", []string{"1:one|two"}},
		"whole words":          {"the others there", "the … here", nil},
	} {
		if got := found(New("", c.text), c.quote); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestFind_NearestPartBefore(t *testing.T) {
	d := New("", "a x a y c")
	m := d.Find("a … c")
	if len(m) != 1 || m[0].From() != 4 || m[0].To() != len(d.Text) {
		t.Errorf("%+v", m)
	}
}

func TestNearest(t *testing.T) {
	d := New("", "x\nHe said that the “first” man left. He said that.")
	for quote, want := range map[string]struct {
		words, of  int
		rest, text string
	}{
		`He said that the "first" woman left`: {5, 7, "woman left", "He said that the “first”"},
		"He said that … man stayed":           {5, 6, "stayed", "He said that the “first” man"},
		"He said that.":                       {3, 3, "", "He said that."},
	} {
		got, ok := d.Nearest(quote)
		if !ok || got.Words != want.words || got.Of != want.of || got.Rest != want.rest || got.Match.Line != 2 ||
			d.Text[got.Match.From():got.Match.To()] != want.text {
			t.Errorf("%q: %+v, %v", quote, got, ok)
		}
	}
	for _, quote := range []string{"", "He said nothing", "Nobody left", "said that"} {
		if got, ok := d.Nearest(quote); ok {
			t.Errorf("%q: %+v", quote, got)
		}
	}
}
