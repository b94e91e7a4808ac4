package data

// mostProblems is how many problems of a file are kept.
const mostProblems = 100

// unlocated is the offset of a finding that is yet to be looked up by its place.
const unlocated = -1

// finding is a fault and where it is. Its offsets are into what was reported on, and into the file once the report is
// settled.
type finding struct {
	fault
	place  place
	offset int64 // or unlocated
	second int64 // of the other place of the fault, or unlocated
}

// report collects what is wrong with a part of a file: an event, or all but the events. The work of finding places is
// left to the end, so that what is without fault costs nothing.
type report struct {
	findings []finding
	more     int            // found but not kept
	crowded  bool           // none is kept: there are enough in the file before this part
	masked   map[place]bool // values already known to be unreadable: nothing that follows from them is reported
}

// room reports whether one more fault is kept, and counts it if not. Who asks first can spare making one.
func (r *report) room() bool {
	if r.crowded || len(r.findings) == mostProblems {
		r.more++
		return false
	}
	return true
}

// at adds a fault at a byte offset.
func (r *report) at(offset int, p place, f *fault) {
	if r.room() {
		r.findings = append(r.findings, finding{*f, p, int64(offset), unlocated})
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

// faultless reports whether nothing was found.
func (r *report) faultless() bool { return len(r.findings) == 0 && r.more == 0 }

// settle gives all findings their offsets in the file. Content is what was reported on, the value at root, and inFile
// returns where in the file a byte of it is. Second places outside of content are left for later.
func (r *report) settle(content []byte, root place, inFile func(offset int) int64) {
	var wanted []place
	for i := range r.findings {
		f := &r.findings[i]
		if f.offset == unlocated {
			wanted = append(wanted, f.place)
		}
		if f.other != nil && f.other.part() == root {
			wanted = append(wanted, *f.other)
		}
	}
	offsets := locate(content, root, wanted)
	for i := range r.findings {
		f := &r.findings[i]
		if f.offset == unlocated {
			f.offset = int64(innerOffset(content, offsets[f.place], f.inner))
		}
		f.offset = inFile(int(f.offset))
		if f.other != nil && f.other.part() == root {
			f.second = inFile(offsets[*f.other])
		}
	}
}
