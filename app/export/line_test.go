package export

import (
	"math"
	"math/rand/v2"
	"testing"

	"dateline/widgets/scene"
)

func wandering(random *rand.Rand) polyline {
	l := make(polyline, 2+random.IntN(20))
	for i := range l {
		l[i] = scene.Point{X: random.Float64()*300 - 100, Y: random.Float64() * 100}
	}
	return l
}

func TestPolyline_Part(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		l := wandering(random)
		length := l.length()
		from := random.Float64() * length
		to := from + random.Float64()*(length-from)
		a, b, c := l.part(0, from), l.part(from, to), l.part(to, length)
		if math.Abs(b.length()-(to-from)) > 1e-6 || math.Abs(a.length()+b.length()+c.length()-length) > 1e-6 {
			t.Fatalf("from %.2f to %.2f of %.2f: %.2f, %.2f, %.2f", from, to, length, a.length(), b.length(), c.length())
		}
		if a[0] != l[0] || near(a[len(a)-1], b[0]) > 1e-6 || near(l.at(to), b[len(b)-1]) > 1e-6 || near(c[len(c)-1], l[len(l)-1]) > 1e-6 {
			t.Fatalf("parts of %v do not meet", l)
		}
	}
	if got := (polyline{{X: 1, Y: 2}, {X: 1, Y: 2}}).at(0); got != (scene.Point{X: 1, Y: 2}) {
		t.Errorf("of no length: %v", got)
	}
}

func near(a, b scene.Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }

func TestPolyline_Dashes(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	for range 100 {
		l := wandering(random)
		dashes, sum := l.dashes(5, 3), 0.0
		for _, dash := range dashes {
			sum += dash.length()
		}
		if share := sum / l.length(); l.length() > 60 && (share < 0.5 || share > 0.75) {
			t.Errorf("%.2f of the line is dashes", share)
		}
		last := dashes[len(dashes)-1]
		if near(dashes[0][0], l[0]) > 1e-6 || near(last[len(last)-1], l[len(l)-1]) > 1e-6 {
			t.Error("there is no dash at an end")
		}
	}
	if short := (polyline{{X: 0, Y: 0}, {X: 6, Y: 0}}).dashes(5, 3); len(short) != 1 {
		t.Errorf("%d dashes of a short line", len(short))
	}
}

// What is cut off and what is left make the whole line.
func TestPolyline_Cut(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	for range 300 {
		l := wandering(random)
		sum := 0.0
		for _, sides := range [][2]float64{{math.Inf(-1), 0}, {0, 100}, {100, math.Inf(1)}} {
			for _, run := range l.cut(sides[0], sides[1]) {
				sum += run.length()
				for _, p := range run {
					if p.X < sides[0]-1e-9 || p.X > sides[1]+1e-9 {
						t.Fatalf("%v is not between %v", p, sides)
					}
				}
			}
		}
		if math.Abs(sum-l.length()) > 1e-6 {
			t.Fatalf("%.3f of %.3f are left of %v", sum, l.length(), l)
		}
	}
}

func TestRibbon(t *testing.T) {
	area := ribbon([]scene.Point{{X: 10, Y: 10}, {X: 50, Y: 10}}, 4)
	for _, c := range []struct {
		x, y float64
		want bool
	}{{11, 8.1, true}, {49, 11.9, true}, {30, 10, true}, {30, 12.1, false}, {9.9, 10, false}, {50.1, 10, false}} {
		if area.covers(c.x, c.y) != c.want {
			t.Errorf("(%v, %v): %t", c.x, c.y, !c.want)
		}
	}
}

// Hatches stay within their rectangle, and lie as densely everywhere.
func TestHatches(t *testing.T) {
	b := box{33.3, 12.5, 233.3, 92.5}
	var all path
	for _, line := range hatches(b) {
		all = append(all, line...)
		line.flatten(func(scene.Point) {}, func(p scene.Point) {
			if p.X < b.x0-1 || p.X > b.x1+1 || p.Y < b.y0-1 || p.Y > b.y1+1 {
				t.Fatalf("%v is outside of %v", p, b)
			}
		})
	}
	want := math.Sqrt2 * hatchWidth / hatchStep
	for _, part := range []box{{40, 20, 120, 52}, {140, 50, 228, 90}, {34, 13, 66, 45}, {200, 60, 232, 92}} {
		if got := all.share(part); math.Abs(got-want) > 0.06 {
			t.Errorf("%v is covered by %.2f, want %.2f", part, got, want)
		}
	}
}
