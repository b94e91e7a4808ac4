package exchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// The limits of what is read: files of the program have six levels, and texts that people write.
const (
	tlpDepth    = 32
	tlpElements = 5_000_000
	tlpText     = 1 << 20
)

// tlpNode is an element of a file.
type tlpNode struct {
	name         string
	text         string // without that of its children
	line, column int    // where it begins
	children     []*tlpNode
	attributes   bool
	carried      []string // Dateline's processing instructions in it
}

func (n *tlpNode) place() string { return fmt.Sprintf("line %d", n.line) }

// wrong returns an error with the place of an element.
func (n *tlpNode) wrong(format string, values ...any) error {
	return fmt.Errorf("line %d, column %d: "+format, append([]any{n.line, n.column}, values...)...)
}

// one returns the first child of a name, nil for none.
func (n *tlpNode) one(name string) *tlpNode {
	for _, child := range n.children {
		if child.name == name {
			return child
		}
	}
	return nil
}

// all returns the children of a name; a missing parent has none.
func (n *tlpNode) all(name string) []*tlpNode {
	if n == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(n.children), func(child *tlpNode) bool { return child.name != name })
}

// value returns the text of a child, "" for none.
func (n *tlpNode) value(name string) string {
	if child := n.one(name); child != nil {
		return child.text
	}
	return ""
}

// tlpParser makes a tree of a file. Nothing that the file declares is expanded: a document type is refused.
type tlpParser struct {
	decoder *xml.Decoder
	open    []*tlpNode
	texts   [][]byte // of the open elements
	root    *tlpNode
	count   int
}

// parseTlp returns the element that holds all others. The error has line and column.
func parseTlp(content []byte) (*tlpNode, error) {
	if bytes.HasPrefix(content, []byte("\xff\xfe")) || bytes.HasPrefix(content, []byte("\xfe\xff")) {
		return nil, errors.New("this file is in UTF-16: The Timeline Project writes UTF-8; save it in that")
	}
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	p := &tlpParser{decoder: xml.NewDecoder(bytes.NewReader(content))}
	p.decoder.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("the file says that it is in %s: save it in UTF-8", charset)
	}
	for {
		line, column := p.decoder.InputPos()
		token, err := p.decoder.RawToken()
		if errors.Is(err, io.EOF) {
			return p.end()
		}
		if err == nil {
			err = p.take(token, line, column)
		}
		if err != nil {
			return nil, p.wrong(err)
		}
	}
}

// wrong returns an error with the place that has been reached.
func (p *tlpParser) wrong(err error) error {
	line, column := p.decoder.InputPos()
	if bad, ok := errors.AsType[*xml.SyntaxError](err); ok {
		err = errors.New(strings.ToValidUTF8(bad.Msg, "\uFFFD")) // it quotes the file
	}
	return fmt.Errorf("line %d, column %d: %w", line, column, err)
}

func (p *tlpParser) end() (*tlpNode, error) {
	switch {
	case len(p.open) > 0:
		return nil, p.wrong(fmt.Errorf("the file ends within <%s>: it is not whole", p.open[len(p.open)-1].name))
	case p.root == nil:
		return nil, errors.New("there is no XML in this file")
	case p.root.name != "timeline":
		return nil, p.root.wrong("the file begins with <%s>: one of The Timeline Project begins with <timeline>", p.root.name)
	}
	return p.root, nil
}

func (p *tlpParser) take(token xml.Token, line, column int) error {
	switch token := token.(type) {
	case xml.StartElement:
		return p.start(token, line, column)
	case xml.EndElement:
		return p.close(fullName(token.Name))
	case xml.CharData:
		return p.characters(token)
	case xml.Directive:
		return errors.New("the file has a document type, which files of The Timeline Project do not have: it is not read, " +
			"because such declarations can make a short file endless")
	case xml.ProcInst:
		if token.Target == tlpInstruction && len(p.open) > 0 {
			node := p.open[len(p.open)-1]
			node.carried = append(node.carried, string(token.Inst))
		}
	}
	return nil
}

// fullName returns the name of an element with its prefix, for nothing of the format has one.
func fullName(name xml.Name) string {
	if name.Space != "" {
		return name.Space + ":" + name.Local
	}
	return name.Local
}

func (p *tlpParser) start(token xml.StartElement, line, column int) error {
	node := &tlpNode{name: fullName(token.Name), line: line, column: column, attributes: len(token.Attr) > 0}
	p.count++
	switch {
	case p.count > tlpElements:
		return fmt.Errorf("the file has more than %d elements: that is more than is read", tlpElements)
	case len(p.open) == tlpDepth:
		return fmt.Errorf("<%s> is the %dth element within another: that is deeper than is read", node.name, tlpDepth)
	case len(p.open) > 0:
		parent := p.open[len(p.open)-1]
		parent.children = append(parent.children, node)
	case p.root != nil:
		return fmt.Errorf("<%s> stands behind the end of <%s>", node.name, p.root.name)
	default:
		p.root = node
	}
	p.open = append(p.open, node)
	p.texts = append(p.texts, nil)
	return nil
}

func (p *tlpParser) close(name string) error {
	last := len(p.open) - 1
	if last < 0 {
		return fmt.Errorf("</%s> ends nothing", name)
	}
	if p.open[last].name != name {
		return fmt.Errorf("</%s> stands where <%s> of line %d should end", name, p.open[last].name, p.open[last].line)
	}
	p.open[last].text = string(p.texts[last])
	p.open, p.texts = p.open[:last], p.texts[:last]
	return nil
}

func (p *tlpParser) characters(text []byte) error {
	last := len(p.open) - 1
	if last < 0 {
		if len(bytes.TrimSpace(text)) > 0 {
			return errors.New("there is text outside of all elements")
		}
		return nil
	}
	name := p.open[last].name
	if name == "icon" { // which is a picture, and is not kept
		text = text[:min(len(text), 1)]
	}
	if len(p.texts[last])+len(text) > tlpText {
		return fmt.Errorf("the text of <%s> is longer than %d bytes: that is more than is read", name, tlpText)
	}
	p.texts[last] = append(p.texts[last], text...)
	return nil
}
