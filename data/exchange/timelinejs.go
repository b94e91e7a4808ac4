package exchange

import (
	"errors"
	"slices"
	"strings"
)

// TimelineJSON is the JSON of Knight Lab's TimelineJS 3.
//
// A slide becomes an event, its text the summary. A group becomes a lane; eras become events in the lane “Eras”; the title
// slide is the title and the summary of the whole. A year before 1 is counted as TimelineJS shows it: −1 is 1 BCE; beyond
// 99,999 BCE, where it speaks of “years ago”, it is taken as it is. What is shown in place of a date (display_date) goes
// to the beginning of the summary, unless it says the same as the date. Media that is a quotation becomes a claim with the
// credit as its source; a page of the web becomes a source with a claim; pictures, sounds and videos are losses. A time
// of day of nothing but zeros is no time. The scale says nothing of the dates and is not kept.
//
// What TimelineJS has no place for is written in fields “dateline”, which it ignores; the first quotation of an event is
// its media.
var TimelineJSON = Format{
	Name: "timelinejs", Title: "TimelineJS (JSON)", Extensions: []string{".json"},
	Detect: detectTimelineJS, Read: readTimelineJS, Write: writeTimelineJS,
}

func detectTimelineJS(content []byte) int {
	shape := shapeOf(content)
	switch {
	case !shape.root["events"] || hasAny(shape.root, "lanes", "dateTimeFormat"):
		return 0
	case shape.item["start_date"]:
		return 95
	case hasAny(shape.item, "text", "media", "unique_id") && !hasAny(shape.item, "start", "s", "date"):
		return 50
	case shape.root["eras"], shape.root["scale"]:
		return 50
	}
	return 0
}

// readTimelineJS reads TimelineJS's JSON. The error has line and column where the file is not JSON.
func readTimelineJS(content []byte) (*Result, error) {
	root, notes, err := readJSON(content)
	if err != nil {
		return nil, err
	}
	events := root.get("events")
	switch list := events != nil && events.kind == jsonArray; {
	case !list && root.get("timeline").get("date") != nil:
		return nil, errors.New("this is the JSON of TimelineJS 2, which is not read: only that of version 3 is")
	case !list:
		return nil, errors.New("this is not a timeline of TimelineJS: it has no list “events”")
	}
	f := &shownFile{notes: notes}
	f.readOwnWhole(root)
	r := slideReader{}
	f.head = r.title(root.get("title"))
	if scale := root.words("scale"); scale != "" && scale != "human" && scale != "cosmological" {
		f.head.lose("the scale “%s” is not known", shortened(scale))
	}
	for _, slide := range events.elements() {
		shown := r.slide(slide)
		f.readOwnEvent(&shown, slide)
		shown.rest(slide, "")
		f.items = append(f.items, shown)
	}
	for _, era := range root.get("eras").elements() {
		shown := r.era(era)
		f.readOwnEvent(&shown, era)
		shown.rest(era, "")
		f.items = append(f.items, shown)
	}
	f.head.rest(root, "")
	return f.timeline(showSlides), nil
}

// slideReader reads slides.
type slideReader struct{}

// title reads the title slide.
func (r *slideReader) title(slide *jsonNode) shownItem {
	var shown shownItem
	if slide == nil {
		return shown
	}
	r.text(&shown, slide)
	slide.get("unique_id") // TimelineJS gives it one
	if media := slide.get("media"); media != nil {
		shown.rest(media, "title.media.")
	}
	shown.rest(slide, "title.")
	return shown
}

// text reads what every slide and era has.
func (r *slideReader) text(shown *shownItem, slide *jsonNode) {
	text := slide.get("text")
	shown.title = shown.line("the headline", text.words("headline"))
	shown.summary = shown.plain("the text", text.words("text"))
	shown.rest(text, "text.")
}

// slide reads a slide but its unknown fields.
func (r *slideReader) slide(slide *jsonNode) shownItem {
	var shown shownItem
	if !slide.isObject() {
		shown.lose("it is not a slide: %s", shortened(string(slide.raw)))
		return shown
	}
	r.text(&shown, slide)
	shown.id = slide.words("unique_id")
	shown.lane = shown.line("the group", slide.words("group"))
	r.dates(&shown, slide)
	r.media(&shown, slide.get("media"))
	return shown
}

// erasLane is the lane of eras.
const erasLane = "Eras"

func (r *slideReader) era(era *jsonNode) shownItem {
	var shown shownItem
	r.text(&shown, era)
	shown.id, shown.lane = era.words("unique_id"), erasLane
	r.dates(&shown, era)
	return shown
}

// media reads what is shown beside the text.
func (r *slideReader) media(shown *shownItem, media *jsonNode) {
	if media == nil {
		return
	}
	defer shown.rest(media, "media.")
	address := media.words("url")
	if address == "" {
		return
	}
	caption, credit := media.words("caption"), media.words("credit")
	switch {
	case strings.HasPrefix(strings.ToLower(address), "<blockquote"):
		quote, cite := address, ""
		if at := strings.Index(strings.ToLower(address), "<cite"); at > 0 && at < len(address) {
			quote, cite = address[:at], address[at:]
		}
		quote, cite = shown.plain("the media", quote), shown.line("the media", cite)
		source := Source{Title: shown.line("the credit", credit), Author: cite, URL: r.link(shown, media)}
		if source.Title == "" {
			source.Title, source.Author = cite, ""
		}
		if source.Title == "" {
			source.Title = "Quotation without credit"
		}
		shown.loseCaption(caption)
		shown.evidence = append(shown.evidence, shownEvidence{source, quote})
	case isWebAddress(address) && !isPicture(address):
		source := Source{Title: shown.line("the caption", caption), Author: shown.line("the credit", credit), URL: address}
		if source.Title == "" {
			source.Title = address
		}
		shown.evidence = append(shown.evidence, shownEvidence{source: source})
	default:
		shown.lose("the media has no place in Dateline: “%s”, caption “%s”, credit “%s”", shortened(address),
			shortened(shown.line("the caption", caption)), shortened(shown.line("the credit", credit)))
	}
}

func (s *shownItem) loseCaption(caption string) {
	if caption != "" {
		s.lose("the caption of the media has no place in Dateline: “%s”", shortened(caption))
	}
}

// link returns where a quotation leads to.
func (r *slideReader) link(shown *shownItem, media *jsonNode) string {
	link := media.words("link")
	if link != "" && !isWebAddress(link) {
		shown.lose("the link of the media is not an address of the web: “%s”", shortened(link))
		return ""
	}
	return link
}

// isPicture reports whether an address is that of a file with a picture, sound or video, going by its ending.
func isPicture(address string) bool {
	path, _, _ := strings.Cut(strings.ToLower(address), "?")
	path, _, _ = strings.Cut(path, "#")
	return slices.ContainsFunc([]string{
		".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".avif", ".bmp", ".tif", ".tiff", ".mp3", ".ogg", ".oga",
		".wav", ".m4a", ".aac", ".flac", ".mp4", ".m4v", ".webm", ".ogv", ".mov",
	}, func(ending string) bool { return strings.HasSuffix(path, ending) })
}
