package data

import (
	"iter"
	"math/bits"
)

// bitmap is a set of numbers from 0 up. Once counted it tells ranks without counting again.
type bitmap struct {
	words []uint64
	ranks []int32 // for each word the members in the words before it
	count int
}

func newBitmap(size int) bitmap { return bitmap{words: make([]uint64, (size+63)/64)} }

func (b *bitmap) add(n int) { b.words[n>>6] |= 1 << (n & 63) }

func (b *bitmap) has(n int) bool {
	return n >= 0 && n>>6 < len(b.words) && b.words[n>>6]>>(n&63)&1 != 0
}

// counted must be called after the last add.
func (b *bitmap) counted() {
	b.ranks, b.count = make([]int32, len(b.words)), 0
	for i, word := range b.words {
		b.ranks[i] = int32(b.count)
		b.count += bits.OnesCount64(word)
	}
}

// rank returns how many members are less than n.
func (b *bitmap) rank(n int) int {
	switch {
	case n <= 0:
		return 0
	case n>>6 >= len(b.words):
		return b.count
	}
	return int(b.ranks[n>>6]) + bits.OnesCount64(b.words[n>>6]&(1<<(n&63)-1))
}

// at returns the member with a rank, which must be less than count.
func (b *bitmap) at(rank int) int {
	low, high := 0, len(b.words) // the last word with at most rank members before it
	for high-low > 1 {
		if middle := (low + high) / 2; int(b.ranks[middle]) <= rank {
			low = middle
		} else {
			high = middle
		}
	}
	word := b.words[low]
	for range rank - int(b.ranks[low]) {
		word &= word - 1
	}
	return low<<6 + bits.TrailingZeros64(word)
}

// all yields the members in order.
func (b *bitmap) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, word := range b.words {
			for ; word != 0; word &= word - 1 {
				if !yield(i<<6 + bits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}
