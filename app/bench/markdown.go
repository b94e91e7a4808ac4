package bench

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Markdown returns a table in Markdown, the first row its head. The first columns, as many as left says, are aligned
// to the left and the others, which are numbers, to the right.
func Markdown(rows [][]string, left int) string {
	if len(rows) == 0 {
		return ""
	}
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell), 3)
		}
	}
	var b strings.Builder
	for i, row := range rows {
		line(&b, row, widths, left)
		if i == 0 {
			line(&b, rule(widths, left), widths, left)
		}
	}
	return b.String()
}

// line writes one row, its cells padded to the widths.
func line(b *strings.Builder, row []string, widths []int, left int) {
	for i, cell := range row {
		padding := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
		if i < left {
			cell += padding
		} else {
			cell = padding + cell
		}
		b.WriteString("| " + cell + " ")
	}
	b.WriteString("|\n")
}

// rule returns the row under the head, which says how columns are aligned.
func rule(widths []int, left int) []string {
	cells := make([]string, len(widths))
	for i, width := range widths {
		cells[i] = strings.Repeat("-", width)
		if i >= left {
			cells[i] = cells[i][1:] + ":"
		}
	}
	return cells
}

// Number returns a number as a reader wants it: three digits that count, thousands apart, no exponent.
func Number(x float64) string {
	switch {
	case x < 0:
		return "-" + Number(-x)
	case x == 0:
		return "0"
	case x < 0.001:
		return strconv.FormatFloat(x, 'g', 2, 64)
	case x < 0.9995:
		return strconv.FormatFloat(x, 'f', 3, 64)
	case x < 9.995:
		return strconv.FormatFloat(x, 'f', 2, 64)
	case x < 99.95:
		return strconv.FormatFloat(x, 'f', 1, 64)
	}
	return thousands(strconv.FormatFloat(x, 'f', 0, 64))
}

// thousands puts commas between the thousands of a row of digits.
func thousands(digits string) string {
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

// scaled returns a number with the unit that suits it, from the smallest unit up, each so many times the one before.
func scaled(x, times float64, units ...string) string {
	last := len(units) - 1
	for _, unit := range units[:last] {
		if x < times*0.9995 {
			return Number(x) + " " + unit
		}
		x /= times
	}
	return Number(x) + " " + units[last]
}

// Duration returns nanoseconds as a reader wants them.
func Duration(ns float64) string { return scaled(ns, 1000, "ns", "µs", "ms", "s") }

// Bytes returns a number of bytes as a reader wants it.
func Bytes(bytes float64) string { return scaled(bytes, 1000, "B", "kB", "MB", "GB") }
