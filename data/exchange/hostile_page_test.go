package exchange

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// hostileMarkup would run a script where a text becomes markup.
const hostileMarkup = `</title></style></p>--><script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>` +
	`<a href="javascript:alert(1)">x</a>' " onmouseover='alert(1)' {{.}} [x](javascript:alert(1)) ![x](https://evil.example/x.png)`

// hostileTimeline has a text wherever one may be.
func hostileTimeline(text string) *Timeline {
	return &Timeline{
		Format: 1, Title: text, Summary: text, Language: text, Lanes: []Lane{{ID: "a", Title: text}},
		Sources: []Source{{ID: "s", Title: text, Publisher: text, Author: text, Language: text, URL: "https://example.org/a", File: "a.txt"}},
		Events: []Event{{
			ID: "e", Lanes: []string{"a"}, Date: "2008", Title: text, Summary: text, Status: "alleged",
			People: []string{text}, Places: []string{text}, Tags: []string{text},
			Claims: []Claim{{"s", text, text, ""}}, Known: []Known{{By: text, Date: "2008"}},
		}},
		Disputes: []Dispute{{"d", text, []string{"e"}, []Answer{{"s", text, text}}}},
	}
}

// A browser finds no script in a page, nothing that runs, and nothing that it loads.
func TestHostile_WebPage(t *testing.T) {
	content, _, err := writeWebPage(hostileTimeline(hostileMarkup))
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	texts, links := 0, 0
	for node := range root.Descendants() {
		switch node.Type {
		case html.TextNode:
			texts += strings.Count(node.Data, hostileMarkup)
		case html.CommentNode:
			t.Errorf("there is a comment: %q", node.Data)
		case html.ElementNode:
			switch node.Data {
			case "script", "img", "svg", "iframe", "object", "embed", "link", "base", "form", "video", "audio", "frame":
				t.Errorf("there is a <%s>", node.Data)
			}
			for _, a := range node.Attr {
				switch key := strings.ToLower(a.Key); {
				case key == "href" && node.Data == "a" && (strings.HasPrefix(a.Val, "#") || a.Val == "https://example.org/a"):
					links++
				case key == "href", key == "src", key == "srcset", key == "style", key == "action", key == "background", strings.HasPrefix(key, "on"),
					key == "http-equiv" && a.Val != "Content-Security-Policy":
					t.Errorf("<%s> has %s=%q", node.Data, a.Key, a.Val)
				}
			}
		}
	}
	if texts < 10 || links == 0 {
		t.Errorf("the text is there %d times, and %d links", texts, links)
	}
}

// What turns the direction of a text around is shown, and said.
func TestHostile_WebPageDirections(t *testing.T) {
	content, losses, err := writeWebPage(hostileTimeline("a\u202Egnp.exe\u2069\x1b[0m"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(content, []byte("a‹U+202E›gnp.exe‹U+2069›�[0m")) || bytes.ContainsAny(content, "\u202E\u2069\x1b") {
		t.Error("the text is not shown by signs")
	}
	sameLines(t, losses, []string{
		"control characters, which a page cannot have, are shown as �",
		"characters that would turn the direction of the text around them are shown by their numbers",
	})
}

// Titles with markup, control characters and overrides come back from every format that is written and read as they were.
func TestHostile_RoundTrips(t *testing.T) {
	for _, text := range []string{
		hostileMarkup, "a\u202Eb\u2066c\u2069d\u200Fe\u200E", "tab\tand <b> & &amp; &#27; \\n \\ ; , | ` * _ [ ] # \" ' = +1",
	} {
		timeline := hostileTimeline(text)
		timeline.Language = ""
		for _, f := range readers() {
			if f.Write == nil {
				continue
			}
			content, _, err := f.Write(timeline)
			if err != nil {
				t.Errorf("%s: %v", f.Name, err)
				continue
			}
			loaded, err := readHostile(t, f.Name, content, f)
			if err != nil {
				t.Errorf("%s: %q: %v", f.Name, text, err)
				continue
			}
			if e, err := loaded.Set.Events.At(0); err != nil || e.Title != text {
				t.Errorf("%s: the title %q comes back as %q, %v", f.Name, text, e.Title, err)
			}
		}
	}
}

// An address that is none of the web's is never an address in a dataset.
func TestHostile_Addresses(t *testing.T) {
	for _, address := range []string{
		"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd", "//evil.example", "vbscript:x",
		"java\nscript:alert(1)", " javascript:alert(1)",
	} {
		quoted, _ := json.Marshal(address)
		for name, content := range map[string]string{
			"dateline":   `{"format":1,"title":"T","lanes":[{"id":"a"}],"sources":[{"id":"s","url":` + string(quoted) + `}]}`,
			"timelinejs": `{"events":[{"start_date":{"year":"2001"},"text":{"headline":"x"},"media":{"url":` + string(quoted) + `,"credit":"c","link":` + string(quoted) + `}}]}`,
			"simile":     `{"dateTimeFormat":"iso8601","events":[{"start":"2001","title":"x","link":` + string(quoted) + `,"image":` + string(quoted) + `}]}`,
			"csv":        "date,title,url\n2001,x,\"" + address + "\"\n",
			"icalendar":  calendarOf("DTSTART;VALUE=DATE:20010101", "URL:"+strings.ReplaceAll(address, "\n", "\\n")),
			"markdown":   "# T\n\n- 2001: x ([a](" + strings.ReplaceAll(address, "\n", " ") + "))\n",
		} {
			f, err := Named(name)
			if err != nil {
				t.Fatal(err)
			}
			loaded, err := readHostile(t, name, []byte(content), f)
			if err != nil {
				if name != "dateline" || !strings.Contains(err.Error(), "sources[0].url") {
					t.Errorf("%s: %q: %v", name, address, err)
				}
				continue
			}
			for _, s := range loaded.Set.Sources {
				if s.URL != "" {
					t.Errorf("%s: %q becomes the address %q", name, address, s.URL)
				}
			}
			whole, err := loaded.Set.Content()
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(whole, []byte(strings.TrimSpace(address)[5:10])) && len(loaded.Losses) == 0 {
				t.Errorf("%s: %q is dropped, and that is not said", name, address)
			}
		}
	}
}

// A source's file stays within the folder: other paths are errors already in the dataset.
func TestHostile_SourceFiles(t *testing.T) {
	for _, file := range []string{"../secret", "/etc/passwd", "a/../../secret", `..\secret`, "a/\x00", "C:/secret", `\\server\share`} {
		quoted, _ := json.Marshal(file)
		_, err := readHostile(t, file, []byte(`{"format":1,"title":"T","lanes":[{"id":"a"}],"sources":[`+"\n"+`{"id":"s","file":`+string(quoted)+`}]}`), nil)
		if err == nil || !strings.Contains(err.Error(), "hostile.txt:2:") || !strings.Contains(err.Error(), "sources[0].file") {
			t.Errorf("%q: %v", file, err)
		}
	}
}
