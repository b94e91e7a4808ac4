package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// jsonNode is a JSON value of another program's file. It remembers which of its fields have been asked for, so that
// those that nobody knows can be told. A nil node is one that is not there; all methods may be called on it.
type jsonNode struct {
	kind   jsonKind
	text   string      // of a string; of a number or true or false as it is written
	keys   []string    // of an object, in the order of the file
	values []*jsonNode // of an object or array
	raw    []byte      // the value as it is written
	taken  map[string]bool
}

type jsonKind uint8

const (
	jsonNull jsonKind = iota
	jsonBool
	jsonNumber
	jsonString
	jsonArray
	jsonObject
)

// deepestJSON is how deep values may be in one another. No timeline needs a tenth of it.
const deepestJSON = 100

// readJSON reads a file that is one JSON value. Notes say how its encoding was read. The error says in a sentence what is
// wrong, with line and column.
func readJSON(content []byte) (root *jsonNode, notes []string, err error) {
	if len(bytes.TrimSpace(content)) == 0 {
		return nil, nil, errors.New("the file is empty")
	}
	text, encoding, err := DecodeText(content)
	if err != nil {
		return nil, nil, err
	}
	content = []byte(text)
	var whole json.RawMessage
	if err := json.Unmarshal(content, &whole); err != nil {
		return nil, nil, notJSON(content, err)
	}
	root, halves, err := jsonTree(content)
	notes = encodingNote(encoding)
	if halves > 0 {
		notes = append(notes, fmt.Sprintf("Half of a character, such as \\ud83d, is in %d of the texts: it is shown as �.", halves))
	}
	return root, notes, err
}

// jsonTree reads what is known to be JSON in UTF-8, and counts the texts that have a surrogate without its other half. It
// is an error if values are too deep in one another.
func jsonTree(content []byte) (root *jsonNode, halves int, err error) {
	r := treeReader{content: content, decoder: json.NewDecoder(bytes.NewReader(content))}
	r.decoder.UseNumber()
	root, err = r.value(0)
	return root, r.halves, err
}

// noScript is said of what may be JavaScript.
const noScript = ". Only strict JSON is read, no JavaScript: names and texts in double quotes, no comments, no comma " +
	"behind the last value, no “var … =”"

// notJSON returns what to say of a text that encoding/json does not read.
func notJSON(content []byte, err error) error {
	offset, hint := len(content), ""
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok && err.Error() != "unexpected end of JSON input" {
		offset = min(max(int(syntax.Offset)-1, 0), len(content))
		if strings.HasPrefix(err.Error(), "invalid character") && !strings.Contains(err.Error(), " in string ") {
			hint = noScript
		}
	}
	line, column := placeIn(content, offset)
	return fmt.Errorf("line %d, column %d: this is not JSON: %w%s", line, column, err, hint)
}

// placeIn returns the line and the column of a byte, both from 1, the column in characters.
func placeIn(content []byte, offset int) (line, column int) {
	before := content[:min(offset, len(content))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return 1 + bytes.Count(before, []byte{'\n'}), 1 + utf8.RuneCount(before[start:])
}

// treeReader makes a tree of what is known to be JSON.
type treeReader struct {
	content []byte
	decoder *json.Decoder
	halves  int // texts with a surrogate without its other half
}

// value reads the next value, which is so many others deep.
func (r *treeReader) value(depth int) (*jsonNode, error) {
	from := r.decoder.InputOffset()
	token, err := r.decoder.Token()
	if err != nil {
		return nil, err
	}
	node := &jsonNode{}
	switch token := token.(type) {
	case json.Delim:
		if depth == deepestJSON {
			line, column := placeIn(r.content, int(r.decoder.InputOffset())-1)
			return nil, fmt.Errorf("line %d, column %d: lists and objects are nested too deeply here", line, column)
		}
		err = r.nested(node, token, depth+1)
	case string:
		node.kind, node.text = jsonString, token
	case json.Number:
		node.kind, node.text = jsonNumber, token.String()
	case bool:
		node.kind, node.text = jsonBool, fmt.Sprint(token)
	}
	node.raw = bytes.TrimLeft(r.content[from:r.decoder.InputOffset()], " \t\r\n,:")
	if node.kind == jsonString && strings.Count(node.text, "\ufffd") > replacements(node.raw) {
		r.halves++
	}
	return node, err
}

// replacements counts the characters U+FFFD that are written as such in a JSON string.
func replacements(raw []byte) int {
	return bytes.Count(raw, []byte("\ufffd")) + bytes.Count(bytes.ToLower(raw), []byte(`\ufffd`))
}

// nested reads what is in an object or array.
func (r *treeReader) nested(node *jsonNode, opening json.Delim, depth int) error {
	node.kind = jsonArray
	if opening == '{' {
		node.kind = jsonObject
	}
	for r.decoder.More() {
		if node.kind == jsonObject {
			key, err := r.decoder.Token()
			if err != nil {
				return err
			}
			node.keys = append(node.keys, fmt.Sprint(key))
		}
		value, err := r.value(depth)
		if err != nil {
			return err
		}
		node.values = append(node.values, value)
	}
	_, err := r.decoder.Token()
	return err
}
