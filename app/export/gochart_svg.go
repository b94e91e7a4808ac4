package export

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"math"
	"strings"

	chart "github.com/wcharczuk/go-chart/v2"

	"dateline/widgets/scene"
)

// vectorUnits is how many of go-chart's whole pixels make one of ours: its
// coordinates have no fractions, and outlines of letters need them.
const vectorUnits = 100

// vectorRenderer draws on go-chart's SVG. That writes colours in a way that few
// programs read, with one digit of opacity, and texts unescaped; so each
// element gets a class instead, which Save replaces by attributes, and each
// text is escaped.
type vectorRenderer struct {
	chart.Renderer
	size   scene.Size
	sheet  styleSheet
	ramps  gradients
	escape bytes.Buffer
}

var (
	_ chart.Renderer = (*vectorRenderer)(nil)
	_ canvas         = (*vectorRenderer)(nil)
)

func newVectorRenderer(p *picture) chart.RendererProvider {
	return func(width, height int) (chart.Renderer, error) {
		svg, err := chart.SVG(width, height)
		if err != nil {
			return nil, err
		}
		return &vectorRenderer{Renderer: svg, size: p.size}, nil
	}
}

// Save writes the SVG, with its size in pixels.
func (r *vectorRenderer) Save(w io.Writer) error {
	var drawn bytes.Buffer
	if err := r.Renderer.Save(&drawn); err != nil {
		return err
	}
	return r.finish(w, drawn.String())
}

func (r *vectorRenderer) rect(b box, c color.NRGBA) {
	x0, y0 := math.Round(b.x0), math.Round(b.y0)
	whole := box{x0, y0, math.Max(x0+1, math.Round(b.x1)), math.Max(y0+1, math.Round(b.y1))}
	r.fill(rounded(whole, 0), c)
}

// ramp draws all of a bar as one shape with a gradient, so that there are no
// seams at any size.
func (r *vectorRenderer) ramp(areas []box, segments []scene.Segment, c color.NRGBA) {
	if len(segments) == 0 {
		return
	}
	var all path
	for _, area := range areas {
		area.y0, area.y1 = math.Round(area.y0), math.Round(area.y1)
		all = append(all, rounded(area, 0)...)
	}
	r.SetClassName(r.sheet.class(fmt.Sprintf(`fill="url(#%s)"`, r.ramps.id(segments, c))))
	r.draw(all)
}

func (r *vectorRenderer) fill(p path, c color.NRGBA) {
	r.SetClassName(r.sheet.class(fillOf(c)))
	r.draw(p)
}

// draw draws a path in the class that is set. Each place is given as the way
// there from the one before, which makes outlines of letters half as long; the
// commands in finish say so.
func (r *vectorRenderer) draw(p path) {
	var x, y int
	for i, s := range p {
		if s.verb == moveTo {
			if i > 0 {
				r.Close()
			}
			x, y = whole(s.p)
			r.MoveTo(x, y)
			continue
		}
		toX, toY := whole(s.p)
		if s.verb == quadTo {
			cx, cy := whole(s.c)
			r.QuadCurveTo(cx-x, cy-y, toX-x, toY-y)
		} else {
			r.LineTo(toX-x, toY-y)
		}
		x, y = toX, toY
	}
	r.Close()
	r.Fill()
}

func whole(p scene.Point) (x, y int) {
	return int(math.Round(p.X * vectorUnits)), int(math.Round(p.Y * vectorUnits))
}

// text draws the outlines, so that the text looks the same and keeps its width
// in a viewer without our fonts, and over them the text itself, unseen, for
// whoever searches, copies or listens to it.
func (r *vectorRenderer) text(x, y float64, l line, c color.NRGBA) {
	var outline path
	for word := range l.outlines(x, y) {
		outline = append(outline, word...)
	}
	if len(outline) == 0 {
		return
	}
	r.fill(outline, c)
	attributes := fmt.Sprintf(`font-size="%.0f" textLength="%.0f" lengthAdjust="spacingAndGlyphs" fill-opacity="0"`,
		l.face.size*vectorUnits, l.width()*vectorUnits)
	if l.face.bold {
		attributes = `font-weight="bold" ` + attributes
	}
	r.SetClassName(r.sheet.class(attributes))
	left, baseline := whole(scene.Point{X: x, Y: y})
	r.Text(r.escaped(plain(l.text)), left, baseline)
}

func (r *vectorRenderer) escaped(text string) string {
	r.escape.Reset()
	_ = xml.EscapeText(&r.escape, []byte(text)) // a buffer takes everything
	return r.escape.String()
}

// finish writes what go-chart drew, one element a line, with our header and
// with attributes instead of classes. Escaped texts have neither quotation
// marks nor angle brackets, hence what is looked for is markup.
func (r *vectorRenderer) finish(w io.Writer, drawn string) error {
	_, drawn, _ = strings.Cut(drawn, ">") // its header
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%g" height="%g" viewBox="0 0 %.0f %.0f"`,
		r.size.W, r.size.H, r.size.W*vectorUnits, r.size.H*vectorUnits)
	b.WriteString(` font-family="'Noto Sans', sans-serif">` + "\n")
	r.ramps.write(&b)
	for {
		before, rest, found := strings.Cut(drawn, `class="`)
		b.WriteString(markup.Replace(before))
		if !found {
			break
		}
		class, rest, _ := strings.Cut(rest, `"`)
		b.WriteString(r.sheet.attributes(class))
		drawn = rest
	}
	b.WriteString("\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// markup sets each element on a line of its own, takes out what go-chart leaves
// between attributes, and makes relative commands of those in draw.
var markup = strings.NewReplacer("/><", "/>\n<", "</text><", "</text>\n<", "<path  ", "<path ",
	"\nM ", "M", "\nL ", "l", "\nQ", "q", "\nZ", "z")
