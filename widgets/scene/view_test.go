package scene_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"dateline/widgets/scene"
)

// near reports whether two instants are the same as far as a float64 can tell
// at that distance from 1970 (the year 2000: 10⁻⁷ seconds, a thousand million
// years: 4 seconds), and a millionth of a pixel besides.
func near(a, b, scale float64) bool {
	ulp := math.Nextafter(math.Max(math.Abs(a), math.Abs(b)), math.Inf(1)) - math.Max(math.Abs(a), math.Abs(b))
	return math.Abs(a-b) <= 8*ulp+1e-6*scale
}

// eachView calls f with many domains, views within their limits, and places in
// the window.
func eachView(t *testing.T, f func(t *testing.T, r *rand.Rand, domain scene.Span, v scene.View, w, x float64)) {
	t.Helper()
	for seed := range uint64(500) {
		r := chance(seed)
		middle := (r.Float64() - 0.5) * math.Pow(10, 8+r.Float64()*10.5)
		length := math.Pow(10, 2+r.Float64()*17)
		domain := scene.Span{From: middle - length/2, To: middle + length/2}
		if domain.Length() < 60 { // less than a float64 can tell apart
			continue
		}
		w := 60 + r.Float64()*4000
		scale := scene.FinestScale * math.Pow(length*scene.ZoomOutLimit/w/scene.FinestScale, r.Float64())
		v := scene.View{Left: domain.From + r.Float64()*length, Scale: scale, Top: r.Float64() * 100}.Clamp(domain, w)
		t.Run(fmt.Sprint(seed), func(t *testing.T) { f(t, r, domain, v, w, r.Float64()*w) })
	}
}

func TestView_ZoomAt(t *testing.T) {
	eachView(t, func(t *testing.T, r *rand.Rand, _ scene.Span, v scene.View, _, x float64) {
		back := v
		steps := 1 + r.IntN(20)
		for range steps {
			next := back.ZoomAt(x, 1.25)
			if !near(back.Time(x), next.Time(x), next.Scale) {
				t.Errorf("under the cursor: %v, then %v", back.Time(x), next.Time(x))
			}
			back = next
		}
		for range steps {
			back = back.ZoomAt(x, 1/1.25)
		}
		if !near(back.Left, v.Left, v.Scale) || math.Abs(back.Scale/v.Scale-1) > 1e-12 || back.Top != v.Top {
			t.Errorf("%d steps in and out of %+v: %+v", steps, v, back)
		}
	})
}

// In the years of the bundled dataset the instant under the cursor stays to
// within a millionth of a pixel.
func TestView_ZoomAt_nowadays(t *testing.T) {
	r := chance(1)
	for range 10_000 {
		v := scene.View{Left: (r.Float64() - 0.3) * 2e9, Scale: math.Pow(10, r.Float64()*6.5)}
		x := r.Float64() * 4000
		at := v.Time(x)
		if d := math.Abs(v.ZoomAt(x, math.Exp(r.NormFloat64())).X(at) - x); d > 1e-6 {
			t.Fatalf("%+v at %g: moved by %g pixels", v, x, d)
		}
	}
}

func TestView_Clamp(t *testing.T) {
	eachView(t, func(t *testing.T, r *rand.Rand, domain scene.Span, v scene.View, w, x float64) {
		v = v.Pan(r.NormFloat64()*3*w, -r.Float64()*300).ZoomAt(x, math.Exp(r.NormFloat64()*20))
		got := v.Clamp(domain, w)
		if again := got.Clamp(domain, w); again != got {
			t.Errorf("%+v, clamped again %+v", got, again)
		}
		coarsest := math.Max(domain.Length()*scene.ZoomOutLimit/w, scene.FinestScale)
		if got.Scale < scene.FinestScale || got.Scale > coarsest || got.Top < 0 {
			t.Errorf("%+v, not between %g and %g", got, scene.FinestScale, coarsest)
		}
		room := domain.Widened((scene.ZoomOutLimit - 1) / 2)
		shown := got.Span(w)
		if got.Left < room.From || shown.To > room.To+w*scene.FinestScale && !near(shown.To, room.To, got.Scale) {
			t.Errorf("%+v shows %+v, beyond %+v", got, shown, room)
		}
	})
}

// What is within the limits stays as it is.
func TestView_Clamp_keeps(t *testing.T) {
	domain := scene.Span{From: 0, To: 1e9}
	v := scene.View{Left: 3e8, Scale: 1e4, Top: 7}
	if got := v.Clamp(domain, 800); got != v {
		t.Errorf("%+v became %+v", v, got)
	}
}

