package exchange

import (
	"bytes"
	"encoding/json"
)

// jsonShape is which fields the beginning of a JSON file has: what tells formats apart that are all JSON.
type jsonShape struct {
	array bool            // the root is an array
	root  map[string]bool // names of the fields of the root, if it is an object
	item  map[string]bool // names of the fields of objects in the root, if it is an array, or in its lists events or items
}

// shapeOf returns the shape of a file of which content is the beginning; it may end anywhere. Without a JSON object or
// array it is empty.
func shapeOf(content []byte) jsonShape {
	shape := jsonShape{root: map[string]bool{}, item: map[string]bool{}}
	content = bytes.TrimLeft(bytes.TrimPrefix(content, []byte("\ufeff")), " \t\r\n")
	s := shapeScanner{decoder: json.NewDecoder(bytes.NewReader(content)), shape: &shape}
	switch {
	case bytes.HasPrefix(content, []byte("[")):
		shape.array = true
		s.open = []scannedValue{{items: true}}
		_, _ = s.decoder.Token()
	case !bytes.HasPrefix(content, []byte("{")):
		return shape
	}
	for s.step() {
	}
	return shape
}

// shapeScanner goes through the tokens of JSON.
type shapeScanner struct {
	decoder *json.Decoder
	shape   *jsonShape
	open    []scannedValue // the objects and arrays around the next token
}

// scannedValue is an object or array that is open.
type scannedValue struct {
	object bool
	key    string // of an object: the field whose value comes next, "" where a name comes
	items  bool   // its values are events or items
	item   bool   // it is one
}

// step takes a token and reports whether there was one.
func (s *shapeScanner) step() bool {
	token, err := s.decoder.Token()
	if err != nil {
		return false
	}
	var around *scannedValue
	if len(s.open) > 0 {
		around = &s.open[len(s.open)-1]
	}
	if around != nil && around.object && around.key == "" {
		if key, ok := token.(string); ok {
			s.name(around, key)
			return true
		}
	}
	switch token {
	case json.Delim('{'), json.Delim('['):
		s.enter(around, token == json.Delim('{'))
	case json.Delim('}'), json.Delim(']'):
		s.open = s.open[:max(len(s.open)-1, 0)]
		if len(s.open) > 0 {
			s.open[len(s.open)-1].key = ""
		}
	default:
		if around != nil {
			around.key = ""
		}
	}
	return len(s.open) > 0
}

// name takes the name of a field.
func (s *shapeScanner) name(object *scannedValue, key string) {
	object.key = key
	if key == "" {
		object.key = "\x00" // not to be taken for one that is to come
	}
	switch {
	case len(s.open) == 1:
		s.shape.root[key] = true
	case object.item:
		s.shape.item[key] = true
	}
}

// enter takes the beginning of an object or array.
func (s *shapeScanner) enter(around *scannedValue, object bool) {
	value := scannedValue{object: object}
	if around != nil {
		list := len(s.open) == 1 && (around.key == "events" || around.key == "items")
		data := around.items && around.key == "_data"
		value.items = list || data
		value.item = object && around.items && !data
	}
	s.open = append(s.open, value)
}

// hasAll reports whether all the names are among the fields.
func hasAll(fields map[string]bool, names ...string) bool {
	for _, name := range names {
		if !fields[name] {
			return false
		}
	}
	return true
}

// hasAny reports whether one of the names is among the fields.
func hasAny(fields map[string]bool, names ...string) bool {
	for _, name := range names {
		if fields[name] {
			return true
		}
	}
	return false
}
