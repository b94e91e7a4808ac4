package exchange

import "strings"

// mostShown is how many letters of a text are shown in a sentence about it.
const mostShown = 120

// shortened returns a text of a file on one line, cut where it is too long to stand in a sentence.
func shortened(text string) string {
	var b strings.Builder
	letters := 0
	for word := range strings.FieldsSeq(text) {
		if letters > 0 {
			b.WriteByte(' ')
			letters++
		}
		for _, letter := range word {
			if letters >= mostShown {
				return b.String() + "…"
			}
			b.WriteRune(letter)
			letters++
		}
	}
	return b.String()
}
