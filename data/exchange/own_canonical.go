package exchange

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// Canonical returns a dataset in its canonical form, in which nothing is missing and nothing means anything else than in
// content: only white space, the order of fields, and how characters are escaped are made uniform. The canonical form
// of what it returns is the same again. It goes by the letter and keeps what a dataset must not have, too: unknown
// fields go behind the others, and of fields that are written twice both stay.
//
//   - Fields are in the format's order, indented by two spaces each level; the file ends with a line break.
//   - What has lists among its fields in the format (the dataset, an event, a dispute) has a line for each field; all
//     else (a lane, a source, a claim …) is on one line, however long.
//   - A list of such has a line for each at least; any other list is on one line if that has 120 columns at most, else it
//     has a line for each element.
//   - Characters stand for themselves, but for those that are not seen and change what is: control characters, line and
//     paragraph separators, and what changes the direction of writing.
//
// There is an error if content is not JSON in UTF-8. A byte order mark is left out.
func Canonical(content []byte) ([]byte, error) {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	if !utf8.Valid(content) {
		return nil, errors.New("write in canonical form: the text is not UTF-8")
	}
	if !json.Valid(content) {
		err := json.Unmarshal(content, new(any))
		return nil, fmt.Errorf("write in canonical form: %w", err)
	}
	c := &canonical{jsonReader: jsonReader{source: content}}
	c.out.Grow(len(content))
	c.space()
	c.value(canonicalFormat, "")
	c.out.WriteByte('\n')
	return c.out.Bytes(), nil
}

// canonicalWidth is how many characters a line has at most, its comma counted, on which a list is put together.
const canonicalWidth = 120

// canonicalIndent is what every level stands further right.
const canonicalIndent = "  "

// objectForm is what is known of an object by its place in the format. A nil one knows nothing.
type objectForm struct {
	fields []string               // in order
	of     map[string]*objectForm // the form of the elements of fields that are lists of objects
	flat   bool                   // no field is a list
}

// canonicalFormat is the form of a dataset.
var canonicalFormat = formOf(reflect.TypeFor[Timeline]())

func formOf(structure reflect.Type) *objectForm {
	f := &objectForm{of: map[string]*objectForm{}, flat: true}
	for i := range structure.NumField() {
		field := structure.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		f.fields = append(f.fields, name)
		if field.Type.Kind() != reflect.Slice {
			continue
		}
		f.flat = false
		if element := field.Type.Elem(); element.Kind() == reflect.Struct {
			f.of[name] = formOf(element)
		}
	}
	return f
}

// rank returns the place of a field in its object; those that the format does not have are behind all others.
func (f *objectForm) rank(name string) int {
	if i := slices.Index(f.fields, name); i >= 0 {
		return i
	}
	return len(f.fields)
}

// canonical reads JSON and writes it.
type canonical struct {
	jsonReader
	out bytes.Buffer
}

// member is a field of an object: its name, as it is meant and as it is written, and where its value begins.
type member struct {
	name  string
	key   []byte
	value int
}

// value writes the value that is read next, an object by its form, behind the indentation of its line.
func (c *canonical) value(f *objectForm, indent string) {
	if f == nil || c.peek() != '{' {
		c.inline()
		return
	}
	var members []member
	c.members(func(_ int, key []byte) {
		members = append(members, member{textOf(key), key, c.pos})
		c.skip()
	})
	behind := c.pos
	slices.SortStableFunc(members, func(a, b member) int { return cmp.Compare(f.rank(a.name), f.rank(b.name)) })
	switch {
	case len(members) == 0:
		c.out.WriteString("{}")
	case f.flat:
		c.flat(members)
	default:
		c.tall(members, f, indent)
	}
	c.pos = behind
}

// flat writes the fields of an object on one line.
func (c *canonical) flat(members []member) {
	for i, m := range members {
		c.between(i, "{ ")
		c.key(m.key)
		c.pos = m.value
		c.inline()
	}
	c.out.WriteString(" }")
}

// tall writes the fields of an object, each on a line.
func (c *canonical) tall(members []member, f *objectForm, indent string) {
	deeper := indent + canonicalIndent
	for i, m := range members {
		c.newLine(i, '{', deeper)
		c.key(m.key)
		if c.pos = m.value; c.peek() == '[' {
			c.list(f.of[m.name], deeper)
		} else {
			c.inline()
		}
	}
	c.out.WriteString("\n" + indent + "}")
}

// list writes a list that is the value of a field. The form is that of its elements.
func (c *canonical) list(f *objectForm, indent string) {
	if f == nil && c.fits() {
		return
	}
	deeper := indent + canonicalIndent
	count := c.elements(func(i int) {
		c.newLine(i, '[', deeper)
		c.value(f, deeper)
	})
	if count == 0 {
		c.out.WriteString("[]")
	} else {
		c.out.WriteString("\n" + indent + "]")
	}
}

// fits writes the value that is read next on the line. It reports false, and nothing has happened, if the line is too
// short for that.
func (c *canonical) fits() bool {
	start, from := c.pos, c.out.Len()
	c.inline()
	line := bytes.LastIndexByte(c.out.Bytes(), '\n') + 1
	if utf8.RuneCount(c.out.Bytes()[line:]) < canonicalWidth { // there may be a comma behind it
		return true
	}
	c.out.Truncate(from)
	c.pos = start
	return false
}

// inline writes the value that is read next on the line, its fields in the order they have.
func (c *canonical) inline() {
	switch c.peek() {
	case '"':
		c.text(c.readText())
	case '[':
		count := c.elements(func(i int) {
			c.between(i, "[")
			c.inline()
		})
		c.end(count, "[]", "]")
	case '{':
		count := c.members(func(i int, key []byte) {
			c.between(i, "{ ")
			c.key(key)
			c.inline()
		})
		c.end(count, "{}", " }")
	default:
		c.out.Write(c.scalar())
	}
}

// between writes what is before an element on the line: the opening before the first, else a comma.
func (c *canonical) between(i int, opening string) {
	if i > 0 {
		opening = ", "
	}
	c.out.WriteString(opening)
}

// newLine writes what is before an element with a line of its own.
func (c *canonical) newLine(i int, opening byte, indent string) {
	if i > 0 {
		opening = ','
	}
	c.out.WriteByte(opening)
	c.out.WriteString("\n" + indent)
}

// end writes what is behind so many elements on the line.
func (c *canonical) end(count int, empty, closing string) {
	if count == 0 {
		closing = empty
	}
	c.out.WriteString(closing)
}

func (c *canonical) key(raw []byte) {
	c.text(raw)
	c.out.WriteString(": ")
}

func (c *canonical) text(raw []byte) {
	c.out.WriteByte('"')
	c.out.Write(canonicalText(c.out.AvailableBuffer(), raw))
	c.out.WriteByte('"')
}
