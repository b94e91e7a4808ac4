package exchange

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/data"
	"dateline/data/edtf"
)

// readEvent reads an item with what is below it.
func (r *mdReader) readEvent(entry *mdEntry, id string) {
	event := Event{ID: id, Date: entry.date, Title: r.text(entry.line, entry.raw)}
	if strings.TrimSpace(event.Title) == "" {
		r.lose(entry.line, "nothing of the text is left: the event is called “%s”", untitledEvent)
		event.Title = untitledEvent
	}
	if entry.section != nil {
		event.Lanes = []string{r.sectionLane[entry.section]}
	} else {
		event.Lanes = []string{r.laneTitled(plainLane)}
	}
	var summary mdSummary
	var known []mdBlock
	for _, block := range mdBlocks(entry.body) {
		switch {
		case block.kind == 'q' && r.readClaim(&block, &event):
		case block.kind == 'q':
			r.lose(block.line, "the quotation names no source in a last line with a dash: it is in the summary")
			summary.add(&block, "“"+r.text(block.line, mdJoined(block.lines))+"”")
		case block.kind == 'l' && isKnown(&block):
			known = append(known, block)
		case block.kind == 'l' && r.readField(&block, &event):
		default:
			summary.add(&block, r.text(block.line, mdJoined(block.lines)))
		}
	}
	for i := range known {
		r.readKnown(&known[i], &event)
	}
	event.Summary = summary.String()
	r.timeline.Events = append(r.timeline.Events, event)
}

// mdNoWrap is how lines begin that do not go on with the paragraph before them.
var mdNoWrap = regexp.MustCompile("^(?:```|~~~|#{1,6}[ \t]|<!--)")

// unwrap puts the lines that go on with the item's own to its title: programs break long ones. What is behind a line
// break that is meant as one, by two spaces or a backslash, stays below.
func (e *mdEntry) unwrap() {
	lines := []string{e.raw}
	broken := e.broken
	for !broken && len(e.body) > 0 && !e.body[0].blank() {
		raw := e.body[0].raw
		if kind, _, _ := blockKind(raw); kind != 'p' || mdNoWrap.MatchString(raw) {
			break
		}
		broken = breaksLine(raw)
		lines = append(lines, strings.TrimRight(raw, " \t"))
		e.body = e.body[1:]
	}
	if last := len(lines) - 1; broken && len(e.body) > 0 && !e.body[0].blank() {
		lines[last] = strings.TrimSuffix(lines[last], `\`)
	}
	e.raw = mdJoined(lines)
}

// mdSummary puts the paragraphs of a summary together.
type mdSummary struct{ strings.Builder }

func (s *mdSummary) add(block *mdBlock, text string) {
	if s.Len() > 0 {
		s.WriteByte('\n')
		if block.apart {
			s.WriteByte('\n')
		}
	}
	switch {
	case block.kind == 'l' && len(block.marker) == 1:
		text = "- " + text
	case block.kind == 'l':
		text = block.marker + " " + text
	}
	s.WriteString(text)
}

// field returns the name and the value of an item such as “Status: disputed”, with the comment behind it.
func (b *mdBlock) field() (name, value string, mark mdMark) {
	raw, mark := cutMark(mdJoined(b.lines))
	name, value, _ = strings.Cut(raw, ":")
	return strings.ToLower(name), strings.TrimSpace(value), mark
}

// readField takes an item that is one of an event's fields.
func (r *mdReader) readField(block *mdBlock, event *Event) bool {
	name, value, mark := block.field()
	if value == "" {
		return false
	}
	switch name {
	case "status":
		status := strings.ToLower(mdPlain(value))
		if event.Status != "" || !slices.Contains(data.Statuses, data.Status(status)) {
			return false
		}
		event.Status = status
	case "people":
		event.People = append(event.People, r.texts(block.line, value)...)
	case "places":
		event.Places = append(event.Places, r.texts(block.line, value)...)
	case "tags":
		event.Tags = append(event.Tags, r.texts(block.line, value)...)
	case "also in":
		r.readLanesOf(block.line, value, mark, event)
	default:
		return r.readLink(name, value, mark, event)
	}
	return true
}

// texts returns the texts of a list that semicolons part.
func (r *mdReader) texts(line int, raw string) []string {
	var list []string
	for _, part := range splitRaw(raw, ';') {
		if text := r.text(line, part); text != "" {
			list = append(list, text)
		}
	}
	return list
}

// readLanesOf adds lanes to an event.
func (r *mdReader) readLanesOf(line int, value string, mark mdMark, event *Event) {
	var lanes []string
	if id := mark.id("lane"); id != "" && slices.ContainsFunc(r.timeline.Lanes, func(l Lane) bool { return l.ID == id }) {
		lanes = []string{id}
	} else {
		for _, title := range r.texts(line, value) {
			lanes = append(lanes, r.laneTitled(title))
		}
	}
	for _, lane := range lanes {
		if !slices.Contains(event.Lanes, lane) {
			event.Lanes = append(event.Lanes, lane)
		}
	}
}

// readLink takes an item that links an event to another.
func (r *mdReader) readLink(name, value string, mark mdMark, event *Event) bool {
	for _, kind := range data.LinkKinds {
		if name != kind.Words() {
			continue
		}
		to := mark.id("event")
		if to == "" || !r.eventIDs.used[to] {
			to = r.eventOf[mdPlain(value)]
		}
		if to != "" {
			event.Links = append(event.Links, Link{to, string(kind)})
		}
		return to != ""
	}
	return false
}

var mdKnown = regexp.MustCompile(`^(.+), since (\S+)(?: \(claim (\d{1,6})\))?$`)

// isKnown reports whether an item says to whom the event is known since when.
func isKnown(block *mdBlock) bool {
	name, value, _ := block.field()
	found := mdKnown.FindStringSubmatch(value)
	if name != "known" || found == nil {
		return false
	}
	_, err := edtf.Parse(mdPlain(found[2]))
	return err == nil
}

// readKnown takes such an item, when all claims are known.
func (r *mdReader) readKnown(block *mdBlock, event *Event) {
	_, value, mark := block.field()
	found := mdKnown.FindStringSubmatch(value)
	known := Known{By: r.text(block.line, found[1]), Date: mdPlain(found[2])}
	if id := mark.id("lane"); r.laneIDs.used[id] {
		known.By = id
	}
	if number, err := strconv.Atoi(found[3]); err == nil {
		if number--; number >= 0 && number < len(event.Claims) {
			known.Claim = &number
		} else {
			r.lose(block.line, "there is no claim %s of “%s”: it is left out", found[3], shortened(event.Title))
		}
	}
	event.Known = append(event.Known, known)
}
