package exchange

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// pageElement is an element of a page.
type pageElement struct {
	name       string
	attributes map[string]string
	text       string // of everything in it
}

// pageElements reads a page as XML, strictly, and returns its elements in the order of their ends.
func pageElements(t *testing.T, content []byte) []pageElement {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(string(content)))
	var open, all []pageElement
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			line, column := decoder.InputPos()
			t.Fatalf("line %d, column %d: not well-formed: %v", line, column, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := pageElement{name: token.Name.Local, attributes: map[string]string{}}
			for _, attribute := range token.Attr {
				e.attributes[attribute.Name.Local] = attribute.Value
			}
			open = append(open, e)
		case xml.CharData:
			for i := range open {
				open[i].text += string(token)
			}
		case xml.EndElement:
			all = append(all, open[len(open)-1])
			open = open[:len(open)-1]
		case xml.Comment:
			t.Error("there is a comment")
		}
	}
}

// pageText returns the text of the element with an identifier, its white space as single spaces.
func pageText(elements []pageElement, id string) string {
	for _, e := range elements {
		if e.attributes["id"] == id {
			return strings.Join(strings.Fields(e.text), " ")
		}
	}
	return ""
}

func TestWriteWebPage(t *testing.T) {
	content, losses, err := writeWebPage(bundled(t))
	if err != nil {
		t.Fatal(err)
	}
	sameLines(t, losses, []string{"the address of the schema, which is for programs, is left out"})
	elements := pageElements(t, content)
	for id, wants := range map[string][]string{
		"event-born-in-laeken": {
			"4 May 1985 1985-05-04 exact day", "Born in Laeken", "● Oussama Atar", "Status: Disputed", "Two ages do not fit it",
			"People: Oussama Atar Places: Laeken; Belgium", "1985 May 4 — Born in Laeken, Belgium [1] Intel Today, 13 November 2019, chronology, 1985 May 4",
			"Other dates that sources give some day from 9 November 1983 to 8 November 1984 [1983-11-09..1984-11-08]", "earlier): [2] The Telegraph",
		},
		"event-first-visit-to-syria":        {"1999 to 2000 1999/2000", "before Travels to Syria (1 to 4 years later)", "contradicts Travels to Syria"},
		"event-travels-to-syria-2002":       {"after First visit to Syria, lives in Idlib (1 to 4 years earlier)", "contradicts First visit"},
		"event-family-campaign":             {"Known to the public: since some year from 2002 to 2012 [2002..2012] (claim 1)"},
		"dispute-year-of-birth":             {"When was he born?", "About: Born in Laeken", "[1] Intel Today, 13 November 2019 On 4 May 1985, by its chronology.", "[2] The Telegraph"},
		"source-telegraph":                  {"“Paris and Brussels terror attacks were coordinated by", "The Telegraph, 8 November 2016; language: en;"},
		"sources":                           {"Sources"},
		"no such thing, so that this fails": {""},
	} {
		text := pageText(elements, id)
		if text == "" != (len(wants[0]) == 0) {
			t.Errorf("there is no %s, or one too many", id)
		}
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q:\n%s", id, want, text)
			}
		}
	}
	events := 0
	for _, e := range elements {
		if e.name == "article" && strings.HasPrefix(e.attributes["id"], "event-") {
			events++
		}
	}
	if events != 54 {
		t.Errorf("there are %d events", events)
	}
}

var (
	pageNames = regexp.MustCompile(`^(?:html|head|meta|title|style|body|header|h[1-4]|p|ul|ol|li|nav|a|main|section|article|div|` +
		`span|strong|time|bdi|dl|dt|dd|blockquote|footer)$`)
	pageAttributes = regexp.MustCompile(`^(?:xmlns|lang|charset|http-equiv|content|name|dir|class|id|href|rel|datetime|aria-hidden|` +
		`aria-label)$`)
)

// The page needs nothing from elsewhere and runs nothing, and what it refers to is there.
func TestWriteWebPage_SelfContained(t *testing.T) {
	for seed := range uint64(60) {
		timeline := generatedTimeline(rand.New(rand.NewPCG(seed, 5)))
		if seed == 0 {
			timeline = bundled(t)
		}
		content, _, err := writeWebPage(timeline)
		if err != nil {
			t.Fatal(err)
		}
		elements := pageElements(t, content)
		ids := map[string]bool{}
		for _, e := range elements {
			if id := e.attributes["id"]; id != "" && ids[id] {
				t.Errorf("%s is there twice", id)
			}
			ids[e.attributes["id"]] = true
		}
		checkPolicy(t, elements)
		for _, e := range elements {
			checkElement(t, e, ids)
		}
	}
}

