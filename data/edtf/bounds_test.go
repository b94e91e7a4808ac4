package edtf

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestBounds_BruteForce compares patterns with X to a search through all the days of all their years.
func TestBounds_BruteForce(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	patterns := []string{"XXXX-02-29", "XXX1-02-29", "-XXXX-02-29", "-000X-XX-3X", "15XX-02-30", "-0XX0-1X", "XXXX-X0"}
	for range 300 {
		patterns = append(patterns, randomPattern(random))
	}
	for _, pattern := range patterns {
		first, last, found := bruteForce(pattern)
		d, err := Parse(pattern)
		if (err == nil) != found {
			t.Errorf("%s: %v, but matching days: %t", pattern, err, found)
			continue
		}
		if want := (Extent{Earliest: first, Latest: last}); err == nil && d.Bounds() != want {
			t.Errorf("%s: %s to %s, want %s to %s", pattern, FormatInstant(d.Bounds().Earliest),
				FormatInstant(d.Bounds().Latest), FormatInstant(first), FormatInstant(last))
		}
	}
}

// randomPattern writes a random date and puts X in some places.
func randomPattern(random *rand.Rand) string {
	month := 1 + random.IntN(12)
	text := fmt.Sprintf("%04d-%02d-%02d", 1+random.IntN(9999), month, 1+random.IntN(31))
	pattern := []byte(text[:[]int{4, 7, 10, 10}[random.IntN(4)]])
	pattern[random.IntN(4)] = 'X' // one at least, so that it is a pattern
	for i := range pattern {
		if pattern[i] != '-' && random.IntN(3) == 0 {
			pattern[i] = 'X'
		}
	}
	if random.IntN(4) == 0 {
		return "-" + string(pattern)
	}
	return string(pattern)
}

func bruteForce(pattern string) (first, last int64, found bool) {
	sign := int64(1)
	if pattern[0] == '-' {
		sign, pattern = -1, pattern[1:]
	}
	for magnitude := int64(0); magnitude <= 9999; magnitude++ {
		if !like(magnitude, pattern[:4]) || sign < 0 && magnitude == 0 {
			continue
		}
		for month := 1; month <= 12; month++ {
			for day := 1; day <= daysIn(month, leap(magnitude)); day++ {
				if len(pattern) > 4 && !like(int64(month), pattern[5:7]) || len(pattern) > 7 && !like(int64(day), pattern[8:]) {
					continue
				}
				start := Instant(sign*magnitude, month, day, 0, 0, 0)
				if !found {
					first, last, found = start, start+secondsPerDay-1, true
				}
				first, last = min(first, start), max(last, start+secondsPerDay-1)
			}
		}
	}
	return first, last, found
}

// like compares a number to a pattern of as many digits, from the last digit to the first.
func like(number int64, pattern string) bool {
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] != 'X' && pattern[i] != byte('0'+number%10) {
			return false
		}
		number /= 10
	}
	return true
}

// TestSeasons_FollowEachOther checks that the parts of each division of a year leave no gap and do not overlap.
func TestSeasons_FollowEachOther(t *testing.T) {
	divisions := [][]string{
		{"2003-21", "2003-22", "2003-23", "2003-24", "2004-21"},
		{"2003-25", "2003-26", "2003-27", "2003-28", "2004-25"},
		{"2003-31", "2003-32", "2003-29", "2003-30", "2004-31"},
		{"2003-33", "2003-34", "2003-35", "2003-36", "2004-33"},
		{"2003-37", "2003-38", "2003-39", "2004-37"},
		{"2003-40", "2003-41", "2004-40"},
	}
	for _, division := range divisions {
		for i := 1; i < len(division); i++ {
			before, after := MustParse(division[i-1]), MustParse(division[i])
			if before.Bounds().Latest+1 != after.Bounds().Earliest {
				t.Errorf("%s does not follow %s", after, before)
			}
		}
	}
}
