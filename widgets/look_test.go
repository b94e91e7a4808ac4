package widgets

import (
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"dateline/data"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// shapesShown are the markers of the lanes of [attested], and kindsShown the dates
// of the events in each: a day, a short bar, a bar with hard ends, a bar that fades,
// and one that is long enough to have its label inside.
var (
	shapesShown = []data.Marker{data.MarkerCircle, data.MarkerSquare, data.MarkerDiamond, data.MarkerTriangle}
	kindsShown  = []string{"1992-05-01", "1994-05", "1996-03-01/1998-03-01", "2000/2001", "2003-01-01/2010-12-31"}
)

// attested returns a dataset in which every event has a status.
func attested(t testing.TB, status data.Status) *data.Set {
	t.Helper()
	var lanes, events []map[string]any
	for i, marker := range shapesShown {
		color := []string{"#0072B2", "#C77700", "#C8321F", "#009E73"}[i]
		lanes = append(lanes, map[string]any{"id": marker, "title": "Lane", "marker": marker, "color": color})
		for kind, date := range kindsShown {
			events = append(events, map[string]any{
				"id": fmt.Sprint(marker, kind), "lanes": []any{marker}, "date": date, "title": "A title", "status": status,
			})
		}
	}
	content, err := json.Marshal(map[string]any{
		"format": 1, "title": "Attested", "span": "1990/2012", "lanes": lanes, "events": events,
	})
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, string(content))
}

// pictured is what a timeline looks like.
type pictured struct {
	img   image.Image
	scale int
	marks []scene.Mark
}

// show paints a timeline on a screen of so many pixels a pixel. The state's
// selection and what goes with it are made up for.
func show(t testing.TB, set *data.Set, p palette.Palette, selected, scale int) pictured {
	t.Helper()
	line := NewTimeline()
	back := canvas.NewRectangle(p.Surface)
	w := test.NewWindow(container.NewStack(back, line))
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Canvas().(test.WindowlessCanvas).SetScale(float32(scale))
	w.Resize(fyne.NewSize(560, 560))
	domain := scene.DomainOf(set)
	line.Update(TimelineState{
		Selection: set.Select(data.Filter{}), Domain: domain, View: scene.Fit(domain, 560), Selected: selected, Palette: p,
	})
	return pictured{w.Canvas().Capture(), scale, line.scene.Marks}
}

// grey returns the brightness of what surrounds a mark, label and all.
func (p *pictured) grey(mark *scene.Mark) []float64 {
	var all []float64
	r := image.Rect(int(mark.X0)-5, int(mark.Y)-11, int(mark.X1)+6, int(mark.Y)+12)
	for y := r.Min.Y * p.scale; y < r.Max.Y*p.scale; y++ {
		for x := r.Min.X * p.scale; x < r.Max.X*p.scale; x++ {
			all = append(all, float64(color.Gray16Model.Convert(p.img.At(x, y)).(color.Gray16).Y)/65535)
		}
	}
	return all
}

// apart returns by how much two pictures differ: how many pixels would have to turn
// from black to white.
func apart(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += math.Abs(a[i] - b[i])
	}
	return sum
}

// Without any colour, each look of each shape differs from each other one, in the
// light and in the dark, on the lanes and on the pill of the selection.
func TestLooks_DifferInGrey(t *testing.T) {
	newKeyboard(t)
	const least = 4 // of some 40 that a small mark has on white, its colour being no black
	light, dark := palette.Light(), palette.Dark()
	const circle, square, diamond, triangle = 0, 1, 2, 3 // markers of these shapes
	const short, fading, inside = 5, 14, 18              // bars
	for _, c := range []struct {
		palette         palette.Palette
		selected, scale int
	}{
		{light, -1, 1},
		{light, -1, 2},
		{dark, -1, 1},
		{light, circle, 1},
		{light, square, 1},
		{light, diamond, 1},
		{light, triangle, 1},
		{dark, square, 1},
		{light, short, 1},
		{dark, fading, 1},
		{dark, inside, 1},
		{light, inside, 1},
	} {
		var shown []pictured
		for _, status := range data.Statuses {
			shown = append(shown, show(t, attested(t, status), c.palette, c.selected, c.scale))
		}
		if len(shown[0].marks) != len(shapesShown)*len(kindsShown) {
			t.Fatalf("%d marks", len(shown[0].marks))
		}
		for i := range shown[0].marks {
			checkApart(t, shown, i, least*float64(c.scale*c.scale))
		}
	}
}

// checkApart wants a mark to look different in every picture.
func checkApart(t *testing.T, shown []pictured, mark int, least float64) {
	t.Helper()
	greys := make([][]float64, len(shown))
	for i := range shown {
		m, first := &shown[i].marks[mark], &shown[0].marks[mark]
		if m.X0 != first.X0 || m.X1 != first.X1 || m.Y != first.Y || m.Kind != first.Kind {
			t.Fatal("marks are not in the same places")
		}
		greys[i] = shown[i].grey(m)
		for j := range i {
			if got := apart(greys[i], greys[j]); got < least {
				t.Errorf("event %d: %s and %s differ by %.1f, want %g",
					m.Events.First(), data.Statuses[i], data.Statuses[j], got, least)
			}
		}
	}
}
