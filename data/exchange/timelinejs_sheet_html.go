package exchange

import (
	"html"
	"slices"
	"strings"
)

// plainHTML returns the text of HTML: without tags, with line breaks for those of <br>, of paragraphs and lists, and with the
// address behind the text of a link. It also returns what was lost, each in a few words.
func plainHTML(text string) (plain string, lost []string) {
	if !strings.ContainsAny(text, "<&") {
		return text, nil
	}
	p := htmlPlainer{rest: text}
	for p.rest != "" {
		p.next()
	}
	p.endLink()
	if len(p.styles) > 0 {
		slices.Sort(p.styles)
		p.lost = append(p.lost, "styles are left out: "+strings.Join(slices.Compact(p.styles), ", "))
	}
	return p.out.String(), p.lost
}

// htmlPlainer takes tags out of a text, in time proportional to its length.
type htmlPlainer struct {
	rest   string
	noTag  bool // no > is in the rest
	out    strings.Builder
	begun  bool   // there is text
	blank  int    // up to where it is known that there is none
	link   string // the address of the link that is open
	linkAt int    // where its text begins
	styles []string
	lost   []string
}

// next reads up to and with the next tag.
func (p *htmlPlainer) next() {
	at := strings.IndexByte(p.rest, '<')
	if at < 0 || p.noTag {
		at = len(p.rest)
	}
	p.out.WriteString(html.UnescapeString(p.rest[:at]))
	p.rest = p.rest[at:]
	if p.rest == "" {
		return
	}
	if strings.HasPrefix(p.rest, "<!--") {
		p.skip("-->")
		p.lost = append(p.lost, "a comment is left out")
		return
	}
	if !isTag(p.rest) {
		p.out.WriteByte('<')
		p.rest = p.rest[1:]
		return
	}
	end := tagEnd(p.rest)
	if end < 0 {
		p.noTag = true
		return
	}
	tag := p.rest[:end]
	p.rest = p.rest[end:]
	p.tag(tag, tagName(tag))
}

// isTag reports whether a text that begins with < begins with a tag.
func isTag(text string) bool {
	text = strings.TrimPrefix(text[1:], "/")
	return text != "" && (text[0]|0x20 >= 'a' && text[0]|0x20 <= 'z' || text[0] == '!')
}

// tagEnd returns where the tag that a text begins with is over, -1 if it is not.
func tagEnd(text string) int {
	quote := byte(0)
	for i := range len(text) {
		switch c := text[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	if at := strings.IndexByte(text, '>'); at >= 0 { // a quotation mark is missing
		return at + 1
	}
	return -1
}

// tagName returns the name of a tag in lower case, with the slash of an end tag.
func tagName(tag string) string {
	name := strings.TrimSuffix(strings.Trim(tag, "<>"), "/")
	if at := strings.IndexAny(name, " \t\r\n"); at >= 0 {
		name = name[:at]
	}
	return strings.ToLower(name)
}

// tag does what a tag asks for.
func (p *htmlPlainer) tag(tag, name string) {
	switch strings.TrimPrefix(name, "/") {
	case "br":
		p.out.WriteByte('\n')
	case "p", "div", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "figure":
		p.lines(2)
	case "tr", "hr", "dt", "dd":
		p.lines(1)
	case "li":
		p.item(name)
	case "td", "th":
		if name[0] == '/' {
			p.out.WriteByte(' ')
		}
	case "a":
		p.endLink()
		if name == "a" {
			p.link, p.linkAt = htmlTarget(tag), p.out.Len()
		}
	case "script", "style":
		p.skip("</" + name)
		p.skip(">")
		p.lost = append(p.lost, "a "+name+" is left out")
	case "img", "iframe", "video", "audio", "embed", "object", "source":
		if name[0] != '/' {
			p.lost = append(p.lost, strings.TrimSpace("<"+name+"> is left out: "+htmlTarget(tag)))
		}
	default:
		p.styles = append(p.styles, strings.TrimPrefix(name, "/"))
	}
}

// item begins or ends a line of a list.
func (p *htmlPlainer) item(name string) {
	p.lines(1)
	if name == "li" {
		p.out.WriteString("• ")
	}
}

// lines makes sure that so many line breaks are at the end of what there is.
func (p *htmlPlainer) lines(count int) {
	text := p.out.String()
	if !p.begun {
		p.begun = strings.TrimSpace(text[p.blank:]) != ""
		p.blank = len(text)
	}
	if !p.begun {
		return
	}
	for ; count > 0 && strings.HasSuffix(text, "\n"); count-- {
		text = text[:len(text)-1]
	}
	p.out.WriteString(strings.Repeat("\n", count))
}

// endLink writes the address of the link that is open, unless that is its text.
func (p *htmlPlainer) endLink() {
	address := p.link
	p.link = ""
	if address == "" || strings.TrimSpace(p.out.String()[p.linkAt:]) == address {
		return
	}
	if isSourceURL(address) {
		p.out.WriteString(" (" + address + ")")
		return
	}
	p.lost = append(p.lost, "a link is left out: "+address)
}

// skip passes over the rest up to and with a mark in lower case, all of it if that is not there. Letters may be of either
// case.
func (p *htmlPlainer) skip(mark string) {
	for at := 0; at+len(mark) <= len(p.rest); at++ {
		if p.rest[at] == mark[0] && strings.EqualFold(p.rest[at:at+len(mark)], mark) {
			p.rest = p.rest[at+len(mark):]
			return
		}
	}
	p.rest = ""
}
