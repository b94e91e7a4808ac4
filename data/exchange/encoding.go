package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// The encodings that [DecodeText] takes a file to have.
const (
	EncodingUTF8        = "UTF-8"
	EncodingUTF16Little = "UTF-16, little-endian"
	EncodingUTF16Big    = "UTF-16, big-endian"
	EncodingWindows1252 = "Windows-1252"
)

// encodingSample is how many bytes at the beginning of a file tell UTF-16 without a mark from others.
const encodingSample = 4096

// DecodeText returns the text of a file without a byte order mark, always valid UTF-8, and the encoding that it was taken
// to have: by its mark; UTF-16 without one where every second byte at the beginning is mostly zero; UTF-8 where it is that;
// else Windows-1252. A file of UTF-8 with a few wrong bytes stays that: those become U+FFFD, and the name of the encoding
// says how many there are and in which line the first is. The error, a sentence, is for files that hold no text.
func DecodeText(content []byte) (text, encoding string, err error) {
	if kind := binaryKind(content); kind != "" {
		return "", "", errors.New(kind)
	}
	switch {
	case bytes.HasPrefix(content, []byte("\xef\xbb\xbf")):
		text, encoding = decodeUTF8(content[3:])
	case bytes.HasPrefix(content, []byte("\xff\xfe")):
		text, encoding = decodeUTF16(content[2:], false)
	case bytes.HasPrefix(content, []byte("\xfe\xff")):
		text, encoding = decodeUTF16(content[2:], true)
	case looksUTF16(content, 1):
		text, encoding = decodeUTF16(content, false)
	case looksUTF16(content, 0):
		text, encoding = decodeUTF16(content, true)
	case mostlyUTF8(content):
		text, encoding = decodeUTF8(content)
	default:
		text, encoding = decodeWindows1252(content), EncodingWindows1252
	}
	if strings.IndexByte(text, 0) >= 0 || tooManyControls(text) {
		return "", "", errors.New("this is not a text file: it has characters that no text has")
	}
	return text, encoding, nil
}

// binaryKind returns what to say of a file that begins as one of a kind that is often taken for a table, or "".
func binaryKind(content []byte) string {
	kinds := []struct{ magic, why string }{
		{"PK\x03\x04", "this is a zip file, such as a workbook of Excel or LibreOffice: save the sheet as CSV, in UTF-8"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is a file of an older Microsoft Office: save the sheet as CSV, in UTF-8"},
		{"%PDF-", "this is a PDF file: it holds no table that can be read"},
		{"\x1f\x8b", "this file is compressed: unpack it first"},
		{"\x89PNG", "this is a picture"},
		{"\xff\xd8\xff", "this is a picture"},
		{"SQLite format 3\x00", "this is a database: export its table as CSV"},
		{"\xff\xfe\x00\x00", "this is text in UTF-32: save it in UTF-8"},
		{"\x00\x00\xfe\xff", "this is text in UTF-32: save it in UTF-8"},
	}
	for _, kind := range kinds {
		if bytes.HasPrefix(content, []byte(kind.magic)) {
			return kind.why
		}
	}
	return ""
}

// looksUTF16 reports whether most bytes of every second place from the given one are zero, and hardly any of the others.
func looksUTF16(content []byte, zeros int) bool {
	sample := content[:min(len(content), encodingSample)&^1]
	var counts [2]int
	for i, b := range sample {
		if b == 0 {
			counts[i&1]++
		}
	}
	half := len(sample) / 2
	return half > 1 && counts[zeros]*10 > half*6 && counts[1-zeros]*20 <= half
}

// mostlyUTF8 reports whether a text is UTF-8 but for what may be damage: a character cut off at the end, or a wrong byte
// for every ten characters beyond ASCII that are right.
func mostlyUTF8(content []byte) bool {
	if utf8.Valid(content) {
		return true
	}
	wrong, right := 0, 0
	for i := 0; i < len(content); {
		if content[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(content[i:])
		switch {
		case r != utf8.RuneError || size > 1:
			right++
		case utf8.FullRune(content[i:]):
			wrong++
		}
		i += size
	}
	return right > 0 && wrong*10 <= right
}

// decodeUTF8 returns a text with U+FFFD for what is not UTF-8.
func decodeUTF8(content []byte) (text, encoding string) {
	if utf8.Valid(content) {
		return string(content), EncodingUTF8
	}
	var b strings.Builder
	wrong, line, first := 0, 1, 0
	for i := 0; i < len(content); {
		r, size := utf8.DecodeRune(content[i:])
		if r == utf8.RuneError && size == 1 {
			wrong++
			if first == 0 {
				first = line
			}
		}
		if r == '\n' {
			line++
		}
		b.WriteRune(r)
		i += size
	}
	return b.String(), damaged(EncodingUTF8, "bytes", wrong, first)
}

// decodeUTF16 returns a text with U+FFFD for half surrogates and for half a unit at the end.
func decodeUTF16(content []byte, big bool) (text, encoding string) {
	encoding = EncodingUTF16Little
	first, second := 1, 0
	if big {
		encoding, first, second = EncodingUTF16Big, 0, 1
	}
	units := make([]uint16, 0, len(content)/2+1)
	for i := 0; i+1 < len(content); i += 2 {
		units = append(units, uint16(content[i+first])<<8|uint16(content[i+second]))
	}
	if len(content)%2 != 0 {
		units = append(units, 0xD800)
	}
	runes := utf16.Decode(units)
	wrong, line, at := 0, 1, 0
	for _, r := range runes {
		switch r {
		case '\n':
			line++
		case utf8.RuneError:
			wrong++
			if at == 0 {
				at = line
			}
		}
	}
	for _, unit := range units {
		if unit == utf8.RuneError {
			wrong-- // it was written so
		}
	}
	return string(runes), damaged(encoding, "units", wrong, at)
}

// damaged returns the name of an encoding with what is wrong in a text of it.
func damaged(encoding, noun string, wrong, line int) string {
	if wrong == 0 {
		return encoding
	}
	return fmt.Sprintf("%s with %d %s that are not, the first in line %d: they are shown as �", encoding, wrong, noun, line)
}

func decodeWindows1252(content []byte) string {
	text, err := charmap.Windows1252.NewDecoder().Bytes(content)
	if err != nil { // every byte stands for something in this encoding
		return strings.ToValidUTF8(string(content), "�")
	}
	return string(text)
}

// tooManyControls reports whether more than every tenth character at the beginning, and more than a few, is a control
// character that has no place in a text.
func tooManyControls(text string) bool {
	controls, all := 0, 0
	for _, r := range text[:min(len(text), encodingSample)] {
		all++
		if r < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", r) || r == 0x7f {
			controls++
		}
	}
	return controls > 8 && controls*10 > all
}

// encodingNote returns what to say of the encoding that a text was read in; nothing for UTF-8.
func encodingNote(encoding string) []string {
	if encoding == EncodingUTF8 {
		return nil
	}
	return []string{"The file is read as " + encoding + "."}
}
