package export

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/widgets/scene"
)

// inkOf returns the area that a line's letters cover.
func inkOf(l *placedLine) box {
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for word := range l.outlines(l.x, l.y) {
		word.flatten(func(scene.Point) {}, func(p scene.Point) {
			b = box{math.Min(b.x0, p.X), math.Min(b.y0, p.Y), math.Max(b.x1, p.X), math.Max(b.y1, p.Y)}
		})
	}
	return b
}

// Whatever is drawn besides marks, texts keep apart, and other dates and lines
// keep clear of letters and marks.
func TestOver_apart(t *testing.T) {
	ts, random := newTest(t), rand.New(rand.NewPCG(5, 6))
	for round := range 12 {
		set := evident(t, random, 3+random.IntN(40))
		for i, e := range everyExtra() {
			o := with(t, set, e)
			o.Width, o.Height = 320+random.IntN(1300), 200+random.IntN(900)
			if (round+i)%3 == 0 {
				o.View = &scene.Span{From: 8e8, To: 8e8 + 1e8*(0.2+random.Float64())}
			}
			t.Run(fmt.Sprintf("%d/%+v/%d×%d", round, e, o.Width, o.Height), func(t *testing.T) {
				r, c := recorded(t, ts, o)
				checkTexts(t, r, c.size)
				checkReport(t, c, set)
				checkLabels(t, c)
				checkNotes(t, c)
				checkOver(t, c)
				checkExplained(t, c)
			})
		}
	}
}

// In lanes of very many events, too.
func TestOver_apartWhereDense(t *testing.T) {
	ts, random := newTest(t), rand.New(rand.NewPCG(6, 7))
	set := evident(t, random, 1500)
	singles := 0
	for range 6 {
		o := with(t, set, extras{true, true, true, true})
		o.Width, o.Height = 1200+random.IntN(900), 500+random.IntN(900)
		o.View = &scene.Span{From: 8e8, To: 8e8 + 5e6*(1+20*random.Float64())}
		r, c := recorded(t, ts, o)
		checkTexts(t, r, c.size)
		checkReport(t, c, set)
		checkOver(t, c)
		checkExplained(t, c)
		singles += len(c.timeline.over.ghosts)
	}
	if singles == 0 {
		t.Error("no other dates: not the case that was meant")
	}
}

// checkOver looks whether ghosts and lags keep clear of letters, marks and each
// other, and everything within the timeline.
func checkOver(t *testing.T, c *composition) {
	t.Helper()
	thin := checkGhosts(t, c)
	for i := range c.timeline.over.lags {
		l := &c.timeline.over.lags[i]
		line := box{l.x0, l.y - 0.5, l.x1, l.y + 0.5}
		if meetsAny(line, thin[:len(thin)-i]) {
			t.Errorf("a line at %v goes through another date", line)
		}
		thin = append(thin, line)
	}
	page := box{0, c.timeline.metrics.Axis, c.timeline.Size.W, c.timeline.Size.H}
	inks := c.inks()
	for _, b := range thin {
		if !page.holds(b) {
			t.Errorf("%v is not in the timeline", b)
		}
		c.checkClear(t, b, inks)
	}
	for i := range c.timeline.over.links {
		checkWithin(t, &c.timeline.over.links[i], page)
	}
}

// checkGhosts looks whether ghosts are hollow and nothing is drawn twice, and
// returns where they and their ties are.
func checkGhosts(t *testing.T, c *composition) []box {
	t.Helper()
	var thin []box
	for i, g := range c.timeline.over.ghosts {
		thin = append(thin, g.edge)
		if g.edge.height() < 3*c.timeline.factor {
			t.Errorf("%v is too low to be hollow", g.edge)
		}
		if slices.Contains(c.timeline.over.ghosts[:i], g) {
			t.Errorf("%v is drawn twice", g.edge)
		}
	}
	place := func(l tie) box { return box{l.x0, l.y - 0.5, l.x1, l.y + 0.5} }
	for i, l := range c.timeline.over.ties {
		over := func(o tie) bool { return o.dim == l.dim && place(o).meets(place(l)) }
		if slices.ContainsFunc(c.timeline.over.ties[:i], over) {
			t.Errorf("another line lies over %v", l)
		}
		thin = append(thin, place(l))
	}
	return thin
}

