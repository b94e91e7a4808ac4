package exchange

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"dateline/data/edtf"
)

// mdEntry is an item of a list that is kept, with what is below it.
type mdEntry struct {
	line    int
	indent  int
	date    string // of an event
	raw     string // its title
	mark    mdMark
	section *mdSection
	broken  bool // a line break that is meant as one is behind the title
	body    []mdSource
}

// mdSection is a heading and what is below it.
type mdSection struct {
	line  int
	title string
	mark  mdMark
	kind  string // "lane", "sources", "disputes"
	used  bool   // something below it has been kept
}

// mdLoss is what is lost of a line.
type mdLoss struct {
	line int
	what string
}

// mdReader makes a timeline of a document.
type mdReader struct {
	timeline *Timeline
	losses   []mdLoss
	notes    []string

	front    []mdSource // what is between the title and the first heading or item
	fronted  bool       // that is over
	sections []*mdSection
	events   []*mdEntry
	sources  []*mdEntry
	disputes []*mdEntry
	current  *mdEntry
	fence    string

	*mdResolver
}

// readMarkdown reads a document.
func readMarkdown(content []byte) (*Result, error) {
	text, encoding, err := DecodeText(content)
	if err != nil {
		return nil, err
	}
	lines, err := mdSources(text)
	if err != nil {
		return nil, err
	}
	r := &mdReader{timeline: &Timeline{Format: 1, Lanes: []Lane{}}, notes: encodingNote(encoding)}
	for i := 0; i < len(lines); i++ {
		if r.take(&lines[i], lines[i+1:]) {
			i++
		}
	}
	if len(r.events) == 0 && len(r.sources)+len(r.disputes) == 0 && !r.hasLanes() {
		return nil, errors.New("there is no dated line in this text: one is an item of a list, such as “- 2007-02-28: What happened”")
	}
	for _, entry := range r.events {
		entry.unwrap()
	}
	r.finish()
	return &Result{Timeline: r.timeline, Losses: r.inOrder(), Notes: r.notes}, nil
}

// inOrder returns what is lost in the order of the lines.
func (r *mdReader) inOrder() []Loss {
	slices.SortStableFunc(r.losses, func(a, b mdLoss) int { return cmp.Compare(a.line, b.line) })
	losses := make([]Loss, len(r.losses))
	for i, loss := range r.losses {
		losses[i] = Loss{fmt.Sprintf("line %d", loss.line), loss.what}
	}
	return losses
}

// hasLanes reports whether a heading says that it is a lane.
func (r *mdReader) hasLanes() bool {
	for _, section := range r.sections {
		if section.mark.kind == "lane" {
			return true
		}
	}
	return false
}

func (r *mdReader) lose(line int, format string, values ...any) {
	r.losses = append(r.losses, mdLoss{line, fmt.Sprintf(format, values...)})
}

// loseLine reports a line that is left out.
func (r *mdReader) loseLine(line *mdSource) {
	r.lose(line.number, "the line is left out, because it is no dated item: %s", shortened(strings.TrimSpace(line.raw)))
}

// take takes a line, and reports whether it also took the next: the line below a heading.
func (r *mdReader) take(line *mdSource, next []mdSource) bool {
	switch {
	case r.fence != "":
		if strings.HasPrefix(line.raw, r.fence) {
			r.fence = ""
		}
		r.loseLine(line)
	case line.blank(), r.current != nil && line.indent > r.current.indent+1:
		r.below(line)
	case mdFence.MatchString(line.raw):
		r.current, r.fence = nil, mdFence.FindString(line.raw)
		r.loseLine(line)
	case line.indent < 4 && mdHeading.MatchString(line.raw):
		found := mdHeading.FindStringSubmatch(line.raw)
		r.heading(line, len(found[1]), found[2])
	case mdItem.MatchString(line.raw) && !mdRule.MatchString(line.raw):
		r.item(line)
	default:
		return r.paragraph(line, next)
	}
	return false
}