// checkElement asserts that an element loads nothing and does nothing.
func checkElement(t *testing.T, e pageElement, ids map[string]bool) {
	t.Helper()
	if !pageNames.MatchString(e.name) {
		t.Fatalf("there is a <%s>", e.name)
	}
	for name := range e.attributes {
		if !pageAttributes.MatchString(name) {
			t.Fatalf("<%s> has %s", e.name, name)
		}
	}
	address, is := e.attributes["href"]
	if !is {
		return
	}
	if target, inside := strings.CutPrefix(address, "#"); inside && !ids[target] {
		t.Errorf("there is no %s to go to", target)
	} else if !inside && !strings.HasPrefix(address, "https://example.org/") || e.name != "a" {
		t.Errorf("<%s> goes to %s", e.name, address)
	}
}

// checkPolicy asserts that the policy allows the one style that there is, and nothing else.
func checkPolicy(t *testing.T, elements []pageElement) {
	t.Helper()
	var policies, styles []string
	for _, e := range elements {
		if e.attributes["http-equiv"] == "Content-Security-Policy" {
			policies = append(policies, e.attributes["content"])
		}
		if e.name == "style" {
			sum := sha256.Sum256([]byte(e.text))
			styles = append(styles, "default-src 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+
				"'; base-uri 'none'; form-action 'none'")
			if strings.Contains(e.text, "url(") || strings.Contains(e.text, "@import") {
				t.Error("the style loads something")
			}
		}
	}
	if len(styles) != 1 || !slices.Equal(policies, styles) {
		t.Errorf("the policies are %s, want %s", policies, styles)
	}
}

// Everything that is text stays text.
func TestWriteWebPage_Text(t *testing.T) {
	evil := `</title></style><script>alert(1)</script><img src="x" onerror='a()'>{{.}} & "quoted" ` + "`x` \x01"
	timeline := &Timeline{
		Format: 1, Title: evil, Summary: evil, Language: `"><script>`,
		Lanes:   []Lane{{ID: "a", Title: evil}},
		Sources: []Source{{ID: "s", Title: evil, Publisher: evil, Author: evil, Language: evil, URL: `https://example.org/"><script>'`, File: "a<b>.txt"}},
		Events: []Event{{
			ID: "e", Lanes: []string{"a"}, Date: "2008", Title: evil, Summary: evil, People: []string{evil}, Places: []string{evil}, Tags: []string{evil},
			Claims: []Claim{{"s", evil, evil, ""}}, Known: []Known{{By: evil, Date: "2008"}},
		}},
		Disputes: []Dispute{{"d", evil, []string{"e"}, []Answer{{"s", evil, evil}}}},
	}
	content, losses, err := writeWebPage(timeline)
	if err != nil {
		t.Fatal(err)
	}
	sameLines(t, losses, []string{"control characters, which a page cannot have, are shown as �"})
	clean := strings.ReplaceAll(evil, "\x01", "�")
	found := 0
	for _, e := range pageElements(t, content) {
		if e.name == "script" || e.name == "img" {
			t.Fatalf("there is a <%s>", e.name)
		}
		if e.text == clean {
			found++
		}
	}
	if found < 12 {
		t.Errorf("the text is only %d times there as it is", found)
	}
}

// What is missing leaves no empty headings, and a page of nothing is a page.
func TestWriteWebPage_Empty(t *testing.T) {
	content, losses, err := writeWebPage(&Timeline{Format: 1, Title: "Nothing", Lanes: []Lane{{ID: "a"}}})
	if err != nil || len(losses) > 0 {
		t.Fatal(err, losses)
	}
	for _, e := range pageElements(t, content) {
		if (e.name == "h2" && e.text != "Events") || e.name == "h3" || e.name == "h4" || e.name == "dl" {
			t.Errorf("there is a <%s> %s", e.name, e.text)
		}
	}
	if !strings.Contains(string(content), "There are no events.") {
		t.Error("nothing is said of there being no events")
	}
}
