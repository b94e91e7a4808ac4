package exchange

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// PlainText returns the text of a fragment of HTML as a browser shows it: without tags, with entities decoded and white
// space run together, paragraphs an empty line apart, items of lists behind “•” or their number, cells of a table apart
// by “ | ”. Links keep their address, as “text (https://…)”. What cannot be kept is said in lost, each thing once:
// pictures, scripts, formatting. Text without any markup is HTML, too. It takes time in proportion to the text; nothing
// is fetched.
//
// It goes by tags alone, as they come: no tree is built, so that deep nesting and tags that are not closed do no harm.
func PlainText(fragment string) (text string, lost []string) {
	if !strings.ContainsAny(fragment, "<&") {
		reader := textReader{}
		reader.flow(fragment)
		return reader.String(), nil
	}
	return (&textReader{}).read(fragment)
}

// PlainTypedText is [PlainText] for HTML that people typed into the cell of a spreadsheet. Their line breaks and spaces are
// meant, except for those between a paragraph, a list or the like and what comes next; text without any markup is just
// that.
func PlainTypedText(fragment string) (text string, lost []string) {
	if !strings.ContainsAny(fragment, "<&") {
		return fragment, nil
	}
	return (&textReader{typed: true}).read(fragment)
}

// read returns the text of a fragment, and what was lost.
func (r *textReader) read(fragment string) (text string, lost []string) {
	tokenizer := html.NewTokenizer(strings.NewReader(fragment))
	for read := 0; ; {
		kind := tokenizer.Next()
		if kind == html.ErrorToken { // the end, perhaps within a tag: a reader of a text has no other error
			r.text(fragment[min(read, len(fragment)):])
			r.closeLink()
			return r.String(), r.losses()
		}
		read += len(tokenizer.Raw())
		token := tokenizer.Token()
		switch kind {
		case html.TextToken:
			r.text(token.Data)
		case html.StartTagToken, html.SelfClosingTagToken:
			r.open(&token)
		case html.EndTagToken:
			r.shut(&token)
		case html.CommentToken:
			r.lose("the comment “" + shortened(token.Data) + "”")
		}
	}
}

// textReader collects the text of HTML.
type textReader struct {
	textLayout
	typed      bool      // white space is meant
	hidden     string    // what the text that comes next is, where browsers do not show it
	preserved  int       // how many <pre> are open
	lists      []int     // the lists that are open: the number of the last item, -1 for bullets
	link       *openLink // nil where none is open
	lost       []string
	lostBefore map[string]bool
	formats    map[string]bool // names of tags and attributes that are formatting
}

// openLink is a link whose end has not come.
type openLink struct {
	address string
	from    int // where its text begins
}

// deepestList is how many lists in one another are counted; items of deeper ones get a bullet.
const deepestList = 64

func (r *textReader) lose(what string) {
	if r.lostBefore == nil {
		r.lostBefore = map[string]bool{}
	}
	if !r.lostBefore[what] {
		r.lostBefore[what] = true
		r.lost = append(r.lost, what)
	}
}

// losses returns what was lost, the formatting in one.
func (r *textReader) losses() []string {
	if len(r.formats) == 0 {
		return r.lost
	}
	names := make([]string, 0, len(r.formats))
	for name := range r.formats {
		names = append(names, name)
	}
	slices.Sort(names)
	return append(r.lost, "formatting ("+strings.Join(names, ", ")+")")
}

func (r *textReader) format(name string) {
	if r.formats == nil {
		r.formats = map[string]bool{}
	}
	r.formats[name] = true
}

func (r *textReader) text(text string) {
	switch {
	case r.hidden != "":
		if text = shortened(text); text != "" {
			r.lose(r.hidden + " “" + text + "”")
		}
		r.hidden = ""
	case r.preserved > 0:
		r.verbatim(text)
	case r.typed:
		r.verbatim(r.behindBlock(text))
	default:
		r.flow(text)
	}
}

