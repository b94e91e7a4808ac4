package palette_test

import (
	"fmt"
	"image/color"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"dateline/widgets/palette"
)

// laneColors are colours that are hard to read on some background, those of the
// colour-blind safe table, and a few hundred others.
func laneColors() []string {
	all := []string{
		"#FFFFFF", "#000000", "#FFFF00", "#00FF00", "#00FFFF", "#FF00FF", "#0000FF", "#808080", "#FBFAF7", "#15171B",
		"#0072B2", "#C77700", "#C8321F", "#009E73", "#E69F00", "#56B4E9", "#F0E442", "#D55E00", "#CC79A7",
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		all = append(all, fmt.Sprintf("#%06X", r.IntN(1<<24)))
	}
	return all
}

func themes() map[string]palette.Palette {
	return map[string]palette.Palette{"light": palette.Light(), "dark": palette.Dark()}
}

// wants reports an error where a contrast is not reached.
func wants(t *testing.T, what string, c, back color.NRGBA, least float64) {
	t.Helper()
	if got := palette.Contrast(c, back); got < least {
		t.Errorf("%s: %v on %v has a contrast of %.2f, want %g", what, c, back, got, least)
	}
}

// Whatever colour a lane has, its marks and its title can be seen on every
// background that they are drawn on.
func TestPalette_lanes(t *testing.T) {
	for name, p := range themes() {
		least := 3.0
		if p.Dark {
			least = 6
		}
		for _, lane := range laneColors() {
			for _, back := range []color.NRGBA{p.Surface, p.Lane, p.LaneOther} {
				wants(t, name+" mark "+lane, p.Mark(lane), back, least)
				wants(t, name+" title "+lane, p.LaneText(lane), back, 4.5)
			}
			wants(t, name+" lane in the panel "+lane, p.LaneText(lane), p.Surface, 4.5)
			wants(t, name+" count "+lane, p.On(p.Mark(lane)), p.Mark(lane), 3)
			wants(t, name+" tick "+lane, p.OnMark(p.Mark(lane)), p.Mark(lane), 3)
			if p.Mark(lane).A != 255 || p.LaneText(lane).A != 255 {
				t.Errorf("%s: a colour for %s is not opaque", name, lane)
			}
		}
	}
}

// A colour that can be seen as it is stays as it is, what is no colour is
// Muted.
func TestPalette_Mark(t *testing.T) {
	if got := palette.Light().Mark("#0072B2"); got != (color.NRGBA{0x00, 0x72, 0xB2, 255}) {
		t.Errorf("blue became %v", got)
	}
	if got := palette.Dark().Mark("#56B4E9"); got != (color.NRGBA{0x56, 0xB4, 0xE9, 255}) {
		t.Errorf("sky blue became %v", got)
	}
	for name, p := range themes() {
		for _, lane := range []string{"", "red", "#12", "#GGGGGG"} {
			if p.Mark(lane) != p.Muted || p.LaneText(lane) != p.Muted {
				t.Errorf("%s: %q is the colour %v", name, lane, p.Mark(lane))
			}
		}
	}
}

// Every text can be read on every background that it stands on.
func TestPalette_text(t *testing.T) {
	for name, p := range themes() {
		for what, back := range map[string]color.NRGBA{
			"surface": p.Surface, "side": p.Side, "lane": p.Lane, "other lane": p.LaneOther, "button": p.Button,
			"quote": p.Quote, "selection": p.Select, "tooltip": p.Tooltip, "hover": p.Hover,
		} {
			wants(t, name+" text on "+what, p.Text, back, 7)
			if what != "hover" {
				wants(t, name+" muted on "+what, p.Muted, back, 4.5)
			}
		}
		wants(t, name+" accent", p.OnAccent, p.Accent, 4.5)
		wants(t, name+" link", p.Accent, p.Surface, 4.5)
		wants(t, name+" error", p.Error, p.Surface, 4.5)
		wants(t, name+" selection's edge", p.SelectLine, p.Surface, 3)
		wants(t, name+" selection's edge", p.SelectLine, p.LaneOther, 3)
	}
}

// Every colour is set: a mistake in the tables would be an opaque black.
func TestPalette_complete(t *testing.T) {
	for name, p := range themes() {
		v := reflect.ValueOf(p)
		for i := range v.NumField() {
			if c, ok := v.Field(i).Interface().(color.NRGBA); ok && (c.A != 255 || c == color.NRGBA{A: 255}) {
				t.Errorf("%s: %s is %v", name, v.Type().Field(i).Name, c)
			}
		}
	}
}

// On chooses the better of black and white.
func TestPalette_On(t *testing.T) {
	p := palette.Light()
	white, black := p.On(color.NRGBA{A: 255}), p.On(color.NRGBA{255, 255, 255, 255})
	if white != (color.NRGBA{255, 255, 255, 255}) || palette.Contrast(white, black) < 15 {
		t.Fatalf("on black stands %v, on white %v", white, black)
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		back := color.NRGBA{uint8(r.IntN(256)), uint8(r.IntN(256)), uint8(r.IntN(256)), 255}
		got := palette.Contrast(p.On(back), back)
		if best := math.Max(palette.Contrast(white, back), palette.Contrast(black, back)); got != best || got < 4.3 {
			t.Errorf("on %v a contrast of %.2f, at best %.2f", back, got, best)
		}
		if sign := p.OnMark(back); sign != white && palette.Contrast(white, back) >= 3 {
			t.Errorf("on %v stands %v, white would do", back, sign)
		}
	}
}

func TestContrast(t *testing.T) {
	gray := func(v uint8) color.NRGBA { return color.NRGBA{v, v, v, 255} }
	for _, c := range []struct {
		a, b color.NRGBA
		want float64
	}{
		{gray(0), gray(255), 21},
		{gray(255), gray(0), 21},
		{gray(99), gray(99), 1},
		{gray(0x76), gray(255), 4.54}, // the known limit of gray on white
		{color.NRGBA{255, 0, 0, 255}, gray(255), 4.00},
		{color.NRGBA{0, 0, 255, 255}, gray(255), 8.59},
	} {
		if got := palette.Contrast(c.a, c.b); math.Abs(got-c.want) > 0.005 {
			t.Errorf("%v and %v: %.3f, want %g", c.a, c.b, got, c.want)
		}
	}
}

func TestFade(t *testing.T) {
	c := color.NRGBA{10, 20, 30, 200}
	if got := palette.Fade(c, 0.5); got != (color.NRGBA{10, 20, 30, 100}) {
		t.Errorf("half: %v", got)
	}
	if palette.Fade(c, 1) != c || palette.Fade(c, 0).A != 0 {
		t.Error("the ends of a fade")
	}
}

func TestOver(t *testing.T) {
	c, back := color.NRGBA{200, 100, 0, 255}, color.NRGBA{100, 100, 100, 255}
	if got := palette.Over(c, 0.5, back); got != (color.NRGBA{150, 100, 50, 255}) {
		t.Errorf("half: %v", got)
	}
	if palette.Over(c, 1, back) != c || palette.Over(c, 0, back) != back {
		t.Error("the ends of a mix")
	}
}
