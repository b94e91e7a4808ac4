// Package widgets holds Dateline's Fyne widgets: timeline, minimap, lane filter
// and source panel. What they show goes in as a value, what the user does comes
// out through callbacks; they do not know each other.
package widgets

import (
	"fyne.io/fyne/v2"

	"dateline/widgets/scene"
)

// textFace is the font size and style of a role. Few of them: each size, style
// and colour of each text is a texture of its own.
type textFace struct {
	size  float32
	style fyne.TextStyle
}

func faceOf(style scene.TextStyle) textFace {
	bold := fyne.TextStyle{Bold: true}
	switch style {
	case scene.StrongTick, scene.UpperTick:
		return textFace{11.5, bold}
	case scene.TickText, scene.CountText, scene.MinimapText:
		return textFace{11.5, fyne.TextStyle{}}
	case scene.LaneText:
		return textFace{13, bold}
	}
	return textFace{13, fyne.TextStyle{}}
}

// keptWidths is how many widths of texts are kept before they are forgotten.
const keptWidths = 20_000

// textMeasure measures texts in the window's fonts and remembers the widths:
// the toolkit takes 170 µs for one and forgets it after a minute.
type textMeasure struct {
	widths  map[measured]float64
	heights map[textFace]float32
}

type measured struct {
	text string
	face textFace
}

func newTextMeasure() *textMeasure {
	return &textMeasure{widths: make(map[measured]float64), heights: make(map[textFace]float32)}
}

// width returns a text's width in a role.
func (t *textMeasure) width(text string, style scene.TextStyle) float64 {
	return t.widthIn(text, faceOf(style))
}

func (t *textMeasure) widthIn(text string, face textFace) float64 {
	key := measured{text, face}
	if w, ok := t.widths[key]; ok {
		return w
	}
	if len(t.widths) >= keptWidths {
		clear(t.widths)
	}
	w := float64(fyne.MeasureText(text, face.size, face.style).Width)
	t.widths[key] = w
	return w
}

// height returns the height of a line of text.
func (t *textMeasure) height(face textFace) float32 {
	if h, ok := t.heights[face]; ok {
		return h
	}
	h := fyne.MeasureText("Ég", face.size, face.style).Height
	t.heights[face] = h
	return h
}
