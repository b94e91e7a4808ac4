package cite

import (
	"bytes"
	"encoding/json"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"dateline/data"
)

// rendered returns Markdown as HTML, with all extensions that there are for it.
func rendered(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))
	if err := md.Convert([]byte(text), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var tag = regexp.MustCompile(`<[^>]*>`)

// checkMarkdown renders Markdown and looks whether texts have become markup, or been changed but for spaces.
func checkMarkdown(t *testing.T, set *data.Set, event *data.Event) {
	t.Helper()
	one, list := bothOf(t, set, event, Markdown)
	s := set.Sources[0]
	claim := event.Claims[0]
	wanted := event.Title + " (May 2001) " + claim.Quote + " — " + s.Reference() + ", " + claim.Locator +
		" (dates it: 2002) q — “Last”"
	titles := 1
	if bare(event.Title) == "" { // nothing that could be in bold type
		titles = 0
	}
	compare(t, one, rendered(t, one), wanted, map[string]int{
		"<blockquote>": 2, "</blockquote>": 2, "<strong>": titles, "</strong>": titles, `<a href="https://example.org/">`: 1,
	})
	compare(t, list, rendered(t, list), s.Reference()+" “Last”", map[string]int{
		"<ul>": 1, "</ul>": 1, "<li>": 2, "</li>": 2, `<a href="https://example.org/">`: 1,
	})
}

// compare checks the text of HTML and how often tags are in it. Paragraphs and line breaks are as many as a quotation
// has; addresses of mail become links whatever is done.
func compare(t *testing.T, markdown, rendered, wanted string, tags map[string]int) {
	t.Helper()
	count := make(map[string]int)
	for wanted := range tags {
		count[wanted] = 0
	}
	for _, found := range tag.FindAllString(rendered, -1) {
		count[found]++
	}
	for found, n := range count {
		free := slices.Contains([]string{"<p>", "</p>", "<br>", "</a>"}, found) || strings.HasPrefix(found, `<a href="mailto:`)
		if !free && n != tags[found] {
			t.Errorf("%d %s, want %d, from\n%s\nrendered\n%s", n, found, tags[found], markdown, rendered)
		}
	}
	got := html.UnescapeString(tag.ReplaceAllString(rendered, ""))
	if bare(got) != bare(wanted) {
		t.Errorf("text %q, want %q, from\n%s", got, wanted, markdown)
	}
}

// bare returns a text without spaces and control characters.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
}

// bibEntry is an entry as a reader of BibTeX has it.
type bibEntry struct {
	kind, key string
	fields    map[string]string // as TeX prints them
}

// readBibTeX reads entries strictly as they are written here: it counts braces as BibTeX does, behind a backslash too.
func readBibTeX(t *testing.T, text string) []bibEntry {
	t.Helper()
	var entries []bibEntry
	for text != "" {
		kind, rest, _ := strings.Cut(text, "{")
		key, rest, ok := strings.Cut(rest, ",\n")
		if !ok || !strings.HasPrefix(kind, "@") || !regexp.MustCompile(`^[a-z0-9-]+$`).MatchString(key) {
			t.Fatalf("no entry: %q", text)
		}
		e := bibEntry{kind[1:], key, make(map[string]string)}
		for !strings.HasPrefix(rest, "}") {
			name, after, ok := strings.Cut(strings.TrimLeft(rest, " "), " = ")
			end := endOfValue(after)
			if !ok || end < 0 || e.fields[name] != "" || !strings.HasPrefix(after[end:], ",\n") {
				t.Fatalf("no field: %q", rest)
			}
			e.fields[name] = strings.Trim(after[:end], "{}")
			if name != "url" && name != "date" { // those are taken as they are
				e.fields[name] = printed(t, after[:end])
			}
			rest = after[end+2:]
		}
		entries = append(entries, e)
		text = strings.TrimPrefix(rest[1:], "\n\n")
	}
	return entries
}

// endOfValue returns where a value in braces ends, or a word without.
func endOfValue(text string) int {
	if !strings.HasPrefix(text, "{") {
		return strings.Index(text, ",")
	}
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}

// printed returns what TeX prints for a value. What would be a comment, a formula and so on ends the test.
func printed(t *testing.T, value string) string {
	t.Helper()
	commands := map[string]string{
		"textbackslash": `\`, "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^",
	}
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c == '{' || c == '}':
		case c == '\\' && strings.IndexByte("%$&#_", value[i+1]) >= 0:
			i++
			b.WriteByte(value[i])
		case c == '\\':
			name, _, ok := strings.Cut(value[i+1:], "{}")
			if !ok || commands[name] == "" {
				t.Fatalf("no command: %q", value[i:])
			}
			b.WriteString(commands[name])
			i += len(name) + 2
		case strings.IndexByte("%$&#_~^\n", c) >= 0:
			t.Fatalf("%q is not escaped in %q", c, value)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func checkBibTeX(t *testing.T, set *data.Set, event *data.Event) {
	t.Helper()
	one, list := bothOf(t, set, event, BibTeX)
	for _, text := range []string{one, list} {
		entries := readBibTeX(t, text)
		if len(entries) != 2 || entries[0].kind != "online" || entries[1].kind != "misc" {
			t.Fatalf("%d entries in\n%s", len(entries), text)
		}
		s := &set.Sources[0]
		for field, want := range map[string]string{
			"title": s.Title, "author": s.Author, "howpublished": s.Publisher, "organization": s.Publisher,
			"language": s.Language, "url": s.URL, "year": "", "date": "", "month": "",
		} {
			if got := entries[0].fields[field]; got != line(want) {
				t.Errorf("%s %q, want %q", field, got, want)
			}
		}
	}
	note := readBibTeX(t, one)[0].fields["note"]
	if want := line(noteOf(event)); note != want {
		t.Errorf("note %q, want %q", note, want)
	}
}

func noteOf(event *data.Event) string {
	claim := event.Claims[0]
	return "On “" + event.Title + "” (May 2001): “" + claim.Quote + "”, " + claim.Locator + " (dates it: 2002)"
}

func checkCSL(t *testing.T, set *data.Set, event *data.Event) {
	t.Helper()
	one, list := bothOf(t, set, event, CSLJSON)
	for _, text := range []string{one, list} {
		items := readCSL(t, text)
		s := &set.Sources[0]
		if len(items) != 2 || items[0].Title != s.Title || items[0].Author[0].Literal != s.Author || items[0].URL != s.URL ||
			items[0].Publisher != s.Publisher || items[0].Language != s.Language || items[0].Issued != nil {
			t.Errorf("%+v in\n%s", items[0], text)
		}
	}
	if note := readCSL(t, one)[0].Note; note != line(noteOf(event)) {
		t.Errorf("note %q", note)
	}
}

// readCSL reads items and refuses what the schema does.
func readCSL(t *testing.T, text string) []cslItem {
	t.Helper()
	var items []cslItem
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&items); err != nil || d.More() {
		t.Fatalf("%v in\n%s", err, text)
	}
	for _, item := range items {
		if item.ID == "" || item.Type != "webpage" && item.Type != "document" || (item.Type == "webpage") != (item.URL != "") {
			t.Errorf("id %q, type %q, address %q", item.ID, item.Type, item.URL)
		}
	}
	return items
}
