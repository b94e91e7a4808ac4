package edtf

import "fmt"

// words returns the time of day, no finer than it was written.
func (c *clock) words() string {
	switch c.precision {
	case Hour:
		return fmt.Sprintf("between %02d:00 and %02d:00", c.hour, c.hour+1)
	case Minute:
		return fmt.Sprintf("%02d:%02d", c.hour, c.minute)
	}
	return fmt.Sprintf("%02d:%02d:%02d", c.hour, c.minute, c.second)
}

// zoneWords returns the offset from UTC: "UTC", "UTC+1", "UTC-4:30".
func (c *clock) zoneWords() string {
	minutes, sign := int(c.offset)/secondsPerMinute, '+'
	if minutes < 0 {
		minutes, sign = -minutes, '-'
	}
	switch {
	case minutes == 0:
		return "UTC"
	case minutes%60 == 0:
		return fmt.Sprintf("UTC%c%d", sign, minutes/60)
	}
	return fmt.Sprintf("UTC%c%d:%02d", sign, minutes/60, minutes%60)
}
