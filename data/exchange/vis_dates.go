package exchange

import (
	"strconv"
	"strings"

	"dateline/data/edtf"
)

// noteRangeEnd says how the end of a range was read.
const noteRangeEnd = "vis draws a range up to the beginning of its end: an end that is a day, a month or a year is read as " +
	"one that still belongs to the range, as it is written."

// visDates reads the start and the end of an item.
func visDates(shown *shownItem, item *jsonNode) {
	from, hasFrom := visField(shown, item, "start")
	to, hasTo := visField(shown, item, "end")
	switch {
	case !hasFrom && hasTo:
		shown.lose("it has an end, %s, but no start that can be read", to)
		return
	case !hasFrom:
		return
	case !hasTo:
		wholeDays(shown, &from)
		shown.date = from.String()
		return
	}
	wholeDays(shown, &from, &to)
	date, ok := intervalOf(from.String(), to.String())
	if !ok {
		shown.lose("its end, %s, is before its start: it is left out", to)
	}
	if to.precision >= edtf.Day && date != from.String() {
		shown.note(noteRangeEnd)
	}
	shown.date = date
}

// wholeDays takes times for days if all of them are days or coarser, or midnight to the second; all but the first may also
// be 23:59:59, the end of a day.
func wholeDays(shown *shownItem, times ...*civilTime) {
	for i, t := range times {
		last := i > 0 && t.precision == edtf.Second && t.hour == 23 && t.minute == 59 && t.second == 59
		if t.precision < edtf.Day && !t.midnight() && !last {
			return
		}
	}
	for _, t := range times {
		if t.midnight() {
			shown.note(noteMidnight)
		}
		*t = t.wholeDay()
	}
}

// visField reads a date, and reports whether there is one that can be read.
func visField(shown *shownItem, item *jsonNode, name string) (civilTime, bool) {
	node := item.get(name)
	if node == nil || node.empty() {
		return civilTime{}, false
	}
	written := shortened(string(node.raw))
	t, fraction, ok := visTime(node)
	if !ok {
		shown.lose("its %s is not a date that can be read: %s", name, written)
		return civilTime{}, false
	}
	if fraction {
		shown.lose("the fraction of a second of its %s is left out: %s", name, written)
	}
	return shown.exists(t, written)
}

// visTime returns the time of any form that vis takes, and whether it has a fraction of a second.
func visTime(node *jsonNode) (t civilTime, fraction, ok bool) {
	text := node.scalar()
	if node.kind == jsonNumber {
		return millisecondTime(text)
	}
	if inner, ok := strings.CutPrefix(text, "/Date("); ok {
		inner, _, _ = strings.Cut(inner, ")")
		return millisecondTime(inner)
	}
	return readScriptDate(text)
}

// lastMillisecond is the last that JavaScript has.
const lastMillisecond = 8_640_000_000_000_000

// millisecondTime returns the time at so many milliseconds since 1970.
func millisecondTime(text string) (t civilTime, fraction, ok bool) {
	ms, err := strconv.ParseFloat(text, 64)
	if err != nil || !(ms >= -lastMillisecond && ms <= lastMillisecond) {
		return civilTime{}, false, false
	}
	whole := int64(ms)
	seconds := whole / 1000
	if whole%1000 < 0 {
		seconds--
	}
	return civilAt(seconds), ms != float64(seconds)*1000, true
}
