package scene_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"dateline/data/edtf"
	"dateline/widgets/scene"
)

// eachAxis calls f with views from seconds to the age of the universe, at many
// places in time.
func eachAxis(t *testing.T, f func(t *testing.T, v scene.View, w float64, axis scene.Axis)) {
	t.Helper()
	r := chance(5)
	m := metrics()
	places := []int64{
		0, -1, edtf.Instant(1, 1, 1, 0, 0, 0), edtf.Instant(0, 1, 1, 0, 0, 0), edtf.Instant(-99, 1, 1, 0, 0, 0),
		edtf.Instant(2000, 2, 29, 0, 0, 0), edtf.Instant(1900, 2, 28, 0, 0, 0), edtf.Instant(-4, 2, 29, 12, 0, 0),
		edtf.Instant(2015, 11, 13, 20, 16, 0), edtf.Instant(1e9, 7, 1, 0, 0, 0), edtf.Instant(-1e9, 7, 1, 0, 0, 0),
		edtf.Instant(292277026595, 1, 1, 0, 0, 0), edtf.Instant(-292277022656, 1, 1, 0, 0, 0),
	}
	for scale := scene.FinestScale; scale < 2e17; scale *= 1.19 {
		for _, at := range places {
			w := 60 + math.Floor(math.Pow(r.Float64(), 2)*3940)
			v := scene.View{Left: float64(at) + (r.Float64()-0.5)*3*w*scale, Scale: scale}
			f(t, v, w, scene.NewAxis(v, w, m))
			if t.Failed() {
				t.Fatalf("in view %+v, %g wide, from %s", v, w, v.Span(w).Words())
			}
		}
	}
}

// Ticks follow each other, each on the start of a second at least, none twice,
// labels neither touch nor leave the axis.
func TestNewAxis_order(t *testing.T) {
	eachAxis(t, func(t *testing.T, v scene.View, w float64, axis scene.Axis) {
		for i, tick := range axis.Lower {
			if tick.X != v.X(float64(tick.At)) || tick.X < 0 || tick.X > w {
				t.Errorf("tick at %g of instant %d", tick.X, tick.At)
			}
			if i > 0 && (tick.At <= axis.Lower[i-1].At || tick.X <= axis.Lower[i-1].X) {
				t.Errorf("tick %d is not after the one before", i)
			}
			if tick.Label != "" && math.Abs(tick.LabelX+tick.Width/2-tick.X) > 1e-6*math.Max(1, math.Abs(tick.X)) {
				t.Errorf("label %q is not centred on its boundary", tick.Label)
			}
		}
		checkLabels(t, axis.Lower, w, letter)
		checkLabels(t, axis.Upper, w, letter)
		for i, tick := range axis.Upper {
			if i > 0 && (tick.At <= axis.Upper[i-1].At || tick.X < 0) || tick.X > w {
				t.Errorf("period %d begins at %g", i, tick.X)
			}
			if tick.Label != "" && tick.LabelX < tick.X-1e-9 {
				t.Errorf("label %q begins before its period", tick.Label)
			}
		}
	})
}

func checkLabels(t *testing.T, ticks []scene.Tick, w, gap float64) {
	t.Helper()
	end := math.Inf(-1)
	for _, tick := range ticks {
		if tick.Label == "" {
			continue
		}
		if tick.LabelX < end+gap || tick.LabelX < 0 || tick.LabelX+tick.Width > w {
			t.Errorf("label %q from %g to %g, after one to %g", tick.Label, tick.LabelX, tick.LabelX+tick.Width, end)
		}
		end = tick.LabelX + tick.Width
	}
}

// The axis says where one is. From 240 pixels on, the least width of a
// timeline, a name of the upper tier can be read, within a thousand million
// years of today; beyond, at least one label. An axis of 120 pixels
// always has a label in the years 100 to 9999; in one of 60 pixels every label
// may be cut by an edge.
func TestNewAxis_says(t *testing.T) {
	eachAxis(t, func(t *testing.T, v scene.View, w float64, axis scene.Axis) {
		lower, upper := labels(axis.Lower), labels(axis.Upper)
		shown := v.Span(w)
		most := math.Max(math.Abs(shown.From), math.Abs(shown.To))
		switch year := 31556952.0; {
		case most < 1.2e9*year && w >= 240 && len(upper) == 0:
			t.Error("the upper tier names nothing")
		case shown.From > -1870*year && shown.To < 8000*year && w >= 120 && len(lower)+len(upper) == 0,
			most < 2.9e11*year && w >= 240 && len(lower)+len(upper) == 0:
			t.Error("there is no label")
		}
	})
}

func labels(ticks []scene.Tick) []string {
	var all []string
	for _, tick := range ticks {
		if tick.Label != "" {
			all = append(all, tick.Label)
		}
	}
	return all
}

// Every tick stands on a boundary of the calendar that its label names.
func TestNewAxis_boundaries(t *testing.T) {
	eachAxis(t, func(t *testing.T, v scene.View, _ float64, axis scene.Axis) {
		for _, tick := range append(axis.Lower, axis.Upper...) {
			y, mo, d, h, mi, s := edtf.Civil(tick.At)
			whole := h == 0 && mi == 0 && s == 0
			name := tick.Label
			ok := false
			switch {
			case name == "":
				ok = s == 0 || v.Scale < 4 // so close that seconds are counted
			case strings.Contains(name, ":"):
				ok = strings.Contains(name, fmt.Sprintf("%02d:%02d", h, mi)) &&
					(s == 0 || strings.HasSuffix(name, fmt.Sprintf(":%02d", s)))
			case fmt.Sprint(d) == name || strings.HasPrefix(name, fmt.Sprint(d)+" "):
				ok = whole
			case strings.ContainsAny(name[:1], "JFMASOND"):
				ok = whole && d == 1 && strings.HasPrefix(time(mo), name[:3])
			default:
				ok = whole && d == 1 && mo == 1 && named(name, y)
			}
			if !ok {
				t.Errorf("%q stands at %s", name, edtf.FormatInstant(tick.At))
			}
		}
	})
}

func time(month int) string {
	return [...]string{
		"January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December",
	}[month-1]
}

// named reports whether a label is the year's or that of years from it on.
func named(label string, y int64) bool {
	digits := strings.NewReplacer(",", "", "from ", "", " BCE", "", " CE", "", "s", "").Replace(label)
	if short, ok := strings.CutPrefix(digits, "’"); ok {
		return fmt.Sprintf("%02d", y%100) == short
	}
	if strings.Contains(label, "BCE") {
		y = 1 - y
	}
	return fmt.Sprint(y) == digits
}

// What a view shows does not change with how it is named: the axis of a view
// moved by a whole number of steps has the same ticks where both show them.
func TestNewAxis_panning(t *testing.T) {
	m := metrics()
	r := chance(9)
	for range 400 {
		v := scene.View{Left: (r.Float64() - 0.4) * 3e9, Scale: math.Pow(10, r.Float64()*7-1.5)}
		a := scene.NewAxis(v, 900, m)
		b := scene.NewAxis(v.Pan(450, 0), 900, m)
		if len(a.Lower) < 2 || len(b.Lower) < 2 || distance(a) != distance(b) {
			continue // the other side has longer names and coarser ticks
		}
		at := map[int64]bool{}
		for _, tick := range b.Lower {
			at[tick.At] = true
		}
		for _, tick := range a.Lower {
			if tick.X > 450 && !at[tick.At] {
				t.Errorf("view %+v: the tick at %g is gone after panning", v, tick.X)
			}
		}
	}
}

func distance(a scene.Axis) int64 { return a.Lower[1].At - a.Lower[0].At }
