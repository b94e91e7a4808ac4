package scene_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/data"
	"dateline/widgets/scene"
)

func TestNewMinimap(t *testing.T) {
	eachInput(t, func(t *testing.T, r *rand.Rand, _ *scene.Builder, in scene.Input) {
		size := 100 + r.Float64()*2000
		mm := scene.NewMinimap(in.Domain, in.View, size, in.Size.W, in.Metrics)
		whole := scene.MinimapView(in.Domain, size)
		blocks := scene.Blocks(in.Selection, in.Domain, size, in.DenseFrom)
		for i, block := range blocks {
			if !(block.X0 >= 0 && block.X0 < block.X1 && block.X1 <= size && block.Opacity > 0 && block.Opacity <= 1) {
				t.Errorf("block %+v in %g", block, size)
			}
			if in.Selection.Lanes[block.Row] != block.Lane || i > 0 && blocks[i-1].Row > block.Row {
				t.Errorf("block %d of lane %d is in row %d", i, block.Lane, block.Row)
			}
		}
		if in.DenseFrom == 0 && len(blocks) != in.Selection.Len() {
			t.Errorf("%d blocks for %d events", len(blocks), in.Selection.Len())
		}
		for event := range in.Selection.All() { // where something is, something is seen
			extent := scene.Extent(in.Selection.Set, event, in.Domain)
			from, to := whole.X(extent.From)-2, whole.X(extent.To)+2
			if !slices.ContainsFunc(blocks, func(b scene.Block) bool {
				return b.Lane == in.Selection.LaneOf(event) && b.X0 <= to && b.X1 >= from
			}) {
				t.Errorf("nothing stands for event %d at %g to %g", event, from, to)
			}
		}
		shown := in.View.Span(in.Size.W)
		for _, edge := range [][2]float64{{mm.From, shown.From}, {mm.To, shown.To}} {
			if !(edge[0] >= 0 && edge[0] <= size) || math.Abs(edge[0]-whole.X(edge[1])) > 0.01 {
				t.Errorf("the brush has an edge at %g, the view at %g", edge[0], whole.X(edge[1]))
			}
		}
		checkLabels(t, mm.Ticks, size, 2*letter)
	})
}

// The minimap shows as much as the timeline can at most, so that its brush
// never leaves it.
func TestMinimapView(t *testing.T) {
	domain := scene.Span{From: 0, To: 1000}
	if got := scene.MinimapView(domain, 600).Span(600); math.Abs(got.From+100) > 1e-9 || math.Abs(got.To-1100) > 1e-9 {
		t.Errorf("%+v", got)
	}
}

