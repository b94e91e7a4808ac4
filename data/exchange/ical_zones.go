package exchange

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // for systems without a time zone database
)

// icalZones are the time zones of a calendar, by their TZID.
type icalZones struct {
	found map[string]*time.Location // nil for those that are not known
	told  map[string]*icalComponent // the VTIMEZONE of each, where there is one
	asked *int                      // how many of them have been worked out in all of the file
}

// mostToldZones is how many zones of calendars' own are worked out of a file.
const mostToldZones = 100

func newIcalZones(c *icalComponent, asked *int) icalZones {
	zones := icalZones{found: map[string]*time.Location{}, told: map[string]*icalComponent{}, asked: asked}
	for _, child := range c.children {
		if child.name != "VTIMEZONE" {
			continue
		}
		if p := child.one("TZID"); p != nil && p.text() != "" && zones.told[p.text()] == nil {
			zones.told[p.text()] = child
		}
	}
	return zones
}

var icalOffset = regexp.MustCompile(`^([+-])(\d{2})(\d{2})(\d{2})?$`)

// offsetOf returns the offset in seconds that a property of a part of a zone gives, and whether there is one.
func offsetOf(part *icalComponent, name string) (offset int, ok bool) {
	p := part.one(name)
	if p == nil {
		return 0, false
	}
	digits := icalOffset.FindStringSubmatch(strings.TrimSpace(p.raw))
	if digits == nil {
		return 0, false
	}
	for i, unit := range []int{3600, 60, 1} {
		number, _ := strconv.Atoi(digits[i+2]) // digits alone, or nothing
		offset += number * unit
	}
	if digits[1] == "-" {
		offset = -offset
	}
	return offset, true
}

// onlyOffset returns the offset in seconds that a zone has always, and whether there is one.
func onlyOffset(zone *icalComponent) (offset int, ok bool) {
	for _, part := range zone.children {
		if part.one("TZOFFSETTO") == nil {
			continue
		}
		seconds, known := offsetOf(part, "TZOFFSETTO")
		if !known || ok && seconds != offset {
			return 0, false
		}
		offset, ok = seconds, true
	}
	return offset, ok
}

// find returns a zone by its TZID, nil where it is not known. The tz database knows the places of the world better than
// the rules in a calendar, which programs shorten; but other names, such as “CET” or “W. Europe Standard Time”, mean what
// the calendar says.
func (z *icalZones) find(name string) *time.Location {
	zone, met := z.found[name]
	if met {
		return zone
	}
	zone = zoneNamed(name)
	if told := z.told[name]; told != nil && *z.asked < mostToldZones && (zone == nil || !strings.Contains(name, "/")) {
		*z.asked++
		if offset, ok := onlyOffset(told); ok && zone == nil {
			zone = time.FixedZone(name, offset)
		} else if rules, known := toldZone(name, told); known && !ok {
			zone = rules
		}
	}
	z.found[name] = zone
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
