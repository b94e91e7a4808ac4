package export

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"

	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// styleSheet numbers the looks of SVG elements, so that a class can stand for
// one while the file is made. The zero value is empty.
type styleSheet struct {
	looks []string
	index map[string]int
}

// class returns the class that stands for attributes.
func (s *styleSheet) class(attributes string) string {
	i, ok := s.index[attributes]
	if !ok {
		if s.index == nil {
			s.index = make(map[string]int)
		}
		i = len(s.looks)
		s.index[attributes] = i
		s.looks = append(s.looks, attributes)
	}
	return "look" + strconv.Itoa(i)
}

// attributes returns what a class stands for; go-chart adds words to it, such
// as "fill". A class of another kind is one that is not to be seen.
func (s *styleSheet) attributes(class string) string {
	name, _, _ := strings.Cut(class, " ")
	i, err := strconv.Atoi(strings.TrimPrefix(name, "look"))
	if err != nil || i >= len(s.looks) {
		return `fill="none"`
	}
	return s.looks[i]
}

// fillOf returns the attributes of an area in a colour.
func fillOf(c color.NRGBA) string { return paint("fill", "fill-opacity", c) }

func paint(name, opacity string, c color.NRGBA) string {
	text := fmt.Sprintf(`%s="#%02x%02x%02x"`, name, c.R, c.G, c.B)
	if c.A < 255 {
		text += fmt.Sprintf(` %s="%.3g"`, opacity, float64(c.A)/255)
	}
	return text
}

// gradients are the different ways in which bars fade, as SVG has them. The
// zero value is empty.
type gradients struct {
	stops []string
	index map[string]int
}

// id returns the name of the gradient of a bar.
func (g *gradients) id(segments []scene.Segment, c color.NRGBA) string {
	x0, x1 := segments[0].X0, segments[len(segments)-1].X1
	stops, last := "", ""
	for _, s := range segments {
		for _, end := range [2][2]float64{{s.X0, s.A0}, {s.X1, s.A1}} {
			look := paint("stop-color", "stop-opacity", palette.Fade(c, end[1]))
			if next := fmt.Sprintf(`<stop offset="%.4g" %s/>`, (end[0]-x0)/(x1-x0), look); next != last {
				stops, last = stops+next, next
			}
		}
	}
	i, ok := g.index[stops]
	if !ok {
		if g.index == nil {
			g.index = make(map[string]int)
		}
		i = len(g.stops)
		g.index[stops] = i
		g.stops = append(g.stops, stops)
	}
	return "fade" + strconv.Itoa(i)
}

func (g *gradients) write(b *strings.Builder) {
	if len(g.stops) == 0 {
		return
	}
	b.WriteString("<defs>\n")
	for i, stops := range g.stops {
		fmt.Fprintf(b, `<linearGradient id="fade%d">%s</linearGradient>`+"\n", i, stops)
	}
	b.WriteString("</defs>\n")
}
