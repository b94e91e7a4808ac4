package app

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// hostileText holds what a terminal would obey: an escape sequence, its C1 form, and an override of direction.
const hostileText = "a\x1b[2J\x1b]0;owned\a \u009b31m \u202Egnp.exe\u2069\r\b"

// hostileDataset writes a dataset with that text wherever a text may be, one title with more behind it, and returns its
// path.
func hostileDataset(t *testing.T, more string) string {
	t.Helper()
	type list []any
	type object map[string]any
	content, err := json.Marshal(object{
		"format": 1, "title": hostileText, "summary": hostileText,
		"lanes":   list{object{"id": "a", "title": hostileText}, object{"id": "b", "title": hostileText}},
		"sources": list{object{"id": "s", "title": hostileText, "publisher": hostileText, "author": hostileText, "published": "2001"}},
		"events": list{
			object{
				"id": "e", "lanes": list{"a"}, "date": "2008", "title": hostileText + more, "summary": hostileText, "people": list{hostileText},
				"places": list{hostileText}, "tags": list{hostileText}, "claims": list{object{"source": "s", "quote": hostileText, "locator": hostileText}},
			},
			object{"id": "f", "lanes": list{"a"}, "date": "2009-04", "title": hostileText, "claims": list{object{"source": "s"}}},
		},
		"disputes": list{object{"id": "d", "question": hostileText, "events": list{"e"}, "answers": list{object{"source": "s", "answer": hostileText, "quote": hostileText}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "hostile.json")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// obeyedIn returns the characters of an output that a terminal obeys, but for line feeds.
func obeyedIn(out string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) || r != '\u200E' && unicode.Is(unicode.Bidi_Control, r) {
			return r
		}
		return -1
	}, out)
}

// What a terminal obeys stands in what commands print as signs, and in JSON as escapes.
func TestCommands_HostileTexts(t *testing.T) {
	file, older := hostileDataset(t, ""), hostileDataset(t, " once")
	for _, args := range [][]string{
		{"events", file},
		{"events", "--find", "owned", file},
		{"disputes", file},
		{"gaps", file},
		{"names", file},
		{"diff", older, file},
		{"validate", file},
		{"validate", "--consistency", file},
		{"cite", file},
		{"cite", "--format", "markdown", file},
		{"cite", "--format", "bibtex", file},
	} {
		var out, errOut bytes.Buffer
		run(args, &out, &errOut)
		if bad := obeyedIn(out.String() + errOut.String()); bad != "" || errOut.Len() > 0 {
			t.Errorf("%s: %q in\n%s%s", args[0], bad, out.String(), errOut.String())
		}
		if args[0] != "validate" && !strings.Contains(out.String(), "‹U+202E›gnp.exe‹U+2069›") {
			t.Errorf("%s: the text is not shown:\n%s", args[0], out.String())
		}
		if args[0] == "validate" || args[0] == "cite" {
			continue
		}
		out.Reset()
		run(append([]string{args[0], "--json"}, args[1:]...), &out, &errOut)
		if bad := obeyedIn(out.String()); bad != "" {
			t.Errorf("%s --json: %q in\n%s", args[0], bad, out.String())
		}
		whole, _ := json.Marshal(hostileText)
		if !strings.Contains(out.String(), strings.Trim(strings.NewReplacer("\u009b", `\u009b`, "\u202e", `\u202e`, "\u2069", `\u2069`).Replace(string(whole)), `"`)) {
			t.Errorf("%s --json: the text is not what it was:\n%s", args[0], out.String())
		}
	}
}

// What is said of a file that is converted is shown, not obeyed.
func TestCLI_ConvertShows(t *testing.T) {
	table := file(t, "a.csv", "date,title\nsoon,\x1b[31mred \u202eback\n2001,One\n")
	out := filepath.Join(t.TempDir(), "a.json")
	status, said, errOut := called("convert", table, out)
	if status != statusOK || strings.ContainsAny(said+errOut, "\x1b\u202e") || !strings.Contains(errOut, "‹U+001B›[31mred ‹U+202E›back") {
		t.Errorf("status %d, %q, %q", status, said, errOut)
	}
}
