package widgets

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"

	"dateline/widgets/scene"
)

// The tooltip's measures in pixels.
const (
	tipWidth   = 340.0 // at most
	tipPadding = 9.0
	tipLine    = 18.0
	tipTitles  = 7 // of a cluster
	tipOffset  = 16.0
)

// tipRow is one line of the tooltip.
type tipRow struct {
	text  string
	bold  bool
	muted bool
}

// tip returns what the tooltip says about a mark: an event's title, its date
// and how exact that is; of several events how many they are and the first
// titles.
func (t *Timeline) tip(mark *scene.Mark) []tipRow {
	set := t.state.Selection.Set
	if mark.Kind == scene.Marker || mark.Kind == scene.Bar {
		event := mark.Events.First()
		date := set.Events.Date(event)
		rows := []tipRow{
			{text: set.Events.Title(event), bold: true},
			{text: date.Words() + " · " + date.PrecisionWords(), muted: true},
		}
		return append(rows, t.otherDates(event)...)
	}
	heading, hint := fmt.Sprintf("%d events", mark.Events.Len()), "Click to zoom in"
	if mark.Kind == scene.Rest {
		heading, hint = fmt.Sprintf("%d more under way in this view", mark.Events.Len()), "Click to list them"
	}
	if mark.Found > 0 {
		heading += fmt.Sprintf(", %d found", mark.Found)
	}
	rows := []tipRow{{text: heading, bold: true}}
	shown := 0
	for e := range mark.Events.All() {
		if shown == tipTitles {
			rows = append(rows, tipRow{text: fmt.Sprintf("and %d more", mark.Events.Len()-shown), muted: true})
			break
		}
		shown++
		rows = append(rows, tipRow{text: set.Events.Date(e).Words() + "  " + set.Events.Title(e)})
	}
	return append(rows, tipRow{text: hint, muted: true})
}

// otherDates returns what other dates sources give an event.
func (t *Timeline) otherDates(event int) []tipRow {
	var rows []tipRow
	if e := t.state.Wanted.Evidence; e != nil {
		for _, d := range e.Dates(event) {
			name := t.state.Selection.Set.Sources[d.Source].Name()
			rows = append(rows, tipRow{text: name + " dates it: " + d.Date.Words(), muted: true})
		}
	}
	return rows
}

// tooltip draws what is known of the mark under the pointer, beside it and
// within the window.
func (r *timelineRenderer) tooltip(w, h float64) {
	t := r.t
	if t.pointer.mark < 0 || t.pointer.mark >= len(t.scene.Marks) || t.pointer.gesture != noGesture || t.keyed {
		return
	}
	rows := t.tip(&t.scene.Marks[t.pointer.mark])
	regular, bold := textFace{12, fyne.TextStyle{}}, textFace{12, fyne.TextStyle{Bold: true}}
	width := 0.0
	for i := range rows {
		face := regular
		if rows[i].bold {
			face = bold
		}
		measure := func(s string) float64 { return t.text.widthIn(s, face) }
		rows[i].text = scene.Shorten(rows[i].text, tipWidth, measure)
		width = math.Max(width, measure(rows[i].text))
	}
	width += 2 * tipPadding
	height := float64(len(rows))*tipLine + 2*tipPadding - 4
	x := math.Max(math.Min(float64(t.pointer.at.X)+tipOffset, w-width-4), 4)
	y := float64(t.pointer.at.Y) + tipOffset
	if y+height > h-4 {
		y = math.Max(float64(t.pointer.at.Y)-tipOffset-height, 4)
	}
	p := t.state.Palette
	r.rect(box{x, y, x + width, y + height}, p.Tooltip, 6, outline{p.Line, 1})
	for i, row := range rows {
		face, c := regular, p.Text
		if row.bold {
			face = bold
		}
		if row.muted {
			c = p.Muted
		}
		r.writeIn(row.text, x+tipPadding, y+tipPadding-2+tipLine*(float64(i)+0.5), face, c)
	}
}
