package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"

	"dateline/data"
)

// hostileMarkup would run a script where a text becomes markup.
const hostileMarkup = `</text></svg><script>alert(1)</script><image href="x" onerror="a()"/><a href="javascript:a()">&xxe;]]>`

// control is what the reader of an SVG would obey, with the signs that stand for it.
const (
	control      = "exe\x1b[2J\u009b \u202Egnp.\u2067x\u2069\x00"
	controlShown = "exe‹U+001B›[2J‹U+009B› ‹U+202E›gnp.‹U+2067›x‹U+2069›‹U+0000›"
)

// everywhere is a dataset with a text wherever there may be one.
func everywhere(t *testing.T, text string) *data.Set {
	t.Helper()
	return parsed(t, object{
		"format": 1, "title": text, "summary": text,
		"lanes":   []object{{"id": "a", "title": text}, {"id": "b", "title": text}},
		"sources": []object{{"id": "s", "title": text, "publisher": text, "author": text, "published": "2001", "url": "https://example.org/?a=<script>"}},
		"events": []object{
			{"id": "e", "lanes": []string{"a"}, "date": "2001", "title": text, "claims": []object{{"source": "s", "quote": text}}},
			{"id": "f", "lanes": []string{"b"}, "date": "2004-05-06", "title": text},
		},
	})
}

// checkHarmless asserts that an SVG draws, and does nothing else.
func checkHarmless(t *testing.T, svg []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("not well formed: %v", err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "svg", "g", "path", "text", "title", "defs", "linearGradient", "stop", "pattern", "rect", "clipPath", "use", "style":
		default:
			t.Errorf("there is a <%s>", start.Name.Local)
		}
		for _, a := range start.Attr {
			name := strings.ToLower(a.Name.Local)
			if strings.HasPrefix(name, "on") || name == "href" || name == "src" ||
				strings.Contains(a.Value, "url(") && !strings.Contains(a.Value, "url(#") {
				t.Errorf("<%s> has %s=%q", start.Name.Local, a.Name.Local, a.Value)
			}
		}
	}
}

// No text of a dataset becomes markup, and what would be obeyed stands as signs.
func TestDraw_HostileTexts(t *testing.T) {
	for text, shown := range map[string]string{hostileMarkup: hostileMarkup, control: controlShown} {
		o := light(everywhere(t, text))
		o.Width, o.Height = 3000, 1800
		content, _ := drawn(t, SVG, o)
		checkHarmless(t, content)
		found := 0
		for _, got := range texts(t, content) {
			found += strings.Count(got, shown)
			for _, r := range got {
				if r != '\u200E' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
					t.Errorf("U+%04X is obeyed in %q", r, got)
				}
			}
		}
		if found < 5 { // the title, lanes, events, the source
			t.Errorf("%q is %d times in the chart:\n%s", shown, found, strings.Join(texts(t, content), "\n"))
		}
		drawn(t, PNG, o)
	}
}

// Texts of a megabyte are shortened; what is behind that costs hardly anything.
func TestDraw_LongTexts(t *testing.T) {
	for name, text := range map[string]string{
		"one word": strings.Repeat("x", 1<<20), "words": strings.Repeat("word ", 1<<18),
		"Arabic": strings.Repeat("سلام", 1<<18), "controls": strings.Repeat("\u202E", 1<<18),
	} {
		content, _ := drawn(t, SVG, light(everywhere(t, text)))
		if len(content) > 4<<20 {
			t.Errorf("%s: the chart has %d bytes", name, len(content))
		}
		if !strings.Contains(strings.Join(texts(t, content), "\n"), "…") {
			t.Errorf("%s: nothing is shortened", name)
		}
	}
}
