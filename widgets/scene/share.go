package scene

// minRows is how many rows a lane keeps however little room there is; lanes
// that do not fit then are scrolled.
const minRows = 3

// resharings is how often rows that a lane leaves unused, because its clusters
// take fewer than it was given, are offered to the others.
const resharings = 2

// share divides rows among lanes that need some: a lane that needs less than
// an equal share gets what it needs, the others divide the rest equally.
func share(needs []int, rows int) []int {
	got := make([]int, len(needs))
	open := len(needs)
	for open > 0 {
		each, settled := rows/open, 0
		for i, need := range needs {
			if got[i] == 0 && need <= each {
				got[i] = max(need, 1)
				rows -= got[i]
				settled++
			}
		}
		if open -= settled; settled == 0 {
			break
		}
	}
	for i, need := range needs {
		if got[i] == 0 {
			got[i] = max(min(max(rows/open, minRows), need), 1)
			rows -= got[i]
			open--
		}
	}
	return got
}
