package exchange

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
	"unicode/utf8"

	"dateline/data"
	"dateline/data/visible"
)

// WebPage is a chronology as one HTML file to be read and printed. It loads nothing from anywhere, which a policy in it
// also forbids, and has no scripts; it is written so that it is well-formed XML, too. Nothing of a timeline is left out but
// the address of the schema.
var WebPage = Format{
	Name: "web-page", Title: "Web page", Extensions: []string{".html", ".htm"},
	Detect: func([]byte) int { return 0 }, Write: writeWebPage,
}

var (
	//go:embed webpage.tmpl
	pageMarkup string
	//go:embed webpage.css
	pageStyle string

	pageTemplate = template.Must(template.New("page").Parse(pageMarkup))
)

// writeWebPage writes a page.
func writeWebPage(t *Timeline) ([]byte, []Loss, error) {
	set, err := asSet(t)
	if err != nil {
		return nil, nil, err
	}
	page, err := newPage(t, set)
	if err != nil {
		return nil, nil, err
	}
	var b bytes.Buffer
	if err := pageTemplate.Execute(&b, page); err != nil {
		return nil, nil, fmt.Errorf("write the page: %w", err)
	}
	var losses []Loss
	if t.Schema != "" {
		losses = append(losses, Loss{"", "the address of the schema, which is for programs, is left out"})
	}
	content, replaced := withoutControls(b.Bytes())
	if replaced {
		losses = append(losses, Loss{"", "control characters, which a page cannot have, are shown as �"})
	}
	if shown := visible.Text(string(content)); shown != string(content) {
		losses = append(losses, Loss{"", "characters that would turn the direction of the text around them are shown by their numbers"})
		content = []byte(shown)
	}
	return content, losses, nil
}

// withoutControls returns a text with U+FFFD for characters that neither HTML nor XML have, and whether there were any.
func withoutControls(content []byte) (clean []byte, replaced bool) {
	clean = bytes.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff {
			replaced = true
			return utf8.RuneError
		}
		return r
	}, content)
	return clean, replaced
}

// page is what the template shows.
type page struct {
	Language, Title string
	Summary         []string // paragraphs
	Span            *pageDate
	Style           template.CSS
	StyleHash       string
	Lanes           []pageLane
	Events          []*pageEvent
	Disputes        []pageDispute
	Sources         []pageSource
}

// pageLane is a lane in the legend, or one that an event is in.
type pageLane struct {
	Class, Title, Shape string
	Count               string // of its events
}

// pageSource is a source with its number.
type pageSource struct {
	Number              int
	ID, Name, Reference string
	URL, Language, File string
	Count               string // of the claims that it is cited by
}

func newPage(t *Timeline, set *data.Set) (*page, error) {
	p := &page{Language: t.Language, Title: set.Title, Summary: paragraphs(set.Summary)}
	if p.Language == "" {
		p.Language = "en"
	}
	if !set.Span.IsZero() {
		p.Span = newPageDate(set.Span)
	}
	b, err := newPageBuilder(set)
	if err != nil {
		return nil, err
	}
	p.Lanes, p.Sources, p.Events, p.Disputes = b.allLanes(), b.allSources(), b.allEvents(), b.allDisputes()
	p.setStyle(set)
	return p, nil
}

// setStyle adds the colours of the lanes to the style, and names it in the policy.
func (p *page) setStyle(set *data.Set) {
	var b strings.Builder
	b.WriteString(pageStyle)
	for i := range set.Lanes {
		fmt.Fprintf(&b, ".lane-%d { --lane: %s }\n", i+1, set.Lanes[i].Color)
	}
	sum := sha256.Sum256([]byte(b.String()))
	p.Style, p.StyleHash = template.CSS(b.String()), base64.StdEncoding.EncodeToString(sum[:])
}

// paragraphs returns those of a text.
func paragraphs(text string) []string {
	var list []string
	for part := range strings.SplitSeq(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n\n") {
		if strings.TrimSpace(part) != "" {
			list = append(list, part)
		}
	}
	return list
}

// countedWord returns a number with its noun.
func countedWord(number int, noun string) string {
	if number == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", number, noun)
}
