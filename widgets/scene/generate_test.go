package scene_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/assets"
	"dateline/data"
	"dateline/widgets/scene"
)

// letter is the width of a letter in tests: that of the window's font, about.
const letter = 6.3

func textWidth(text string, style scene.TextStyle) float64 {
	w := letter * float64(utf8.RuneCountInString(text))
	if style == scene.StrongTick || style == scene.UpperTick || style == scene.LaneText {
		w *= 1.08 // bold
	}
	return w
}

func metrics() *scene.Metrics {
	m := scene.ScreenMetrics(textWidth)
	return &m
}

// era is a stretch of years from which a generated dataset takes its dates.
type era struct {
	name     string
	from, to int64
}

var eras = [...]era{
	{"one evening", 2015, 2015},
	{"modern", 1900, 2020},
	{"antiquity", -500, 500},
	{"history", -9000, 9000},
	{"far", -1e9, 1e9},
	{"farthest", -2.9e11, 2.9e11},
}

// chance returns a source of numbers that is the same in every run.
func chance(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 20)) }

func pick[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }

// generated is a dataset's file as far as scenes depend on it.
type generated struct {
	Schema string           `json:"$schema"`
	Format int              `json:"format"`
	Title  string           `json:"title"`
	Lanes  []map[string]any `json:"lanes"`
	Events []map[string]any `json:"events"`
}

// generate returns a dataset of up to 8 lanes and count events: dates of every
// precision and kind, some of them repeated in bursts.
func generate(t testing.TB, r *rand.Rand, e era, count int) *data.Set {
	t.Helper()
	g := generated{Schema: "dateline.schema.json", Format: 1, Title: "Generated"}
	lanes := 1 + r.IntN(8)
	for i := range lanes {
		g.Lanes = append(g.Lanes, map[string]any{"id": fmt.Sprint("lane-", i), "title": title(r)})
	}
	date := ""
	g.Events = []map[string]any{}
	for i := range count {
		if date == "" || r.IntN(4) > 0 {
			date = e.date(r)
		}
		in := []string{fmt.Sprint("lane-", r.IntN(lanes))}
		if other := fmt.Sprint("lane-", r.IntN(lanes)); r.IntN(4) == 0 && other != in[0] {
			in = append(in, other)
		}
		g.Events = append(g.Events, map[string]any{
			"id": fmt.Sprint("event-", i), "lanes": in, "date": date, "title": title(r),
		})
	}
	text, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	set, err := data.Parse("generated", text)
	if err != nil {
		t.Fatalf("the generator writes what is no dataset: %v", err)
	}
	return set
}

// title returns a title as people and machines write them.
func title(r *rand.Rand) string {
	switch r.IntN(8) {
	case 0:
		return "اجتماع في بغداد مع عائلته والوفد"
	case 1:
		return strings.Repeat("a very long title that goes on ", 2+r.IntN(8))
	case 2:
		return pick(r, []string{"x", "?", "\u00a0.", "\u200b-"})
	case 3:
		return strings.Repeat("e\u0301tonne\u0301 ", 1+r.IntN(6))
	}
	return "Something happens" + strings.Repeat("!", r.IntN(20))
}

// year returns a year of the era as EDTF writes it.
func (e era) year(r *rand.Rand) (text string, year int64) {
	year = e.from + r.Int64N(e.to-e.from+1)
	if r.IntN(8) == 0 {
		year = max(min(r.Int64N(3), e.to), e.from) // about the year 1
	}
	switch {
	case year > 9999 || year < -9999:
		return fmt.Sprintf("Y%d", year), year
	case year < 0:
		return fmt.Sprintf("-%04d", -year), year
	}
	return fmt.Sprintf("%04d", year), year
}

// point returns a date that is not a set or an interval.
func (e era) point(r *rand.Rand) string {
	text, year := e.year(r)
	long := strings.HasPrefix(text, "Y")
	month, day := 1+r.IntN(12), 1+r.IntN(28)
	if e.from == e.to && r.IntN(3) > 0 {
		return fmt.Sprintf("2015-11-13T%02d:%02d:%02dZ", 20+r.IntN(3), r.IntN(60), r.IntN(60))
	}
	switch kind := r.IntN(12); {
	case long && kind < 3 && year%1000 == 0:
		return text + "S3"
	case long:
		return text
	case kind == 0:
		return text
	case kind == 1:
		return fmt.Sprintf("%s-%d", text, 21+r.IntN(21))
	case kind == 2:
		return fmt.Sprintf("%s-%02d", text, month)
	case kind == 3 && year > 0:
		return text[:len(text)-1] + "X"
	case kind == 4 && year > 0:
		return text[:len(text)-2] + "XX"
	case kind == 5:
		return fmt.Sprintf("%s-%02d-%02dT%02dZ", text, month, day, r.IntN(24))
	case kind == 6:
		return fmt.Sprintf("%s-%02d-%02dT%02d:%02d:%02dZ", text, month, day, r.IntN(24), r.IntN(60), r.IntN(60))
	case kind == 7:
		return fmt.Sprintf("%s-%02d-%02d%s", text, month, day, pick(r, []string{"?", "~", "%"}))
	case kind == 8 && (year%4 == 0 && year%100 != 0 || year%400 == 0):
		return text + "-02-29"
	}
	return fmt.Sprintf("%s-%02d-%02d", text, month, day)
}

// date returns a date of any kind.
func (e era) date(r *rand.Rand) string {
	switch r.IntN(12) {
	case 0:
		return e.point(r) + pick(r, []string{"/..", "/"})
	case 1:
		return pick(r, []string{"../", "/"}) + e.point(r)
	case 2:
		return e.ordered(r, "%s/%s")
	case 3:
		return e.ordered(r, "[%s..%s]")
	case 4:
		return e.ordered(r, "{%s,%s}")
	}
	return e.point(r)
}

// ordered returns two years, the earlier first, in a form.
func (e era) ordered(r *rand.Rand, form string) string {
	a, from := e.year(r)
	b, to := e.year(r)
	if from > to {
		a, b = b, a
	}
	return fmt.Sprintf(form, a, b)
}

// bundled returns the dataset that the program comes with.
func bundled(t testing.TB) *data.Set {
	t.Helper()
	set, err := data.Parse(assets.AtarName, assets.Atar)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// randomSize returns the size of a timeline, from the least to that of a wall.
func randomSize(r *rand.Rand) scene.Size {
	sizes := []scene.Size{{W: 240, H: 160}, {W: 834, H: 700}, {W: 4000, H: 2400}}
	if r.IntN(2) == 0 {
		return pick(r, sizes)
	}
	return scene.Size{W: 240 + math.Floor(r.Float64()*3760), H: 160 + math.Floor(r.Float64()*2240)}
}

// randomView returns a view within the limits, more often far than close, and
// mostly about an event.
func randomView(r *rand.Rand, sel *data.Selection, domain scene.Span, w float64) scene.View {
	coarsest := domain.Length() * scene.ZoomOutLimit / w
	if r.IntN(4) == 0 {
		coarsest = math.Min(coarsest, 100) // a day at most
	}
	scale := scene.FinestScale * math.Pow(coarsest/scene.FinestScale, math.Sqrt(r.Float64()))
	at := domain.From + r.Float64()*domain.Length()
	if n := sel.Len(); n > 0 && r.IntN(4) > 0 {
		extent := scene.Extent(sel.Set, sel.At(r.IntN(n)), domain)
		at = pick(r, []float64{extent.From, (extent.From + extent.To) / 2, extent.To})
	}
	return scene.View{Left: at - r.Float64()*w*scale, Scale: scale}.Clamp(domain, w)
}
