package exchange

import "strings"

// Markdown is a chronology as a document: dated lines in lists.
//
//	# Title
//
//	What it is about.
//
//	## A lane
//
//	- 2007-02-28: What happened
//
//	  More of it.
//
//	  - Status: disputed
//	  - People: Ann; Bob
//
//	  > What a source says
//	  >
//	  > — The source, where in it
//
// # What is read
//
// An item of a list that begins with a date and has something behind it is an event. The date is EDTF, which may have its
// words in brackets behind it, or written as in English (“9 April 2008”, “April 9, 2008”, “about March 2016”, “1999–2000”,
// “9–12 April 2008”, “since 2012”); 3/4/2008, of which either number may be the month, is none. Headings are lanes, the
// first of level 1 the title, and the text below that the summary.
//
// Lines that go on with an item's own are its title, as programs break long lines; a line break that is meant as one, by
// two spaces or a backslash, ends it. What else is indented below an item is its summary, but for items of a nested list
// that begin with one of these words: Status, People, Places, Tags, Also in (lanes), Known (party, since date), and the
// kinds of links (Leads to, Part of, …, with the title of the other event). Block quotations are claims; their last line,
// with a dash before it, names the source and, behind the first comma, the place in it. One without such a line is part of
// the summary. A comment such as <!-- event born-in-laeken --> gives an identifier, and may stand behind the title of a
// lane, event, source or dispute.
//
// Lists below the headings “Sources” and “Disputes” are those. Everything else is left out, which is said of each line.
// Emphasis, code and images are not kept; a link has its address behind its text.
//
// # How it is written
//
// As above, each event in its first lane. All of a timeline is in it but the order of events across lanes.
var Markdown = Format{
	Name: "markdown", Title: "Markdown", Extensions: []string{".md", ".markdown"},
	Detect: detectMarkdown, Read: readMarkdown, Write: writeMarkdown,
}

// detectMarkdown goes by dated lines in lists.
func detectMarkdown(content []byte) int {
	text, _, err := DecodeText(content)
	if err != nil || strings.HasPrefix(strings.TrimSpace(text), "BEGIN:") {
		return 0
	}
	dated, headings, lines := 0, 0, 0
	for line := range strings.Lines(text) {
		if lines++; lines > 2000 {
			break
		}
		if mdHeading.MatchString(strings.TrimRight(line, "\r\n")) {
			headings++
		}
		if item := mdItem.FindStringSubmatch(strings.TrimRight(line, "\r\n")); item != nil {
			if _, behind, _, ok := cutDate(item[3]); ok && behind != "" {
				dated++
			}
		}
	}
	switch {
	case dated == 0:
		return 0
	case headings > 0:
		return min(80, 50+dated)
	}
	return min(60, 30+dated)
}
