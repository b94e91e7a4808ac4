package widgets

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/data/search"
	"dateline/widgets/scene"
)

// piece is a part of a line of text, all of it marked or none.
type piece struct {
	text   string
	marked bool
	x      float64 // from the line's left edge, in pixels
}

// markedFaces are the faces of a text with marked words.
type markedFaces struct{ plain, marked textFace }

func (f markedFaces) of(marked bool) textFace {
	if marked {
		return f.marked
	}
	return f.plain
}

// textLines breaks a text with marked words into lines.
type textLines struct {
	text  *textMeasure
	faces markedFaces
	width float64
	most  int // lines; what does not fit into them is left out, with an ellipsis

	lines [][]piece
	x     float64 // where the last line ends
}

// broken returns the lines of a text, of which ranges are marked, in order.
func (l *textLines) broken(text string, marks []search.Range) [][]piece {
	l.lines, l.x = [][]piece{nil}, 0
	at := 0
	for at < len(text) {
		from := at + skip(text[at:], unicode.IsSpace)
		to := from + skip(text[from:], func(r rune) bool { return !unicode.IsSpace(r) })
		for len(marks) > 0 && marks[0].To <= from {
			marks = marks[1:]
		}
		if to > from && !l.word(l.cut(text, from, to, marks)) {
			break
		}
		at = to
	}
	return l.lines
}

// skip returns how many bytes at the beginning of a text are of characters that
// are wanted.
func skip(text string, wanted func(rune) bool) int {
	if i := strings.IndexFunc(text, func(r rune) bool { return !wanted(r) }); i >= 0 {
		return i
	}
	return len(text)
}

// cut parts a word where marks begin and end.
func (l *textLines) cut(text string, from, to int, marks []search.Range) []piece {
	var parts []piece
	add := func(end int, marked bool) {
		if end = min(end, to); end > from {
			parts = append(parts, piece{text: text[from:end], marked: marked})
			from = end
		}
	}
	for _, m := range marks {
		if m.From >= to {
			break
		}
		add(m.From, false)
		add(m.To, true)
	}
	add(to, false)
	return parts
}

func (l *textLines) measure(p piece) float64 { return l.text.widthIn(p.text, l.faces.of(p.marked)) }

// word puts a word on the last line or the next, and reports whether there was
// room for it.
func (l *textLines) word(parts []piece) bool {
	width := 0.0
	for i := range parts {
		width += l.measure(parts[i])
	}
	space := l.text.widthIn(" ", l.faces.plain)
	last := len(l.lines) - 1
	switch {
	case len(l.lines[last]) == 0:
		l.put(parts, false)
	case l.x+space+width <= l.width:
		l.x += space
		l.put(parts, true)
	case len(l.lines) == l.most:
		l.end()
		return false
	default:
		l.lines, l.x = append(l.lines, nil), 0
		l.put(parts, false)
	}
	if l.x > l.width { // a word longer than a line
		l.end()
		return false
	}
	return true
}

// put adds the parts of a word to the last line, behind a space or not. What is
// set alike becomes one piece.
func (l *textLines) put(parts []piece, spaced bool) {
	line := &l.lines[len(l.lines)-1]
	for i, p := range parts {
		p.x = l.x
		l.x += l.measure(p)
		n := len(*line)
		if n == 0 || (*line)[n-1].marked != p.marked || i == 0 && spaced && p.marked {
			*line = append(*line, p)
			continue
		}
		if i == 0 && spaced {
			(*line)[n-1].text += " "
		}
		(*line)[n-1].text += p.text
	}
}

// end shortens the last line to leave room for an ellipsis.
func (l *textLines) end() {
	line := &l.lines[len(l.lines)-1]
	for n := len(*line) - 1; n >= 0; n-- {
		p := &(*line)[n]
		face := l.faces.of(p.marked)
		measure := func(s string) float64 { return l.text.widthIn(s, face) }
		if p.text = scene.Shorten(p.text+scene.Ellipsis, l.width-p.x, measure); p.text != "" || n == 0 {
			return
		}
		*line = (*line)[:n]
	}
}

// before returns how many pixels of a text there is room for before a word, from
// which on the text is as given: less than half a line, so that the word is on the
// first, or what the lines have left where the text ends soon.
func (l *textLines) before(from string) float64 {
	const full = 0.9 // of a line, as words are not parted
	left := l.width * float64(l.most) * full
	for _, r := range from {
		if left -= l.text.widthIn(string(r), l.faces.plain); left < l.width*0.4 {
			return l.width * 0.4
		}
	}
	return left
}

// beginning returns where in a text a word begins that is about so many pixels
// before a place, 0 where the text itself does.
func (l *textLines) beginning(text string, at int, before float64) int {
	from, width := at, 0.0
	for from > 0 && width < before {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
		width += l.text.widthIn(text[from:from+size], l.faces.plain)
	}
	if from > 0 {
		from += skip(text[from:at], func(r rune) bool { return !unicode.IsSpace(r) })
		from += skip(text[from:at], unicode.IsSpace)
	}
	return from
}
