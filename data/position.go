package data

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"
)

// position is a place in a text file as an editor shows it.
type position struct {
	line, column int // from 1; the column in characters
}

func (p position) String() string { return fmt.Sprintf("line %d, column %d", p.line, p.column) }

// advance moves the position behind part.
func (p *position) advance(part []byte) {
	if n := bytes.Count(part, []byte{'\n'}); n > 0 {
		p.line += n
		p.column = 1
		part = part[bytes.LastIndexByte(part, '\n')+1:]
	}
	p.column += utf8.RuneCount(part)
}

// positions returns the positions of sorted byte offsets into a text, in one sweep over it by blocks. What is behind an
// error of reading has the position of the last byte before it.
func positions(text io.ReaderAt, sorted []int64, block int) map[int64]position {
	found := make(map[int64]position, len(sorted))
	at, from := position{1, 1}, int64(0)
	buffer := make([]byte, max(block, utf8.UTFMax))
	for _, offset := range sorted {
		for from < offset {
			n, err := text.ReadAt(buffer[:min(int64(len(buffer)), offset-from)], from)
			part := buffer[:n]
			if err == nil && from+int64(n) < offset {
				part = withoutHalf(part)
			}
			if len(part) == 0 {
				break
			}
			at.advance(part)
			from += int64(len(part))
		}
		found[offset] = at
	}
	return found
}

// withoutHalf returns text without the beginning of a character at its end.
func withoutHalf(text []byte) []byte {
	for i := len(text) - 1; i > 0 && i > len(text)-utf8.UTFMax; i-- {
		if utf8.RuneStart(text[i]) {
			if !utf8.FullRune(text[i:]) {
				return text[:i]
			}
			break
		}
	}
	return text
}