// dated returns a dataset with an event for each date.
func dated(t testing.TB, dates ...string) *data.Set {
	t.Helper()
	events := make([]string, len(dates))
	for i, date := range dates {
		events[i] = fmt.Sprintf(`{"id": "event-%d", "lanes": ["a"], "date": %q, "title": "Event %d"}`, i, date, i)
	}
	set, err := data.Parse("dated", fmt.Appendf(nil, `{"$schema": "dateline.schema.json", "format": 1, "title": "T",
		"lanes": [{"id": "a", "title": "A"}], "events": [%s]}`, strings.Join(events, ",")))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestDomainOf(t *testing.T) {
	const day = 86400
	for _, c := range []struct {
		dates []string
		want  scene.Span
	}{
		{nil, scene.Span{From: 0, To: day}},
		{[]string{"1970"}, scene.Span{From: 0, To: 365 * day}},
		{[]string{"1970-01-01T00:00:00Z"}, scene.Span{From: -day / 2, To: day/2 + 1}},
		{[]string{"1970-01-01/.."}, scene.Span{From: -day / 2, To: day/2 + 1}},
		{[]string{"../1969", "1970-01-03"}, scene.Span{From: -1, To: 3 * day}},
	} {
		if got := scene.DomainOf(dated(t, c.dates...)); got != c.want {
			t.Errorf("%q: %v, want %v", c.dates, got, c.want)
		}
	}
	eachSet(t, func(t *testing.T, _ *rand.Rand, in scene.Input) {
		if !(in.Domain.Length() >= 60) {
			t.Errorf("%+v", in.Domain)
		}
	})
}

func TestExtent(t *testing.T) {
	const day = 86400
	domain := scene.Span{From: -10 * day, To: 10 * day}
	for date, want := range map[string]scene.Span{
		"1970-01-02":            {From: day, To: 2 * day},
		"1970-01-01T00:00:07Z":  {From: 7, To: 8},
		"1970-01-02/..":         {From: day, To: 10 * day},
		"1970-01-02/":           {From: day, To: 10 * day},
		"../1970-01-02":         {From: -10 * day, To: 2 * day},
		"/1970-01-02":           {From: -10 * day, To: 2 * day},
		"[..1970-01-02]":        {From: -10 * day, To: 2 * day},
		"1970-02-01/..":         {From: 31 * day, To: 31 * day},
		"../1969-12-01":         {From: -30 * day, To: -30 * day},
		"1970-01-01/1970-01-03": {From: 0, To: 3 * day},
	} {
		if got := scene.Extent(dated(t, date), 0, domain); got != want {
			t.Errorf("%s: %v, want %v", date, got, want)
		}
	}
	eachSet(t, func(t *testing.T, _ *rand.Rand, in scene.Input) {
		for event := range in.Selection.All() {
			extent := scene.Extent(in.Selection.Set, event, in.Domain)
			if !(extent.From >= in.Domain.From && extent.From <= extent.To && extent.To <= in.Domain.To+1) {
				t.Errorf("event %d lies in %+v of %+v", event, extent, in.Domain)
			}
		}
	})
}

// What a bar says: solid between ends that are known, fading over those that
// are not.
func TestBuild_segments(t *testing.T) {
	for date, want := range map[string]string{
		"2008-04-09":                "",
		"2008-04/2008-11":           "0-1 1-1 1-0",
		"2008-04-01/2008-11-01":     "1-1",
		"2008-04-01/..":             "1-1 1-0",
		"2008-04-01/":               "1-1 1-0",
		"../2008-11-01":             "0-1 1-1",
		"2008-04":                   "0-0.72 0.72-0.72 0.72-0",
		"[2008-04-01..2008-11-01]":  "0-0.72 0.72-0.72 0.72-0",
		"2008-04-09T10:00:00Z":      "",
		"2008-04-09~":               "0.72-0.72",
		"2008-04-01/2008-11-01~":    "1-1",
		"2008-03-01/2008":           "1-0",
		"2007-12-31/2008-12-31":     "1-1",
		"2008-04-09/2008-04-10":     "1-1",
		"2008-24":                   "0-0.72 0.72-0.72 0.72-0",
		"2008-04-09T10:00Z/2008-12": "1-1 1-0",
	} {
		set := dated(t, date, "2008-01-01", "2009-03-01")
		in := window(set)
		s := new(scene.Builder).Build(in)
		var got []string
		for _, mark := range s.Marks {
			if in.Selection.Set.Events.Title(mark.Events.First()) != "Event 0" {
				continue
			}
			for _, segment := range mark.Segments {
				got = append(got, fmt.Sprintf("%.3g-%.3g", segment.A0, segment.A1))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", date, got, want)
		}
	}
}

func TestShapeOf(t *testing.T) {
	for _, marker := range append(data.Markers, "heart", "") {
		shape := scene.ShapeOf(marker)
		for _, p := range shape.Points(10, 20, 11) {
			if d := math.Hypot(p.X-10, p.Y-20); math.Abs(d-shape.Size*5.5) > 1e-9 {
				t.Errorf("%s: a corner %g from the middle", marker, d)
			}
		}
	}
	if up := scene.ShapeOf(data.MarkerTriangle).Points(0, 0, 2)[0]; math.Abs(up.X) > 1e-9 || up.Y >= 0 {
		t.Errorf("the triangle points to %+v", up)
	}
}
