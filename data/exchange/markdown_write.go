package exchange

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"dateline/data"
)

// mdWriter writes a timeline as a document.
type mdWriter struct {
	bytes.Buffer
	timeline *Timeline
	set      *data.Set
	lanes    map[string]int // by identifier
	sources  map[string]int // by identifier
	events   map[string]int // by identifier
	titles   map[string]int // how many sources have a title
}

// writeMarkdown writes a document.
func writeMarkdown(t *Timeline) ([]byte, []Loss, error) {
	set, err := asSet(t)
	if err != nil {
		return nil, nil, err
	}
	w := &mdWriter{timeline: t, set: set, titles: map[string]int{}}
	w.lanes = placesOf(textsOf(t.Lanes, func(l *Lane) string { return l.ID }))
	w.sources = placesOf(textsOf(t.Sources, func(s *Source) string { return s.ID }))
	w.events = placesOf(textsOf(t.Events, func(e *Event) string { return e.ID }))
	for i := range set.Sources {
		w.titles[set.Sources[i].Title]++
	}
	var losses []Loss
	if t.Schema != "" {
		losses = append(losses, Loss{"", "the address of the schema, which is for programs, is left out"})
	}
	if content, _, err := writeOwn(t); err == nil && bytes.Contains(content, []byte(`\u0000`)) {
		losses = append(losses, Loss{"", "characters that no text has (U+0000) are written as �"})
	}
	w.writeFront()
	w.writeLanes()
	w.writeDisputes()
	w.writeSources()
	return w.Bytes(), losses, nil
}

// placesOf returns the places of texts in a list.
func placesOf(list []string) map[string]int {
	places := make(map[string]int, len(list))
	for i, text := range list {
		places[text] = i
	}
	return places
}

// line writes a line with an indentation.
func (w *mdWriter) line(indent, text string) {
	w.WriteString(strings.TrimRight(indent+text, " "))
	w.WriteByte('\n')
}

// paragraphs writes a text with a blank line before it.
func (w *mdWriter) paragraphs(indent, text string) {
	w.WriteByte('\n')
	for _, line := range mdParagraphs(text) {
		w.line(indent, line)
	}
}

// mdComment returns what Dateline reads behind a text.
func mdComment(words ...string) string { return " <!-- " + strings.Join(words, " ") + " -->" }

var mdNamed = regexp.MustCompile(`^(?:Span|Language): `)

func (w *mdWriter) writeFront() {
	w.line("", "# "+mdEscaped(w.timeline.Title, "#"))
	if w.timeline.Summary != "" {
		before := ""
		for _, line := range mdParagraphs(w.timeline.Summary) {
			if before == "" && mdNamed.MatchString(line) { // which would be taken for the language or the span
				line = strings.Replace(line, ":", `\:`, 1)
			}
			if before == "" && line != "" {
				w.WriteByte('\n')
			}
			if line != "" {
				w.line("", line)
			}
			before = line
		}
	}
	if w.timeline.Language != "" {
		w.line("", "\nLanguage: "+mdEscaped(w.timeline.Language, ""))
	}
	if w.timeline.Span != "" {
		w.line("", "\nSpan: "+mdEscaped(w.timeline.Span, ""))
	}
}

func (w *mdWriter) writeLanes() {
	byLane := make([][]int, len(w.timeline.Lanes))
	for number := range w.timeline.Events {
		home := w.lanes[w.timeline.Events[number].Lanes[0]]
		byLane[home] = append(byLane[home], number)
	}
	for i, lane := range w.timeline.Lanes {
		words := []string{"lane", lane.ID}
		for _, word := range []string{lane.Color, lane.Marker} {
			if word != "" {
				words = append(words, word)
			}
		}
		w.line("", "\n## "+w.titled(lane.Title, lane.ID, &words, "#")+mdComment(words...))
		for _, number := range byLane[i] {
			w.writeEvent(&w.timeline.Events[number])
		}
	}
}

// titled returns a title, or the identifier where there is none, which the words of the comment then say.
func (w *mdWriter) titled(title, id string, words *[]string, more string) string {
	if strings.TrimSpace(title) == "" {
		*words = append(*words, "untitled")
		return id
	}
	return mdEscaped(title, more)
}

// plainEDTF are dates that need no words beside them.
var plainEDTF = regexp.MustCompile(`^\d{4}(-(0\d|1[0-2])(-\d\d)?)?(/\d{4}(-(0\d|1[0-2])(-\d\d)?)?)?$`)

// date returns a date, with its words where it is not plain.
func (w *mdWriter) date(e *Event) string {
	if plainEDTF.MatchString(e.Date) {
		return e.Date
	}
	i, _ := w.set.Events.Index(e.ID)
	return mdEscaped(e.Date+" ("+w.set.Events.Date(i).Words()+")", "")
}

const mdIndent = "  "

