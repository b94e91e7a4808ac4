package exchange

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// icalZones are the time zones of a calendar, by their TZID.
type icalZones map[string]*time.Location

// newIcalZones takes those from a calendar that have always the same offset. Others are known by the names of the tz
// database alone.
func newIcalZones(c *icalComponent) icalZones {
	zones := icalZones{}
	for _, child := range c.children {
		if child.name != "VTIMEZONE" {
			continue
		}
		name, offset, ok := "", 0, false
		if p := child.one("TZID"); p != nil {
			name = p.text()
		}
		if offset, ok = onlyOffset(child); ok && name != "" && zoneNamed(name) == nil {
			zones[name] = time.FixedZone(name, offset)
		}
	}
	return zones
}

var icalOffset = regexp.MustCompile(`^([+-])(\d{2})(\d{2})(\d{2})?$`)

// onlyOffset returns the offset in seconds that a zone has always, and whether there is one.
func onlyOffset(zone *icalComponent) (offset int, ok bool) {
	for _, part := range zone.children {
		p := part.one("TZOFFSETTO")
		if p == nil {
			continue
		}
		digits := icalOffset.FindStringSubmatch(strings.TrimSpace(p.raw))
		if digits == nil {
			return 0, false
		}
		seconds := 0
		for i, unit := range []int{3600, 60, 1} {
			number, _ := strconv.Atoi(digits[i+2]) // digits alone, or nothing
			seconds += number * unit
		}
		if digits[1] == "-" {
			seconds = -seconds
		}
		if ok && seconds != offset {
			return 0, false
		}
		offset, ok = seconds, true
	}
	return offset, ok
}

// find returns a zone by its TZID, nil where it is not known.
func (z icalZones) find(name string) *time.Location {
	zone, met := z[name]
	if !met {
		zone = zoneNamed(name)
		z[name] = zone
	}
	return zone
}

var icalZoneName = regexp.MustCompile(`^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}$`)

// zoneNamed returns the zone of the tz database that a TZID names, nil for none. Some programs put the name behind a path
// of their own: “/freeassociation.sourceforge.net/Europe/Brussels”.
func zoneNamed(name string) *time.Location {
	if name == "Local" { // which is that of this machine
		return nil
	}
	parts := strings.Split(strings.Trim(name, "/"), "/")
	if !strings.HasPrefix(name, "/") {
		parts = parts[max(0, len(parts)-3):]
	}
	for from := range parts {
		if rest := strings.Join(parts[from:], "/"); icalZoneName.MatchString(rest) {
			if zone, err := time.LoadLocation(rest); err == nil && rest != "Local" {
				return zone
			}
		}
		if !strings.HasPrefix(name, "/") {
			break
		}
	}
	return nil
}
