package export

import (
	"bytes"
	"fmt"

	"github.com/go-text/typesetting/font"

	"dateline/assets"
)

// chain is the embedded fonts of a weight in the order in which they are asked
// for a character. No font of the system is, so that a chart is the same on
// every machine. It implements shaping.Fontmap.
type chain struct {
	faces []*font.Face
	later [][]byte // fonts that no character has needed so far
}

// newChain returns the fonts of a weight. Arabic and Hebrew have only one.
func newChain(bold bool) (*chain, error) {
	first := assets.Sans
	if bold {
		first = assets.SansBold
	}
	f, err := font.ParseTTF(bytes.NewReader(first))
	if err != nil {
		return nil, fmt.Errorf("read an embedded font: %w", err)
	}
	return &chain{faces: []*font.Face{f}, later: [][]byte{assets.SansArabic, assets.SansHebrew}}, nil
}

// ResolveFace returns the first font that has the character, else the first of
// all, which has a box for it.
func (c *chain) ResolveFace(r rune) *font.Face {
	for i := 0; i < len(c.faces) || c.more(); i++ {
		if _, ok := c.faces[i].NominalGlyph(r); ok {
			return c.faces[i]
		}
	}
	return c.faces[0]
}

// more reads the next font and reports whether there is one. One that cannot
// be read is passed over: its characters are then reported as missing.
func (c *chain) more() bool {
	for len(c.later) > 0 {
		f, err := font.ParseTTF(bytes.NewReader(c.later[0]))
		c.later = c.later[1:]
		if err == nil {
			c.faces = append(c.faces, f)
			return true
		}
	}
	return false
}
