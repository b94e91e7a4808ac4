package edtf

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"
)

func TestInstant_AgreesWithTime(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	first := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	last := time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC).Unix()
	for range 200_000 {
		instant := first + random.Int64N(last-first+1)
		want := time.Unix(instant, 0).UTC()
		year, month, day, hour, minute, second := Civil(instant)
		got := time.Date(int(year), time.Month(month), day, hour, minute, second, 0, time.UTC)
		if !got.Equal(want) || day != want.Day() || Instant(year, month, day, hour, minute, second) != instant {
			t.Fatalf("%d is %v, want %v", instant, got, want)
		}
	}
}

func TestCivil_RoundTripFarYears(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	instants := []int64{
		0, -1, math.MinInt64, math.MaxInt64,
		Instant(firstYear, 1, 1, 0, 0, 0), Instant(lastYear, 12, 31, 23, 59, 59),
	}
	for range 200_000 {
		instants = append(instants, int64(random.Uint64()))
	}
	for _, instant := range instants {
		year, month, day, hour, minute, second := Civil(instant)
		if month < 1 || month > 12 || day < 1 || day > daysIn(month, leap(year)) {
			t.Fatalf("%d is month %d, day %d", instant, month, day)
		}
		if back := Instant(year, month, day, hour, minute, second); back != instant {
			t.Fatalf("%d became %d", instant, back)
		}
	}
}

func TestYearLimits(t *testing.T) {
	if year, _, _, _, _, _ := Civil(math.MaxInt64); year != lastYear+1 {
		t.Errorf("the last instant is in %d", year)
	}
	if year, _, _, _, _, _ := Civil(math.MinInt64); year != firstYear-1 {
		t.Errorf("the first instant is in %d", year)
	}
}

// TestInstant_EveryDay counts the days one by one, across BCE and the Gregorian rules of leap years.
func TestInstant_EveryDay(t *testing.T) {
	want := Instant(-401, 1, 1, 0, 0, 0)
	for year := int64(-401); year <= 2401; year++ {
		for month := 1; month <= 12; month++ {
			for day := 1; day <= daysIn(month, leap(year)); day++ {
				if got := Instant(year, month, day, 0, 0, 0); got != want {
					t.Fatalf("%d-%d-%d is %d, want %d", year, month, day, got, want)
				}
				want += secondsPerDay
			}
		}
	}
}

func TestFormatInstant(t *testing.T) {
	cases := map[string]int64{
		"1970-01-01T00:00:00Z":   0,
		"1969-12-31T23:59:59Z":   -1,
		"2008-04-09T12:34:56Z":   Instant(2008, 4, 9, 12, 34, 56),
		"0000-01-01T00:00:00Z":   Instant(0, 1, 1, 0, 0, 0),
		"-0043-03-15T00:00:00Z":  Instant(-43, 3, 15, 0, 0, 0),
		"9999-12-31T00:00:00Z":   Instant(9999, 12, 31, 0, 0, 0),
		"+10000-01-01T00:00:00Z": Instant(10000, 1, 1, 0, 0, 0),
		"-12345-01-01T00:00:00Z": Instant(-12345, 1, 1, 0, 0, 0),
	}
	for want, instant := range cases {
		if got := FormatInstant(instant); got != want {
			t.Errorf("%d is %s, want %s", instant, got, want)
		}
	}
}
