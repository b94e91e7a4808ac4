package exchange

import (
	"bytes"
	"cmp"
	"html"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// inOrder returns a timeline as it comes back from Markdown: its events in the order of the lanes.
func inOrder(t *Timeline) *Timeline {
	sorted := *t
	sorted.Schema = ""
	place := placesOf(textsOf(t.Lanes, func(l *Lane) string { return l.ID }))
	sorted.Events = slices.Clone(t.Events)
	slices.SortStableFunc(sorted.Events, func(a, b Event) int { return cmp.Compare(place[a.Lanes[0]], place[b.Lanes[0]]) })
	return &sorted
}

func TestMarkdown_RoundTrip(t *testing.T) {
	comesBack(t, Markdown, inOrder(bundled(t)))
	for seed := range uint64(250) {
		comesBack(t, Markdown, inOrder(generatedTimeline(rand.New(rand.NewPCG(seed, 4)))))
	}
}

func TestWriteMarkdown(t *testing.T) {
	first := 0
	timeline := &Timeline{
		Schema: "s", Format: 1, Title: "A *trial*", Summary: "Span: none\nnow\n\nLanguage: fr", Language: "en", Span: "2007/2010",
		Lanes:   []Lane{{ID: "ann", Title: "Ann", Color: "#0072B2", Marker: "circle"}, {ID: "court"}},
		Sources: []Source{{ID: "gazette", Title: "The Gazette, Brussels", Published: "2008-04-10", URL: "https://example.org/a_b"}},
		Events: []Event{{
			ID: "tried", Lanes: []string{"ann", "court"}, Date: "2008-04~", Title: "Tried <at> last", Summary: "- one\ntwo\n\nthree", Status: "disputed",
			People: []string{"Ann; A.", "Bob"}, Claims: []Claim{{"gazette", "“Tried”\n— dash", "page 3", "2008-04-08"}},
			Known: []Known{{"court", "2008", &first}}, Links: []Link{{"tried", "same-as"}},
		}},
		Disputes: []Dispute{{"when", "When?", []string{"tried"}, []Answer{{"gazette", "Then.", "Tried"}}}},
	}
	content, losses, err := writeMarkdown(timeline)
	if err != nil {
		t.Fatal(err)
	}
	want := `# A \*trial\*

Span\: none\
now

Language\: fr

Language: en

Span: 2007/2010

## Ann <!-- lane ann #0072B2 circle -->

- 2008-04\~ (about April 2008): Tried \<at\> last <!-- event tried -->

  \- one\
  two

  three

  - Status: disputed
  - People: Ann\; A.; Bob
  - Also in: court <!-- lane court -->
  - Known: court, since 2008 (claim 1) <!-- lane court -->
  - Same as: Tried \<at\> last <!-- event tried -->

  > “Tried”\
  > — dash
  >
  > — The Gazette\, Brussels, page 3 (dated 2008-04-08)

## court <!-- lane court untitled -->

## Disputes <!-- disputes -->

- When? <!-- dispute when -->
  - Event: Tried \<at\> last <!-- event tried -->
  - Answer: Then.

    > Tried
    >
    > — The Gazette\, Brussels

## Sources <!-- sources -->

- The Gazette, Brussels <!-- source gazette -->
  - Published: 2008-04-10
  - Address: https://example.org/a\_b
`
	if string(content) != want {
		t.Errorf("got\n%s", content)
	}
	sameLines(t, losses, []string{"the address of the schema, which is for programs, is left out"})
}

var (
	mdTags   = regexp.MustCompile(`<[^>]*>`)
	mdMarkup = regexp.MustCompile(`<(?:em|strong|code|pre|a|img|hr|del|table|h[3-6])[ >/]`)
)

// shownText returns the text of HTML with a space for each stretch of white space.
func shownText(page string) string {
	return strings.Join(strings.Fields(html.UnescapeString(mdTags.ReplaceAllString(page, " "))), " ")
}

// Another reader of Markdown, with the extensions that GitHub has, shows every text as it is, and none of it as markup.
func TestWriteMarkdown_ElsewhereReadable(t *testing.T) {
	reader := goldmark.New(goldmark.WithExtensions(extension.Strikethrough, extension.Table, extension.TaskList))
	for seed := range uint64(100) {
		timeline := generatedTimeline(rand.New(rand.NewPCG(seed, 6)))
		content, _, err := writeMarkdown(timeline)
		if err != nil {
			t.Fatal(err)
		}
		var page bytes.Buffer
		if err := reader.Convert(content, &page); err != nil {
			t.Fatal(err)
		}
		if found := mdMarkup.FindString(page.String()); found != "" {
			t.Fatalf("a text is taken for %s:\n%s\n%s", found, content, page.String())
		}
		shown := shownText(page.String())
		texts := []string{timeline.Title, timeline.Summary}
		for _, e := range timeline.Events {
			texts = append(texts, e.Date, e.Title, e.Summary)
			texts = append(texts, e.Tags...)
			for _, claim := range e.Claims {
				texts = append(texts, claim.Quote, claim.Locator)
			}
		}
		for _, text := range texts {
			if want := strings.Join(strings.Fields(text), " "); !strings.Contains(shown, want) {
				t.Fatalf("%q is not shown:\n%s\n%s", text, content, page.String())
			}
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add([]byte(mdSample))
	content, _, err := writeMarkdown(generatedTimeline(rand.New(rand.NewPCG(3, 3))))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Add([]byte("- 9–12 April 2008 — *a* [b](http://c) `d`\n  - Status: false\n  > q\n  > -- s, l\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		detectMarkdown(content)
		result, err := readMarkdown(content)
		if err != nil {
			return
		}
		valid(t, result.Timeline)
		comesBack(t, Markdown, inOrder(result.Timeline))
	})
}
