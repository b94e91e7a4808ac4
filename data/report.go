package data

import (
	"cmp"
	"fmt"
	"slices"
)

// mostProblems is how many problems of a file are kept.
const mostProblems = 100

// unlocated is the offset of a finding that is yet to be looked up by its place.
const unlocated = -1

// finding is a fault and where it is.
type finding struct {
	fault
	place  place
	offset int // into the content, or unlocated
}

// report collects what is wrong with a file. The work of finding lines and columns is left to the end, so that a
// file without fault costs nothing.
type report struct {
	findings []finding
	more     int            // found but not kept
	masked   map[place]bool // values already known to be unreadable: nothing that follows from them is reported
}

// room reports whether one more fault is kept, and counts it if not. Who asks first can spare making one.
func (r *report) room() bool {
	if len(r.findings) == mostProblems {
		r.more++
		return false
	}
	return true
}

// at adds a fault at a byte offset.
func (r *report) at(offset int, p place, f *fault) {
	if r.room() {
		r.findings = append(r.findings, finding{*f, p, offset})
	}
}

// in adds a fault of the value at p unless that is masked.
func (r *report) in(p place, f *fault) {
	if !r.hides(p) {
		r.at(unlocated, p, f)
	}
}

func (r *report) mask(p place) {
	if r.masked == nil {
		r.masked = map[place]bool{}
	}
	r.masked[p] = true
}

// hides reports whether the value at p or one that contains it is masked.
func (r *report) hides(p place) bool {
	if len(r.masked) == 0 {
		return false
	}
	for !r.masked[p] {
		if p.depth == 0 {
			return false
		}
		p = p.parent()
	}
	return true
}

func (r *report) full() bool { return r.more > 0 }

// problems returns what was found in content as problems of the file called name, or nil.
func (r *report) problems(name string, content []byte) Problems {
	if len(r.findings) == 0 {
		return nil
	}
	others := r.locate(content)
	at := positions(content, r.offsets(others))
	slices.SortStableFunc(r.findings, func(a, b finding) int { return cmp.Compare(a.offset, b.offset) })
	problems := make(Problems, 0, len(r.findings)+1)
	for _, f := range r.findings {
		message := f.message
		if f.other != nil {
			message += at[others[*f.other]].String() + f.closing
		}
		p := at[f.offset]
		problems = append(problems, Problem{name, p.line, p.column, f.place.String(), message})
	}
	if r.more > 0 {
		last := problems[len(problems)-1]
		problems = append(problems, Problem{name, last.Line, last.Column, "", fmt.Sprintf("and %d more", r.more)})
	}
	return problems
}

// locate fills in the offsets of findings that have none and returns those of all second places.
func (r *report) locate(content []byte) map[place]int {
	var wanted []place
	for _, f := range r.findings {
		if f.offset == unlocated {
			wanted = append(wanted, f.place)
		}
		if f.other != nil {
			wanted = append(wanted, *f.other)
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	found := locate(content, wanted)
	for i := range r.findings {
		if f := &r.findings[i]; f.offset == unlocated {
			f.offset = innerOffset(content, found[f.place], f.inner)
		}
	}
	return found
}

func (r *report) offsets(others map[place]int) []int {
	var offsets []int
	for _, f := range r.findings {
		offsets = append(offsets, f.offset)
		if f.other != nil {
			offsets = append(offsets, others[*f.other])
		}
	}
	slices.Sort(offsets)
	return slices.Compact(offsets)
}
