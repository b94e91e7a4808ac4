package exchange

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/data/edtf"
)

// The rules of a zone are worked out up to this year, and at most so many rules of so many changes.
const (
	lastRuleYear  = 2299
	mostIcalRules = 50
	mostOnsets    = 1000
)

// unsaidZone is the abbreviation of a zone while its offset is not said (RFC 8536).
const unsaidZone = "-00"

// icalChange is when the clocks of a zone change.
type icalChange struct {
	at     int64 // UTC
	offset int   // in seconds, from then on
}

// icalRule is a part of a zone: what its clocks are from when on, each time.
type icalRule struct {
	name           string // "STANDARD" or "DAYLIGHT"
	before, offset int    // in seconds, until then and from then on
	onsets         []int64
	endless        bool
}

// toldZone returns the zone that the parts of a VTIMEZONE tell, and whether all of them can be read. Before the first change
// that they tell, and after the last year that is worked out, its offset is not said.
func toldZone(name string, zone *icalComponent) (*time.Location, bool) {
	var rules []icalRule
	var changes []icalChange
	goesOn := false
	for _, part := range zone.children {
		if part.name != "STANDARD" && part.name != "DAYLIGHT" {
			continue
		}
		before, known := offsetOf(part, "TZOFFSETFROM")
		offset, knownToo := offsetOf(part, "TZOFFSETTO")
		onsets, endless, ok := icalOnsets(part, before)
		if !ok || !known || !knownToo || len(rules) == mostIcalRules {
			return nil, false
		}
		rules = append(rules, icalRule{part.name, before, offset, onsets, endless})
		goesOn = goesOn || endless
	}
	for i := range rules {
		for _, local := range rules[i].until(rules) {
			changes = append(changes, icalChange{local - int64(rules[i].before), rules[i].offset})
		}
	}
	slices.SortStableFunc(changes, func(a, b icalChange) int { return cmp.Compare(a.at, b.at) })
	return zoneOfChanges(name, changes, goesOn)
}

// until returns the onsets of a rule. Outlook writes rules that it has given up without an end: they end where the next of
// their kind begins.
func (r *icalRule) until(rules []icalRule) []int64 {
	onsets := r.onsets
	for i := range rules {
		next := &rules[i]
		if r.endless && next.endless && next.name == r.name && next.onsets[0] > r.onsets[0] {
			end, _ := slices.BinarySearch(onsets, next.onsets[0])
			onsets = onsets[:end]
		}
	}
	return onsets
}

// zoneOfChanges makes a zone of its changes, in the form of the tz database (RFC 8536, version 2).
func zoneOfChanges(name string, changes []icalChange, goesOn bool) (*time.Location, bool) {
	offsets := []int{0} // the first is that which is not said
	var times, kinds []byte
	for _, change := range changes {
		kind := slices.Index(offsets[1:], change.offset) + 1
		if kind == 0 {
			kind = len(offsets)
			offsets = append(offsets, change.offset)
		}
		times, kinds = binary.BigEndian.AppendUint64(times, uint64(change.at)), append(kinds, byte(kind))
	}
	if goesOn {
		end := edtf.Instant(lastRuleYear+1, 1, 1, 0, 0, 0)
		times, kinds = binary.BigEndian.AppendUint64(times, uint64(end)), append(kinds, 0)
	}
	const names = unsaidZone + "\x00ICS\x00"
	head := func(counts ...uint32) []byte {
		header := append([]byte("TZif2"), make([]byte, 15)...)
		for _, count := range counts {
			header = binary.BigEndian.AppendUint32(header, count)
		}
		return header
	}
	content := append(head(0, 0, 0, 0, 0, 0), head(0, 0, 0, uint32(len(kinds)), uint32(len(offsets)), uint32(len(names)))...)
	content = append(append(content, times...), kinds...)
	for i, offset := range offsets {
		content = binary.BigEndian.AppendUint32(content, uint32(int32(offset)))
		content = append(content, 0, byte(min(i, 1)*len(unsaidZone+"\x00")))
	}
	location, err := time.LoadLocationFromTZData(name, append(append(content, names...), "\n\n"...))
	return location, err == nil && len(changes) > 0 && len(offsets) < 256
}

// icalOnsets returns when a part of a zone begins, by its clock before that; endless where it does so each year.
func icalOnsets(part *icalComponent, before int) (onsets []int64, endless, ok bool) {
	start := part.one("DTSTART")
	if start == nil {
		return nil, false, false
	}
	first, _, ok := icalInstant(start.raw)
	if !ok {
		return nil, false, false
	}
	onsets = []int64{first}
	for _, p := range part.properties {
		switch p.name {
		case "RDATE":
			for text := range strings.SplitSeq(p.raw, ",") {
				local, utc, ok := icalInstant(text)
				if !ok || len(onsets) > mostOnsets {
					return nil, false, false
				}
				if utc {
					local += int64(before)
				}
				onsets = append(onsets, local)
			}
		case "RRULE":
			rule, ok := readYearly(p.raw, first)
			if !ok {
				return nil, false, false
			}
			onsets = append(onsets, rule.after(first, before)...)
			endless = endless || rule.endless()
		case "EXDATE", "EXRULE":
			return nil, false, false
		}
	}
	slices.Sort(onsets)
	return onsets, endless, true
}

// icalInstant returns a date with or without a time in seconds since 1970 by its own clock, and whether that is UTC.
func icalInstant(text string) (instant int64, utc, ok bool) {
	parts := icalStampForm.FindStringSubmatch(strings.TrimSpace(text))
	if parts == nil {
		return 0, false, false
	}
	var n [6]int
	for i := range n {
		n[i], _ = strconv.Atoi(parts[i+1]) // digits alone, or nothing
	}
	ok = n[1] >= 1 && n[1] <= 12 && n[2] >= 1 && n[2] <= 31 && n[3] < 24 && n[4] < 60 && n[5] < 60
	return edtf.Instant(int64(n[0]), n[1], n[2], n[3], n[4], n[5]), parts[7] != "", ok
}
