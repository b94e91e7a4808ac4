package widgets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
)

// storyCaption is a caption as it is set in a window.
type storyCaption struct {
	left, right storyColumn
	quotes      int // of the event
}

// pages returns how many pages there are to read, 1 where everything fits.
func (c *storyCaption) pages() int { return max(len(c.left.pages), len(c.right.pages), 1) }

// storyMeasures are where the parts of a caption stand, in pixels.
type storyMeasures struct {
	top, bottom float64 // of the columns
	left, right float64 // edges of the window's content
	split       float64 // where the right column begins
	gap         float64 // between the columns; the quotation's bar stands in it
	bar         box     // of the progress
	words       float64 // middle of the words above it
}

// The measures of a caption as parts of the window's height.
const (
	storyPad     = 1. / 36 // around
	storyGap     = 1. / 16 // between the columns
	storyBar     = 1. / 180
	storyWords   = 1. / 24 // above the bar
	headingShare = 0.33    // of the width for the left column
)

// measures returns where everything stands in a window of a size.
func measuresOf(w, h float64) storyMeasures {
	pad := math.Round(h * storyPad)
	bar := math.Max(math.Round(h*storyBar), 3)
	m := storyMeasures{top: float64(captionTop(float32(h))) + pad, left: pad, right: w - pad, gap: math.Round(h * storyGap)}
	m.split = math.Round(m.left + (m.right-m.left)*headingShare + m.gap)
	words := math.Round(h * storyWords)
	m.bar = box{0, h - bar, w, h}
	m.words = m.bar.y0 - words/2
	m.bottom = m.bar.y0 - words
	return m
}

// composed returns the caption of the state for a window of a size.
func (s *Story) composed(w, h float64) storyCaption {
	m := measuresOf(w, h)
	setter := storySetter{s.text, h}
	body, foot, quotes := s.evidence()
	return storyCaption{
		left:   setter.column(s.heading(), nil, m.split-m.gap-m.left, m.bottom-m.top),
		right:  setter.column(body, foot, m.right-m.split, m.bottom-m.top),
		quotes: quotes,
	}
}

// storyPart is a paragraph of a caption. One type size after the other is tried
// until everything fits.
type storyPart struct {
	text   string
	style  fyne.TextStyle
	sizes  []float64 // as parts of the window's height, falling
	color  color.NRGBA
	gap    float64 // above it, in lines of its own
	marker bool    // begins with the lane's marker
	chip   bool    // stands on a pill
}

// storyLine is a line of a caption as it is set.
type storyLine struct {
	text   string
	face   textFace
	color  color.NRGBA
	gap    float64 // above it where another stands there, in pixels
	height float64
	indent float64
	marker bool
	chip   bool
}

// storyColumn is a column of a caption as it is set. What does not fit in the
// least type is read page by page.
type storyColumn struct {
	lines []storyLine
	foot  []storyLine // stay below each page
	pages []int       // the first line of each
	room  float64     // pixels for a page
}

// storySetter sets columns for a window of a height.
type storySetter struct {
	text   *textMeasure
	height float64
}

// leastType is the least type size in pixels, for very low windows.
const leastType = 9

// face returns a paragraph's type at a step: in whole pixels, as each size is
// measured anew.
func (s *storySetter) face(p *storyPart, step int) textFace {
	size := p.sizes[min(step, len(p.sizes)-1)] * s.height
	return textFace{float32(math.Max(math.Round(size), leastType)), p.style}
}

// markerRoom is the width of a lane's marker and the space after it, in type
// sizes.
const markerRoom = 1.1

// pillPad is the space on either side of the words on a pill, in type sizes.
const pillPad = 0.55

// lines sets paragraphs at a step.
func (s *storySetter) lines(parts []storyPart, step int, width float64) []storyLine {
	var lines []storyLine
	for i := range parts {
		p := &parts[i]
		face := s.face(p, step)
		line := storyLine{face: face, color: p.color, height: float64(s.text.height(face)), marker: p.marker, chip: p.chip}
		line.gap = math.Round(p.gap * line.height)
		switch {
		case p.marker:
			line.indent = math.Round(float64(face.size) * markerRoom)
		case p.chip:
			line.indent = math.Round(float64(face.size) * pillPad)
		}
		measure := func(text string) float64 { return s.text.widthIn(text, face) }
		for _, line.text = range wrapped(p.text, math.Max(width-2*line.indent-1, 1), measure) {
			lines = append(lines, line)
			line.gap, line.marker = 0, false
		}
	}
	return lines
}

// mostFoot is the largest share of a column that stays below its pages.
const mostFoot = 0.5

// column sets paragraphs and a foot in a width and height of pixels, in the
// largest type in which they fit. A foot that would take most of the column is
// read with the rest.
func (s *storySetter) column(parts, foot []storyPart, width, height float64) storyColumn {
	c := storyColumn{foot: s.lines(foot, 0, width)}
	if heightOf(c.foot) > height*mostFoot {
		parts, c.foot = append(parts[:len(parts):len(parts)], foot...), nil
	}
	steps := 1
	for i := range parts {
		steps = max(steps, len(parts[i].sizes))
	}
	c.room = height - heightOf(c.foot) - c.footGap()
	for step := range steps {
		if c.lines = s.lines(parts, step, width); heightOf(c.lines) <= c.room {
			break
		}
	}
	c.pages = pagesOf(c.lines, c.room)
	return c
}

// footGap is the space between a page and the foot.
func (c *storyColumn) footGap() float64 {
	if len(c.foot) == 0 {
		return 0
	}
	return math.Round(c.foot[0].height * 0.4)
}

func heightOf(lines []storyLine) float64 {
	sum := 0.0
	for i := range lines {
		sum += lines[i].height
		if i > 0 {
			sum += lines[i].gap
		}
	}
	return sum
}

// pagesOf returns the first line of each page of lines in a height. A page begins
// with the line that the one before ends with, so that the eye finds its place.
func pagesOf(lines []storyLine, height float64) []int {
	pages := []int{0}
	for from := 0; ; {
		to := pageEnd(lines, from, height)
		if to >= len(lines) {
			return pages
		}
		from = max(to-1, from+1)
		pages = append(pages, from)
	}
}

// pageEnd returns the line after the last one of a page: at least one is on it.
func pageEnd(lines []storyLine, from int, height float64) int {
	for to := from + 1; to < len(lines); to++ {
		if heightOf(lines[from:to+1]) > height {
			return to
		}
	}
	return len(lines)
}

// shown returns the lines of a page, of the last one for a page beyond.
func (c *storyColumn) shown(page int) []storyLine {
	if len(c.pages) == 0 {
		return nil
	}
	from := c.pages[min(page, len(c.pages)-1)]
	return c.lines[from:pageEnd(c.lines, from, c.room)]
}