// inks returns what the letters of labels cover, in the timeline's pixels, by
// the indexes of marks.
func (c *composition) inks() []box {
	inks := make([]box, len(c.labels))
	for i := range c.labels {
		if l := &c.labels[i].text; l.line.text != "" {
			ink := inkOf(l)
			inks[i] = box{ink.x0 - c.box.x0, ink.y0 - c.box.y0, ink.x1 - c.box.x0, ink.y1 - c.box.y0}
		}
	}
	return inks
}

func (c *composition) checkClear(t *testing.T, b box, inks []box) {
	t.Helper()
	const moved = 0.6 // to whole pixels
	b.y0, b.y1 = b.y0+moved, b.y1-moved
	for i := range c.timeline.Marks {
		mark := &c.timeline.Marks[i]
		edges := box{mark.X0, mark.Y - mark.Height/2, mark.X1, mark.Y + mark.Height/2}
		if mark.Profile == nil && b.meets(edges) {
			t.Errorf("%v meets the mark %v", b, edges)
		}
		if b.meets(inks[i]) {
			t.Errorf("%v meets %q at %v", b, c.labels[i].text.line.text, inks[i])
		}
	}
}

// checkExplained looks whether the legend, where there is one, explains all
// that is drawn and nothing else.
func checkExplained(t *testing.T, c *composition) {
	t.Helper()
	got := make(map[sign]bool)
	for i := range c.legend {
		got[c.legend[i].sign] = true
	}
	want := make(map[sign]bool)
	over := &c.timeline.over
	want[ghostSign], want[lagSign], want[gapSign] = len(over.ghosts)+len(over.ties) > 0, len(over.lags) > 0, len(over.bands) > 0
	for i := range over.links {
		want[over.links[i].sign()] = true
	}
	statuses := make(map[data.Status]bool)
	for i := range c.timeline.Marks {
		mark := &c.timeline.Marks[i]
		want[dimSign] = want[dimSign] || mark.Dim
		if !mark.Several() {
			statuses[mark.Status] = true
		}
	}
	for status := range statuses {
		if s := signOf(status); s != unstatedSign || len(statuses) > 1 && !statuses[data.Established] {
			want[s] = true
		}
	}
	for s := establishedSign; s < signs && len(got) > 0 && !onlyLanes(got); s++ {
		if got[s] != want[s] {
			t.Errorf("sign %d in the legend: %t", s, got[s])
		}
	}
}

// onlyLanes reports whether the page had room for no other signs.
func onlyLanes(got map[sign]bool) bool { return len(got) == 1 && got[laneSign] }

// ghostly is a dataset of one event in 2000, of which a source gives another
// date.
func ghostly(t *testing.T, date, other string) *data.Set {
	e := event("e", "a", date, "E")
	e["claims"] = []object{{"source": "s", "quote": "q"}, {"source": "z", "quote": "q", "date": other}}
	return parsed(t, object{
		"format": 1, "title": "T", "lanes": []object{{"id": "a"}}, "sources": []object{{"id": "s"}, {"id": "y"}, {"id": "z"}},
		"events": []object{e, event("f", "a", "1990", "F"), event("g", "a", "2010", "G")},
	})
}

