package exchange

import (
	"fmt"
	"regexp"
	"strings"
)

// clockTime is a time of day as EDTF writes it.
type clockTime struct {
	text     string // "21:16", "21:16:05", "21"
	zone     string // "Z", "+01:00", or "" where none is said
	fraction string // of a second, such as ".25"; "" for none, or one of zeros
}

var clockParts = regexp.MustCompile(`(?i)^([0-9]{1,2})(?:([:.h])([0-9]{2})(?:[:.]([0-9]{2})(?:[.,]([0-9]+))?)?)?` +
	` ?(h|hrs?|uhr|uur|[ap]\.?m\.?)? ?(z|utc|gmt|[+-][0-9]{2}(?::?[0-9]{2})?)?$`)

// readClock reads a time of day: 21:16, 21:16:05.25, 21h16, 21.16, 9:16 pm, 9 pm, 21 Uhr, with Z, UTC, GMT or an offset
// behind it. A number alone is none.
func readClock(text string) (clockTime, bool) {
	g := clockParts.FindStringSubmatch(strings.TrimSpace(text))
	if g == nil || g[2] == "" && g[6] == "" {
		return clockTime{}, false
	}
	hour, half := digitsValue(g[1]), strings.ToLower(g[6])
	if strings.HasPrefix(half, "a") || strings.HasPrefix(half, "p") {
		if hour < 1 || hour > 12 {
			return clockTime{}, false
		}
		hour %= 12
		if half[0] == 'p' {
			hour += 12
		}
	}
	c := clockTime{text: fmt.Sprintf("%02d", hour), zone: zoneText(g[7])}
	for _, part := range []string{g[3], g[4]} {
		if part != "" {
			c.text += ":" + part
		}
	}
	if strings.Trim(g[5], "0") != "" {
		c.fraction = "." + g[5]
	}
	return c, true
}

// zoneText returns an offset from UTC as EDTF writes it.
func zoneText(zone string) string {
	zone = strings.ToUpper(zone)
	switch {
	case zone == "":
		return ""
	case zone[0] != '+' && zone[0] != '-':
		return "Z"
	case strings.Trim(zone, "-0:") == "":
		return "Z" // -00:00 means UTC where the local offset is not known
	case len(zone) == len("+0100"):
		return zone[:3] + ":" + zone[3:]
	}
	return zone
}
