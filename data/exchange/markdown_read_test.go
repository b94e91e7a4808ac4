package exchange

import (
	"strings"
	"testing"
)

const mdSample = `---
author: Ann
---

The trial of Ann
================

What happened, in **short**,
as told by two papers.

> A motto

## The defendant

- 2007-02-28: Arrested in [Laeken](https://example.org/laeken)
  by two officers.
* 9 April 2008 — Tried *at last*

  She was tried.

  Then:
  - a verdict
  - Status: Disputed
  - People: Ann; Bob \; Bill
  - Places: Brussels
  - Tags: trial; law
  - Status: unclear
  - Also in: The court; The press
  - Known: public, since 2008-04-10 (claim 1)
  - Known: The press, since soon
  - Known: CIA, since 2008 (claim 9)
  - Follows: nothing
  - Leads to: Freed

  > She was "tried".
  > It took long.
  >
  > — The Gazette, 10 April 2008, page 3 (dated 2008-04-08)

  > Nobody says this.

1. early 2009: Freed
   
## The court

Some text about the court.

- no date here
- 3/4/2008: could be March or April
- 2010

` + "```\n- 2011: code\n```" + `

### Empty

## Sources

- The Gazette, Brussels
  - Publisher: Gazette
  - Address: https://example.org/gazette
  - Address: somewhere
  - Mood: good
- 2016-11-08: a dated line here is an event

## Disputes

- When?
  - Event: Freed
  - Answer: In 2009.
    > 2009
    > — The Gazette, Brussels
  - Answer: Never.
`

