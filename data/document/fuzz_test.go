package document

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// The text of any file is refused in a sentence, or is text with each byte in one line and in which its own words are found.
func FuzzDecoded(f *testing.F) {
	for _, seed := range []string{
		"", "a\r\nb\rc\n", "\xef\xbb\xbfé", "\xff\xfea\x00\xe9\x00", "\xfe\xff\x00a\xd8\x00", "caf\xe9 \x93x\x94", "%PDF-1.7", "PK\x03\x04", `{\rtf1}`,
		"\x1b[2J\u202Egnp\u2069", "<html><body><p>a</p><script>b</script></body></html>", "\x00\x01\x02",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		d, err := decoded("a.txt", content)
		if err != nil {
			if d != nil || strings.TrimSpace(err.Error()) == "" {
				t.Errorf("%v, %v", d, err)
			}
			return
		}
		if !utf8.ValidString(d.Text) || strings.IndexByte(d.Text, 0) >= 0 || len(d.Hash) != 64 || d.Encoding == "" {
			t.Fatalf("%q is read as %+v", content, d)
		}
		at := 0
		for number := 1; number <= d.Lines(); number++ {
			line := d.Line(number)
			if line.From != at || line.To < line.From {
				t.Fatalf("%q: line %d is %v, not from %d on", d.Text, number, line, at)
			}
			at = line.To
		}
		if at != len(d.Text) {
			t.Errorf("%q: the lines end at %d", d.Text, at)
		}
		for word := range strings.FieldsSeq(d.Text[:min(len(d.Text), 200)]) {
			for _, m := range d.Find(word) {
				if m.From() < 0 || m.To() > len(d.Text) || m.Line < 1 || m.Line > d.Lines() {
					t.Errorf("%q is found at %+v", word, m)
				}
			}
		}
		if _, err := decoded("a.txt", content); errors.Is(err, errBinary) {
			t.Error("a second time it is not text")
		}
	})
}
