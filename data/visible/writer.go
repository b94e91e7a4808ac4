package visible

import (
	"io"
	"unicode/utf8"
)

// Writer writes what is for people to a terminal, a pipe or a file, with the signs of [Text]: no escape sequence of a
// dataset gets there. It keeps the beginning of a character, or a carriage return, until what follows is written; [Writer.Flush]
// writes what is left. It is not safe for use from several goroutines.
type Writer struct {
	to    io.Writer
	signs func(string) string
	kept  []byte
}

// NewWriter returns a writer to another.
func NewWriter(to io.Writer) *Writer { return &Writer{to: to, signs: Text} }

// NewJSONWriter returns a writer of JSON to another, with the escapes of [JSON] instead of signs.
func NewJSONWriter(to io.Writer) *Writer { return &Writer{to: to, signs: JSON} }

// Write implements [io.Writer]. The error is that of the other writer; of what was given to it nothing counts as written
// then.
func (w *Writer) Write(p []byte) (int, error) {
	whole := append(w.kept, p...)
	end := len(whole) - unfinished(whole)
	w.kept = append([]byte(nil), whole[end:]...)
	if err := w.write(whole[:end]); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Flush writes the beginning of a character that has no end, and a carriage return at the end as its sign.
func (w *Writer) Flush() error {
	kept := w.kept
	w.kept = nil
	return w.write(kept)
}

func (w *Writer) write(p []byte) error {
	if len(p) == 0 {
		return nil
	}
	_, err := io.WriteString(w.to, w.signs(string(p)))
	return err
}

// unfinished returns how many bytes at the end cannot be judged before the next ones are known.
func unfinished(p []byte) int {
	if n := len(p); n > 0 && p[n-1] == '\r' {
		return 1
	}
	for size := 1; size < utf8.UTFMax && size <= len(p); size++ {
		if tail := p[len(p)-size:]; utf8.RuneStart(tail[0]) {
			if utf8.FullRune(tail) {
				return 0
			}
			return size
		}
	}
	return 0
}
