package diff

import "slices"

// fields are those in which two things differ.
type fields []Field

// text compares a field that is a text.
func (f *fields) text(name, before, after string) {
	if before != after {
		*f = append(*f, Field{Name: name, Before: before, After: after})
	}
}

// key is what elements of a list are recognised by.
type key [4]string

// element is one of a list.
type element struct {
	same  key           // of elements that are the same
	alike []key         // elements with an equal one at the same place are one that has changed; the surest is the first
	words func() string // for reading
}

// list compares a field that is a list, and returns for each of the old elements which of the new ones it is, or None.
func (f *fields) list(name string, before, after []element) []int {
	m := match(before, after)
	field := Field{Name: name, Reordered: m.reordered()}
	for i, to := range m.to {
		switch {
		case to == None:
			field.Removed = append(field.Removed, before[i].words())
		case before[i].same != after[to].same:
			field.Changed = append(field.Changed, Pair{before[i].words(), after[to].words()})
		}
	}
	for i, taken := range m.taken {
		if !taken {
			field.Added = append(field.Added, after[i].words())
		}
	}
	if field.Added != nil || field.Removed != nil || field.Changed != nil || field.Reordered {
		*f = append(*f, field)
	}
	return m.to
}

// matching says which elements of two lists are one.
type matching struct {
	to    []int  // for each of the first list that of the second, or None
	taken []bool // for each of the second whether there is one of the first
}

// match finds what is the same first, then what is alike, the surer the earlier.
func match(before, after []element) matching {
	m := matching{make([]int, len(before)), make([]bool, len(after))}
	levels := 0
	for i := range before {
		m.to[i] = None
		levels = max(levels, len(before[i].alike))
	}
	m.by(before, after, func(e *element) (key, bool) { return e.same, true })
	for level := range levels {
		m.by(before, after, func(e *element) (key, bool) {
			if level >= len(e.alike) {
				return key{}, false
			}
			return e.alike[level], e.alike[level] != key{}
		})
	}
	return m
}

// by matches what is left of both lists by what they are recognised by, if there is such a thing.
func (m *matching) by(before, after []element, recognised func(*element) (key, bool)) {
	if !slices.Contains(m.to, None) || !slices.Contains(m.taken, false) {
		return
	}
	waiting := map[key][]int{}
	for i := range after {
		if by, ok := recognised(&after[i]); ok && !m.taken[i] {
			waiting[by] = append(waiting[by], i)
		}
	}
	for i := range before {
		by, ok := recognised(&before[i])
		if ok && m.to[i] == None && len(waiting[by]) > 0 {
			m.to[i] = waiting[by][0]
			m.taken[m.to[i]] = true
			waiting[by] = waiting[by][1:]
		}
	}
}

// reordered reports whether elements that are in both lists are in another order.
func (m *matching) reordered() bool {
	last := None
	for _, to := range m.to {
		if to != None && to < last {
			return true
		}
		last = max(last, to)
	}
	return false
}
