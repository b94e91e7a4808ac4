package data

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Problem is one thing that is wrong with a dataset file.
type Problem struct {
	File    string // the name given to Parse
	Line    int    // from 1
	Column  int    // from 1, counting characters (code points), not bytes
	Path    string // where in the dataset, such as events[3].date; "" for the whole file or for broken JSON
	Message string // one line, without a full stop
}

// String returns the problem on one line, "FILE:LINE:COLUMN: PATH: message", without the path where it is "".
func (p Problem) String() string {
	if p.Path == "" {
		return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
	}
	return fmt.Sprintf("%s:%d:%d: %s: %s", p.File, p.Line, p.Column, p.Path, p.Message)
}

// Problems is everything that is wrong with a dataset file, in the order of the file. It is an error. Where there is
// more than a reader could use, the last one only says how many more there are.
type Problems []Problem

// Error returns the problems, one a line.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.String()
	}
	return strings.Join(lines, "\n")
}

// position is a place in a text file as an editor shows it.
type position struct {
	line, column int // from 1; the column in characters
}

func (p position) String() string { return fmt.Sprintf("line %d, column %d", p.line, p.column) }

// positions returns the positions of sorted byte offsets into content, in one sweep over it.
func positions(content []byte, sorted []int) map[int]position {
	found := make(map[int]position, len(sorted))
	at, from := position{1, 1}, 0
	for _, offset := range sorted {
		part := content[from:offset]
		if n := bytes.Count(part, []byte{'\n'}); n > 0 {
			at.line += n
			at.column = 1
			part = part[bytes.LastIndexByte(part, '\n')+1:]
		}
		at.column += utf8.RuneCount(part)
		found[offset], from = at, offset
	}
	return found
}
