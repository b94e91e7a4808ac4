package exchange

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// textLayout puts text together as a browser lays it out: runs of white space are one space, and none stands at the
// beginning or the end of a line.
type textLayout struct {
	written   strings.Builder
	space     bool // one is due before more text
	lines     int  // how many line breaks are due before more text
	fresh     bool // nothing has been written behind the last line break
	cellsSeen bool // a cell of the row has been written
	edge      bool // nothing has come since a block began or ended
}

// String returns the text so far.
func (l *textLayout) String() string { return l.written.String() }

func (l *textLayout) length() int { return l.written.Len() }

// since returns the text from a length on.
func (l *textLayout) since(length int) string { return l.written.String()[length:] }

// flow writes text whose white space means nothing.
func (l *textLayout) flow(text string) {
	for text != "" {
		switch n := strings.IndexAny(text, " \t\n\r\f"); n {
		case -1:
			l.word(text)
			return
		case 0:
			l.space = true
			text = text[1:]
		default:
			l.word(text[:n])
			text = text[n:]
		}
	}
}

// verbatim writes text whose line breaks and spaces are meant.
func (l *textLayout) verbatim(text string) {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			l.lineBreak()
		}
		if line != "" {
			l.word(line)
		}
	}
}

// behindBlock returns what of a text is meant where one may stand between two blocks: not the line breaks that only part
// their tags.
func (l *textLayout) behindBlock(text string) string {
	words := strings.TrimLeft(text, " \t\n")
	if l.edge && (words == "" || strings.Contains(text[:len(text)-len(words)], "\n")) {
		return words
	}
	return text
}

// word writes what is due and then text without white space that means nothing.
func (l *textLayout) word(text string) {
	if l.written.Len() > 0 {
		for range l.lines {
			l.written.WriteByte('\n')
		}
		if l.lines == 0 && l.space {
			l.written.WriteByte(' ')
		}
	}
	l.lines, l.space, l.fresh, l.edge = 0, false, false, false
	l.written.WriteString(text)
}

// lineBreak is one that is meant: several stay several.
func (l *textLayout) lineBreak() {
	l.lines++
	l.fresh, l.edge = true, false
}

// gap is at least so many line breaks.
func (l *textLayout) gap(lines int) {
	if lines == 0 {
		return
	}
	l.lines = max(l.lines, lines)
	l.cellsSeen = false
	l.fresh, l.edge = true, true
}

// cell parts cells of a row.
func (l *textLayout) cell() {
	if l.cellsSeen && !l.fresh {
		l.space = true
		l.word("| ")
		l.space = false
		l.fresh = true
	}
	l.cellsSeen = true
}

// blockGap returns how many line breaks a tag makes before and behind it: 2 for paragraphs, 0 for what stands in a line.
func blockGap(tag atom.Atom) int {
	switch tag {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Ul, atom.Ol, atom.Menu,
		atom.Dl, atom.Table, atom.Pre, atom.Hr, atom.Figure:
		return 2
	case atom.Div, atom.Li, atom.Dt, atom.Dd, atom.Tr, atom.Thead, atom.Tbody, atom.Tfoot, atom.Caption, atom.Section,
		atom.Article, atom.Header, atom.Footer, atom.Main, atom.Nav, atom.Aside, atom.Address, atom.Figcaption,
		atom.Fieldset, atom.Legend, atom.Form, atom.Details, atom.Summary, atom.Body, atom.Html, atom.Head, atom.Title,
		atom.Center, atom.Textarea, atom.Option:
		return 1
	}
	return 0
}

// silent reports whether a tag in a line says nothing about its text.
func silent(tag atom.Atom) bool {
	switch tag {
	case atom.Br, atom.Td, atom.Th, atom.Span, atom.Cite, atom.Time, atom.Abbr, atom.Wbr, atom.Meta, atom.Label,
		atom.Col, atom.Colgroup, atom.Bdi, atom.Data, atom.Picture, atom.Noscript, atom.Noembed, atom.Noframes,
		atom.Script, atom.Style:
		return true
	}
	return false
}

// embedded returns what to call a tag that stands for something that is no text.
func embedded(tag atom.Atom) (noun string, ok bool) {
	switch tag {
	case atom.Img, atom.Image, atom.Canvas, atom.Map:
		return "the picture", true
	case atom.Svg, atom.Math:
		return "a drawing or formula", true
	case atom.Audio:
		return "the sound", true
	case atom.Video:
		return "the video", true
	case atom.Source, atom.Track:
		return "the sound, video or picture", true
	case atom.Iframe, atom.Frame, atom.Object, atom.Embed, atom.Applet:
		return "the embedded page", true
	case atom.Input, atom.Button, atom.Select:
		return "a field of a form", true
	case atom.Link:
		return "the style sheet or file", true
	}
	return "", false
}

// hiddenText returns what to call the text in a tag that browsers do not show, or "".
func hiddenText(tag atom.Atom) string {
	switch tag {
	case atom.Script:
		return "the script"
	case atom.Style:
		return "the style sheet"
	case atom.Iframe, atom.Noscript, atom.Noembed, atom.Noframes:
		return "what old browsers show instead,"
	}
	return ""
}

var htmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r\n", "\n", "\r", "&#13;")

// HTMLText returns a plain text as a fragment of HTML: paragraphs, which are an empty line apart, in <p>, other line breaks
// as <br>. A text without any is only escaped.
func HTMLText(text string) string {
	escaped := htmlEscapes.Replace(text)
	if !strings.Contains(escaped, "\n") {
		return escaped
	}
	var paragraphs []string
	breaks := 0 // where more than one line is empty
	for paragraph := range strings.SplitSeq(escaped, "\n\n") {
		if paragraph == "" {
			breaks += 2
			continue
		}
		paragraphs = append(paragraphs, strings.Repeat("<br>", breaks)+strings.ReplaceAll(paragraph, "\n", "<br>"))
		breaks = 0
	}
	rest := strings.Repeat("<br>", breaks)
	if len(paragraphs) < 2 {
		return strings.Join(paragraphs, "") + rest
	}
	return "<p>" + strings.Join(paragraphs, "</p><p>") + rest + "</p>"
}
