package document

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/data"
)

// write writes a file, in a folder that is made for it, and returns its path.
func write(t *testing.T, path, content string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLoad_Encodings(t *testing.T) {
	for name, c := range map[string]struct{ bytes, text, encoding, caveat string }{
		"ASCII":             {"plain\r\ntext", "plain\r\ntext", "UTF-8", ""},
		"empty":             {"", "", "UTF-8", ""},
		"UTF-8":             {"“é” — 日本", "“é” — 日本", "UTF-8", ""},
		"UTF-8 with a mark": {"\xEF\xBB\xBFé", "é", "UTF-8", ""},
		"UTF-16LE":          {"\xFF\xFEa\x00\xE9\x00\x3D\xD8\x00\xDE", "aé😀", "UTF-16", ""},
		"UTF-16BE":          {"\xFE\xFF\x00a\x00\xE9", "aé", "UTF-16", ""},
		"half a pair":       {"\xFE\xFF\x00a\xD8\x00\x00b", "a\uFFFDb", "UTF-16", "“\uFFFD”"},
		"Windows-1252":      {"\x93caf\xE9\x94 \x80 5", "“café” € 5", "Windows-1252", "Windows-1252"},
		"not all of it":     {"caf\xE9 \x81 d\xE9j\xE0 vu", "café \uFFFD déjà vu", "Windows-1252", "“\uFFFD”"},
		"UTF-8 cut short":   {"déjà vu\xC3", "déjà vu\uFFFD", "UTF-8", "“\uFFFD”"},
	} {
		path := write(t, filepath.Join(t.TempDir(), "a.txt"), c.bytes)
		d, err := Load(path)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if d.Text != c.text || d.Encoding != c.encoding || d.Name != "a.txt" {
			t.Errorf("%s: %q in %s", name, d.Text, d.Encoding)
		}
		if !strings.Contains(d.Caveat, c.caveat) || (d.Caveat == "") != (c.caveat == "") {
			t.Errorf("%s: the caveat is %q", name, d.Caveat)
		}
		if sum := sha256.Sum256([]byte(c.bytes)); d.Hash != hex.EncodeToString(sum[:]) {
			t.Errorf("%s: the hash is %s", name, d.Hash)
		}
	}
}

func TestLoad_Refuses(t *testing.T) {
	folder := t.TempDir()
	for name, c := range map[string]struct{ content, why string }{
		"a.pdf":  {"%PDF-1.7 and so on", "a PDF"},
		"a.docx": {"PK\x03\x04 and so on", "a packed document"},
		"a.doc":  {"\xD0\xCF\x11\xE0\xA1\xB1", "an Office document"},
		"a.rtf":  {`{\rtf1 and so on}`, "rich text"},
		"zero":   {"a text\x00 with a zero", "not plain text"},
		"noise":  {strings.Repeat("\x01\x02\x03\xFF\xFE", 50), "not plain text"},
	} {
		path := write(t, filepath.Join(folder, name), c.content)
		if _, err := Load(path); err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), c.why) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	if _, err := Load(folder); !errors.Is(err, errNotFile) {
		t.Errorf("a folder: %v", err)
	}
	missing := filepath.Join(folder, "missing.txt")
	if _, err := Load(missing); !errors.Is(err, fs.ErrNotExist) || strings.Count(err.Error(), "missing") != 1 {
		t.Errorf("a missing file: %v", err)
	}
	large := write(t, filepath.Join(folder, "large"), "")
	if err := os.Truncate(large, MaxSize+1); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(large); !errors.Is(err, errTooLarge) {
		t.Errorf("a large file: %v", err)
	}
}

func TestLoad_ControlCharactersOfTexts(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "a"), "page\f\x1b[1mbold\x1b[0m\v\ttab\x07")
	if _, err := Load(path); err != nil {
		t.Error(err)
	}
}

// sourced returns a dataset that is said to be in a folder, with one source.
func sourced(folder, file string) *data.Set {
	return &data.Set{Path: filepath.Join(folder, "set.json"), Sources: []data.Source{{Title: "The paper", File: file}}}
}

func TestForSource(t *testing.T) {
	base := t.TempDir()
	folder := filepath.Join(base, "set")
	write(t, filepath.Join(base, "secret.txt"), "secret")
	write(t, filepath.Join(folder, "texts", "paper.txt"), "the paper")
	for link, to := range map[string]string{
		"inside.txt":  filepath.Join("texts", "paper.txt"),
		"outside.txt": filepath.Join("..", "secret.txt"),
		"far.txt":     filepath.Join(base, "secret.txt"),
		"up":          "..",
	} {
		if err := os.Symlink(to, filepath.Join(folder, link)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	for _, file := range []string{"texts/paper.txt", "inside.txt", "./texts/../texts/paper.txt"} {
		d, err := ForSource(sourced(folder, file), 0)
		if err != nil || d.Text != "the paper" || strings.Contains(d.Name, "/") {
			t.Errorf("%s: %+v, %v", file, d, err)
		}
	}
	for _, file := range []string{"outside.txt", "far.txt", "up/secret.txt", "../secret.txt", filepath.ToSlash(base) + "/secret.txt"} {
		d, err := ForSource(sourced(folder, file), 0)
		if !errors.Is(err, errOutside) || d != nil {
			t.Errorf("%s: %+v, %v", file, d, err)
		}
	}
}

func TestForSource_Refuses(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "texts", "paper.txt"), "the paper")
	if _, err := ForSource(sourced(folder, "missing.txt"), 0); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "The paper") {
		t.Errorf("a missing text: %v", err)
	}
	if _, err := ForSource(sourced(folder, "texts"), 0); !errors.Is(err, errNotFile) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := ForSource(sourced(folder, ""), 0); !errors.Is(err, ErrNone) {
		t.Errorf("no text: %v", err)
	}
	bundled := sourced(folder, "texts/paper.txt")
	bundled.Path = ""
	if _, err := ForSource(bundled, 0); !errors.Is(err, errNoFolder) {
		t.Errorf("a dataset that is not from a file: %v", err)
	}
}

func TestDocument_Lines(t *testing.T) {
	for text, want := range map[string][]string{
		"":               {""},
		"a":              {"a"},
		"a\n":            {"a\n"},
		"a\n\nb":         {"a\n", "\n", "b"},
		"a\r\nb\rc\nd":   {"a\r\n", "b\r", "c\n", "d"},
		"\n\r":           {"\n", "\r"},
		"é\r\n\r\né\xff": {"é\r\n", "\r\n", "é\uFFFD"},
	} {
		d := New("", text)
		var got []string
		for number := 1; number <= d.Lines(); number++ {
			r := d.Line(number)
			got = append(got, d.Text[r.From:r.To])
			for at := r.From; at < r.To; at++ {
				if line := d.LineOf(at); line != number {
					t.Errorf("%q: byte %d is in line %d, want %d", text, at, line, number)
				}
			}
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q: lines %q", text, got)
		}
	}
}
