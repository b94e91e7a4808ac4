package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// TimesketchJSONL is the same as [Timesketch] in JSON, one event a line.
var TimesketchJSONL = Format{
	Name: "timesketch-jsonl", Title: "Timesketch (JSON lines)", Extensions: []string{".jsonl"},
	Detect: detectSketchLines, Read: readSketchLines, Write: writeSketchLines,
}

// detectSketchLines goes by the first line that is not blank.
func detectSketchLines(content []byte) int {
	text, _, err := DecodeText(content)
	if err != nil {
		return 0
	}
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	pairs, err := jsonPairs(first)
	if err != nil || !isSketchHeader(pairNames(pairs)) {
		return 0
	}
	return 95
}

// jsonPair is a field of an object with its value as text.
type jsonPair struct{ name, text string }

func pairNames(pairs []jsonPair) []string {
	names := make([]string, len(pairs))
	for i := range pairs {
		names[i] = pairs[i].name
	}
	return names
}

// jsonPairs returns the fields of an object in their order: texts as they are, null as "", other values as JSON.
func jsonPairs(line string) ([]jsonPair, error) {
	decoder := json.NewDecoder(strings.NewReader(line))
	token, err := decoder.Token()
	if err != nil || token != json.Delim('{') {
		return nil, errors.New("it is not a JSON object")
	}
	var pairs []jsonPair
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			return nil, jsonFault(err, decoder, line)
		}
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return nil, jsonFault(err, decoder, line)
		}
		name, _ := key.(string)
		pairs = append(pairs, jsonPair{name, jsonText(value)})
	}
	if _, err := decoder.Token(); err != nil {
		return nil, jsonFault(err, decoder, line)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("column %d: something stands behind the JSON object", decoder.InputOffset()+1)
	}
	return pairs, nil
}

// jsonFault returns what is wrong in a line, with the place.
func jsonFault(err error, decoder *json.Decoder, line string) error {
	at := decoder.InputOffset()
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		at = syntax.Offset
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("column %d: the JSON object is cut off", len(line)+1)
	}
	return fmt.Errorf("column %d: %w", at, err)
}

// jsonText returns a value as text.
func jsonText(value json.RawMessage) string {
	var text string
	if json.Unmarshal(value, &text) == nil {
		return text // of null it is ""
	}
	var compact bytes.Buffer
	if json.Compact(&compact, value) != nil {
		return string(value)
	}
	return compact.String()
}

// readSketchLines reads JSON lines of Timesketch. A line that is not JSON is a loss.
func readSketchLines(content []byte) (*Result, error) {
	text, encoding, err := DecodeText(content)
	if err != nil {
		return nil, err
	}
	var records []*tableRecord
	r := newSketchReader(false)
	r.notes = append(r.notes, encodingNote(encoding)...)
	number := 0
	for line := range strings.Lines(text) {
		number++
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		rec := &tableRecord{where: fmt.Sprintf("line %d", number)}
		pairs, err := jsonPairs(line)
		if err != nil {
			r.lose(rec.where, "%s%v", notTaken, err)
			continue
		}
		if len(records) == 0 && isOwnSketch(pairNames(pairs)) {
			r.setOwn(true)
		}
		r.addPairs(rec, pairs)
		records = append(records, rec)
	}
	switch {
	case len(records) == 0 && len(r.losses) > 0:
		return nil, fmt.Errorf("no line is JSON that can be read; the first: %s", r.losses[0])
	case len(records) == 0:
		return nil, errors.New("this file is empty: Timesketch has an event on each line")
	case !slices.ContainsFunc(records, func(rec *tableRecord) bool { return rec.first(FieldTitle) != "" }):
		return nil, errors.New("no line has a message: these are not the JSON lines of Timesketch")
	}
	return r.readSketch(records)
}

// addPairs adds the fields of an object to a record. Fields of which there are several are kept, the later as details.
func (r *sketchReader) addPairs(rec *tableRecord, pairs []jsonPair) {
	own := r.own && isOwnSketch(pairNames(pairs))
	for _, pair := range pairs {
		if pair.name == sketchTag && !own {
			pair.text = r.plasoLabels(rec, pair.text)
		}
		r.addCell(rec, sketchField(pair.name, own), pair.name, pair.text)
	}
}

// plasoLabels returns the labels of a tag that is an object, as Plaso writes it, and adds what else it says as a detail.
func (r *sketchReader) plasoLabels(rec *tableRecord, text string) string {
	var tag map[string]json.RawMessage
	if json.Unmarshal([]byte(text), &tag) != nil || tag == nil {
		return text
	}
	labels := tag["labels"]
	for _, name := range []string{"labels", "__container_type__", "__type__"} {
		delete(tag, name)
	}
	if rest, err := json.Marshal(tag); err == nil && len(tag) > 0 {
		rec.add(FieldDetail, sketchTag, string(rest))
	}
	return string(labels)
}

// writeSketchLines returns a timeline as JSON lines.
func writeSketchLines(t *Timeline) ([]byte, []Loss, error) {
	events, losses := sketchEvents(t)
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	for i := range events {
		if err := encoder.Encode(&events[i]); err != nil {
			return nil, nil, fmt.Errorf("write event %q: %w", events[i].Message, err)
		}
	}
	return b.Bytes(), losses, nil
}
