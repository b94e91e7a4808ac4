// Package widgets holds Dateline's Fyne widgets: timeline, minimap, lane filter
// and source panel. What they show goes in as a value, what the user does comes
// out through callbacks; they do not know each other.
package widgets

import (
	"strings"

	"fyne.io/fyne/v2"

	"dateline/data/visible"
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

// textMeasure measures texts in the window's fonts. The toolkit takes 170 µs for
// one and forgets it after a minute; so the letters of scripts that set one
// beside the other are measured once and added up, which leaves out kerning and
// is off by a pixel at most, and the widths of all other texts are kept.
type textMeasure struct {
	scale   float32 // of the roles' type sizes
	letters map[textFace]*letterWidths
	widths  map[measured]float64
	heights map[textFace]float32
}

// letterWidths are the widths of letters below addedUp; negative ones are yet to
// be measured.
type letterWidths [addedUp]float32

// addedUp ends the letters that are added up: Latin, Greek and Cyrillic come
// before it, and scripts whose letters change their form after it.
const addedUp = 0x530

type measured struct {
	text string
	face textFace
}

func newTextMeasure() *textMeasure {
	t := &textMeasure{scale: 1}
	t.forget()
	return t
}

// forget drops all that was measured.
func (t *textMeasure) forget() {
	t.letters = make(map[textFace]*letterWidths)
	t.widths = make(map[measured]float64)
	t.heights = make(map[textFace]float32)
}

// face returns the font size and style of a role.
func (t *textMeasure) face(style scene.TextStyle) textFace {
	face := faceOf(style)
	face.size *= t.scale
	return face
}

// width returns a text's width in a role.
func (t *textMeasure) width(text string, style scene.TextStyle) float64 {
	return t.widthIn(text, t.face(style))
}

func (t *textMeasure) widthIn(text string, face textFace) float64 {
	text = visible.Line(text)
	if sum, ok := t.sum(text, face); ok {
		return sum
	}
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

// sum adds up the widths of a text's letters, and reports whether that can be
// done.
func (t *textMeasure) sum(text string, face textFace) (float64, bool) {
	letters := t.letters[face]
	if letters == nil {
		letters = new(letterWidths)
		for i := range letters {
			letters[i] = -1
		}
		t.letters[face] = letters
	}
	sum := float32(0)
	for _, r := range text {
		if r == '…' {
			r = 0 // of which a text has none
		}
		if r >= addedUp || r >= 0x300 && r < 0x370 {
			return 0, false
		}
		if letters[r] < 0 {
			letters[r] = letterWidth(r, face)
		}
		sum += letters[r]
	}
	return float64(sum), true
}

// letterWidth measures a letter among its like: the toolkit rounds what it
// returns.
func letterWidth(r rune, face textFace) float32 {
	const times = 16
	letter := string(r)
	if r == 0 {
		letter = "…"
	}
	one := fyne.MeasureText("n"+letter+"n", face.size, face.style).Width
	return (fyne.MeasureText("n"+strings.Repeat(letter, times+1)+"n", face.size, face.style).Width - one) / times
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
