package sample

import (
	"math/rand/v2"
	"slices"
)

// skew picks indexes by their weights, in one step: each index has its share of the slots.
type skew [1 << skewBits]uint16

const skewBits = 12

// newSkew returns a skew over the indexes of weights. One whose share is less than half a slot may never be picked.
func newSkew(weights []float64) *skew {
	total := 0.0
	for _, w := range weights {
		total += w
	}
	s := new(skew)
	index, before := 0, 0.0 // before is the sum of the weights left behind
	for slot := range s {
		at := (float64(slot) + 0.5) / float64(len(s)) * total
		for index < len(weights)-1 && before+weights[index] <= at {
			before += weights[index]
			index++
		}
		s[slot] = uint16(index)
	}
	return s
}

// pick returns an index, chosen by the upper bits of a random number.
func (s *skew) pick(random uint64) int { return int(s[random>>(64-skewBits)]) }

// zipf returns the weights of count things of which the one at place k is used 1/(k+offset) as often, counted from 0.
// Words of a language and names in the news are used about like this. A smaller offset favours the first more.
func zipf(count int, offset float64) []float64 {
	weights := make([]float64, count)
	for k := range weights {
		weights[k] = 1 / (float64(k) + offset)
	}
	return weights
}

// pool is a list of texts of which some are picked more often than others.
type pool struct {
	texts []string
	skew  *skew
}

// zipfPool returns a pool of the texts, the first the most frequent.
func zipfPool(texts []string, offset float64) *pool {
	return &pool{texts, newSkew(zipf(len(texts), offset))}
}

// shuffledPool is like zipfPool, but which texts are the frequent ones is up to r.
func shuffledPool(r *rand.Rand, texts []string, offset float64) *pool {
	texts = slices.Clone(texts)
	r.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
	return zipfPool(texts, offset)
}

// pick returns a text, chosen by the upper bits of a random number.
func (p *pool) pick(random uint64) string { return p.texts[p.skew.pick(random)] }
