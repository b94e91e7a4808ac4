package consistency

import (
	"slices"
	"strconv"
	"strings"
)

var (
	units = []string{
		"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	}
	tens = []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)

// numberPattern matches what numberOf reads, for patterns that do not tell cases apart.
var numberPattern = `(?:\d{1,3}|(?:` + strings.Join(tens, "|") + `)(?:[- ](?:` + strings.Join(units[1:10], "|") + `))?|` +
	strings.Join(longestFirst(units[1:]), "|") + `)`

func longestFirst(words []string) []string {
	sorted := slices.Clone(words)
	slices.SortStableFunc(sorted, func(a, b string) int { return len(b) - len(a) })
	return sorted
}

// numberOf returns the number below a thousand that is written in digits, or below a hundred in English words, and
// whether it is one.
func numberOf(text string) (int, bool) {
	if number, err := strconv.Atoi(text); err == nil {
		return number, number >= 0 && len(text) <= 3
	}
	ten, unit, both := strings.Cut(strings.ReplaceAll(strings.ToLower(text), "-", " "), " ")
	if i := slices.Index(units, ten); i >= 0 && !both {
		return i, true
	}
	i, j := slices.Index(tens, ten), slices.Index(units, unit)
	switch {
	case i >= 0 && !both:
		return 10*i + 20, true
	case i >= 0 && j > 0 && j < 10:
		return 10*i + 20 + j, true
	}
	return 0, false
}
