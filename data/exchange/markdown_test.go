package exchange

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/data/edtf"
)

func TestMdDate(t *testing.T) {
	tests := []struct{ text, want, lost string }{
		{"2007-02-28", "2007-02-28", ""},
		{"1999/2000", "1999/2000", ""},
		{"[2002..2012]", "[2002..2012]", ""},
		{"2016-03-22~", "2016-03-22~", ""},
		{"2010-22 (summer 2010)", "2010-22", ""},
		{"2010-22 (winter 2010)", "", ""},
		{"2015-11-13T21:16+01:00 (13 November 2015, 21:16 (UTC+1))", "2015-11-13T21:16+01:00", ""},
		{"9 April 2008", "2008-04-09", ""},
		{"April 9, 2008", "2008-04-09", ""},
		{"April 9th 2008", "2008-04-09", ""},
		{"9th April 2008", "2008-04-09", ""},
		{"on 9 April 2008", "2008-04-09", ""},
		{"Wednesday, 9 April 2008", "2008-04-09", ""},
		{"1985 May 4", "1985-05-04", ""},
		{"April 2008", "2008-04", ""},
		{"in 2008", "2008", ""},
		{"Sept. 2008", "2008-09", ""},
		{"44 BC", "-0043", ""},
		{"AD 79", "0079", ""},
		{"24 August 79 CE", "0079-08-24", ""},
		{"the 1980s", "198X", ""},
		{"1980s", "198X", ""},
		{"summer 2010", "2010-22", ""},
		{"spring of 2011", "2011-21", ""},
		{"13 November 2015, 21:16", "2015-11-13T21:16", ""},
		{"about March 2016", "2016-03~", ""},
		{"c. 1985", "1985~", ""},
		{"circa 1985", "1985~", ""},
		{"1985 ?", "1985?", ""},
		{"April 2008?", "2008-04?", ""},
		{"1985 (uncertain)", "1985?", ""},
		{"about 1985 (uncertain)", "1985%", ""},
		{"1999–2000", "1999/2000", ""},
		{"1999 – 2000", "1999/2000", ""},
		{"1999-2000", "1999/2000", ""},
		{"1999 to 2000", "1999/2000", ""},
		{"from 1999 to 2000", "1999/2000", ""},
		{"9–12 April 2008", "2008-04-09/2008-04-12", ""},
		{"9-12 April 2008", "2008-04-09/2008-04-12", ""},
		{"9 April – 3 May 2008", "2008-04-09/2008-05-03", ""},
		{"9 April 2008 – 3 May 2009", "2008-04-09/2009-05-03", ""},
		{"April–June 2008", "2008-04/2008-06", ""},
		{"April to June 2008", "2008-04/2008-06", ""},
		{"from 9 to 12 April 2008", "2008-04-09/2008-04-12", ""},
		{"between 2002 and 2012", "[2002..2012]", ""},
		{"between 9 April 2008 and May 2008", "[2008-04-09..2008-05]", ""},
		{"since 2012", "2012/..", ""},
		{"from 2012, still open", "2012/..", ""},
		{"from May 2012 onwards", "2012-05/..", ""},
		{"2012 – present", "2012/..", ""},
		{"until 1985", "../1985", ""},
		{"1667 or 1668", "[1667,1668]", ""},
		{"1984 or earlier", "[..1984]", ""},
		{"December 1760 or later", "[1760-12..]", ""},
		{"early 2016", "2016", "early"},
		{"late March 2016", "2016-03", "late"},
		{"mid-2016", "2016", "mid"},
		{"in the early 1980s", "198X", "early"},
		{"end of 2016", "2016", "end of"},

		{"", "", ""},
		{"9 April", "", ""},
		{"soon", "", ""},
		{"12", "", ""},
		{"3/4/2008", "", ""},
		{"13/4/2008", "2008-04-13", ""},
		{"30 February 2008", "", ""},
		{"12–9 April 2008", "", ""},
		{"2000–1999", "", ""},
		{"before 2012", "", ""},
		{"between 2012 and 2002", "", ""},
		{"Chapter 3", "", ""},
		{"since forever", "", ""},
		{strings.Repeat("1 ", 1000), "", ""},
	}
	for _, test := range tests {
		date, lost, ok := mdDate(test.text)
		if ok != (test.want != "") || ok && (date != test.want || lost != test.lost) {
			t.Errorf("%.40q: got %q, %q, %t, want %q, %q", test.text, date, lost, ok, test.want, test.lost)
		}
		if ok {
			edtf.MustParse(date)
		}
	}
}

// Words that dates are shown in are read as those dates, or as none, but not as others.
func TestMdDate_Words(t *testing.T) {
	read := 0
	for _, text := range someDates {
		d := edtf.MustParse(text)
		date, _, ok := mdDate(d.Words())
		if ok {
			read++
			a, b := edtf.MustParse(date).Bounds(), d.Bounds()
			if a.Earliest > b.Earliest || a.Latest < b.Latest {
				t.Errorf("%s is shown as %q, which is read as %s", text, d.Words(), date)
			}
		}
	}
	if read < 20 {
		t.Errorf("only %d are read", read)
	}
}

