package exchange

import (
	"slices"
	"strings"

	"dateline/data"
	"dateline/data/edtf"
)

// mdResolver knows what the titles and identifiers of a document stand for.
type mdResolver struct {
	laneIDs, sourceIDs, eventIDs, disputeIDs IDs

	sectionLane map[*mdSection]string
	laneOf      map[string]string // identifiers by title
	sourceOf    map[string]string // identifiers by title
	eventOf     map[string]string // identifiers by title, "" for a title that several have
}

// finish makes the timeline of what has been read.
func (r *mdReader) finish() {
	r.mdResolver = &mdResolver{
		sectionLane: map[*mdSection]string{}, laneOf: map[string]string{}, sourceOf: map[string]string{}, eventOf: map[string]string{},
	}
	if r.timeline.Title == "" {
		r.timeline.Title = untitled
		r.notes = append(r.notes, "There is no heading of level 1, and so no title.")
	}
	r.readFront()
	r.readLanes()
	r.readSources()
	ids := entryIDs(r.events, "event", &r.eventIDs)
	for i, entry := range r.events {
		title := mdPlain(entry.raw)
		if _, several := r.eventOf[title]; several {
			r.eventOf[title] = ""
		} else {
			r.eventOf[title] = ids[i]
		}
	}
	for i, entry := range r.events {
		r.readEvent(entry, ids[i])
	}
	disputes := entryIDs(r.disputes, "dispute", &r.disputeIDs)
	for i, entry := range r.disputes {
		r.readDispute(entry, disputes[i])
	}
	for _, section := range r.sections {
		if _, lane := r.laneOf[section.title]; !section.used && !lane && r.sectionLane[section] == "" {
			r.lose(section.line, "the heading is left out, because nothing is below it that is read: %s", shortened(section.title))
		}
	}
	if len(r.timeline.Lanes) == 0 {
		r.timeline.Lanes = []Lane{{ID: "events", Title: plainLane}}
	}
}

// entryIDs returns the identifiers of entries: first those that the document gives, then those of their titles.
func entryIDs(entries []*mdEntry, kind string, ids *IDs) []string {
	list := make([]string, len(entries))
	for i, entry := range entries {
		if id := entry.mark.id(kind); ids.keep(id) {
			list[i] = id
		}
	}
	for i, entry := range entries {
		if list[i] == "" {
			list[i] = ids.Of(mdPlain(entry.raw), kind)
		}
	}
	return list
}

// readLanes makes lanes of headings. Those without anything below them are none, unless they say so.
func (r *mdReader) readLanes() {
	for _, section := range r.sections {
		if id := section.mark.id("lane"); section.kind == "lane" && r.laneIDs.keep(id) {
			r.sectionLane[section] = id
		}
	}
	for _, section := range r.sections {
		if section.kind == "lane" && (section.used || r.sectionLane[section] != "") || r.hasEvents(section) {
			r.addLane(section)
		}
	}
	for _, entry := range r.events {
		if entry.section == nil {
			r.laneTitled(plainLane)
		}
	}
}

// hasEvents reports whether events are below a heading that is not a lane's.
func (r *mdReader) hasEvents(section *mdSection) bool {
	return slices.ContainsFunc(r.events, func(e *mdEntry) bool { return e.section == section })
}

func (r *mdReader) addLane(section *mdSection) {
	id := r.sectionLane[section]
	if known, ok := r.laneOf[section.title]; ok && id == "" {
		r.sectionLane[section] = known
		return
	}
	title := section.title
	if strings.TrimSpace(title) == "" {
		title = plainLane
	}
	if id == "" {
		id = r.laneIDs.Of(title, "lane")
	}
	r.sectionLane[section] = id
	lane := Lane{ID: id, Title: title}
	for _, word := range section.mark.words[min(1, len(section.mark.words)):] {
		switch {
		case hexColor.MatchString(word) && len(word) == len("#RRGGBB"):
			lane.Color = word
		case slices.Contains(data.Markers, data.Marker(word)):
			lane.Marker = word
		case word == "untitled":
			lane.Title = ""
		}
	}
	if _, ok := r.laneOf[title]; !ok {
		r.laneOf[title] = id
	}
	r.timeline.Lanes = append(r.timeline.Lanes, lane)
}

// laneTitled returns the lane of a title, which is made where there is none.
func (r *mdReader) laneTitled(title string) string {
	id, ok := r.laneOf[title]
	if !ok {
		id = r.laneIDs.Of(title, "lane")
		r.laneOf[title] = id
		r.timeline.Lanes = append(r.timeline.Lanes, Lane{ID: id, Title: title})
	}
	return id
}

// readSources reads the list of sources.
func (r *mdReader) readSources() {
	ids := entryIDs(r.sources, "source", &r.sourceIDs)
	for i, entry := range r.sources {
		source := Source{ID: ids[i], Title: r.text(entry.line, entry.raw)}
		if _, ok := r.sourceOf[source.Title]; !ok {
			r.sourceOf[source.Title] = source.ID
		}
		if entry.mark.has("untitled") || strings.TrimSpace(source.Title) == "" {
			source.Title = ""
		}
		for _, block := range mdBlocks(entry.body) {
			raw := mdJoined(block.lines)
			name, value, _ := strings.Cut(raw, ": ")
			if block.kind != 'l' || !source.set(name, mdPlain(value)) {
				r.lose(block.line, "of the source “%s” this is left out: %s", shortened(source.Title), shortened(raw))
			}
		}
		r.timeline.Sources = append(r.timeline.Sources, source)
	}
}

// set gives a source one of its fields, and reports whether that is one of them and can have the value.
func (s *Source) set(name, value string) bool {
	into, good := map[string]*string{
		"Publisher": &s.Publisher, "Author": &s.Author, "Published": &s.Published, "Language": &s.Language,
		"Address": &s.URL, "File": &s.File,
	}[name], true
	switch name {
	case "Published":
		_, err := edtf.Parse(value)
		good = err == nil
	case "Address":
		good = isWebAddress(value)
	case "File":
		good = isDatasetFile(value)
	}
	if into == nil || !good || *into != "" {
		return false
	}
	*into = value
	return true
}

// isDatasetFile reports whether a text is a path that a dataset may name.
func isDatasetFile(path string) bool {
	t := &Timeline{Format: 1, Title: "t", Lanes: []Lane{{ID: "a"}}, Sources: []Source{{ID: "a", File: path}}}
	_, err := asSet(t)
	return err == nil
}
