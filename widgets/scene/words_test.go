package scene_test

import (
	"math"
	"regexp"
	"testing"

	"dateline/data/edtf"
	"dateline/widgets/scene"
)

// between returns the span from one date to another.
func between(t *testing.T, from, to string) scene.Span {
	t.Helper()
	instant := func(text string) float64 {
		date, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return float64(date.Bounds().Earliest)
	}
	return scene.Span{From: instant(from), To: instant(to)}
}

func TestSpan_Words(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"1998-03", "2019-05", "Mar 1998 – May 2019"},
		{"2008-04-09", "2008-06-02", "9 Apr 2008 – 2 June 2008"},
		{"2015-11-13T20:16:00Z", "2015-11-13T21:40:00Z", "13 Nov 2015, 20:16 – 21:40 UTC"},
		{"2015-11-13T20:16:00Z", "2015-11-14T01:05:00Z", "13 Nov 2015, 20:16 – 14 Nov 2015, 01:05 UTC"},
		{"2015-11-13T20:16:05Z", "2015-11-13T20:16:18Z", "13 Nov 2015, 20:16:05 – 20:16:18 UTC"},
		{"2015-11-13T23:59:58Z", "2015-11-14T00:00:04Z", "13 Nov 2015, 23:59:58 – 14 Nov 2015, 00:00:04 UTC"},
		{"-0043-03-15", "-0043-05-01", "15 Mar 44 BCE – 1 May 44 BCE"},
		{"-0099", "0100", "Jan 100 BCE – Jan 100"},
		{"0000", "0001", "Jan 1 BCE – Jan 1"},
		{"-0999", "2000", "1000 BCE – 2000"},
		{"Y-4500000000", "Y1000000000", "4,510,000,000 BCE – 1,000,000,000"},
		{"1960", "Y199829628", "1 – 199,800,000"},
	} {
		if got := between(t, c.from, c.to).Words(); got != c.want {
			t.Errorf("%s to %s: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

// Words are never empty, and never finer than a pixel of a wide screen; years
// are rounded.
func TestSpan_Words_visible(t *testing.T) {
	const screen = 4000
	units := []struct {
		form    *regexp.Regexp
		seconds float64
	}{
		{regexp.MustCompile(`\d\d:\d\d:\d\d UTC$`), 1},
		{regexp.MustCompile(`\d\d:\d\d UTC$`), 60},
		{regexp.MustCompile(`^\d+ [A-Z][a-z]`), 86400},
		{regexp.MustCompile(`^[A-Z]`), 31556952 / 12.0},
		{regexp.MustCompile(`^[\d,]+( BCE)? – [\d,]+( BCE)?$`), 31556952},
	}
	r := chance(8)
	for range 8_000 {
		length := math.Pow(10, r.Float64()*20-1)
		from := (r.Float64() - 0.5) * math.Pow(10, 9+r.Float64()*10)
		words := scene.Span{From: from, To: from + length}.Words()
		known := false
		for _, unit := range units {
			if known = unit.form.MatchString(words); known {
				if unit.seconds < 31556952 && unit.seconds*screen < length {
					t.Fatalf("%g seconds are named %q", length, words)
				}
				break
			}
		}
		if !known {
			t.Fatalf("%g seconds from %g are named %q", length, from, words)
		}
	}
}
