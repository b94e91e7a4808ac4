package data

import (
	"fmt"
	"strings"
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
