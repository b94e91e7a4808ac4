package export

import (
	"math"
	"testing"

	"dateline/data"
	"dateline/widgets/scene"
)

// winds returns how often a path winds around a point.
func (p path) winds(x, y float64) int {
	n := 0
	var last scene.Point
	p.flatten(func(at scene.Point) { last = at }, func(at scene.Point) {
		if (last.Y <= y) != (at.Y <= y) && last.X+(y-last.Y)/(at.Y-last.Y)*(at.X-last.X) > x {
			if at.Y > last.Y {
				n++
			} else {
				n--
			}
		}
		last = at
	})
	return n
}

func (p path) covers(x, y float64) bool { return p.winds(x, y) != 0 }

// share returns the share of a rectangle that a path covers, as far as a fine
// grid tells.
func (p path) share(b box) float64 {
	const steps = 60
	n := 0
	for i := range steps {
		for k := range steps {
			if p.covers(b.x0+(float64(i)+0.5)/steps*b.width(), b.y0+(float64(k)+0.5)/steps*b.height()) {
				n++
			}
		}
	}
	return float64(n) / (steps * steps)
}

var looksOfAll = map[data.Status]look{
	"": filledLook, data.Established: filledLook, data.Reported: outlinedLook, data.Alleged: dashedLook,
	data.Disputed: halfLook, data.False: struckLook,
}

func TestLookOf(t *testing.T) {
	for _, status := range append([]data.Status{""}, data.Statuses...) {
		if want, ok := looksOfAll[status]; !ok || lookOf(status) != want {
			t.Errorf("%q looks like %d", status, lookOf(status))
		}
	}
}

// Every marker is told by its look: what is filled, on which side, and how much
// of the edge.
func TestMarkerAreas(t *testing.T) {
	for _, marker := range data.Markers {
		t.Run(string(marker), func(t *testing.T) { checkMarker(t, scene.ShapeOf(marker)) })
	}
}

func checkMarker(t *testing.T, shape scene.Shape) {
	const x, y, width = 100.3, 50.7, 11
	whole := markerPath(shape, x, y, width)
	left, right := box{x - 9, y - 9, x, y + 9}, box{x, y - 9, x + 9, y + 9}
	both := box{left.x0, left.y0, right.x1, right.y1}
	areas := make(map[look]path)
	for _, l := range looksOfAll {
		area, tint := markerAreas(shape, l, x, y, width)
		areas[l] = area
		if (len(tint) > 0) != (l == outlinedLook) {
			t.Errorf("look %d: a tint of %d", l, len(tint))
		}
		outside(t, area, l, x, y, width*shape.Size/2)
	}
	near := func(what string, got, least, most float64) {
		if got < least-0.005 || got > most+0.005 {
			t.Errorf("%s: %.3f is not between %.3f and %.3f", what, got, least, most)
		}
	}
	all, ring := whole.share(both), areas[outlinedLook].share(both)
	near("filled", areas[filledLook].share(both), all, all)
	near("the outline", ring, 0.35*all, 0.8*all)
	near("dashes", areas[dashedLook].share(both), 0.45*ring, 0.75*ring)
	near("the left half", areas[halfLook].share(left), whole.share(left), whole.share(left))
	near("the right half", areas[halfLook].share(right), areas[outlinedLook].share(right), areas[outlinedLook].share(right))
	if areas[outlinedLook].covers(x, y) || areas[dashedLook].covers(x, y) {
		t.Error("an outline covers the middle")
	}
	checkStruck(t, areas[struckLook], shape, x, y, width)
}

// checkStruck looks for a line through a marker and for nothing beside it.
func checkStruck(t *testing.T, area path, shape scene.Shape, x, y, width float64) {
	t.Helper()
	for _, at := range []float64{-0.6, -0.3, 0, 0.3, 0.6} {
		if !area.covers(x+at*width, y-at*width) {
			t.Errorf("there is no line through it at %.1f", at)
		}
	}
	if shape.Sides != 3 && area.covers(x-0.2*width, y-0.2*width) {
		t.Error("it is filled")
	}
}

// outside looks whether an area leaves the marker's circle, but for the line
// through it.
func outside(t *testing.T, area path, l look, x, y, radius float64) {
	t.Helper()
	area.flatten(func(scene.Point) {}, func(p scene.Point) {
		if far := math.Hypot(p.X-x, p.Y-y); far > radius*1.01 && l != struckLook || far > 11 {
			t.Errorf("look %d reaches %.2f from the middle, the marker %.2f", l, far, radius)
		}
	})
}

// barAreas returns what a bar fills and tints, drawn as it is where its ends
// fade, and as it is where they do not.
func barAreas(b *bar, l look) map[string][2]path {
	areas := b.look(l)
	var area, tint path
	for _, part := range areas.area {
		area = append(area, rounded(part, 0)...)
	}
	for _, part := range areas.tint {
		tint = append(tint, rounded(part, 0)...)
	}
	round, roundTint := b.rounded(l)
	return map[string][2]path{"fading": {area, tint}, "even": {round, roundTint}}
}

