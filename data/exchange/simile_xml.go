package exchange

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// detectSimileXML goes by the root and its first child. Entities that a document type declares stay what they are: reading
// says that they are not known.
func detectSimileXML(content []byte) int {
	decoder := simileDecoder(string(content))
	decoder.Strict = false
	for depth := 0; ; {
		token, err := decoder.Token()
		if err != nil {
			return 0
		}
		start, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case depth == 0 && start.Name.Local == "data":
			depth++
		case depth == 1 && start.Name.Local == "event" && xmlAttribute(start, "start") != "":
			return 90
		default:
			return 0
		}
	}
}

func simileDecoder(text string) *xml.Decoder {
	decoder := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	decoder.Entity = xml.HTMLEntity
	decoder.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil } // it is UTF-8 by now
	return decoder
}

func xmlAttribute(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// readSimileXML reads the XML form as if it were the JSON one.
func readSimileXML(content []byte) (root *jsonNode, notes []string, err error) {
	text, encoding, err := DecodeText(content)
	if err != nil {
		return nil, nil, err
	}
	r := simileXML{decoder: simileDecoder(text), root: &jsonNode{kind: jsonObject}, events: &jsonNode{kind: jsonArray}}
	for {
		token, err := r.decoder.Token()
		if errors.Is(err, io.EOF) && r.data {
			r.root.put("events", r.events)
			return r.root, encodingNote(encoding), nil
		}
		if err != nil {
			return nil, nil, r.wrong(err)
		}
		if err := r.take(token); err != nil {
			return nil, nil, err
		}
	}
}

// simileXML makes a tree of XML.
type simileXML struct {
	decoder      *xml.Decoder
	root, events *jsonNode
	data         bool            // the root element has begun
	depth        int             // how many elements are open
	event        *jsonNode       // the event that is open
	text         strings.Builder // of it
	inner        strings.Builder // of an element in it
}

// wrong adds the place to an error of the decoder.
func (r *simileXML) wrong(err error) error {
	line, column := r.decoder.InputPos()
	if syntax, ok := errors.AsType[*xml.SyntaxError](err); ok {
		err = errors.New(strings.ToValidUTF8(syntax.Msg, "\uFFFD")) // it quotes the file
	}
	if errors.Is(err, io.EOF) {
		err = errors.New("there is no element <data>")
	}
	return fmt.Errorf("line %d, column %d: this is not XML of SIMILE: %w", line, column, err)
}

func (r *simileXML) take(token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		r.depth++
		return r.open(token)
	case xml.EndElement:
		if r.depth--; r.depth == 1 {
			r.event.put("description", textNode(r.text.String()))
			r.events.values = append(r.events.values, r.event)
			r.event = nil
		} else if r.depth >= 2 {
			r.event.put("element <"+token.Name.Local+">", textNode(r.inner.String()))
			r.inner.Reset()
		}
	case xml.CharData:
		switch {
		case r.depth == 2:
			r.text.Write(token)
		case r.depth > 2:
			r.inner.Write(token)
		case strings.TrimSpace(string(token)) != "":
			r.root.put("text", textNode(string(token)))
		}
	case xml.Comment:
		r.root.put("comment", textNode(string(token)))
	}
	return nil
}

// open takes the beginning of an element.
func (r *simileXML) open(start xml.StartElement) error {
	var node *jsonNode
	switch r.depth {
	case 1:
		if start.Name.Local != "data" {
			return r.wrong(fmt.Errorf("the first element is <%s>, not <data>", start.Name.Local))
		}
		r.data = true
		node = r.root
	case 2:
		node = &jsonNode{kind: jsonObject}
		r.event = node
		r.text.Reset()
	default:
		for _, a := range start.Attr {
			r.event.put("element <"+start.Name.Local+"> "+a.Name.Local, textNode(a.Value))
		}
		return nil
	}
	for _, a := range start.Attr {
		name := a.Name.Local
		if name == "date-time-format" {
			name = "dateTimeFormat"
		}
		node.put(name, textNode(a.Value))
	}
	return nil
}

func textNode(text string) *jsonNode {
	return &jsonNode{kind: jsonString, text: text, raw: []byte("“" + strings.TrimSpace(text) + "”")}
}