func TestCutDate(t *testing.T) {
	tests := []struct{ raw, date, behind string }{
		{"2007-02-28: Born", "2007-02-28", "Born"},
		{"9 April 2008 — Tried: guilty", "2008-04-09", "Tried: guilty"},
		{"9 April 2008 – 3 May 2009 – both", "2008-04-09/2009-05-03", "both"},
		{"1999 – 2000: both", "1999/2000", "both"},
		{"1999 – a year", "1999", "a year"},
		{"**2007-02-28**: Born", "2007-02-28", "Born"},
		{"**9 April 2008:** Tried", "2008-04-09", "Tried"},
		{"*2007* — Born", "2007", "Born"},
		{"__2007__ - Born", "2007", "Born"},
		{"2007-02-28 Born", "2007-02-28", "Born"},
		{"2007-02 Born", "2007-02", "Born"},
		{"April 9, 2008, at last", "2008-04-09", "at last"},
		{"2016-03\\~: about", "2016-03~", "about"},
		{"\\[2002..2012\\]: some time", "[2002..2012]", "some time"},
		{"2008: 2009 — a title", "2008", "2009 — a title"},
		{"2008:", "", ""},
		{"2007 was good", "", ""},
		{"What: 2007", "", ""},
		{"", "", ""},
		{"**", "", ""},
	}
	for _, test := range tests {
		date, behind, _, _ := cutDate(test.raw)
		if date != test.date || behind != test.behind {
			t.Errorf("%q: got %q and %q", test.raw, date, behind)
		}
	}
}

func TestMdText(t *testing.T) {
	tests := []struct{ raw, want, lost string }{
		{"plain 2 * 3 * 4, snake_case_name", "plain 2 * 3 * 4, snake_case_name", ""},
		{"**bold**, *it*, __b__ and _it_", "bold, it, b and it", "emphasis"},
		{"***both***", "both", "emphasis"},
		{"*not closed", "*not closed", ""},
		{`\*no\* \_no\_ \\ \a`, `*no* _no_ \ \a`, ""},
		{"[text](https://e.org/a_b_c) and [https://e.org](https://e.org)", "text (https://e.org/a_b_c) and https://e.org", ""},
		{`[text](<https://e.org/a b> "title")`, "text (https://e.org/a b)", ""},
		{"[a](https://e.org/x_(y))", "a (https://e.org/x_(y))", ""},
		{"[not] (a link) [nor](this", "[not] (a link) [nor](this", ""},
		{"![photo](p.png) here", "photo here", "an image: p.png"},
		{"<https://e.org/> <b>bold</b><br>next", "https://e.org/ bold\nnext", "HTML: <b>"},
		{"a < b > c <3", "a < b > c <3", ""},
		{"x <!-- a comment --> y", "x  y", "a comment: a comment"},
		{"a<!-->b<!--->c <!-- open", "abc <!-- open", "a comment: "},
		{"&amp; &#10; &lt;b&gt; &unknown; & &c", "& \n <b> &unknown; & &c", ""},
		{"`code *x*` ``a`b``", "code *x* a`b", "the type of code"},
		{"`open", "`open", ""},
	}
	for _, test := range tests {
		text, lost := mdText(test.raw)
		if text != test.want || test.lost != "" && !slices.Contains(lost, test.lost) || test.lost == "" && len(lost) > 0 {
			t.Errorf("%q: got %q, lost %q", test.raw, text, lost)
		}
	}
}

// Every text comes back from the form it is written in.
func TestMdEscaped(t *testing.T) {
	texts := slices.Clone(someTexts)
	r := rand.New(rand.NewPCG(1, 1))
	const letters = "ab \n\t\\`*_[]()<>!&#;,:.-+=~|$1—é\u202e\r\x01"
	for range 10000 {
		var b strings.Builder
		for range r.IntN(12) {
			runes := []rune(letters)
			b.WriteRune(runes[r.IntN(len(runes))])
		}
		texts = append(texts, b.String())
	}
	for _, text := range texts {
		escaped := mdEscaped(text, ";")
		if got, lost := mdText(escaped); got != text || len(lost) > 0 || strings.TrimSpace(escaped) != escaped {
			t.Fatalf("%q is written as %q and read as %q", text, escaped, got)
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		var lines []mdSource
		for i, line := range mdParagraphs(text) {
			lines = append(lines, mdSource{i + 1, 2, line})
		}
		var summary mdSummary
		for _, block := range mdBlocks(lines) {
			if block.kind != 'p' {
				t.Fatalf("%q is written as something else than a text: %q", text, mdParagraphs(text))
			}
			summary.add(&block, mdPlain(mdJoined(block.lines)))
		}
		if summary.String() != text {
			t.Fatalf("%q is written as %q and read as %q", text, mdParagraphs(text), summary.String())
		}
	}
}
