package data

import (
	"cmp"
	"slices"
	"sync"
)

// tally collects the reports on all parts of a file, in any order and from any goroutine, and keeps the first findings
// in the order of the file.
type tally struct {
	mutex sync.Mutex
	kept  []finding // at most mostProblems, in the order of the file
	more  int
}

// add takes a report that is settled.
func (t *tally) add(r *report) {
	if r.faultless() {
		return
	}
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.kept = append(t.kept, r.findings...)
	slices.SortStableFunc(t.kept, func(a, b finding) int { return cmp.Compare(a.offset, b.offset) })
	t.more += r.more + max(len(t.kept)-mostProblems, 0)
	t.kept = t.kept[:min(len(t.kept), mostProblems)]
}

// full reports whether there are more findings than are kept.
func (t *tally) full() bool {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return t.more > 0
}

// crowded reports whether all that will be kept is before an offset in the file.
func (t *tally) crowded(offset int64) bool {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return len(t.kept) == mostProblems && t.kept[mostProblems-1].offset < offset
}
