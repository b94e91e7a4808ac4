package exchange

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// utf16Of returns a text in UTF-16.
func utf16Of(text string, big bool) []byte {
	var content []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		pair := []byte{byte(unit), byte(unit >> 8)}
		if big {
			pair[0], pair[1] = pair[1], pair[0]
		}
		content = append(content, pair...)
	}
	return content
}

func TestDecodeText(t *testing.T) {
	const text = "date,title\n2008-04-09,“Née” à l’été 𝄞\n"
	latin, err := charmap.Windows1252.NewEncoder().String("date,title\n2008,“Née” à l’été €\n")
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("été à l’hôtel\n", 20)
	tests := []struct {
		name, content, want, encoding string
	}{
		{"empty", "", "", EncodingUTF8},
		{"UTF-8", text, text, EncodingUTF8},
		{"UTF-8 with mark", "\ufeff" + text, text, EncodingUTF8},
		{"little-endian with mark", "\xff\xfe" + string(utf16Of(text, false)), text, EncodingUTF16Little},
		{"big-endian with mark", "\xfe\xff" + string(utf16Of(text, true)), text, EncodingUTF16Big},
		{"little-endian", string(utf16Of(text, false)), text, EncodingUTF16Little},
		{"big-endian", string(utf16Of(text, true)), text, EncodingUTF16Big},
		{"Windows-1252", latin, "date,title\n2008,“Née” à l’été €\n", EncodingWindows1252},
		{"Windows-1252 that ends in é", "caf\xe9", "café", EncodingWindows1252},
		{"control and bidirectional characters", "a\u202eb\u0007c\u200f", "a\u202eb\u0007c\u200f", EncodingUTF8},
		{"cut off within a character", long[:len(long)-5], "", "UTF-8 with 1 bytes that are not, the first in line 20"},
		{"one wrong byte", long + "\n\xff" + long, "", "UTF-8 with 1 bytes that are not, the first in line 22"},
		{"half a surrogate", "\xff\xfea\x00\n\x00\x00\xd8b\x00", "a\n�b", "UTF-16, little-endian with 1 units that are not, the first in line 2"},
		{"half a unit", "\xff\xfea\x00b", "a�", "UTF-16, little-endian with 1 units"},
		{"U+FFFD that was written", "\xff\xfea\x00\xfd\xff", "a�", EncodingUTF16Little},
	}
	for _, test := range tests {
		got, encoding, err := DecodeText([]byte(test.content))
		same := encoding == test.encoding || strings.Contains(test.encoding, " with ") && strings.HasPrefix(encoding, test.encoding)
		if err != nil || !same || test.want != "" && got != test.want {
			t.Errorf("%s: %q in %q, %v; want %q in %q", test.name, got, encoding, err, test.want, test.encoding)
		}
		if (encoding == EncodingUTF8) != (len(encodingNote(encoding)) == 0) {
			t.Errorf("%s: a note %q", test.name, encodingNote(encoding))
		}
	}
}

// Files that hold no text are refused with what to do.
func TestNoText(t *testing.T) {
	tests := []struct{ content, want string }{
		{"PK\x03\x04\x14\x00", "save the sheet as CSV"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "save the sheet as CSV"},
		{"%PDF-1.7\n", "PDF"},
		{"\x1f\x8b\x08", "unpack"},
		{"\xff\xfe\x00\x00a\x00\x00\x00", "UTF-32"},
		{"a,b\x00c\n", "not a text file"},
		{"\x7fELF\x02\x01\x01\x00\x00\x00", "not a text file"},
		{strings.Repeat("\x01\x02ab", 50), "not a text file"},
	}
	for _, test := range tests {
		if text, _, err := DecodeText([]byte(test.content)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%.20q: %q, %v; want %q", test.content, text, err, test.want)
		}
	}
}

// What is read is text, and UTF-8 comes back as it is.
func FuzzDecodeText(f *testing.F) {
	for _, seed := range []string{"a,b\n", "\xff\xfea\x00", "caf\xe9", "\ufeffé", "\xfe\xff\xd8\x00", "PK\x03\x04"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		text, encoding, err := DecodeText(content)
		switch {
		case err != nil:
			return
		case !utf8.ValidString(text) || strings.Contains(text, "\x00"):
			t.Errorf("%q is no text: %q", content, text)
		case encoding == EncodingUTF8 && !bytes.HasSuffix(content, []byte(text)):
			t.Errorf("%q is read as %q", content, text)
		}
	})
}
