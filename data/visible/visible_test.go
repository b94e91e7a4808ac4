package visible

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// leftToRight is the one mark of direction that stays.
const leftToRight = '\u200E'

func TestText(t *testing.T) {
	for _, c := range []struct{ in, text, line string }{
		{"", "", ""},
		{"“Été”, שלום, 東京 👩‍👩‍👧", "“Été”, שלום, 東京 👩‍👩‍👧", "“Été”, שלום, 東京 👩‍👩‍👧"},
		{"a\nb\tc\r\nd", "a\nb\tc\r\nd", "a‹U+000A›b‹U+0009›c‹U+000D›‹U+000A›d"},
		{"over\rwritten", "over‹U+000D›written", "over‹U+000D›written"},
		{"at the end\r", "at the end‹U+000D›", "at the end‹U+000D›"},
		{"\x1b[2J\x1b]0;title\a", "‹U+001B›[2J‹U+001B›]0;title‹U+0007›", "‹U+001B›[2J‹U+001B›]0;title‹U+0007›"},
		{"\x00\x7f\u009b31m\u0085", "‹U+0000›‹U+007F›‹U+009B›31m‹U+0085›", "‹U+0000›‹U+007F›‹U+009B›31m‹U+0085›"},
		{"user\u202Egnp.exe", "user‹U+202E›gnp.exe", "user‹U+202E›gnp.exe"},
		{"\u2066a\u2069\u200F\u200E\u061C\u2028", "‹U+2066›a‹U+2069›‹U+200F›\u200E‹U+061C›‹U+2028›", "‹U+2066›a‹U+2069›‹U+200F›\u200E‹U+061C›‹U+2028›"},
		{"\xff\xc2\x9b\xe2\x80\xae\xe2\x80", "\xff‹U+009B›‹U+202E›\xe2\x80", "\xff‹U+009B›‹U+202E›\xe2\x80"},
		{"zero\u200Bwidth\u200Djoin\u00ADhyphen\uFEFF", "zero\u200Bwidth\u200Djoin\u00ADhyphen\uFEFF", "zero\u200Bwidth\u200Djoin\u00ADhyphen\uFEFF"},
	} {
		if got := Text(c.in); got != c.text {
			t.Errorf("Text(%q) is %q, want %q", c.in, got, c.text)
		}
		if got := Line(c.in); got != c.line {
			t.Errorf("Line(%q) is %q, want %q", c.in, got, c.line)
		}
	}
}

// Every character is either shown as it is or has a sign, by its properties.
func TestLine_AllCharacters(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		want := unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r) && r != leftToRight || unicode.In(r, unicode.Zl, unicode.Zp)
		if s := string(r); (Line(s) != s) != want {
			t.Fatalf("U+%04X becomes %q", r, Line(s))
		}
	}
}

func TestText_NothingToDo(t *testing.T) {
	long := strings.Repeat("Été \n東京\t", 1000)
	if n := testing.AllocsPerRun(10, func() { _ = Text(long) }); n > 0 {
		t.Errorf("a plain text allocates %v times", n)
	}
}

// What is written in pieces comes out as if it were written at once.
func TestWriter(t *testing.T) {
	text := "é\x1b[1m\r\n東\u202Eb\rc 👩 \xff\xe2\x80x\u009b\r"
	for size := 1; size <= len(text); size++ {
		var b bytes.Buffer
		w := NewWriter(&b)
		for rest := []byte(text); len(rest) > 0; rest = rest[min(size, len(rest)):] {
			piece := rest[:min(size, len(rest))]
			if n, err := w.Write(piece); n != len(piece) || err != nil {
				t.Fatal(n, err)
			}
		}
		if err := w.Flush(); err != nil || b.String() != Text(text) {
			t.Errorf("in pieces of %d: %q, want %q", size, b.String(), Text(text))
		}
	}
	var b bytes.Buffer
	fmt.Fprintf(NewJSONWriter(&b), "{\"a\":\"\u009b\u202E\"}\n")
	if want := "{\"a\":\"\\u009b\\u202e\"}\n"; b.String() != want {
		t.Errorf("JSON is %q, want %q", b.String(), want)
	}
	w := NewWriter(broken{})
	if n, err := w.Write([]byte("a")); n != 0 || !errors.Is(err, errBroken) {
		t.Error(n, err)
	}
	if err := w.Flush(); err != nil {
		t.Errorf("nothing is left, but: %v", err)
	}
}

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }

// JSON says the same with its escapes.
func FuzzJSON(f *testing.F) {
	f.Add("a\x7f\u009b\u202E\u2028\n")
	f.Fuzz(func(t *testing.T, s string) {
		written, err := json.Marshal([]string{s})
		if err != nil {
			t.Fatal(err)
		}
		var before, after []string
		shown := JSON(string(written))
		if json.Unmarshal(written, &before) != nil || json.Unmarshal([]byte(shown), &after) != nil || before[0] != after[0] {
			t.Errorf("%q becomes %q", before, after)
		}
		if Text(shown) != shown {
			t.Errorf("%q is not safe", shown)
		}
	})
}

// Nothing that is obeyed is left, everything else stays in its order, and a second time nothing changes.
func FuzzText(f *testing.F) {
	f.Add("a\r\nb\rc\x1b[0m\u202E\xff")
	f.Add("‹U+202E›")
	f.Add("U+202\x00\x04‹\x00\x00U+202")
	f.Fuzz(func(t *testing.T, s string) {
		text, line := Text(s), Line(s)
		if Text(text) != text || Line(line) != line || Line(text) != line && !strings.ContainsAny(s, "\r\n\t") {
			t.Errorf("%q becomes %q, %q", s, text, line)
		}
		for _, r := range line {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) && r != leftToRight {
				t.Errorf("%q: U+%04X is left", s, r)
			}
		}
		kept := strings.Map(func(r rune) rune {
			if unicode.IsControl(r) || obeyed(r) && r > 0x7F {
				return -1
			}
			return r
		}, s)
		if rest := line; utf8.ValidString(s) && !strings.Contains(s, "‹") && withoutSigns(rest) != kept {
			t.Errorf("%q becomes %q", s, line)
		}
	})
}

// withoutSigns takes the signs out of a text.
func withoutSigns(s string) string {
	for {
		from := strings.Index(s, "‹U+")
		if from < 0 {
			return s
		}
		to := strings.Index(s[from:], "›")
		s = s[:from] + s[from+to+len("›"):]
	}
}
