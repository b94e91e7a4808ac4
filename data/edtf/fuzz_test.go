package edtf

import (
	"errors"
	"testing"
	"unicode/utf8"
)

// FuzzParse checks what holds for any text. What it finds goes into the tables, which are its seeds.
func FuzzParse(f *testing.F) {
	for _, c := range levelCases {
		f.Add(c.text)
	}
	for _, c := range moreCases {
		f.Add(c.text)
	}
	for _, c := range badCases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(text)
		if err == nil {
			checkInvariants(t, d)
			return
		}
		var e *Error
		if !errors.As(err, &e) {
			t.Fatalf("error of type %T", err)
		}
		if e.Text != text || e.Offset < 0 || e.Offset > len(text) {
			t.Errorf("offset %d of %q, text %q", e.Offset, text, e.Text)
		}
		if e.Message == "" || e.Caret() == "" || !utf8.ValidString(e.Error()) || !utf8.ValidString(e.Message) {
			t.Errorf("message %q", e.Error())
		}
	})
}
