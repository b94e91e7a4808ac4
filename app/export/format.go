package export

import (
	"fmt"
	"path/filepath"
	"strings"
)

// Format is a kind of file.
type Format uint8

// The formats.
const (
	PNG Format = iota
	SVG
)

// String returns the format's name.
func (f Format) String() string {
	if f == SVG {
		return "SVG"
	}
	return "PNG"
}

// FormatOf returns the format that the ending of a file's name stands for, in
// capitals or not. For any other the error names those that there are.
func FormatOf(path string) (Format, error) {
	ending := filepath.Ext(path)
	switch strings.ToLower(ending) {
	case ".png":
		return PNG, nil
	case ".svg":
		return SVG, nil
	case "":
		return 0, fmt.Errorf("%q has no ending: a chart is a .png or a .svg file", path)
	}
	return 0, fmt.Errorf("%q: there is no chart with the ending %s: it is .png or .svg", path, ending)
}