func TestReadMarkdown(t *testing.T) {
	result, err := readMarkdown([]byte(strings.ReplaceAll(mdSample, "\n", "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	valid(t, result.Timeline)
	first := 0
	sameTimeline(t, result.Timeline, &Timeline{
		Format: 1, Title: "The trial of Ann", Summary: "What happened, in short, as told by two papers.",
		Lanes: []Lane{{ID: "the-defendant", Title: "The defendant"}, {ID: "sources", Title: "Sources"}, {ID: "the-court", Title: "The court"}, {ID: "the-press", Title: "The press"}},
		Sources: []Source{
			{ID: "the-gazette-brussels", Title: "The Gazette, Brussels", Publisher: "Gazette", URL: "https://example.org/gazette"},
			{ID: "the-gazette", Title: "The Gazette"},
		},
		Events: []Event{
			{
				ID: "arrested-in-laeken-https-example-org-laeken-by-t", Lanes: []string{"the-defendant"}, Date: "2007-02-28",
				Title: "Arrested in Laeken (https://example.org/laeken) by two officers.",
			},
			{
				ID: "tried-at-last", Lanes: []string{"the-defendant", "the-court", "the-press"}, Date: "2008-04-09", Title: "Tried at last",
				Summary: "She was tried.\n\nThen:\n- a verdict\n- Status: unclear\n- Known: The press, since soon\n- Follows: nothing\n\n“Nobody says this.”",
				Status:  "disputed", People: []string{"Ann", "Bob ; Bill"}, Places: []string{"Brussels"}, Tags: []string{"trial", "law"},
				Claims: []Claim{{"the-gazette", "She was \"tried\". It took long.", "10 April 2008, page 3", "2008-04-08"}},
				Known:  []Known{{"public", "2008-04-10", &first}, {"CIA", "2008", nil}},
				Links:  []Link{{"freed", "leads-to"}},
			},
			{ID: "freed", Lanes: []string{"the-defendant"}, Date: "2009", Title: "Freed"},
			{ID: "a-dated-line-here-is-an-event", Lanes: []string{"sources"}, Date: "2016-11-08", Title: "a dated line here is an event"},
		},
		Disputes: []Dispute{{"when", "When?", []string{"freed"}, []Answer{{"the-gazette-brussels", "In 2009.", "2009"}}}},
	})
	const left = "the line is left out, because it is no dated item: "
	sameLines(t, result.Losses, []string{
		"line 1: " + left + "---",
		"line 2: the heading is left out, because nothing is below it that is read: author: Ann",
		"line 8: emphasis is left out",
		"line 11: the quotation is left out, because it is below no item: A motto",
		"line 17: emphasis is left out",
		"line 31: there is no claim 9 of “Tried at last”: it is left out",
		"line 40: the quotation names no source in a last line with a dash: it is in the summary",
		"line 42: “early” of the date is left out: 2009 is as precise as it can be written",
		"line 46: " + left + "Some text about the court.",
		"line 48: " + left + "- no date here",
		"line 49: " + left + "- 3/4/2008: could be March or April",
		"line 50: " + left + "- 2010",
		"line 52: " + left + "```",
		"line 53: " + left + "- 2011: code",
		"line 54: " + left + "```",
		"line 56: the heading is left out, because nothing is below it that is read: Empty",
		"line 63: of the source “The Gazette, Brussels” this is left out: Address: somewhere",
		"line 64: of the source “The Gazette, Brussels” this is left out: Mood: good",
		"line 69: an answer is left out, because no source is named below it: Never.",
	})
}

func TestReadMarkdown_Small(t *testing.T) {
	tests := []struct{ name, text, want string }{ // what: date title in lane
		{"no headings", "- 2007: a\n- 2008: b", "2007 a in Events; 2008 b in Events"},
		{"indented list", "  - 2007: a\n  - 2008: b", "2007 a in Events; 2008 b in Events"},
		{"tabs", "-\t2007: a\n\n\tmore", "2007 a in Events"},
		{"numbered", "1. 2007: a\n2) 2008: b", "2007 a in Events; 2008 b in Events"},
		{"several headings of level 1", "# T\n# A\n- 2007: a\n# B\n- 2008: b", "2007 a in A; 2008 b in B"},
		{"the same heading twice", "## A\n- 2007: a\n## A\n- 2008: b", "2007 a in A; 2008 b in A"},
		{"closed headings", "# T #\n## A ##\n- 2007: a", "2007 a in A"},
		{"below an item that is none", "- years\n  - 2007: a\n    more", "2007 a more in Events"},
		{"lines that go on", "- 2007: a\n  b *c*\n  d\n\n  more", "2007 a b c d in Events"},
		{"a line break", "- 2007: a  \n  more", "2007 a in Events"},
		{"a line break in what goes on", "- 2007: a\n  b\\\n  more", "2007 a b in Events"},
		{"a backslash, and nothing below", "- 2007: a\\", `2007 a\ in Events`},
		{"nothing left", "- 2007: <b></b>", "2007 Untitled event in Events"},
		{"old line ends", "# T\r- 2007: a\r", "2007 a in Events"},
		{"mark", "\ufeff- 2007: a", "2007 a in Events"},
		{"controls", "- 2007: a\x01b\u202ec, or a long text so that it is still a text", "2007 a\x01b\u202ec, or a long text so that it is still a text in Events"},
		{"the same identifier twice", "- 2007: a <!-- event x -->\n- 2008: b <!-- event x -->", "2007 a in Events; 2008 b in Events"},
		{"no identifier", "- 2007: a <!-- event Ä -->", "2007 a in Events"},
		{"a source without a title", "- 2007: a\n  > q\n  > — &#32;, p", "2007 a in Events"},
		{"sources without titles", "- 2007: a\n\n## Sources\n- &#32;\n- &#32;", "2007 a in Events"},
		{"sources as a lane", "## Sources <!-- lane sources -->\n- 2007: a", "2007 a in Sources"},
	}
	for _, test := range tests {
		result, err := readMarkdown([]byte(test.text))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		set := valid(t, result.Timeline)
		var got []string
		for i := range set.Events.Len() {
			got = append(got, set.Events.Date(i).String()+" "+set.Events.Title(i)+" in "+set.Lanes[set.Events.Lanes(i)[0]].Title)
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%s: got %q", test.name, got)
		}
	}
}

func TestReadMarkdown_Wrong(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"empty", "", "there is no dated line"},
		{"no dates", "# Title\n\n- a\n- b\n", "there is no dated line"},
		{"binary", "- 2007: a\x00", "not a text file"},
		{"long", "- 2007: " + strings.Repeat("a", 2<<20), "line 1 is longer than 1048576 bytes"},
	}
	for _, test := range tests {
		_, err := readMarkdown([]byte(test.content))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
	}
}

// Nothing in a text takes more time than its length: a long line of markup is read at once.
func TestReadMarkdown_Pathological(t *testing.T) {
	for _, piece := range []string{"[", "]", "![", "*a ", "**a*", "_a", "`", "`a``b", "<", "<!--", "&", "&#", "\\", "> ", "- ", "](", "[a](", "—, ", "a, "} {
		text := "- 2007: a\n\n  " + strings.Repeat(piece, (1<<18)/len(piece)) + "\n"
		if _, err := readMarkdown([]byte(text)); err != nil {
			t.Errorf("%s: %v", piece, err)
		}
	}
}
