package sample

import (
	"math"
	"math/rand/v2"

	"dateline/data/edtf"
)

// The years that events lie in.
const (
	firstYear = 1985
	lastYear  = 2018
	years     = lastYear - firstYear + 1
)

const secondsPerDay = 24 * 60 * 60

// firstInstant is the beginning of day 0. Days are counted from the first of the first year.
var firstInstant = edtf.Instant(firstYear, 1, 1, 0, 0, 0)

// days is how many there are.
var days = dayNumber(lastYear+1, 1, 1)

func dayNumber(year int64, month, day int) int {
	return int((edtf.Instant(year, month, day, 0, 0, 0) - firstInstant) / secondsPerDay)
}

// civil returns the date of a day.
func civil(day int) (year int64, month, dayOfMonth int) {
	year, month, dayOfMonth, _, _, _ = edtf.Civil(firstInstant + int64(day)*secondsPerDay)
	return year, month, dayOfMonth
}

const (
	burstCount  = 200
	burstPer100 = 40 // events of 100 that lie in a burst

	shortestDecay = 1.5 // days
	longestDecay  = 45.0

	// burstMargin is how many days before the last a burst begins at the latest, so that it is over by then.
	burstMargin = 200
)

// burst is a time in which much happened.
type burst struct {
	day   int     // when it breaks out
	decay float64 // days in which it falls to a third
}

// tables are what is picked from. They depend on the seed alone.
type tables struct {
	bursts     []burst
	burstSkew  *skew
	yearSkew   *skew // of the years that events outside of bursts lie in
	momentSkew *skew
	spanSkew   *skew
	lanes      *pool
	people     *pool
	places     *pool
	tags       *pool
	words      *pool

	connectives      *pool // of sentences
	titleConnectives *pool
}

func newTables(r *rand.Rand) *tables {
	return &tables{
		bursts:     newBursts(r),
		burstSkew:  newSkew(zipf(burstCount, 5)),
		yearSkew:   newYearSkew(r),
		momentSkew: formSkew(moments),
		spanSkew:   formSkew(spans),
		lanes:      newLanes(r),
		people:     newPeople(r),
		places:     shuffledPool(r, places, 2),
		tags:       shuffledPool(r, tags, 2),
		words:      zipfPool(words, 6),

		connectives:      zipfPool(connectives, 1),
		titleConnectives: zipfPool(prepositions, 1),
	}
}

// newBursts returns bursts whose decays are spread evenly over the orders of magnitude.
func newBursts(r *rand.Rand) []burst {
	bursts := make([]burst, burstCount)
	for i := range bursts {
		bursts[i].day = r.IntN(days - burstMargin)
		bursts[i].decay = shortestDecay * math.Pow(longestDecay/shortestDecay, r.Float64())
	}
	return bursts
}

// newYearSkew makes some years a good ten times as busy as others.
func newYearSkew(r *rand.Rand) *skew {
	weights := make([]float64, years)
	for i := range weights {
		weights[i] = 0.25 + r.ExpFloat64()
	}
	return newSkew(weights)
}

// newLanes makes the busiest lane four times as busy as the least busy one.
func newLanes(r *rand.Rand) *pool {
	ids, weights := make([]string, len(lanes)), make([]float64, len(lanes))
	for i, place := range r.Perm(len(lanes)) {
		ids[i] = lanes[i].id
		weights[i] = 1 + 3*float64(place)/float64(len(lanes)-1)
	}
	return &pool{ids, newSkew(weights)}
}

// peopleCount is how many people there are.
const peopleCount = 400

// newPeople returns people of different names.
func newPeople(r *rand.Rand) *pool {
	names := make([]string, peopleCount)
	for i, pair := range r.Perm(len(firstNames) * len(surnames))[:peopleCount] {
		names[i] = firstNames[pair%len(firstNames)] + " " + surnames[pair/len(firstNames)]
	}
	return zipfPool(names, 4)
}
