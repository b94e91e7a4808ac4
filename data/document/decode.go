package document

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
)

// The names of the encodings.
const (
	utf8Name  = "UTF-8"
	utf16Name = "UTF-16"
	ansiName  = "Windows-1252"
)

// notTexts are beginnings of files that people take for texts, and what to do with them.
var notTexts = []struct{ magic, advice string }{
	{"%PDF-", "it is a PDF and not plain text: save its text as a .txt file and use that"},
	{"PK\x03\x04", "it is a packed document (.docx, .odt, .epub, .zip) and not plain text: save its text as a .txt file and use that"},
	{"\xD0\xCF\x11\xE0", "it is an Office document and not plain text: save its text as a .txt file and use that"},
	{`{\rtf`, "it is rich text (RTF) and not plain text: save its text as a .txt file and use that"},
}

var errBinary = errors.New("it is not plain text")

// decode returns the text of a file in UTF-8 and the encoding that it was in. Where that is not said by the file and
// it is not UTF-8, it is taken for Windows-1252, or for UTF-8 with faults where most letters beyond ASCII are that.
// What cannot be read becomes U+FFFD.
func decode(content []byte) (text, encoding string, err error) {
	for _, other := range notTexts {
		if bytes.HasPrefix(content, []byte(other.magic)) {
			return "", "", errors.New(other.advice)
		}
	}
	encoding = encodingOf(content)
	switch encoding {
	case utf16Name:
		content, err = utf.UTF16(utf.LittleEndian, utf.ExpectBOM).NewDecoder().Bytes(content)
	case ansiName:
		content, err = charmap.Windows1252.NewDecoder().Bytes(content)
	default:
		content = bytes.TrimPrefix(content, []byte("\xEF\xBB\xBF"))
	}
	if err != nil {
		return "", "", err
	}
	text = strings.ToValidUTF8(string(content), "\uFFFD")
	if binary(text) {
		return "", "", errBinary
	}
	return text, encoding, nil
}

func encodingOf(content []byte) string {
	if bytes.HasPrefix(content, []byte{0xFF, 0xFE}) || bytes.HasPrefix(content, []byte{0xFE, 0xFF}) {
		return utf16Name
	}
	letters, faults := 0, 0
	for i := 0; i < len(content); {
		r, size := utf8.DecodeRune(content[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			faults++
		case size > 1:
			letters++
		}
		i += size
	}
	if faults > letters {
		return ansiName
	}
	return utf8Name
}

// binary reports whether what was read as text is not: it has a zero, or more than one in a hundred characters are no
// text's.
func binary(text string) bool {
	if strings.IndexByte(text, 0) >= 0 {
		return true
	}
	all, odd := 0, 0
	for _, r := range text {
		all++
		if r == utf8.RuneError || unicode.IsControl(r) && !unicode.IsSpace(r) && r != '\x1b' {
			odd++
		}
	}
	return odd > 3 && odd*100 > all
}

// caveat says what may be wrong in a text because of how it was read.
func caveat(text, encoding string) string {
	var said []string
	if encoding == ansiName {
		said = append(said, "The file is not in UTF-8; it was read as Windows-1252, so letters with accents may be wrong.")
	}
	if strings.ContainsRune(text, utf8.RuneError) {
		said = append(said, "Some of the file could not be read; “\uFFFD” stands for it.")
	}
	return strings.Join(said, " ")
}
