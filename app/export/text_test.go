package export

import (
	"math"
	"strings"
	"testing"

	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"dateline/widgets/scene"
)

func newTest(t testing.TB) *typesetter {
	t.Helper()
	ts, err := newTypesetter()
	if err != nil {
		t.Fatal(err)
	}
	return ts
}

var plainFace = face{100, false}

func TestTypesetter_joinsArabic(t *testing.T) {
	ts := newTest(t)
	apart := 0.0
	for _, r := range "سلام" {
		apart += ts.width(string(r), plainFace)
	}
	l := ts.line("سلام", plainFace)
	if len(l.words[0]) >= 4 { // lam and alef are one
		t.Errorf("%d glyphs for 4 letters: they are not joined", len(l.words[0]))
	}
	if l.width() >= apart {
		t.Errorf("%.1f wide, letters on their own %.1f", l.width(), apart)
	}
	if len(l.missing) > 0 {
		t.Errorf("missing %q", string(l.missing))
	}
}

// order returns the text as its runs stand from left to right, each in its
// reading order.
func order(ts *typesetter, text string) string {
	runes := []rune(text)
	runs := ts.segments.Split(shaping.Input{Text: runes, RunEnd: len(runes), Size: fixed.I(unit)}, ts.fonts[0])
	var b strings.Builder
	for _, run := range visual(append([]shaping.Input(nil), runs...)) {
		b.WriteString(string(run.Text[run.RunStart:run.RunEnd]) + "|")
	}
	return b.String()
}

func TestVisual_ordersRuns(t *testing.T) {
	ts := newTest(t)
	for _, c := range []struct{ text, want string }{
		{"left to right", "left to right|"},
		{"שלום", "שלום|"},
		{"abc שלום def", "abc |שלום| def|"},
		{"שלום abc", "abc|שלום |"},
		{"abc שלום 12 def", "abc |12|שלום | def|"},
		{"abc שלום 12", "abc |12|שלום |"},
		{"שלום 12 עולם", " עולם|12|שלום |"},
		{"12 abc", "12 abc|"},
		{"שלום abc 12 עולם", " עולם|abc 12|שלום |"},
	} {
		if got := order(ts, c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestCitation_numbersStayBehindArabic(t *testing.T) {
	ts := newTest(t)
	set := parsed(t, object{
		"format": 1, "title": "T", "lanes": []object{{"id": "a"}},
		"sources": []object{{"id": "s", "title": "עולם", "publisher": "שלום", "published": "2001"}},
		"events":  []object{event("e", "a", "2001", "E")},
	})
	lines, _ := ts.sourceLines(set, []int{0}, sourceFace, 1000, 3, false)
	want := "Sources: [1] |שלום|, “|עולם|”, 2001|"
	if got := strings.ReplaceAll(order(ts, lines[0]), leftToRightMark, ""); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestTypesetter_drawsBoxesForMissing(t *testing.T) {
	ts := newTest(t)
	l := ts.line("a漢\u200d\uFE0F b", plainFace)
	if string(l.missing) != "漢" {
		t.Errorf("missing %q", string(l.missing))
	}
	if len(l.words) != 2 || len(l.words[0]) != 2 || len(l.words[1]) != 1 {
		t.Errorf("%d words, want a with a box, and b", len(l.words))
	}
}

func TestTypesetter_controlsAreSpaces(t *testing.T) {
	ts := newTest(t)
	for _, text := range []string{"\nab", "ab\n", "a\tb\r\n\x00c", "\u2029x\u2028", "", "\n"} {
		l := ts.line(text, plainFace)
		if len(l.missing) > 0 || math.Abs(l.width()-ts.width(plain(text), plainFace)) > 1e-9 {
			t.Errorf("%q: missing %q, width %.1f", text, string(l.missing), l.width())
		}
	}
}

func TestTypesetter_widthGrowsWithSize(t *testing.T) {
	ts := newTest(t)
	one, two := ts.width("Dateline", face{10, true}), ts.width("Dateline", face{20, true})
	if math.Abs(two-2*one) > 1e-9 || one <= ts.width("Dateline", face{10, false}) {
		t.Errorf("widths %v, %v", one, two)
	}
}

func TestWrapped(t *testing.T) {
	ts := newTest(t)
	f := face{10, false}
	for _, text := range []string{"one two three four five six seven", strings.Repeat("W", 200), "a " + strings.Repeat("é", 90) + " b", ""} {
		whole := ts.filled(text, f, 60)
		for most := 1; most < 4; most++ {
			lines := ts.wrapped(text, f, 60, most)
			if len(lines) > most {
				t.Errorf("%d lines of at most %d", len(lines), most)
			}
			if len(whole) > most && !strings.HasSuffix(lines[most-1], "…") {
				t.Errorf("%q is cut and does not say so", lines)
			}
			for _, l := range lines {
				if ts.width(l, f) > 60 {
					t.Errorf("%q is wider than the line", l)
				}
			}
		}
		bare := strings.NewReplacer(" ", "")
		if got := bare.Replace(strings.Join(whole, "")); got != bare.Replace(text) {
			t.Errorf("filled loses text: %q", got)
		}
	}
}

func TestRounded_isRound(t *testing.T) {
	circle(50, 50, 40).flatten(func(p scene.Point) {}, func(p scene.Point) {
		if r := math.Hypot(p.X-50, p.Y-50); math.Abs(r-40) > 40.0/300 {
			t.Errorf("(%.2f, %.2f) is %.3f from the middle", p.X, p.Y, r)
		}
	})
}