func TestOver_Ghosts(t *testing.T) {
	for _, c := range []struct {
		date, other      string
		from, to         string // of the ghost
		closed0, closed1 bool
		tie0, tie1       string // "" for none
	}{
		{"2000-05-01", "2003", "2003", "2004", true, true, "", "2003"},
		{"2000-05-01", "1995-01/1996-12", "1995", "1997", true, true, "1997", ""},
		{"2000", "2000-03/2000-10", "2000-03", "2000-11", true, true, "", ""},
		{"2000-05-01", "../1995", "", "1996", false, true, "1996", ""},
	} {
		o := with(t, ghostly(t, c.date, c.other), extras{evidence: true})
		o.Width = 6000
		_, made := recorded(t, newTest(t), o)
		view := o.view(made.timeline.Size.W)
		at := func(text string) float64 { return view.X(float64(edtf.MustParse(text).Bounds().Earliest)) }
		if len(made.timeline.over.ghosts) != 1 {
			t.Fatalf("%s: %d other dates", c.other, len(made.timeline.over.ghosts))
		}
		g := made.timeline.over.ghosts[0]
		tied := append(made.timeline.over.ties, tie{})[0]
		if g.closed0 != c.closed0 || g.closed1 != c.closed1 || (tied.x1 > tied.x0) != (c.tie0+c.tie1 != "") {
			t.Errorf("%s: %+v", c.other, made.timeline.over)
		}
		for _, place := range []struct {
			got  float64
			want string
		}{{g.edge.x0, c.from}, {g.edge.x1, c.to}, {tied.x0, c.tie0}, {tied.x1, c.tie1}} {
			if place.want != "" && math.Abs(place.got-at(place.want)) > 0.1 {
				t.Errorf("%s: %.1f, want %.1f of %s", c.other, place.got, at(place.want), place.want)
			}
		}
		if c.from == "" && g.edge.x0 != 0 {
			t.Errorf("%s: it begins at %.1f", c.other, g.edge.x0)
		}
	}
}

// The source that gives another date is named even where its event is not in
// the chart, and of other sources of that none.
func TestOver_SourcesOfGhosts(t *testing.T) {
	for span, ghosts := range map[[2]string]int{{"2002", "2005"}: 1, {"2001", "2002"}: 0} { // of the other only the line to it
		o := with(t, ghostly(t, "2000-05-01", "2003"), extras{evidence: true})
		o.Filter.From, o.Filter.To = edtf.MustParse(span[0]), edtf.MustParse(span[1])
		o.Selection = o.Set.Select(data.Filter{})
		r, c := recorded(t, newTest(t), o)
		if len(c.timeline.over.ghosts) != ghosts || len(c.timeline.over.ties) != 1 || c.report.InChart != 0 {
			t.Fatalf("not the case that was meant: %+v, %+v", c.timeline.over, c.report)
		}
		for _, want := range []string{"Sources: [1] “z”", "another date that a source gives"} {
			if !slices.Contains(r.lines, want) {
				t.Errorf("%q is not on the page: %q", want, r.lines)
			}
		}
	}
}

func TestOver_LagsAndGaps(t *testing.T) {
	for _, c := range []struct{ published, known, words string }{
		{"2009-03-04", "2009-03-05", "until known to the public at the latest"},
		{"2007", "2008", "until known to the public at the latest (pale: perhaps already)"},
	} {
		set := parsed(t, object{
			"format": 1, "title": "T", "lanes": []object{{"id": "a"}}, "sources": []object{{"id": "s", "published": c.published}},
			"events": []object{event("e", "a", "2001-01-01", "E"), event("f", "a", "2010-01-01", "F")},
		})
		r, made := recorded(t, newTest(t), with(t, set, extras{known: true, gaps: true}))
		if len(made.timeline.over.lags) != 1 || len(made.timeline.over.bands) != 1 {
			t.Fatalf("%+v", made.timeline.over)
		}
		l, known := made.timeline.over.lags[0], edtf.MustParse(c.known).Bounds().Earliest
		if x := made.o.view(made.timeline.Size.W).X(float64(known)); math.Abs(l.x1-x) > 0.1 || !l.ends {
			t.Errorf("known at %.1f, not %.1f", l.x1, x)
		}
		for _, want := range []string{c.words, "no event of the lane lies here for certain", "8 years, 11 months, 30 days"} {
			if !slices.Contains(r.lines, want) {
				t.Errorf("%q is not on the page: %q", want, r.lines)
			}
		}
	}
}

func TestDraw_sameBytesWithExtras(t *testing.T) {
	set := evident(t, rand.New(rand.NewPCG(7, 8)), 30)
	for _, format := range []Format{PNG, SVG} {
		o := with(t, set, extras{true, true, true, true})
		first, _ := drawn(t, format, o)
		second, _ := drawn(t, format, with(t, set, extras{true, true, true, true}))
		if !bytes.Equal(first, second) {
			t.Errorf("%v differs from one time to the next", format)
		}
		if format == SVG && len(texts(t, first)) == 0 {
			t.Error("no texts")
		}
	}
}
