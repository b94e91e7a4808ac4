package scene

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Ellipsis ends a shortened text.
const Ellipsis = "…"

// minLetters is how many letters of a title a shortened label keeps at least;
// fewer say nothing, so that the label is left out instead.
const minLetters = 4

// Shorten returns the text if it is at most max wide, else its longest
// beginning with an ellipsis that is, else "" (fewer than four letters would
// be left). A letter is never parted from its accents, nor a sign made of
// several.
func Shorten(text string, max float64, width func(string) float64) string {
	text, wider := Wider(text, max, width)
	if !wider {
		return text
	}
	ends := cuts(text)
	fit := sort.Search(len(ends), func(i int) bool { return width(begin(text, ends[i])) > max })
	if fit == 0 {
		return ""
	}
	return begin(text, ends[fit-1])
}

// firstMeasured is how many bytes of a text are measured first.
const firstMeasured = 256

// Wider reports whether a text is wider than max, and returns as much of its
// beginning as is, else the whole of it: of a title of a megabyte only a few
// words are ever measured.
func Wider(text string, max float64, width func(string) float64) (beginning string, is bool) {
	for size := firstMeasured; size < len(text); size *= 4 {
		end := size
		for end > size-utf8.UTFMax && !utf8.RuneStart(text[end]) {
			end--
		}
		if width(text[:end]) > max {
			return text[:end], true
		}
	}
	return text, width(text) > max
}

// LaneTitle returns a lane's title as there is room for in a window or page of a
// width.
func LaneTitle(title string, width float64, m *Metrics) string {
	return Shorten(title, width-3*m.Edge, func(s string) float64 { return m.TextWidth(s, LaneText) })
}

// titleEnd returns where the room begins that a lane's title leaves beside it.
func (b *Builder) titleEnd(lane int) float64 {
	m := b.in.Metrics
	title := LaneTitle(b.in.Selection.Set.Lanes[lane].Title, b.in.Size.W, m)
	return 2*m.Edge + m.TextWidth(title, LaneText)
}

func begin(text string, end int) string {
	return strings.TrimRightFunc(text[:end], unicode.IsSpace) + Ellipsis
}

// joiner makes one sign of the two beside it.
const joiner = '\u200d'

// cuts returns the places before which a text may be shortened, in order.
func cuts(text string) []int {
	ends := make([]int, 0, len(text))
	letters, before := 0, rune(0)
	for at, r := range text {
		goesOn := r >= 0x80 && unicode.In(r, unicode.M, unicode.Cf, unicode.Sk) || before == joiner
		if !goesOn && letters >= minLetters {
			ends = append(ends, at)
		}
		if !goesOn && !unicode.IsSpace(r) {
			letters++
		}
		before = r
	}
	return ends
}
