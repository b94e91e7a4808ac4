package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	ics "github.com/arran4/golang-ical"
)

// The library reads content lines: names, parameters and escapes. What is around that is done here, because it says
// nothing of the place of a fault, takes names in capitals only, and goes as deep as a file is nested.

// The limits of what is read. Calendars have four levels.
const (
	icalDepth  = 16
	icalValue  = 1 << 20
	icalHead   = 4096 // bytes of a name with its parameters
	icalParams = 64
)

// icalLine is a content line, unfolded.
type icalLine struct {
	number int // in the file, from 1
	text   string
}

// icalLines returns the lines of a file. They are unfolded before they are decoded, because some programs fold within a
// character.
func icalLines(content []byte) (lines []icalLine, notes []string, err error) {
	if bytes.HasPrefix(content, []byte("\xff\xfe")) || bytes.HasPrefix(content, []byte("\xfe\xff")) ||
		looksUTF16(content, 0) || looksUTF16(content, 1) {
		text, encoding, err := DecodeText(content)
		if err != nil {
			return nil, nil, err
		}
		content, notes = []byte(text), encodingNote(encoding)
	}
	if bytes.IndexByte(content, '\n') < 0 {
		content = bytes.ReplaceAll(content, []byte("\r"), []byte("\n"))
	}
	unfolded, numbers := unfold(content)
	text, encoding, err := DecodeText(unfolded)
	if err != nil {
		return nil, nil, err
	}
	notes = append(notes, encodingNote(encoding)...)
	for i, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" || i >= len(numbers) {
			continue
		}
		if len(line) > icalValue+icalHead {
			if !icalDropped.MatchString(line) {
				return nil, nil, fmt.Errorf("line %d is longer than %d bytes: that is more than is read", numbers[i], icalValue)
			}
			line = line[:icalHead]
		}
		lines = append(lines, icalLine{numbers[i], line})
	}
	return lines, notes, nil
}

// icalDropped are lines that are not kept, and may be long.
var icalDropped = regexp.MustCompile(`(?i)^(ATTACH|IMAGE|X-[A-Z-]*)[;:]`)

// unfold returns content with a line for each content line, parted by \n, and the number of the line that each begins in.
func unfold(content []byte) (unfolded []byte, numbers []int) {
	unfolded = make([]byte, 0, len(content))
	number := 0
	for line := range bytes.SplitSeq(content, []byte("\n")) {
		number++
		line = bytes.TrimSuffix(line, []byte("\r"))
		if number > 1 && len(line) > 0 && (line[0] == ' ' || line[0] == '\t') {
			unfolded = append(unfolded, line[1:]...)
			continue
		}
		if number > 1 {
			unfolded = append(unfolded, '\n')
		}
		unfolded = append(unfolded, line...)
		numbers = append(numbers, number)
	}
	return unfolded, numbers
}

// icalProperty is a property of a calendar or of what is in it.
type icalProperty struct {
	name   string // in capitals
	params map[string][]string
	raw    string // its value with escapes
	line   int
}

// param returns the first value of a parameter, "" for none.
func (p *icalProperty) param(name string) string {
	if values := p.params[name]; len(values) > 0 {
		return values[0]
	}
	return ""
}

// text returns the value without escapes.
func (p *icalProperty) text() string { return ics.FromText(p.raw) }

// texts returns the values of a list, which commas part.
func (p *icalProperty) texts() []string {
	var list []string
	from := 0
	for i := 0; i <= len(p.raw); i++ {
		switch {
		case i == len(p.raw) || p.raw[i] == ',':
			if text := strings.TrimSpace(ics.FromText(p.raw[from:i])); text != "" {
				list = append(list, text)
			}
			from = i + 1
		case p.raw[i] == '\\':
			i++
		}
	}
	return list
}

func (p *icalProperty) place() string { return fmt.Sprintf("line %d", p.line) }

var icalName = regexp.MustCompile(`^[A-Za-z0-9-]+`)

// errNoProperty is the error for a line that is no property.
var errNoProperty = errors.New("it is not of the form NAME:value")

// readProperty reads a content line.
func (l icalLine) readProperty() (p *icalProperty, err error) {
	colon := icalColon(l.text)
	name := icalName.FindString(l.text)
	if colon < 0 || name == "" {
		return nil, errNoProperty
	}
	head := l.text[:colon]
	if len(head) > icalHead || strings.Count(head, ";") > icalParams {
		return nil, errors.New("it has more parameters than are read")
	}
	defer func() { // the library has no limits of its own on what it takes apart
		if fault := recover(); fault != nil {
			p, err = nil, fmt.Errorf("it cannot be taken apart: %v", fault)
		}
	}()
	base, err := ics.ParseProperty(ics.ContentLine(head + ":"))
	if err != nil {
		return nil, err
	}
	if base == nil {
		return nil, errNoProperty
	}
	p = &icalProperty{name: strings.ToUpper(name), params: map[string][]string{}, raw: l.text[colon+1:], line: l.number}
	for key, values := range base.ICalParameters {
		for _, value := range values {
			p.params[strings.ToUpper(key)] = append(p.params[strings.ToUpper(key)], icalCarets.Replace(value))
		}
	}
	return p, nil
}

// icalCarets are the escapes in parameters, RFC 6868.
var icalCarets = strings.NewReplacer("^n", "\n", "^^", "^", "^'", `"`)

// icalColon returns where the value of a content line begins, after the first colon that is not quoted, -1 for none.
func icalColon(text string) int {
	quoted := false
	for i := range len(text) {
		switch {
		case text[i] == '"':
			quoted = !quoted
		case text[i] == ':' && !quoted:
			return i
		}
	}
	return -1
}
