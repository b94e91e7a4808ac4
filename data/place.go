package data

import (
	"regexp"
	"strconv"
	"strings"
)

// deepest is the number of steps of the longest path the format has, events[0].claims[0].date, and one to spare.
const deepest = 6

// place is a path into a dataset, such as events[3].date. It is a value: made without allocation, comparable.
type place struct {
	steps [deepest]step
	depth int
}

// step goes from an object to the value of a key or, where index is not onKey, from an array to the value at index.
type step struct {
	key   string
	index int
}

const onKey = -1

// enter goes a step down in place, leave a step up; key, item and parent return the new place.
func (p *place) enter(s step) {
	p.steps[p.depth] = s
	p.depth++
}

func (p *place) leave() {
	p.depth--
	p.steps[p.depth] = step{}
}

func (p place) key(name string) place {
	p.enter(step{name, onKey})
	return p
}

func (p place) item(index int) place {
	p.enter(step{index: index})
	return p
}

// parent must not be asked of the root.
func (p place) parent() place {
	p.leave()
	return p
}

// event returns the number of the event that p is in, or is, and whether it is in one.
func (p place) event() (number int, ok bool) {
	if p.depth < 2 || p.steps[0].key != "events" || p.steps[1].index == onKey {
		return 0, false
	}
	return p.steps[1].index, true
}

// part returns the part of the file that p is in: an event, or the root for all but the events.
func (p place) part() place {
	if number, ok := p.event(); ok {
		return place{}.key("events").item(number)
	}
	return place{}
}

var plainKey = regexp.MustCompile(`^[$\pL_][\pL\pN_-]*$`)

// String writes the path as JSONPath does, without its leading "$.": keys that are no plain names in brackets and
// quotes. The root is "".
func (p place) String() string {
	var b strings.Builder
	for _, s := range p.steps[:p.depth] {
		switch {
		case s.index != onKey:
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
		case !plainKey.MatchString(s.key) || clip(s.key) != s.key:
			b.WriteString("[" + quote(s.key) + "]")
		default:
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteString(s.key)
		}
	}
	return b.String()
}

// longestQuote is how many characters of a wrong text a message repeats.
const longestQuote = 60

// quote returns a text for a message: in quotes, on one line, control characters escaped, not too long.
func quote(text string) string { return strconv.Quote(clip(text)) }

func clip(text string) string {
	count := 0
	for i := range text {
		if count == longestQuote {
			return text[:i] + "…"
		}
		count++
	}
	return text
}
