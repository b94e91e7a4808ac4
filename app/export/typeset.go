package export

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"dateline/data/visible"
	"dateline/widgets/scene"
)

// line is a text as it is drawn: its glyphs in place.
type line struct {
	text string
	face face
	*setText
}

// width returns the line's width in pixels.
func (l line) width() float64 { return l.ems * l.face.size }

// outlines returns the areas that the line's words cover, from x on and with the
// baseline at y.
func (l line) outlines(x, y float64) iter.Seq[path] {
	return func(yield func(path) bool) {
		for _, word := range l.words {
			var area path
			for _, g := range word {
				area = append(area, g.shape.placed(x+g.at.X*l.face.size, y+g.at.Y*l.face.size, l.face.size)...)
			}
			if !yield(area) {
				return
			}
		}
	}
}

// setText is a text set at size 1: lengths grow with the size, since nothing is
// hinted.
type setText struct {
	words   [][]glyph // between spaces
	ems     float64   // width
	missing []rune    // characters that no embedded font has, drawn as boxes
}

// glyph is a shape and where its origin stands on the line.
type glyph struct {
	shape path
	at    scene.Point
}

// typesetter turns texts into glyphs: right-to-left runs in their place,
// letters joined as their script wants it, a font found for each character. It
// remembers every text. It is not safe for use from several goroutines.
type typesetter struct {
	fonts    [2]*chain // regular and bold
	segments shaping.Segmenter
	shaper   shaping.HarfbuzzShaper
	texts    map[textKey]*setText
	shapes   map[shapeKey]path
}

type textKey struct {
	text string
	bold bool
}

type shapeKey struct {
	face *font.Face
	id   font.GID
}

// newTypesetter returns a typesetter with the embedded fonts. An error means a
// broken build.
func newTypesetter() (*typesetter, error) {
	t := &typesetter{texts: make(map[textKey]*setText), shapes: make(map[shapeKey]path)}
	for i := range t.fonts {
		fonts, err := newChain(i == 1)
		if err != nil {
			return nil, err
		}
		t.fonts[i] = fonts
	}
	t.shaper.SetFontCacheSize(2 * 3) // each chain may come to have three
	return t, nil
}

// line returns a text set in a face. Line breaks become spaces.
func (t *typesetter) line(text string, f face) line {
	key := textKey{text, f.bold}
	set, ok := t.texts[key]
	if !ok {
		set = t.set([]rune(plain(text)), f.bold)
		t.texts[key] = set
	}
	return line{text, f, set}
}

// width returns the width in pixels of a text set in a face.
func (t *typesetter) width(text string, f face) float64 { return t.line(text, f).width() }

// plain returns the text as one line of characters that can be shown: white space
// is spaces, and signs stand for what the reader of an SVG file would obey.
func plain(text string) string {
	return visible.Line(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) && (unicode.IsControl(r) || r == '\u2028' || r == '\u2029') {
			return ' '
		}
		return r
	}, text))
}

// unit is the size in pixels at which texts are shaped; the shaper takes whole
// numbers, and returns 64ths of a pixel.
const unit = 1024

func (t *typesetter) set(text []rune, bold bool) *setText {
	set := new(setText)
	if len(text) == 0 {
		return set
	}
	fonts := t.fonts[0]
	if bold {
		fonts = t.fonts[1]
	}
	runs := t.segments.Split(shaping.Input{Text: text, RunEnd: len(text), Size: fixed.I(unit)}, fonts)
	for _, run := range visual(slices.Clone(runs)) {
		t.setRun(set, run)
	}
	set.missing = missing(fonts, text)
	return set
}

// setRun adds the glyphs of a run of one font and one direction to the line.
func (t *typesetter) setRun(set *setText, run shaping.Input) {
	for _, g := range t.shaper.Shape(run).Glyphs {
		at := scene.Point{X: set.ems + ems(g.XOffset), Y: -ems(g.YOffset)}
		if shape := t.shape(run.Face, g.GlyphID); len(shape) > 0 {
			set.add(glyph{shape, at})
		} else if g.XAdvance > 0 {
			set.words = append(set.words, nil)
		}
		set.ems += ems(g.XAdvance)
	}
}

// add adds a glyph to the last word.
func (s *setText) add(g glyph) {
	if len(s.words) == 0 {
		s.words = append(s.words, nil)
	}
	last := &s.words[len(s.words)-1]
	*last = append(*last, g)
}

func ems(length fixed.Int26_6) float64 { return float64(length) / 64 / unit }

// shape returns a glyph's outline at size 1, the y axis pointing down.
func (t *typesetter) shape(face *font.Face, id font.GID) path {
	key := shapeKey{face, id}
	if shape, ok := t.shapes[key]; ok {
		return shape
	}
	var shape path
	if outline, ok := face.GlyphData(id).(font.GlyphOutline); ok {
		shape = outlinePath(outline, 1/float64(face.Upem()))
	}
	t.shapes[key] = shape
	return shape
}

func outlinePath(outline font.GlyphOutline, scale float64) path {
	at := func(p ot.SegmentPoint) scene.Point {
		return scene.Point{X: float64(p.X) * scale, Y: -float64(p.Y) * scale}
	}
	p := make(path, 0, len(outline.Segments))
	for _, s := range outline.Segments {
		switch s.Op {
		case ot.SegmentOpMoveTo:
			p = append(p, step{verb: moveTo, p: at(s.Args[0])})
		case ot.SegmentOpLineTo:
			p = append(p, step{verb: lineTo, p: at(s.Args[0])})
		case ot.SegmentOpQuadTo:
			p = append(p, step{quadTo, at(s.Args[0]), at(s.Args[1])})
		}
	}
	return p
}

// missing returns the characters of the text that no font has, and that are
// not invisible by their nature.
func missing(fonts *chain, text []rune) []rune {
	var none []rune
	for _, r := range text {
		if unicode.IsSpace(r) || harfbuzz.IsDefaultIgnorable(r) {
			continue
		}
		if _, ok := fonts.ResolveFace(r).NominalGlyph(r); !ok {
			none = append(none, r)
		}
	}
	return none
}
