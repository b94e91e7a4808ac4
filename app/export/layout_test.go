package export

import (
	"context"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/widgets/scene"
)

// recorder is a canvas that remembers where texts are.
type recorder struct {
	texts []box
	lines []string
	areas int
}

func (r *recorder) rect(box, color.NRGBA)                    { r.areas++ }
func (r *recorder) ramp([]box, []scene.Segment, color.NRGBA) { r.areas++ }
func (r *recorder) fill(path, color.NRGBA)                   { r.areas++ }
func (r *recorder) text(x, y float64, l line, _ color.NRGBA) {
	f := l.face
	r.texts = append(r.texts, box{x, y - f.size*ascent, x + l.width(), y + f.size*descent})
	r.lines = append(r.lines, l.text)
}

func recorded(t *testing.T, ts *typesetter, o Options) (*recorder, *composition) {
	t.Helper()
	if err := o.Check(); err != nil {
		t.Fatal(err)
	}
	c, err := compose(context.Background(), o.withDefaults(), ts)
	if err != nil {
		t.Fatal(err)
	}
	r := new(recorder)
	picture := (&painter{composition: c, ctx: context.Background(), t: ts, missing: make(map[rune]bool)}).picture()
	picture.paint(r)
	picture.around(r)
	return r, c
}

// views are the stretches of time that the layout is tried with.
func views(set *data.Set) map[string]func(*Options) {
	domain := scene.DomainOf(set)
	part := func(from, to float64) func(*Options) {
		return func(o *Options) {
			o.View = &scene.Span{From: domain.From + from*domain.Length(), To: domain.From + to*domain.Length()}
		}
	}
	return map[string]func(*Options){
		"all": func(*Options) {}, "half": part(0.25, 0.75), "tenth": part(0.6, 0.7), "thousandth": part(0.5, 0.501),
		"end": part(0.9, 1.1), "beside": part(1.5, 2),
		"years": func(o *Options) {
			o.Filter.From, o.Filter.To = edtf.MustParse("1991"), edtf.MustParse("2016-03")
		},
	}
}

func TestLayout_textsApartAndOnPage(t *testing.T) {
	sizes := [][2]int{{320, 200}, {640, 400}, {400, 1200}, {1280, 720}, {1600, 900}, {4000, 2000}}
	for name, set := range datasets(t) {
		ts, err := newTypesetter()
		if err != nil {
			t.Fatal(err)
		}
		for zoom, change := range views(set) {
			for _, size := range sizes {
				o := light(set)
				o.Width, o.Height = size[0], size[1]
				change(&o)
				t.Run(fmt.Sprintf("%s/%s/%d×%d", name, zoom, size[0], size[1]), func(t *testing.T) {
					r, c := recorded(t, ts, o)
					checkTexts(t, r, c.size)
					checkReport(t, c, set)
					checkLabels(t, c)
					checkNotes(t, c)
				})
			}
		}
	}
}

func checkTexts(t *testing.T, r *recorder, size scene.Size) {
	t.Helper()
	const near = 0.51 // baselines are on whole pixels
	for i, b := range r.texts {
		if b.x0 < 0 || b.y0 < 0 || b.x1 > size.W+near || b.y1 > size.H+near || math.IsNaN(b.x0+b.y0) {
			t.Errorf("%q is not on the page: %v", r.lines[i], b)
		}
		for j, o := range r.texts[:i] {
			if math.Min(b.x1, o.x1)-math.Max(b.x0, o.x0) > near && math.Min(b.y1, o.y1)-math.Max(b.y0, o.y0) > near {
				t.Errorf("%q at %.1f overlaps %q at %.1f", r.lines[i], b, r.lines[j], o)
			}
		}
	}
}

func checkReport(t *testing.T, c *composition, set *data.Set) {
	t.Helper()
	r := c.report
	if sum := r.InChart + r.Outside + r.Hidden + r.Unfit; sum != set.Events.Len() {
		t.Errorf("%d of %d events are reported: %+v", sum, set.Events.Len(), r)
	}
	if l := r.Left; l.Lanes+l.Statuses+l.Sources+l.Support+l.Only != r.Hidden || l.Span > r.Outside {
		t.Errorf("the reasons do not add up: %+v", r)
	}
	if r.InChart < 0 || r.Outside < 0 || r.Unfit < 0 {
		t.Errorf("negative: %+v", r)
	}
}

func TestLayout_emptyStretchIsSaid(t *testing.T) {
	ts, err := newTypesetter()
	if err != nil {
		t.Fatal(err)
	}
	o := light(atar(t))
	o.Filter.From, o.Filter.To = edtf.MustParse("1990"), edtf.MustParse("1991")
	r, c := recorded(t, ts, o)
	if !slices.Contains(r.lines, "No events in this stretch of time") || c.report.InChart != 0 {
		t.Errorf("it is not said that there is nothing: %q", r.lines)
	}
}

func TestLayout_nothingIsLeftOutSilently(t *testing.T) {
	ts, err := newTypesetter()
	if err != nil {
		t.Fatal(err)
	}
	o := light(generated(t, 30, 90, 60, plainTitle))
	o.Width, o.Height = 640, 400
	o.Filter.Hidden = map[string]bool{"l1": true}
	r, c := recorded(t, ts, o)
	if c.report.LanesUnfit == 0 || c.report.Unfit == 0 || c.report.Hidden != 3 {
		t.Fatalf("not the case that was meant: %+v", c.report)
	}
	want := factLine(o.span(), &c.report, 0)
	if !slices.ContainsFunc(r.lines, func(l string) bool { return l != "" && want[:len(l)] == l }) {
		t.Errorf("%q is not on the page: %q", want, r.lines)
	}
}

func TestLayout_sourcesOfEventsInChartOnly(t *testing.T) {
	set := generated(t, 1, 40, 30, plainTitle)
	sel := set.Select(data.Filter{})
	domain := scene.DomainOf(set)
	m := scene.ScreenMetrics(func(text string, _ scene.TextStyle) float64 { return float64(6 * len(text)) })
	built := new(scene.Builder).Build(scene.Input{
		Selection: sel, Domain: domain, View: scene.Fit(domain, 8000), Size: scene.Size{W: 8000, H: 4000}, Metrics: &m, Selected: -1,
	})
	var some []scene.Mark
	for _, mark := range built.Marks {
		if mark.Events.Has(1) || mark.Events.Has(3) {
			some = append(some, mark)
		}
	}
	if got := sourcesOf(set, some, nil); !slices.Equal(got, []int{1, 3}) {
		t.Errorf("sourcesOf = %v", got)
	}
}

func TestSourceLines_inTheLinesThereAre(t *testing.T) {
	ts, set := newTest(t), generated(t, 1, 40, 30, plainTitle)
	all := make([]int, 40)
	for i := range all {
		all[i] = i
	}
	for most := range 6 {
		lines, left := ts.sourceLines(set, all, sourceFace, 500, most, most%2 == 0)
		if len(lines) > most || left == 0 {
			t.Errorf("%d lines: got %d, %d left: %q", most, len(lines), left, lines)
		}
		foot := strings.Join(lines, " ")
		if last := fmt.Sprintf("[%d]", 40-left); most > 1 && (!strings.Contains(foot, last) || !strings.HasSuffix(foot, more(left, 40))) {
			t.Errorf("%d lines: %q are not to end after %s", most, lines, last)
		}
		for _, l := range lines {
			if w := ts.width(l, sourceFace); w > 500 {
				t.Errorf("%q is %.0f wide", l, w)
			}
		}
	}
}