func (w *mdWriter) writeEvent(e *Event) {
	w.line("", "\n- "+w.date(e)+": "+mdEscaped(e.Title, "")+mdComment("event", e.ID))
	if e.Summary != "" {
		w.paragraphs(mdIndent, e.Summary)
	}
	if fields := w.fields(e); len(fields) > 0 {
		w.WriteByte('\n')
		for _, field := range fields {
			w.line(mdIndent, "- "+field)
		}
	}
	for _, claim := range e.Claims {
		w.WriteByte('\n')
		w.writeQuote(mdIndent, claim.Quote, w.cited(claim))
	}
}

// writeQuote writes a block quotation with its source.
func (w *mdWriter) writeQuote(indent, quote, by string) {
	if quote != "" {
		for _, line := range mdParagraphs(quote) {
			w.line(indent, "> "+line)
		}
		w.line(indent, ">")
	}
	w.line(indent, "> — "+by)
}

// cited returns the source of a claim with the place in it.
func (w *mdWriter) cited(claim Claim) string {
	title := w.set.Sources[w.sources[claim.Source]].Title
	text := mdEscaped(title, ",")
	if claim.Locator != "" {
		text += ", " + strings.ReplaceAll(mdEscaped(claim.Locator, ""), "(dated", `\(dated`)
	}
	if claim.Date != "" {
		text += " (dated " + mdEscaped(claim.Date, "") + ")"
	}
	if w.titles[title] > 1 || strings.TrimSpace(w.timeline.Sources[w.sources[claim.Source]].Title) == "" {
		text += mdComment("source", claim.Source)
	}
	return text
}

// fields returns the items of the list below an event.
func (w *mdWriter) fields(e *Event) []string {
	var fields []string
	if e.Status != "" {
		fields = append(fields, "Status: "+e.Status)
	}
	for _, list := range []struct {
		name  string
		texts []string
	}{{"People", e.People}, {"Places", e.Places}, {"Tags", e.Tags}} {
		texts := textsOf(list.texts, func(text *string) string { return mdEscaped(*text, ";") })
		if text := strings.Join(texts, "; "); text != "" {
			fields = append(fields, list.name+": "+text)
		}
	}
	for _, lane := range e.Lanes[1:] {
		fields = append(fields, "Also in: "+mdEscaped(w.set.Lanes[w.lanes[lane]].Title, ";")+mdComment("lane", lane))
	}
	for _, known := range e.Known {
		fields = append(fields, w.known(known))
	}
	for _, link := range e.Links {
		kind := data.LinkKind(link.Kind).Words()
		title := w.timeline.Events[w.events[link.To]].Title
		fields = append(fields, strings.ToUpper(kind[:1])+kind[1:]+": "+mdEscaped(title, "")+mdComment("event", link.To))
	}
	return fields
}

// known returns to whom an event is known since when.
func (w *mdWriter) known(k Known) string {
	by, comment := mdEscaped(k.By, ""), ""
	if lane, ok := w.lanes[k.By]; ok {
		by, comment = mdEscaped(w.set.Lanes[lane].Title, ""), mdComment("lane", k.By)
	}
	text := "Known: " + by + ", since " + mdEscaped(k.Date, "")
	if k.Claim != nil {
		text += fmt.Sprintf(" (claim %d)", *k.Claim+1)
	}
	return text + comment
}

func (w *mdWriter) writeSources() {
	if len(w.timeline.Sources) == 0 {
		return
	}
	w.line("", "\n## Sources"+mdComment("sources")+"\n")
	for _, source := range w.timeline.Sources {
		words := []string{"source", source.ID}
		w.line("", "- "+w.titled(source.Title, source.ID, &words, "")+mdComment(words...))
		for _, field := range []struct{ name, value string }{
			{"Author", source.Author},
			{"Publisher", source.Publisher},
			{"Published", source.Published},
			{"Language", source.Language},
			{"Address", source.URL},
			{"File", source.File},
		} {
			if field.value != "" {
				w.line(mdIndent, "- "+field.name+": "+mdEscaped(field.value, ""))
			}
		}
	}
}

func (w *mdWriter) writeDisputes() {
	if len(w.timeline.Disputes) == 0 {
		return
	}
	w.line("", "\n## Disputes"+mdComment("disputes"))
	for _, dispute := range w.timeline.Disputes {
		w.line("", "\n- "+mdEscaped(dispute.Question, "")+mdComment("dispute", dispute.ID))
		for _, id := range dispute.Events {
			w.line(mdIndent, "- Event: "+mdEscaped(w.timeline.Events[w.events[id]].Title, "")+mdComment("event", id))
		}
		for i, answer := range dispute.Answers {
			if i > 0 {
				w.WriteByte('\n')
			}
			w.line(mdIndent, "- Answer: "+mdEscaped(answer.Answer, ""))
			w.WriteByte('\n')
			w.writeQuote(mdIndent+mdIndent, answer.Quote, w.cited(Claim{Source: answer.Source}))
		}
	}
}