func TestView_Clamp_noView(t *testing.T) {
	domain := scene.Span{From: 0, To: 1e9}
	nan, inf := math.NaN(), math.Inf(1)
	for _, v := range []scene.View{
		{}, {Scale: -1}, {Scale: nan}, {Scale: inf}, {Left: nan, Scale: 1}, {Left: -inf, Scale: 1}, {Scale: inf, Left: inf},
	} {
		if got := v.Clamp(domain, 800); got != scene.Fit(domain, 800) {
			t.Errorf("%+v became %+v", v, got)
		}
	}
	if got := (scene.View{Scale: 1, Top: nan}).Clamp(domain, 800); got.Top != 0 {
		t.Errorf("a top that is no number became %g", got.Top)
	}
}

// At the limits of zoom, too, the instant under the cursor stays there, unless
// the edge of the domain holds the view.
func TestView_ZoomWithin(t *testing.T) {
	eachView(t, func(t *testing.T, r *rand.Rand, domain scene.Span, v scene.View, w, x float64) {
		factor := math.Exp(r.NormFloat64() * 8)
		got := v.ZoomWithin(domain, w, x, factor)
		if got != got.Clamp(domain, w) {
			t.Errorf("%+v is not within the limits", got)
		}
		room := domain.Widened((scene.ZoomOutLimit - 1) / 2)
		held := near(got.Left, room.From, got.Scale) || near(got.Time(w), room.To, got.Scale)
		if !held && !near(got.Time(x), v.Time(x), got.Scale) {
			t.Errorf("zoom by %g at %g: %v under the cursor, then %v", factor, x, v.Time(x), got.Time(x))
		}
		within := v.Scale/factor > scene.FinestScale*1.01 && v.Scale/factor < room.Length()/w*0.99
		if within && math.Abs(got.Scale*factor/v.Scale-1) > 1e-9 {
			t.Errorf("zoom by %g: from %g to %g", factor, v.Scale, got.Scale)
		}
	})
}

func TestView_Pan(t *testing.T) {
	eachView(t, func(t *testing.T, r *rand.Rand, _ scene.Span, v scene.View, w, _ float64) {
		a, b := r.NormFloat64()*w, r.NormFloat64()*w
		once, twice := v.Pan(a+b, 3), v.Pan(a, 1).Pan(b, 2)
		if !near(once.Left, twice.Left, v.Scale) || math.Abs(once.Top-twice.Top) > 1e-9 || once.Scale != v.Scale {
			t.Errorf("by %g and %g: %+v, at once %+v", a, b, twice, once)
		}
		if back := v.Pan(a, 0).Pan(-a, 0); !near(back.Left, v.Left, v.Scale) {
			t.Errorf("by %g and back: %+v, was %+v", a, back, v)
		}
	})
}

// Between two views of one zoom at a place, that place stays throughout.
func TestBetween(t *testing.T) {
	eachView(t, func(t *testing.T, r *rand.Rand, domain scene.Span, v scene.View, w, x float64) {
		to := v.ZoomAt(x, math.Exp(r.NormFloat64()*3))
		if scene.Between(v, to, 0) != v || scene.Between(v, to, 1) != to || scene.Between(v, v, r.Float64()) != v {
			t.Error("the ends of the way are not the views")
		}
		last := v.Scale
		for i := 1; i <= 9; i++ {
			mid := scene.Between(v, to, float64(i)/10)
			if !near(mid.Time(x), v.Time(x), math.Max(v.Scale, to.Scale)) {
				t.Errorf("at %d/10 %v under the cursor, not %v", i, mid.Time(x), v.Time(x))
			}
			if (to.Scale < v.Scale) != (mid.Scale < last) {
				t.Errorf("at %d/10 the scale goes from %g to %g, on the way to %g", i, last, mid.Scale, to.Scale)
			}
			last = mid.Scale
		}
	})
}

func TestExactly(t *testing.T) {
	span := scene.Span{From: 1e9, To: 1e9 + 5000}
	if got := scene.Exactly(span, 500).Span(500); got != span {
		t.Errorf("%+v shows %+v", span, got)
	}
	second := scene.Span{From: 1e9, To: 1e9 + 1}
	v := scene.Exactly(second, 640)
	if v.Scale != scene.FinestScale || v.X(1e9+0.5) != 320 {
		t.Errorf("one second is shown by %+v", v)
	}
	if v := scene.Fit(second, 0); v.Scale <= 0 || v.Left > 1e9 {
		t.Errorf("without a width: %+v", v)
	}
}

func TestSpan_Overlaps(t *testing.T) {
	s := func(from, to float64) scene.Span { return scene.Span{From: from, To: to} }
	for _, c := range []struct {
		a, b scene.Span
		want bool
	}{
		{s(0, 2), s(1, 3), true},
		{s(0, 2), s(2, 3), false},
		{s(0, 9), s(3, 4), true},
		{s(0, 1), s(5, 6), false},
		{s(3, 3), s(0, 9), true},
		{s(0, 9), s(3, 3), true},
		{s(9, 9), s(0, 9), false},
	} {
		if got := c.a.Overlaps(c.b); got != c.want {
			t.Errorf("%v and %v: %v", c.a, c.b, got)
		}
	}
}