// below takes a line that belongs to what is before it.
func (r *mdReader) below(line *mdSource) {
	switch {
	case r.current != nil:
		r.current.body = append(r.current.body, *line)
	case !r.fronted:
		r.front = append(r.front, *line)
	}
}

// paragraph takes a line of a text that is below no item, and reports whether the next one makes it a heading.
func (r *mdReader) paragraph(line *mdSource, next []mdSource) bool {
	r.current = nil
	rule := mdRule.MatchString(line.raw)
	switch {
	case !rule && len(next) > 0 && next[0].indent < 4 && mdUnderline.MatchString(next[0].raw):
		level := 2
		if next[0].raw[0] == '=' {
			level = 1
		}
		r.heading(line, level, line.raw)
		return true
	case r.fronted || rule:
		r.loseLine(line)
	default:
		r.front = append(r.front, *line)
	}
	return false
}

func (r *mdReader) heading(line *mdSource, level int, raw string) {
	r.current = nil
	raw, mark := cutMark(raw)
	title := r.text(line.number, raw)
	if level == 1 && r.timeline.Title == "" && mark.kind == "" && strings.TrimSpace(title) != "" {
		r.timeline.Title = title
		r.fronted = len(r.events) > 0
		return
	}
	r.fronted = true
	kind := "lane"
	if mark.kind == "sources" || mark.kind == "disputes" {
		kind = mark.kind
	} else if folded := strings.ToLower(title); mark.kind == "" && (folded == "sources" || folded == "disputes") {
		kind = folded
	}
	r.sections = append(r.sections, &mdSection{line.number, title, mark, kind, false})
}

// section returns the heading that what comes next is below, nil for none.
func (r *mdReader) section() *mdSection {
	if len(r.sections) == 0 {
		return nil
	}
	return r.sections[len(r.sections)-1]
}

// item takes an item of a list that is below no other.
func (r *mdReader) item(line *mdSource) {
	r.current, r.fronted = nil, true
	raw, mark := cutMark(mdItem.FindStringSubmatch(line.raw)[3])
	section := r.section()
	entry := &mdEntry{line: line.number, indent: line.indent, raw: strings.TrimSpace(raw), mark: mark, section: section}
	date, behind, lost, dated := cutDate(entry.raw)
	dated = dated && behind != ""
	switch {
	case mark.kind == "source", section != nil && section.kind == "sources" && !dated:
		r.sources = append(r.sources, entry)
	case mark.kind == "dispute", section != nil && section.kind == "disputes" && !dated:
		r.disputes = append(r.disputes, entry)
	case dated:
		if lost != "" {
			r.lose(line.number, "“%s” of the date is left out: %s is as precise as it can be written", lost, date)
		}
		entry.date, entry.raw, entry.broken = date, behind, breaksLine(raw)
		r.events = append(r.events, entry)
	default:
		r.loseLine(line)
		return
	}
	if section != nil {
		section.used = true
	}
	r.current = entry
}

// text returns the plain text of a text with markup, and reports what is lost of that.
func (r *mdReader) text(line int, raw string) string {
	text, lost := mdText(raw)
	for _, what := range lost {
		r.lose(line, "%s is left out", what)
	}
	return text
}

// readFront reads what is below the title.
func (r *mdReader) readFront() {
	var paragraphs []string
	for _, block := range mdBlocks(r.front) {
		raw := mdJoined(block.lines)
		name, value, _ := strings.Cut(raw, ": ")
		d, err := edtf.Parse(mdPlain(value))
		switch {
		case block.kind == 'q':
			r.lose(block.line, "the quotation is left out, because it is below no item: %s", shortened(raw))
		case name == "Span" && err == nil && r.timeline.Span == "":
			r.timeline.Span = d.String()
		case name == "Language" && r.timeline.Language == "" && !strings.ContainsAny(value, " \n"):
			r.timeline.Language = mdPlain(value)
		default:
			if text := r.text(block.line, raw); strings.TrimSpace(text) != "" {
				paragraphs = append(paragraphs, text)
			}
		}
	}
	r.timeline.Summary = strings.Join(paragraphs, "\n\n")
}
