package widgets

import (
	"image/color"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/data"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// otherLooks are those that are not filled.
var otherLooks = []look{outlined, dashed, halved, struck}

// paintedBar returns a bar's opacities by row and column on a blank picture, from 0
// to 1.
func paintedBar(f *barForm, scale int) [][]float64 {
	var p picture
	w, h := f.size()
	p.begin(int(w)*scale, int(h)*scale, float64(scale))
	p.clear()
	p.bar(f, 0, 0, true)
	rows := make([][]float64, p.img.Rect.Dy())
	for y := range rows {
		for x := range p.img.Rect.Dx() {
			rows[y] = append(rows[y], float64(p.img.RGBAAt(x, y).A)/255)
		}
	}
	return rows
}

// fading returns a bar that fades at both ends.
func fading(l look) barForm {
	return barForm{
		look: l, color: color.NRGBA{10, 80, 160, 255}, width: 96, height: 10, level: 0.8, line: 1, fill: 0.5, strike: 1, count: 3,
		parts: [3]scene.Segment{{X0: 0, X1: 32, A0: 0, A1: 0.8}, {X0: 32, X1: 64, A0: 0.8, A1: 0.8}, {X0: 64, X1: 96, A0: 0.8}},
	}
}

// Outlines and fillings are as strong as the bar is in each place, and the line
// through one that is false is so all along.
func TestBar_Fades(t *testing.T) {
	for _, scale := range []int{1, 2} {
		for _, l := range otherLooks {
			form := fading(l)
			rows := paintedBar(&form, scale)
			for x := range rows[0] {
				want := form.opacity((float64(x) + 0.5) / float64(scale))
				top, low := rows[0][x], rows[7*scale][x]
				if gap := l == dashed && top < want-0.01; gap == (math.Abs(top-want) <= 0.01) || top > want+0.01 {
					t.Errorf("scale %d, look %d: the outline at %d is %.3f, want %.3f", scale, l, x, top, want)
				}
				wantLow := map[look]float64{outlined: want / 2, halved: want / 2}[l]
				if math.Abs(low-wantLow) > 0.01 {
					t.Errorf("scale %d, look %d: the filling at %d is %.3f, want %.3f", scale, l, x, low, wantLow)
				}
				if middle := rows[5*scale-1][x]; l == struck && math.Abs(middle-0.8) > 0.11 {
					t.Errorf("scale %d: the line through it at %d is %.3f", scale, x, middle)
				}
			}
		}
	}
}

// A dashed outline is partly gaps, and there is a dash at an end that is seen.
func TestBar_Dashes(t *testing.T) {
	for _, c := range []struct{ openLeft, openRight, left, right bool }{
		{false, false, true, true}, {true, false, false, true}, {false, true, true, false},
	} {
		form := fading(dashed)
		form.openLeft, form.openRight, form.width = c.openLeft, c.openRight, 93
		form.parts, form.count = [3]scene.Segment{{X0: 0, X1: 93, A0: 1, A1: 1}}, 1
		row, sum := paintedBar(&form, 2)[0], 0.0
		for _, a := range row {
			sum += a
		}
		if share := sum / float64(len(row)); math.Abs(share-dashShare) > 0.04 {
			t.Errorf("%+v: %.2f of the outline is dashes", c, share)
		}
		if left, right := row[0] > 0.99, row[len(row)-1] > 0.99; left != c.left || right != c.right {
			t.Errorf("%+v: a dash at the left end %t, at the right %t", c, left, right)
		}
	}
}

// The dashes of a bar that is longer than the view move with the view.
func TestTimeline_DashesMoveWithTheView(t *testing.T) {
	s := newStage(t, attested(t, data.Alleged))
	r := newTimelineRenderer(s.Timeline)
	home := scene.Exactly(scene.Span{From: 1.1e9, To: 1.2e9}, stageWidth) // within 2003 to 2010
	s.state.View = home
	var first []float64 // along the outline, from 200 pixels right of the view's edge
	for dx := range 150 {
		s.state.View = home.Pan(float64(dx), 0)
		r.draw()
		mark := s.markOf(t, "square4")
		form, x0 := r.barForm(mark)
		if !form.openLeft || !form.openRight {
			t.Fatal("an end of the bar is in view")
		}
		from := 200 - dx - int(math.Round(x0))
		seen := paintedBar(&form, 1)[0][from : from+500]
		if first == nil {
			first = seen
		}
		if !slices.Equal(seen, first) {
			t.Fatalf("panned by %d the dashes are in other places", dx)
		}
	}
}

// Rows that are copied are the same as rows that are painted.
func TestBar_SameOnWhatIsThere(t *testing.T) {
	for _, l := range otherLooks {
		form := fading(l)
		form.round = true
		var blank, ground picture
		for _, p := range []*picture{&blank, &ground} {
			p.begin(220, 30, 2)
			p.clear()
			p.bar(&form, 5, 2, p == &blank)
		}
		for i := range blank.img.Pix {
			if blank.img.Pix[i] != ground.img.Pix[i] {
				t.Fatalf("look %d: byte %d is %d and %d", l, i, blank.img.Pix[i], ground.img.Pix[i])
			}
		}
	}
}

// A bar that reaches out of the picture is cut there; nothing is painted of one that
// is outside.
func TestBar_Cut(t *testing.T) {
	for _, l := range otherLooks {
		form := fading(l)
		var whole, part picture
		whole.begin(140, 30, 1)
		whole.clear()
		whole.bar(&form, 20, 10, false)
		part.begin(60, 12, 1)
		part.clear()
		part.bar(&form, -20, -3, false)
		part.bar(&form, -120, 0, false)
		part.bar(&form, 64, 0, false)
		part.bar(&form, 0, 12, false)
		for y := range 12 {
			for x := range 60 {
				if got, want := part.img.RGBAAt(x, y), whole.img.RGBAAt(x+40, y+13); got != want {
					t.Fatalf("look %d: at %d, %d there is %v, want %v", l, x, y, got, want)
				}
			}
		}
	}
}

// Two bars look the same if they are as good as equal, and no others do.
func TestBarForm_same(t *testing.T) {
	a := fading(outlined)
	b := a
	b.width += 0.01
	b.parts[1].X0 -= 0.01
	if !a.same(&b) {
		t.Error("a hundredth of a pixel makes a bar another")
	}
	for name, change := range map[string]func(f *barForm){
		"look": func(f *barForm) { f.look = struck }, "color": func(f *barForm) { f.color.A = 80 },
		"width": func(f *barForm) { f.width++ }, "height": func(f *barForm) { f.height += 7 },
		"place": func(f *barForm) { f.parts[1].X1++ }, "opacity": func(f *barForm) { f.parts[2].A0 = 0.5 },
		"count": func(f *barForm) { f.count-- }, "end": func(f *barForm) { f.openLeft = true },
		"corners": func(f *barForm) { f.round = true }, "line": func(f *barForm) { f.line = 0.5 },
		"fill": func(f *barForm) { f.fill = 0.3 }, "strike": func(f *barForm) { f.strike = 0.5 },
		"level": func(f *barForm) { f.level = 1 },
	} {
		b := a
		change(&b)
		if a.same(&b) {
			t.Errorf("another %s makes no other bar", name)
		}
	}
}

// What is seen of a bar has the opacities that the scene gives it, wherever its ends
// are: one that is out of view is drawn further out, and nothing else changes.
func TestTimeline_BarsAsInTheScene(t *testing.T) {
	s := newStage(t, attested(t, data.Reported))
	r := newTimelineRenderer(s.Timeline)
	random := rand.New(rand.NewPCG(1, 2))
	open := 0
	for range 400 {
		v := scene.Fit(s.state.Domain, stageWidth).ZoomAt(stageWidth*random.Float64(), math.Exp(6*random.Float64()))
		s.state.View = v
		r.draw()
		for i := range s.scene.Marks {
			mark := &s.scene.Marks[i]
			if mark.Kind != scene.Bar {
				continue
			}
			form, x0 := r.barForm(mark)
			if form.openLeft || form.openRight {
				open++
			}
			if x0 > mark.X0+1e-6 || x0+form.width < mark.X1-1e-6 || mark.X0-x0 > barGrid || x0+form.width-mark.X1 > 2*barGrid {
				t.Fatalf("the bar from %g to %g is drawn from %g to %g", mark.X0, mark.X1, x0, x0+form.width)
			}
			for _, part := range mark.Segments {
				x := part.X0 + (part.X1-part.X0)*random.Float64()
				want := part.A0 + (part.A1-part.A0)*(x-part.X0)/(part.X1-part.X0)
				if got := form.opacity(x - x0); math.Abs(got-want) > 1e-6 {
					t.Fatalf("at %g the bar's opacity is %g, want %g", x, got, want)
				}
			}
		}
	}
	if open < 50 {
		t.Errorf("only %d bars with an end out of view", open)
	}
}

// A label in its bar is read with a contrast of 4.5 wherever it may stand, whatever
// the lane's colour.
func TestReadable(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, p := range []palette.Palette{palette.Light(), palette.Dark()} {
		for range 300 {
			c := color.NRGBA{uint8(random.IntN(256)), uint8(random.IntN(256)), uint8(random.IntN(256)), 255}
			for _, wanted := range []float64{tint, strikeTint, 1} {
				opacity := readable(&p, c, wanted)
				if opacity > wanted || opacity <= 0 {
					t.Fatalf("%v: %g of %g", c, opacity, wanted)
				}
				for _, back := range []color.NRGBA{
					p.Surface, p.Select, palette.Over(c, restOpacity, p.Surface), palette.Over(p.Found, foundOpacity, p.Surface),
				} {
					if got := palette.Contrast(p.Text, palette.Over(c, opacity, back)); got < 4.5 {
						t.Errorf("%v on %v: %.2f", c, back, got)
					}
				}
			}
		}
	}
	light := palette.Light()
	if got := readable(&light, light.Mark("#0072B2"), tint); got != tint {
		t.Errorf("the bundled dataset's blue is kept at %g", got)
	}
}

// What is painted of a bar with its label inside is never stronger than text allows.
func TestTimeline_LabelledBarsAreReadable(t *testing.T) {
	for _, status := range data.Statuses {
		set := attested(t, status)
		for _, p := range []palette.Palette{palette.Light(), palette.Dark()} {
			s := newStage(t, set)
			s.state.Palette = p
			r := newTimelineRenderer(s.Timeline)
			r.draw()
			labelled := 0
			for i := range s.scene.Marks {
				mark := &s.scene.Marks[i]
				if mark.Kind != scene.Bar || mark.Label.Side != scene.Inside || lookOf(status) == filled {
					continue
				}
				labelled++
				form, _ := r.barForm(mark)
				for _, row := range paintedBar(&form, 1) {
					for x, opacity := range row {
						if got := palette.Contrast(p.Text, palette.Over(r.color(mark.Lane), opacity, p.Surface)); got < 4.45 {
							t.Fatalf("%s: a contrast of %.2f at %d", status, got, x)
						}
					}
				}
			}
			if labelled == 0 && lookOf(status) != filled {
				t.Errorf("%s: no bar has its label inside", status)
			}
		}
	}
}
