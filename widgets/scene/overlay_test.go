package scene_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"dateline/data"
	"dateline/data/evidence"
	"dateline/widgets/scene"
)

// linked returns a dataset of events with links, other dates and knowledge.
func linked(t *testing.T, r *rand.Rand, count int) (*data.Set, *evidence.Evidence) {
	t.Helper()
	var b strings.Builder
	b.WriteString(`{"format": 1, "title": "T", "lanes": [{"id": "a"}, {"id": "b"}, {"id": "c"}],
"sources": [{"id": "s", "published": "2030"}], "events": [`)
	date := func() string {
		year := 1950 + r.IntN(70)
		return fmt.Sprintf(pick(r, []string{"%d", "%d-03", "%d-04-05", "%d-06-07T08:09:10Z", "%d~", "%d/..", "../%d"}), year)
	}
	for i := range count {
		if i > 0 {
			b.WriteByte(',')
		}
		claims := []string{`{"source": "s"}`}
		for range r.IntN(3) {
			claims = append(claims, fmt.Sprintf(`{"source": "s", "date": %q}`, date()))
		}
		fmt.Fprintf(&b, `
{"id": "e%d", "lanes": [%s], "date": %q, "title": %q, "claims": [%s], "links": [{"to": "e%d", "kind": %q}],
 "known": [{"by": "a", "date": %q}]}`, i, pick(r, []string{`"a"`, `"b"`, `"c", "a"`}), date(),
			strings.Repeat("title ", 1+r.IntN(4)), strings.Join(claims, ", "), r.IntN(count),
			pick(r, []data.LinkKind{data.LeadsTo, data.Reveals, data.PartOf}), date())
	}
	b.WriteString("]}")
	set, err := data.Parse("t.json", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	e, err := evidence.Read(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	return set, e
}

// eachOverlay calls f with overlays over many views of many datasets.
func eachOverlay(t *testing.T, f func(t *testing.T, in scene.Input, w *scene.Wanted, s *scene.Scene, o *scene.Overlay)) {
	t.Helper()
	for seed := range uint64(30) {
		r := chance(seed)
		set, e := linked(t, r, pick(r, []int{1, 5, 30, 90}))
		in := scene.Input{
			Selection: set.Select(data.Filter{Hidden: map[string]bool{"b": r.IntN(4) == 0}}), Domain: scene.DomainOf(set),
			Size: randomSize(r), Metrics: metrics(), Selected: r.IntN(set.Events.Len()),
		}
		w := &scene.Wanted{
			Evidence: e, Knowledge: e.Known("a"),
			Between: func(a, b int) string { return fmt.Sprint(b-a, " years") },
			Gaps:    []scene.Gap{{Lane: 1, Span: scene.Span{From: in.Domain.From, To: in.Domain.From + in.Domain.Length()/3}, Words: "long"}},
		}
		if r.IntN(3) == 0 {
			in.Chain = e.Chain(in.Selected)
		}
		if r.IntN(3) == 0 {
			in.DenseFrom = few
		}
		var b scene.Builder
		for range 8 {
			in.View = randomView(r, in.Selection, in.Domain, in.Size.W)
			s := b.Build(in)
			in.View.Top = s.Top
			f(t, in, w, s, b.Overlay(w))
			if t.Failed() {
				t.Fatalf("seed %d, view %+v of %+v", seed, in.View, in.Size)
			}
		}
	}
}

// Each other date of an event with a mark of its own is where it belongs, and
// tied to the mark; none is there twice.
func TestOverlay_Ghosts(t *testing.T) {
	drawn := 0
	eachOverlay(t, func(t *testing.T, in scene.Input, w *scene.Wanted, s *scene.Scene, o *scene.Overlay) {
		ghosts := map[[2]int]scene.Ghost{}
		for _, g := range o.Ghosts {
			key := [2]int{g.Event, g.Claim}
			if _, twice := ghosts[key]; twice {
				t.Errorf("ghost %v is there twice", key)
			}
			ghosts[key] = g
			drawn++
		}
		for i := range s.Marks {
			mark := &s.Marks[i]
			if mark.Several() {
				continue
			}
			for _, d := range w.Evidence.Dates(mark.Events.First()) {
				checkGhost(t, in, mark, d, ghosts)
			}
		}
	})
	if drawn < 1000 {
		t.Errorf("only %d ghosts were drawn", drawn)
	}
}

func checkGhost(t *testing.T, in scene.Input, mark *scene.Mark, d evidence.Dated, ghosts map[[2]int]scene.Ghost) {
	t.Helper()
	g, ok := ghosts[[2]int{mark.Events.First(), d.Claim}]
	b := d.Date.Bounds()
	x0, x1 := math.Inf(-1), math.Inf(1)
	if !b.NoEarliest {
		x0 = in.View.X(float64(b.Earliest))
	}
	if !b.NoLatest {
		x1 = in.View.X(float64(b.Latest) + 1)
	}
	if x1 > 0 && x0 < in.Size.W && !ok {
		t.Errorf("the date %s of event %d is not drawn", d.Date, mark.Events.First())
	}
	if !ok {
		return
	}
	wide := x1-x0 >= 5
	if wide && x0 > 0 && x0 < in.Size.W && math.Abs(g.X0-x0) > 0.01 || wide && x1 > 0 && x1 < in.Size.W && math.Abs(g.X1-x1) > 0.01 {
		t.Errorf("the date %s is drawn from %v to %v, not %v to %v", d.Date, g.X0, g.X1, x0, x1)
	}
	if math.Abs(g.Y-mark.Y) >= in.Metrics.Row/2 {
		t.Errorf("a ghost at %v is not in the row at %v", g.Y, mark.Y)
	}
	if g.X0 < 0 || g.X1 > in.Size.W || mark.X0 < 0 || mark.X1 > in.Size.W {
		return // cut
	}
	apart := math.Max(g.X0-mark.X1, mark.X0-g.X1)
	if tied := g.Tie1 - g.Tie0; apart > 0.01 && math.Abs(tied-apart) > 0.01 || apart <= 0 && tied > 0.01 {
		t.Errorf("a tie of %v over %v", tied, apart)
	}
}

// The links of the selected event, or of the chain, lead from mark to mark, and
// their words are in view and apart.
func TestOverlay_Arrows(t *testing.T) {
	drawn, worded := 0, 0
	eachOverlay(t, func(t *testing.T, in scene.Input, w *scene.Wanted, s *scene.Scene, o *scene.Overlay) {
		for i := range o.Arrows {
			a := &o.Arrows[i]
			drawn++
			for end, event := range map[int]int{0: a.From, 3: a.To} {
				p := a.Curve[end]
				m := s.MarkOf(event)
				if m < 0 || s.Marks[m].Profile != nil {
					if p.X >= 0 && p.X <= in.Size.W && m < 0 && in.View.Top == 0 && s.MaxTop(in.Metrics) == 0 {
						t.Errorf("an arrow ends in view at %v, the event is not there", p)
					}
					continue
				}
				mark := &s.Marks[m]
				if p.X < mark.X0-1 || p.X > mark.X1+1 || math.Abs(p.Y-mark.Y) > in.Metrics.Row {
					t.Errorf("an arrow ends at %v, the mark is at %v to %v, %v", p, mark.X0, mark.X1, mark.Y)
				}
			}
			checkWords(t, in, o.Arrows[:i], a)
			if a.Words.Text != "" {
				worded++
			}
		}
	})
	if drawn < 100 || worded < 50 {
		t.Errorf("only %d arrows, %d with words", drawn, worded)
	}
}

func checkWords(t *testing.T, in scene.Input, before []scene.Arrow, a *scene.Arrow) {
	t.Helper()
	l := a.Words
	if l.Text == "" {
		return
	}
	if l.X < 0 || l.X+l.Width > in.Size.W || l.Y < in.Metrics.Axis || l.Y > in.Size.H {
		t.Errorf("words at %+v", l)
	}
	for _, other := range before {
		if o := other.Words; o.Text != "" && math.Abs(o.Y-l.Y) < in.Metrics.Row-0.01 && o.X < l.X+l.Width && l.X < o.X+o.Width {
			t.Errorf("words %+v over %+v", l, o)
		}
	}
}

// Both ends of a link of the selected event that are in view have their arrow.
func TestOverlay_ArrowsAll(t *testing.T) {
	eachOverlay(t, func(t *testing.T, in scene.Input, w *scene.Wanted, s *scene.Scene, o *scene.Overlay) {
		if in.Chain != nil {
			return
		}
		links := w.Evidence.Links(in.Selected)
		if len(links) > 20 {
			return
		}
		for _, edge := range links {
			a, b := s.MarkOf(in.Selected), s.MarkOf(edge.Event)
			if a < 0 || b < 0 || a == b || s.Marks[a].Profile != nil || s.Marks[b].Profile != nil {
				continue
			}
			found := false
			for _, arrow := range o.Arrows {
				found = found || arrow.From == in.Selected && arrow.To == edge.Event || arrow.To == in.Selected && arrow.From == edge.Event
			}
			if !found {
				t.Errorf("the link %+v of %d is not drawn", edge, in.Selected)
			}
		}
	})
}

// The line from an event ends when it is surely known.
func TestOverlay_Lags(t *testing.T) {
	drawn := 0
	eachOverlay(t, func(t *testing.T, in scene.Input, w *scene.Wanted, s *scene.Scene, o *scene.Overlay) {
		lags := map[int]scene.Lag{}
		for _, lag := range o.Lags {
			lags[lag.Event] = lag
			drawn++
		}
		for i := range s.Marks {
			mark := &s.Marks[i]
			if mark.Several() {
				continue
			}
			since := w.Knowledge.Since(mark.Events.First())
			x := in.View.X(float64(since.Latest) + 1)
			lag, ok := lags[mark.Events.First()]
			switch {
			case since.Way == evidence.Unsaid || x <= mark.X1 || mark.Dense && mark.Events.First() != in.Selected:
				if ok {
					t.Errorf("a line although it is known since %v, at %v", since.Date, x)
				}
			case !ok && x > mark.X1+1.01 && mark.X1 < in.Size.W:
				t.Errorf("no line to %v", since.Date)
			case ok && x < in.Size.W && math.Abs(lag.X1-x) > 0.01 || ok && (lag.Perhaps < lag.X0 || lag.Perhaps > lag.X1):
				t.Errorf("the line %+v does not end at %v", lag, x)
			}
		}
	})
	if drawn < 100 {
		t.Errorf("only %d lines", drawn)
	}
}

// A gap is a band over the whole height of its lane, and of no other.
func TestOverlay_Bands(t *testing.T) {
	eachOverlay(t, func(t *testing.T, in scene.Input, w *scene.Wanted, s *scene.Scene, o *scene.Overlay) {
		x0, x1 := math.Max(in.View.X(w.Gaps[0].Span.From), 0), math.Min(in.View.X(w.Gaps[0].Span.To), in.Size.W)
		want := 0
		for _, lane := range s.Lanes {
			if lane.Lane != 1 || x1-x0 < 2 {
				continue
			}
			want++
			if len(o.Bands) == 0 {
				continue
			}
			b := o.Bands[0]
			if b.Lane != 1 || b.X0 != x0 || b.X1 != x1 || b.Y0 < lane.Y || b.Y1 > lane.Y+lane.Height {
				t.Errorf("band %+v in lane %+v", b, lane)
			}
			if l := b.Label; l.Text != "" && (l.X < b.X0 || l.X+l.Width > b.X1 || l.Text != "long") {
				t.Errorf("label %+v in band %+v", l, b)
			}
		}
		if len(o.Bands) != want {
			t.Errorf("%d bands, want %d", len(o.Bands), want)
		}
	})
}
