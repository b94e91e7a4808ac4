package exchange

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"dateline/data"
	"dateline/data/edtf"
)

// tlpWriter writes a timeline as the program does.
type tlpWriter struct {
	bytes.Buffer
	timeline *Timeline
	set      *data.Set
	losses   []Loss
	carried  []string
	names    []string          // of the categories, by the numbers of the lanes
	category map[string]string // names by the identifiers of lanes
	parts    tlpParts
}

// The first and last instant that the program can show, and the longest time that it shows at once.
var (
	tlpFirst   = edtf.Instant(-4713, 11, 24, 0, 0, 0)
	tlpLast    = edtf.Instant(9989, 12, 31, 23, 59, 59)
	tlpLongest = int64(1000 * 365 * 86400)
)

// writeTimelineProject writes a file that the program reads.
func writeTimelineProject(t *Timeline) ([]byte, []Loss, error) {
	set, err := asSet(t)
	if err != nil {
		return nil, nil, err
	}
	whole, carried, err := carry(t)
	if err != nil {
		return nil, nil, err
	}
	w := &tlpWriter{timeline: t, set: set, carried: carried}
	w.losses = timelineLosses(t, "the title")
	w.nameCategories()
	w.WriteString(xml.Header + "<timeline>\n")
	w.instruction(2, whole)
	w.element(2, "version", "2.4.0 Dateline")
	w.element(2, "timetype", "gregoriantime")
	if err := w.writeEvents(); err != nil {
		return nil, nil, err
	}
	w.WriteString("</timeline>\n")
	return w.Bytes(), w.losses, nil
}

func (w *tlpWriter) indent(depth int) { w.WriteString(strings.Repeat(" ", depth)) }

// element writes an element that has only a text.
func (w *tlpWriter) element(depth int, name, text string) {
	w.indent(depth)
	w.WriteString("<" + name + ">")
	_ = xml.EscapeText(w, []byte(text)) // a buffer takes everything
	w.WriteString("</" + name + ">\n")
}

// instruction writes what only Dateline reads. JSON writes a > as an escape, so that nothing in it ends the instruction.
func (w *tlpWriter) instruction(depth int, text string) {
	w.indent(depth)
	w.WriteString("<?" + tlpInstruction + " " + text + "?>\n")
}

// lose reports what the program does not show of an event.
func (w *tlpWriter) lose(title, format string, values ...any) {
	w.losses = append(w.losses, Loss{eventPlace(title), fmt.Sprintf(format, values...)})
}

// nameCategories gives every lane a name of its own, because categories are known by theirs.
func (w *tlpWriter) nameCategories() {
	w.category = map[string]string{}
	taken := map[string]bool{}
	for i := range w.set.Lanes {
		title := w.set.Lanes[i].Title
		name := title
		for n := 2; taken[name]; n++ {
			name = fmt.Sprintf("%s (%d)", title, n)
		}
		if name != title {
			w.losses = append(w.losses, Loss{"lane “" + title + "”", "another lane has this title: its category is called “" + name + "”"})
		}
		taken[name] = true
		w.names = append(w.names, name)
		w.category[w.set.Lanes[i].ID] = name
	}
}

func (w *tlpWriter) writeCategories() {
	w.WriteString("  <categories>\n")
	for i, name := range w.names {
		color := tlpColorOf(w.set.Lanes[i].Color)
		w.WriteString("    <category>\n")
		w.element(6, "name", name)
		w.element(6, "color", color)
		w.element(6, "progress_color", color)
		w.element(6, "done_color", color)
		w.element(6, "font_color", "0,0,0")
		w.WriteString("    </category>\n")
	}
	w.WriteString("  </categories>\n")
}

// tlpColorOf returns a colour #RRGGBB as “r,g,b”.
func tlpColorOf(color string) string {
	var r, g, b int
	if _, err := fmt.Sscanf(color, "#%02x%02x%02x", &r, &g, &b); err != nil {
		return tlpPlainColor
	}
	return fmt.Sprintf("%d,%d,%d", r, g, b)
}

// writeView shows all events, if the program can show them at once.
func (w *tlpWriter) writeView(first, last int64) {
	w.WriteString("  <view>\n")
	if first <= last && last-first < tlpLongest {
		room := max((last-first)/50, 86400)
		w.WriteString("    <displayed_period>\n")
		w.element(6, "start", tlpTimeOf(max(first-room, tlpFirst)))
		w.element(6, "end", tlpTimeOf(min(last+room, tlpLast)))
		w.WriteString("    </displayed_period>\n")
	}
	w.WriteString("    <hidden_categories>\n    </hidden_categories>\n  </view>\n")
}

// tlpTimeOf returns an instant as the program writes it.
func tlpTimeOf(instant int64) string {
	year, month, day, hour, minute, second := edtf.Civil(instant)
	return fmt.Sprintf("%d-%02d-%02d %02d:%02d:%02d", year, month, day, hour, minute, second)
}