// open takes a tag that opens something.
func (r *textReader) open(token *html.Token) {
	r.hidden = hiddenText(token.DataAtom)
	r.attributes(token)
	r.layOut(token.DataAtom)
	switch token.DataAtom {
	case atom.A:
		r.closeLink()
		if address := attribute(token, "href"); address != "" {
			r.link = &openLink{address, r.length()}
		}
	case atom.Ul, atom.Ol, atom.Menu:
		r.openList(token.DataAtom == atom.Ol)
	case atom.Li:
		r.item()
	case atom.Pre, atom.Textarea:
		r.preserved++
	case atom.Td, atom.Th:
		r.cell()
	default:
		r.other(token)
	}
}

// other takes a tag that is neither a block of text nor a link: something embedded, or formatting.
func (r *textReader) other(token *html.Token) {
	if noun, ok := embedded(token.DataAtom); ok {
		if address := attribute(token, "src", "data", "href"); address != "" {
			noun += " “" + shortened(address) + "”"
		}
		if alt := attribute(token, "alt"); alt != "" {
			noun += ", described as “" + shortened(alt) + "”"
		}
		r.lose(noun)
		return
	}
	styled := token.DataAtom == atom.Span && attribute(token, "class") != ""
	if blockGap(token.DataAtom) == 0 && !silent(token.DataAtom) || styled {
		r.format(shortened(token.Data))
	}
}

// attributes takes what the attributes of any tag say: how it looks, what it does, and what is shown where the pointer
// is on it.
func (r *textReader) attributes(token *html.Token) {
	for _, a := range token.Attr {
		value := strings.TrimSpace(a.Val)
		switch {
		case value == "":
		case a.Key == "style":
			r.format("style")
		case a.Key == "title":
			r.lose("a hint “" + shortened(value) + "”")
		case strings.HasPrefix(a.Key, "on"):
			r.lose("the script “" + shortened(value) + "”")
		}
	}
}

// shut takes a tag that closes something.
func (r *textReader) shut(token *html.Token) {
	r.hidden = ""
	switch token.DataAtom {
	case atom.A:
		r.closeLink()
	case atom.Ul, atom.Ol, atom.Menu:
		if len(r.lists) > 0 {
			r.lists = r.lists[:len(r.lists)-1]
		}
	case atom.Pre, atom.Textarea:
		r.preserved = max(r.preserved-1, 0)
	}
	r.layOut(token.DataAtom)
}

// layOut begins a new line or paragraph where a tag does that.
func (r *textReader) layOut(tag atom.Atom) {
	switch tag {
	case atom.Br:
		r.lineBreak()
	default:
		gap := blockGap(tag)
		if len(r.lists) > 0 {
			gap = min(gap, 1)
		}
		r.gap(gap)
	}
}

func (r *textReader) openList(numbered bool) {
	first := -1
	if numbered {
		first = 0
	}
	if len(r.lists) < deepestList {
		r.lists = append(r.lists, first)
	}
}

// item begins an item of a list.
func (r *textReader) item() {
	if last := len(r.lists) - 1; last >= 0 && r.lists[last] >= 0 {
		r.lists[last]++
		r.flow(strconv.Itoa(r.lists[last]) + ". ")
		return
	}
	r.flow("• ")
}

// closeLink adds the address to the link that is open, if it says more than its text.
func (r *textReader) closeLink() {
	link := r.link
	if link == nil {
		return
	}
	r.link = nil
	text := strings.TrimSpace(r.since(link.from))
	switch address := strings.TrimSpace(link.address); {
	case address == text || address == "mailto:"+text:
	case !isAbsolute(address):
		r.lose("a link to “" + shortened(address) + "”")
	case text == "":
		r.flow(" " + address)
	default:
		r.flow(" (" + address + ")")
	}
}

// attribute returns the first of the named attributes that has a value, or "".
func attribute(token *html.Token, names ...string) string {
	for _, name := range names {
		for _, a := range token.Attr {
			if a.Key == name && strings.TrimSpace(a.Val) != "" {
				return strings.TrimSpace(a.Val)
			}
		}
	}
	return ""
}

// framedPage returns the address of the page that HTML embeds, if it begins with that: <iframe src="https://…">.
func framedPage(fragment string) (address string, ok bool) {
	tokenizer := html.NewTokenizer(strings.NewReader(fragment))
	if tokenizer.Next() != html.StartTagToken {
		return "", false
	}
	token := tokenizer.Token()
	return attribute(&token, "src"), token.DataAtom == atom.Iframe
}
