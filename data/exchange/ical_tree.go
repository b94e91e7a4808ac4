package exchange

import (
	"errors"
	"fmt"
	"strings"
)

// icalComponent is a calendar, an event, an alarm, …
type icalComponent struct {
	name       string // in capitals
	line       int
	properties []*icalProperty
	children   []*icalComponent
}

// one returns the first property of one of some names, nil for none.
func (c *icalComponent) one(names ...string) *icalProperty {
	for _, name := range names {
		for _, p := range c.properties {
			if p.name == name {
				return p
			}
		}
	}
	return nil
}

// text returns the text of the first property of one of some names that says something, "" for none.
func (c *icalComponent) text(names ...string) string {
	for _, name := range names {
		if p := c.one(name); p != nil && strings.TrimSpace(p.text()) != "" {
			return p.text()
		}
	}
	return ""
}

// icalTree returns the calendars of a file, and the lines that cannot be read as losses. The error has the line.
func icalTree(lines []icalLine) (calendars []*icalComponent, losses []Loss, err error) {
	file := &icalComponent{}
	open := []*icalComponent{file}
	for _, line := range lines {
		p, err := line.readProperty()
		if err != nil {
			losses = append(losses, Loss{
				fmt.Sprintf("line %d", line.number), "the line is left out: " + err.Error() + ": " + shortened(line.text),
			})
			continue
		}
		if open, err = icalTake(open, p); err != nil {
			return nil, nil, fmt.Errorf("line %d: %w", line.number, err)
		}
	}
	if last := open[len(open)-1]; last != file {
		return nil, nil, fmt.Errorf("the file ends within the %s of line %d: it is not whole", last.name, last.line)
	}
	if len(file.children) == 0 {
		return nil, nil, errors.New("there is no calendar in this file: it would begin with BEGIN:VCALENDAR")
	}
	return file.children, losses, nil
}

// icalTake puts a property where it belongs, and returns the components that are open then.
func icalTake(open []*icalComponent, p *icalProperty) ([]*icalComponent, error) {
	last := open[len(open)-1]
	name := strings.ToUpper(strings.TrimSpace(p.raw))
	switch {
	case p.name == "BEGIN" && len(open) > icalDepth:
		return nil, fmt.Errorf("%s is the %dth within another: that is deeper than is read", name, icalDepth)
	case p.name == "BEGIN" && len(open) == 1 && name != "VCALENDAR":
		return nil, fmt.Errorf("%s stands outside of a calendar", shortened(name))
	case p.name == "BEGIN":
		component := &icalComponent{name: name, line: p.line}
		last.children = append(last.children, component)
		return append(open, component), nil
	case len(open) == 1:
		return nil, errors.New("the line stands outside of a calendar: a file begins with BEGIN:VCALENDAR")
	case p.name == "END" && name != last.name:
		return nil, fmt.Errorf("END:%s stands where the %s of line %d should end", shortened(name), last.name, last.line)
	case p.name == "END":
		return open[:len(open)-1], nil
	}
	last.properties = append(last.properties, p)
	return open, nil
}