func TestBar_Looks(t *testing.T) {
	b := bar{box: box{20, 30, 120, 40}, line: 1.75, closed0: true, closed1: true}
	middle := func(x0, x1, y0, y1 float64) box { return box{x0, y0, x1, y1} }
	for l, want := range map[look]struct{ upper, centre, lower, top, bottom, end, tint float64 }{
		filledLook:   {1, 1, 1, 1, 1, 1, 0},
		outlinedLook: {0, 0, 0, 1, 1, 1, 1},
		dashedLook:   {0, 0, 0, 0.58, 0.58, 0.43, 0},
		halfLook:     {0, 0.5, 1, 1, 1, 1, 0},
		struckLook:   {0, 1, 0, 1, 1, 1, 0},
	} {
		for name, areas := range barAreas(&b, l) {
			area := areas[0]
			for what, c := range map[string][2]float64{
				"above the middle": {area.share(middle(30, 110, 32, 34)), want.upper},
				"the middle":       {area.share(middle(30, 110, 34.4, 35.6)), want.centre},
				"below the middle": {area.share(middle(30, 110, 36, 38)), want.lower},
				"the upper edge":   {area.share(middle(25, 115, 30.1, 31.6)), want.top},
				"the lower edge":   {area.share(middle(25, 115, 38.4, 39.9)), want.bottom},
				"the left end":     {area.share(middle(20.1, 21.6, 31.8, 38.2)), want.end},
				"the right end":    {area.share(middle(118.4, 119.9, 31.8, 38.2)), want.end},
				"the tint":         {areas[1].share(middle(30, 110, 32, 38)), want.tint},
			} {
				if math.Abs(c[0]-c[1]) > 0.06 {
					t.Errorf("look %d, %s: %s is covered by %.2f, want %.2f", l, name, what, c[0], c[1])
				}
			}
		}
	}
}

// The parts of a bar do not cover each other, which would show where they are
// pale, and reach from end to end; where an end is not closed there is no line.
func TestBar_PartsApart(t *testing.T) {
	for _, l := range looksOfAll {
		for _, width := range []float64{3, 9, 26, 400} {
			for ends := range 4 {
				b := bar{box: box{10, 20, 10 + width, 30}, line: 1.75, closed0: ends&1 != 0, closed1: ends&2 != 0}
				parts := b.look(l).area
				from, to := math.Inf(1), math.Inf(-1)
				for i, part := range parts {
					from, to = math.Min(from, part.x0), math.Max(to, part.x1)
					for _, other := range parts[:i] {
						if width > 2*b.line && part.within(1e-9).meets(other) {
							t.Errorf("look %d, %.0f wide: %v covers %v", l, width, part, other)
						}
					}
				}
				if from != b.x0 || math.Abs(to-b.x1) > 1e-9 {
					t.Errorf("look %d, %.0f wide: from %.2f to %.2f", l, width, from, to)
				}
				var area path
				for _, part := range parts {
					area = append(area, rounded(part, 0)...)
				}
				if l != filledLook && width > 20 && area.covers(10.5, 22.3) != b.closed0 {
					t.Errorf("look %d: a line at the left end: %t", l, !b.closed0)
				}
			}
		}
	}
}

// Behind a label an outline is pale, beyond it as strong as elsewhere.
func TestVeiled(t *testing.T) {
	for _, segments := range [][]scene.Segment{
		{{X0: 0, X1: 200, A0: 0.8, A1: 0.8}},
		{{X0: 0, X1: 40, A0: 0, A1: 1}, {X0: 40, X1: 150, A0: 1, A1: 1}, {X0: 150, X1: 200, A0: 1, A1: 0}},
	} {
		for _, label := range [][2]float64{{50, 120}, {3, 198}, {-5, 205}, {180, 260}} {
			got := veiled(segments, label[0], label[1])
			for x := 0.5; x < 200; x++ {
				least, most := veil, 1.0
				switch {
				case x >= label[0] && x <= label[1]:
					most = veil
				case x < label[0]-veilEnd || x > label[1]+veilEnd:
					least = 1
				}
				if share := opacity(got, x) / opacity(segments, x); !(share >= least-1e-9 && share <= most+1e-9) {
					t.Errorf("a label from %.0f to %.0f: at %.1f there is %.2f of the opacity", label[0], label[1], x, share)
				}
			}
			for i := 1; i < len(got); i++ {
				if got[i].X0 != got[i-1].X1 || math.Abs(got[i].A0-got[i-1].A1) > 1e-9 {
					t.Errorf("a step: %v", got)
				}
			}
		}
	}
}

// opacity returns that of segments at a place, NaN beside them.
func opacity(segments []scene.Segment, x float64) float64 {
	for _, s := range segments {
		if x >= s.X0 && x <= s.X1 {
			return s.A0 + (s.A1-s.A0)*(x-s.X0)/(s.X1-s.X0)
		}
	}
	return math.NaN()
}
