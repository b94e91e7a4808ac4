package exchange

import (
	"bytes"
	"regexp"
	"strings"
)

// TimelineProject is the format of The Timeline Project, a desktop program: XML in files that end in “.timeline”.
//
// # What it is read as
//
//   - Categories are lanes, with their colours; an event has that of <category> and those of <categories>. Events
//     without one are in a lane “Events”, eras are events in a lane “Eras”.
//   - Times are written to the second always. Where all times of an event are 00:00:00, the program shows days alone,
//     and so they are read: an event from 1 January 00:00:00 to 5 January 00:00:00, which it calls “1 Jan to 5 Jan”, is
//     2017-01-01/2017-01-05. That holds whatever its author meant, for it leaves open whether 5 January is in it. Other
//     times are read to the minute where the seconds are 00, because the program has no more to be filled in.
//   - Fuzzy means that the ends are not known exactly: the date is approximate (~). EDTF has no approximate time of
//     day; of one only the day is kept. An event that ends today goes on (/..).
//   - A container is an event, and its subevents are part of it. Labels are tags. The addresses of hyperlinks are
//     sources, and claims that have nothing but these.
//
// # How it is written
//
// The program refuses a file that has anything it does not know, but passes over processing instructions, in which the
// timeline travels along; it leaves them out when it saves the file. A date that is not one or two days or moments is
// written with its first and last day, and fuzzy. Events that are part of another become its subevents only where the
// program would not move them: where they do not touch each other and fill the time of the container.
var TimelineProject = Format{
	Name: "timeline-project", Title: "The Timeline Project", Extensions: []string{".timeline"},
	Detect: detectTimelineProject, Read: readTimelineProject, Write: writeTimelineProject,
}

var tlpRoot = regexp.MustCompile(`^(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)*<timeline\s*>`)

// detectTimelineProject goes by the first element and those that a file must have. A document type is passed over, so that
// reading can say why such a file is refused.
func detectTimelineProject(content []byte) int {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	if !tlpRoot.Match(content) {
		return 0
	}
	for _, name := range []string{"<timetype>", "<categories", "<events", "<version>"} {
		if bytes.Contains(content, []byte(name)) {
			return 95
		}
	}
	return 40
}

// readTimelineProject reads a file with what Dateline itself has written into it.
func readTimelineProject(content []byte) (*Result, error) {
	c, err := tlpCarrier(content)
	if err != nil {
		return nil, err
	}
	return c.restored(func(t *Timeline) (*carrier, error) {
		content, _, err := writeTimelineProject(t)
		if err != nil {
			return nil, err
		}
		return tlpCarrier(content)
	}), nil
}

// tlpCarrier reads a file as the program itself does.
func tlpCarrier(content []byte) (*carrier, error) {
	root, err := parseTlp(content)
	if err != nil {
		return nil, err
	}
	r := newTlpReader()
	if err := r.read(root); err != nil {
		return nil, err
	}
	return r.carrier(), nil
}

// tlpEras is the name of the lane of eras.
const tlpEras = "Eras"

// tlpInstruction is the target of the processing instructions that are Dateline's.
const tlpInstruction = "dateline"

// tlpPlainColor is the colour of events that the program gives them where nothing else is said.
const tlpPlainColor = "200,200,200"

// tlpLabel reports whether a tag can be a label: labels are parted by white space.
func tlpLabel(tag string) bool {
	return tag != "" && len(strings.Fields(tag)) == 1 && strings.TrimSpace(tag) == tag
}
