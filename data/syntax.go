package data

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// syntaxFault returns the offset of what breaks content as JSON, which json.Valid has refused, and what it is.
func syntaxFault(content []byte) (offset int, message string) {
	var raw json.RawMessage
	err := json.Unmarshal(content, &raw)
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		return describeSyntax(content, syntax)
	}
	return len(content), "this is not JSON"
}

// syntaxFaultIn returns where in the file a batch is broken and why. For encoding/json it is put into a dataset of its
// own, which is as deep and as far as the file is there.
func syntaxFaultIn(b batch) (offset int64, message string) {
	before := `{"events":[`
	if b.first > 0 {
		before += "0,"
	}
	inner, message := syntaxFault(slices.Concat([]byte(before), b.data, []byte(b.behind)))
	return b.offset + int64(max(inner-len(before), 0)), message
}

// describeSyntax returns the offset of the byte that is wrong and what is wrong with it. Go's messages are not a
// promise: one that is not known is passed on as it is.
func describeSyntax(content []byte, err *json.SyntaxError) (offset int, message string) {
	const tooShort, tooDeep = "unexpected end of JSON input", "exceeded max depth"
	if err.Error() == tooShort {
		return len(content), "the file ends too early: a quote, bracket or brace is not closed"
	}
	// The offset counts the bytes read, the wrong one included.
	offset = min(max(int(err.Offset)-1, 0), len(content))
	if strings.HasSuffix(err.Error(), tooDeep) {
		return offset, "lists and objects are nested too deeply here"
	}
	_, context, ok := strings.Cut(err.Error(), "' ")
	for _, known := range syntaxMessages() {
		if ok && strings.HasPrefix(context, known.context) {
			return offset, fmt.Sprintf(known.message, character(content[offset:]))
		}
	}
	return offset, "this is not JSON: " + err.Error()
}

type syntaxMessage struct{ context, message string }

// syntaxMessages returns plain words for what encoding/json says after "invalid character '…' ".
func syntaxMessages() []syntaxMessage {
	return []syntaxMessage{
		{"looking for beginning of value", "a value is expected here, not %s"},
		{"looking for beginning of object key string", "the name of a field in double quotes is expected here, not %s"},
		{"after object key:value pair", "a comma or } is expected here, not %s"},
		{"after object key", "a colon is expected here, not %s"},
		{"after array element", "a comma or ] is expected here, not %s"},
		{"after top-level value", "the dataset is complete before this, but %s follows"},
		{"in string literal", `a text must be on one line (write \n for a new one) and cannot contain %s`},
		{"in string escape code", `\ cannot be followed by %s (write \\ for a backslash)`},
		{`in \u hexadecimal character escape`, `\u is followed by four hexadecimal digits, not %s`},
		{"in literal", "true, false or null is expected here, not %s"},
		{"in numeric literal", "a number goes on here with a digit, not %s"},
		{"after decimal point", "a number goes on here with a digit, not %s"},
		{"in exponent", "a number goes on here with a digit, not %s"},
	}
}

// character describes the first character of content.
func character(content []byte) string {
	r, size := utf8.DecodeRune(content)
	switch {
	case size == 0:
		return "the end"
	case r == utf8.RuneError && size == 1:
		return fmt.Sprintf("the byte 0x%02X", content[0])
	case r == '\n' || r == '\r':
		return "a line break"
	case r == '\t':
		return "a tab"
	case r < ' ':
		return fmt.Sprintf("the control character U+%04X", r)
	}
	return string(r)
}
