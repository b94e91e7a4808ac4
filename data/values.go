package data

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"dateline/data/edtf"
)

// The functions of this file judge single values. They return nil for good ones.

// readDate reads a date that may not be left out.
func readDate(text string) (edtf.Date, *fault) {
	date, err := edtf.Parse(text)
	if err == nil {
		return date, nil
	}
	f := wrong(err.Error())
	if bad, ok := errors.AsType[*edtf.Error](err); ok {
		f = &fault{message: quote(text) + " is not a date in EDTF: " + bad.Message, inner: bad.Offset}
	}
	return edtf.Date{}, f
}

// readOptionalDate returns the zero date for "".
func readOptionalDate(text string) (edtf.Date, *fault) {
	if text == "" {
		return edtf.Date{}, nil
	}
	return readDate(text)
}

// badIdentifier wants [a-z0-9][a-z0-9-]*.
func badIdentifier(text string) *fault {
	if text == "" {
		return wrong("an identifier cannot be empty")
	}
	for i, r := range text {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' && i > 0 {
			continue
		}
		return &fault{inner: i, message: fmt.Sprintf("%s is not an identifier: %q cannot stand here, only a to z, "+
			"0 to 9 and, after the first character, -", quote(text), r)}
	}
	return nil
}

func badBlank(text string) *fault {
	if strings.TrimSpace(text) == "" {
		return wrong("this cannot be empty")
	}
	return nil
}

// badColor wants #RRGGBB, or "" for none.
func badColor(text string) *fault {
	if text == "" {
		return nil
	}
	digits, ok := strings.CutPrefix(text, "#")
	if !ok || len(digits) != 6 || strings.Trim(digits, "0123456789abcdefABCDEF") != "" {
		return wrong(quote(text) + " is not a colour written as #RRGGBB, such as #C77700")
	}
	return nil
}

// badChoice wants one of the allowed words.
func badChoice[T ~string](text, noun string, allowed []T) *fault {
	if slices.Contains(allowed, T(text)) {
		return nil
	}
	words := make([]string, len(allowed))
	for i, word := range allowed {
		words[i] = string(word)
	}
	return wrong(fmt.Sprintf("%s is not a %s; allowed are %s", quote(text), noun, strings.Join(words, ", ")))
}

// badURL wants an absolute address of the web, or "" for none.
func badURL(text string) *fault {
	if text == "" {
		return nil
	}
	address, err := url.Parse(text)
	switch {
	case err != nil:
		var inner *url.Error
		if errors.As(err, &inner) {
			err = inner.Err
		}
		return wrong(quote(text) + " is not an address: " + err.Error())
	case address.Scheme != "http" && address.Scheme != "https", address.Host == "":
		return wrong(quote(text) + " is not an address that begins with http:// or https:// and a host")
	}
	return nil
}

// badFile wants a slash-separated path that stays within the dataset's folder on every system, or "" for none.
func badFile(text string) *fault {
	drive := len(text) >= 2 && text[1] == ':' && (text[0]|0x20) >= 'a' && (text[0]|0x20) <= 'z'
	why := ""
	switch {
	case strings.Contains(text, `\`):
		why = "folders are separated by /, not by a backslash"
	case strings.HasPrefix(text, "/") || drive:
		why = "it must be relative to the dataset's folder"
	case slices.Contains(strings.Split(text, "/"), ".."):
		why = "it must not leave the dataset's folder by .."
	case strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r == 0x7F }):
		why = "it contains a control character"
	default:
		return nil
	}
	return wrong(quote(text) + " is not a file that can be read: " + why)
}
