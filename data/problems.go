package data

import (
	"fmt"
	"slices"
)

// broken returns that the file is not JSON.
func (l *loader) broken(e *brokenError) Problems {
	at := positions(l.from.text, []int64{e.offset}, l.block)[e.offset]
	return Problems{{File: l.name, Line: at.line, Column: at.column, Message: e.message}}
}

// problems returns what was found as problems of the file.
func (l *loader) problems() Problems {
	kept := l.tally.kept
	l.locateSeconds(kept)
	var offsets []int64
	for _, f := range kept {
		offsets = append(offsets, f.offset)
		if f.other != nil {
			offsets = append(offsets, f.second)
		}
	}
	slices.Sort(offsets)
	at := positions(l.from.text, slices.Compact(offsets), l.block)
	problems := make(Problems, 0, len(kept)+1)
	for _, f := range kept {
		message := f.message
		if f.other != nil {
			message += at[f.second].String() + f.closing
		}
		p := at[f.offset]
		problems = append(problems, Problem{l.name, p.line, p.column, f.place.String(), message})
	}
	if more := l.tally.more; more > 0 {
		last := problems[len(problems)-1]
		problems = append(problems, Problem{l.name, last.Line, last.Column, "", fmt.Sprintf("and %d more", more)})
	}
	return problems
}

// locateSeconds fills in where the second places of findings are that are in another part of the file.
func (l *loader) locateSeconds(kept []finding) {
	var heads []place
	for i := range kept {
		f := &kept[i]
		if f.other == nil || f.second != unlocated {
			continue
		}
		if _, ok := f.other.event(); ok {
			f.second = l.offset(*f.other)
		} else {
			heads = append(heads, *f.other)
		}
	}
	offsets := locate(l.frame.content, place{}, heads)
	for i := range kept {
		if f := &kept[i]; f.other != nil && f.second == unlocated {
			f.second = l.frame.inFile(offsets[*f.other])
		}
	}
}

// offset returns where in the file a place in an event is. If the event cannot be read any more, it is the event's.
func (l *loader) offset(p place) int64 {
	number, _ := p.event()
	i := l.events.InFile(number)
	start := l.events.spots[i].offset
	content, err := l.events.content(i)
	if err != nil {
		return start
	}
	return start + int64(locate(content, p.part(), []place{p})[p])
}
