package export

import (
	"slices"
	"strings"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/text/unicode/bidi"
)

// visual puts the runs of a line, which are in reading order, into the order
// in which they stand from left to right (rule L2 of the Unicode Bidirectional
// Algorithm, UAX #9).
func visual(runs []shaping.Input) []shaping.Input {
	if !slices.ContainsFunc(runs, rightToLeft) {
		return runs
	}
	runs, levels := leveled(runs)
	for highest := slices.Max(levels); highest > 0; highest-- {
		for from := 0; from < len(runs); from++ {
			to := from
			for to < len(runs) && levels[to] >= highest {
				to++
			}
			slices.Reverse(runs[from:to])
			slices.Reverse(levels[from:to])
			from = max(from, to-1)
		}
	}
	return runs
}

func rightToLeft(run shaping.Input) bool {
	return run.Direction.Progression() == di.TowardTopLeft
}

// leveled returns the runs with their embedding levels. The segmenter tells
// apart odd and even levels only; what is lost is that a number behind Arabic
// or Hebrew belongs to it (rule I1: level 2) and what follows the number in
// text that begins left to right does not (level 0).
func leveled(runs []shaping.Input) (split []shaping.Input, levels []int) {
	embedded := 0 // level of a left to right run
	if startsRightToLeft(runs[0].Text) {
		embedded = 2
	}
	for i, run := range runs {
		if rightToLeft(run) {
			split, levels = append(split, run), append(levels, 1)
			continue
		}
		end := run.RunStart
		if embedded == 0 && i > 0 && rightToLeft(runs[i-1]) {
			end = numberEnd(run)
		}
		if end > run.RunStart {
			number := run
			number.RunEnd = end
			split, levels = append(split, number), append(levels, 2)
			run.RunStart = end
		}
		if run.RunStart < run.RunEnd {
			split, levels = append(split, run), append(levels, embedded)
		}
	}
	return split, levels
}

// numberEnd returns where the number ends with which the run begins, the run's
// start for none.
func numberEnd(run shaping.Input) int {
	end := run.RunStart
	for i := run.RunStart; i < run.RunEnd; i++ {
		properties, _ := bidi.LookupRune(run.Text[i])
		switch properties.Class() {
		case bidi.EN, bidi.AN:
			end = i + 1
		case bidi.ES, bidi.CS, bidi.ET, bidi.NSM, bidi.BN:
		default:
			return end
		}
	}
	return end
}

// hasRightToLeft reports whether any letter goes right to left.
func hasRightToLeft(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return startsRightToLeft([]rune{r}) })
}

// startsRightToLeft reports whether the first letter with a direction goes
// right to left, which makes the whole line do so (rules P2 and P3).
func startsRightToLeft(text []rune) bool {
	for _, r := range text {
		properties, _ := bidi.LookupRune(r)
		switch properties.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}
