package data

import "iter"

const (
	// longestName is how long a name may be to be compared with others, in bytes.
	longestName = 64
	// mostEdits is how far apart two long names may be to be taken for each other.
	mostEdits = 4
)

// suggest returns the candidate that is most like a name, if one is so much like it that it may have been meant. Of
// several that are, it returns the first in the alphabet, whatever their order.
func suggest(name string, candidates iter.Seq[string]) (best string, found bool) {
	if len(name) > longestName {
		return "", false
	}
	limit := min((len(name)+1)/3, mostEdits)
	for candidate := range candidates {
		d := distance(name, candidate, limit)
		if d < limit || d == limit && (!found || candidate < best) {
			best, limit, found = candidate, d, true
		}
	}
	return best, found
}

// distance returns the edit distance of two texts in bytes, a swap of neighbours counting as one edit (optimal string
// alignment, as in Boytsov, "Indexing methods for approximate dictionary searching", 2011). Above the limit, which is
// at most mostEdits, it returns limit+1. The first text has at most longestName bytes.
func distance(a, b string, limit int) int {
	if abs(len(a)-len(b)) > limit {
		return limit + 1
	}
	var rows [3][longestName + mostEdits + 1]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+differs(a[i-1], b[j-1]))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

func differs(a, b byte) int {
	if a == b {
		return 0
	}
	return 1
}

func abs(n int) int { return max(n, -n) }
