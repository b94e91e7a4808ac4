package scene_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/widgets/scene"
)

func runes(text string) float64 { return float64(utf8.RuneCountInString(text)) }

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		text string
		max  float64
		want string
	}{
		{"Born in Laeken", 14, "Born in Laeken"},
		{"Born in Laeken", 13, "Born in Laek…"},
		{"Born in Laeken", 8, "Born in…"}, // no space before the ellipsis
		{"Born in Laeken", 9, "Born in…"},
		{"Born in Laeken", 5, "Born…"},
		{"Born in Laeken", 4, ""}, // three letters say nothing
		{"Born in Laeken", -1, ""},
		{"a b c d e f", 6, ""}, // nor do letters and spaces
		{"a b c d e f", 8, "a b c d…"},
		{"", 0, ""},
		{"", -5, ""},
		{"abc", 2, ""},
		{"e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", 12, "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"},
		{"e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", 10, "e\u0301e\u0301e\u0301e\u0301…"}, // no accent is lost
		{"e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", 8, ""},
		{"اجتماع في بغداد", 10, "اجتماع في…"},
		{"مُحَمَّدٌ رَسُول", 11, "مُحَمَّدٌ…"}, // vowel signs stay with their letter
		{"नमस्ते दुनिया", 8, "नमस्ते…"},
		{"abcd👨‍👩‍👧ef", 8, "abcd…"}, // a sign of several
		{"abcd👍🏽ef", 6, "abcd…"},
	} {
		if got := scene.Shorten(c.text, c.max, runes); got != c.want {
			t.Errorf("%q to %g: %q, want %q", c.text, c.max, got, c.want)
		}
	}
}

// A shortened text is never wider than wanted, is a beginning, and none longer
// would do.
func TestShorten_longest(t *testing.T) {
	r := chance(4)
	for range 8_000 {
		text, most := title(r), float64(r.IntN(60))
		got := scene.Shorten(text, most, runes)
		begin, cut := strings.CutSuffix(got, scene.Ellipsis)
		switch {
		case runes(got) > most:
			t.Fatalf("%q to %g: %q", text, most, got)
		case got == "":
		case !strings.HasPrefix(text, begin) || cut == (got == text):
			t.Fatalf("%q to %g: %q is no beginning", text, most, got)
		case cut && len(text) == utf8.RuneCountInString(text) && !strings.Contains(text, " ") && runes(got) < most:
			t.Fatalf("%q to %g: %q could be longer", text, most, got)
		}
	}
}

// In a low window rows stand closer, and nothing else about the text changes.
func TestMetrics_Compact(t *testing.T) {
	roomy := scene.ScreenMetrics(func(s string, _ scene.TextStyle) float64 { return float64(len(s)) })
	compact := roomy.Compact()
	if compact.Row >= roomy.Row || compact.LaneHeader >= roomy.LaneHeader {
		t.Errorf("rows of %v under headers of %v are not closer", compact.Row, compact.LaneHeader)
	}
	if compact.Mark != roomy.Mark || compact.Gap != roomy.Gap || compact.TextWidth("abc", scene.LabelText) != 3 {
		t.Error("more than the rows has changed")
	}
}

// Of a text of a megabyte only the beginning is measured, and it is shortened as
// a shorter one is.
func TestShorten_longText(t *testing.T) {
	for _, letter := range []string{"x", "é", "e\u0301", "漢", "👍🏽", "word "} {
		measured := 0
		width := func(s string) float64 {
			measured += len(s)
			return runes(s)
		}
		text := strings.Repeat(letter, 1<<20)
		got := scene.Shorten(text, 40, width)
		if want := scene.Shorten(text[:len(letter)*60], 40, runes); got != want {
			t.Errorf("%q: %q, want %q", letter, got, want)
		}
		if measured > 20_000 {
			t.Errorf("%q: %d bytes are measured", letter, measured)
		}
	}
	for _, max := range []float64{255, 256, 257, 1023, 1024, 1025, 5000} {
		text := strings.Repeat("é", 5000)
		beginning, wider := scene.Wider(text, max, runes)
		if wider != (runes(text) > max) || !strings.HasPrefix(text, beginning) || !utf8.ValidString(beginning) || wider != (runes(beginning) > max) {
			t.Errorf("%g: %d bytes, %v", max, len(beginning), wider)
		}
	}
}
