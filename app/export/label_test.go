package export

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/widgets/scene"
)

// checkLabels looks whether a label with its numbers covers a mark: its own,
// unless it stands inside it, or another's. Over the profiles of long events
// labels may stand; what the scene itself put over each other is its own matter.
func checkLabels(t *testing.T, c *composition) {
	t.Helper()
	for i := range c.labels {
		l := &c.labels[i]
		if l.text.line.text == "" {
			continue
		}
		from, to := l.text.x, l.text.x+l.text.width()
		if l.numbers.line.text != "" {
			from, to = math.Min(from, l.numbers.x), math.Max(to, l.numbers.x+l.numbers.width())
		}
		if own := &c.timeline.Marks[i]; own.Label.Side == scene.Inside && to > c.box.x0+own.X1 {
			t.Errorf("%q ends at %.1f, its bar at %.1f", l.text.line.text, to, c.box.x0+own.X1)
		}
		for j := range c.timeline.Marks {
			mark := &c.timeline.Marks[j]
			apart := math.Abs(mark.Y-c.timeline.Marks[i].Y) >= (mark.Height+c.timeline.metrics.Mark)/2
			if mark.Kind == scene.Rest || apart || i == j && mark.Label.Side == scene.Inside {
				continue
			}
			given := &c.timeline.Marks[i].Label
			if overlap(given.X, given.X+given.Width, mark.X0, mark.X1) {
				continue
			}
			if overlap(from, to, c.box.x0+mark.X0, c.box.x0+mark.X1) {
				t.Errorf("%q %q from %.1f to %.1f covers the mark from %.1f to %.1f",
					l.text.line.text, l.numbers.line.text, from, to, c.box.x0+mark.X0, c.box.x0+mark.X1)
			}
		}
	}
}

func overlap(a0, a1, b0, b1 float64) bool { return math.Min(a1, b1)-math.Max(a0, b0) > 0.01 }

// Labels that grow towards each other, and those beside profiles, keep apart in
// whatever way events lie.
func TestLayout_labelsWithNumbersApart(t *testing.T) {
	ts, random := newTest(t), rand.New(rand.NewPCG(1, 2))
	for i := range 150 {
		set := scattered(t, random, 4+random.IntN(30))
		o := light(set)
		o.Width, o.Height = 400+random.IntN(900), 300+random.IntN(500)
		if i%10 == 9 { // lanes with profiles, and few enough events in view for labels
			o = light(scattered(t, random, 1500))
			o.Width, o.Height = 2000+random.IntN(1000), 500+random.IntN(900)
			from := float64(edtf.MustParse("1975").Bounds().Earliest) + random.Float64()*6e8
			o.View = &scene.Span{From: from, To: from + 2e8*random.Float64()}
		}
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			r, c := recorded(t, ts, o)
			checkTexts(t, r, c.size)
			checkLabels(t, c)
			checkNotes(t, c)
		})
	}
}

// scattered returns a dataset of two lanes whose events have titles of any length
// and up to ten sources each, and crowd at the later end.
func scattered(t *testing.T, random *rand.Rand, events int) *data.Set {
	t.Helper()
	var sources, all []object
	for i := range 10 {
		sources = append(sources, object{"id": fmt.Sprint("s", i)})
	}
	for i := range events {
		year := 2000 - int(40*random.Float64()*random.Float64())
		date := fmt.Sprintf("%d-%02d", year, 1+random.IntN(12))
		if random.IntN(4) == 0 {
			date = fmt.Sprintf("%d/%d", year, year+random.IntN(9))
		}
		e := event(fmt.Sprint("e", i), fmt.Sprint("l", random.IntN(2)), date, strings.Repeat("Some words ", 1+random.IntN(6)))
		claims := []object{}
		for _, source := range random.Perm(10)[:random.IntN(11)] {
			claims = append(claims, object{"source": fmt.Sprint("s", source), "quote": "q"})
		}
		e["claims"] = claims
		all = append(all, e)
	}
	return parsed(t, object{
		"format": 1, "title": "Scattered", "lanes": []object{{"id": "l0"}, {"id": "l1"}}, "sources": sources, "events": all,
	})
}

// With room on either side a title stays whole whatever numbers follow it.
func TestLabel_wholeWhereThereIsRoom(t *testing.T) {
	sources, claims := []object{}, []object{}
	for i := range 8 {
		sources = append(sources, object{"id": fmt.Sprint("s", i)})
		claims = append(claims, object{"source": fmt.Sprint("s", i), "quote": "q"})
	}
	var lanes, events []object
	for i, date := range []string{"1950", "1900/2000", "1980-01-01", "1900-05-05", "2000"} { // one for each place of a label
		lane := fmt.Sprint("l", i)
		e := event(fmt.Sprint("e", i), lane, date, "A title of some length")
		e["claims"] = claims
		lanes, events = append(lanes, object{"id": lane}), append(events, e)
	}
	set := parsed(t, object{"format": 1, "title": "T", "lanes": lanes, "sources": sources, "events": events})
	_, c := recorded(t, newTest(t), light(set))
	for i := range c.labels {
		l := &c.labels[i]
		if l.text.line.text != "A title of some length" || l.numbers.line.text != "1,2,3,4,5,6,7,8" {
			t.Errorf("%d: %q with the numbers %q", i, l.text.line.text, l.numbers.line.text)
		}
	}
	if len(c.labels) != len(events) {
		t.Errorf("%d labels", len(c.labels))
	}
}

// Numbers stand where a title ends: after it, and before one that is read from
// the right.
func TestLabel_numbersWhereTheTitleEnds(t *testing.T) {
	_, c := recorded(t, newTest(t), light(small(t)))
	for i := range c.labels {
		l := &c.labels[i]
		if l.text.line.text == "" {
			continue
		}
		rightToLeft := startsRightToLeft([]rune(l.text.line.text))
		if l.numbers.line.text != "1" || (l.numbers.x < l.text.x) != rightToLeft {
			t.Errorf("%q at %.0f has the number %q at %.0f", l.text.line.text, l.text.x, l.numbers.line.text, l.numbers.x)
		}
		if rise := l.text.y - l.numbers.y; rise < 2 {
			t.Errorf("the numbers after %q are raised by %.1f", l.text.line.text, rise)
		}
	}
}
