package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/data/search"
	"dateline/widgets/palette"
)

// lineText is a text, bold from a byte on.
type lineText struct {
	text string
	bold int
}

// lineLink is a link behind a text.
type lineLink struct {
	text   string
	tapped func()
}

// How many lines of a facetLine's text are shown at most.
const (
	chosenLines = 4
	sumLines    = 2
)

// chosenLeast is for how many lines there is always room, so that the names stay
// where they are when the first of them are chosen.
const chosenLeast = 2

// facetLine is a text over a few lines with links behind it.
type facetLine struct {
	widget.BaseWidget
	text    *textMeasure
	most    int // lines of text
	least   int // lines in height
	said    lineText
	palette palette.Palette
	links   []*widget.Hyperlink
	objects []*container.ThemeOverride // of the links
	lines   [][]piece
	dots    []fyne.Position // before the links, the middle of the line
	height  float64
}

func newFacetLine(text *textMeasure, least, most int) *facetLine {
	f := &facetLine{text: text, least: least, most: most}
	f.ExtendBaseWidget(f)
	return f
}

// set sets what the line says. It is to be laid out then.
func (f *facetLine) set(p palette.Palette, said lineText, links ...lineLink) {
	f.palette, f.said = p, said
	for len(f.links) < len(links) {
		h := widget.NewHyperlink("", nil)
		h.SizeName = theme.SizeNameCaptionText
		f.links = append(f.links, h)
		f.objects = append(f.objects, container.NewThemeOverride(h, readingTheme{}))
	}
	f.links, f.objects = f.links[:len(links)], f.objects[:len(links)]
	for i, link := range links {
		f.links[i].OnTapped = link.tapped
		f.links[i].SetText(OneLine(link.text))
	}
}

const (
	linkDot  = "·"
	linkRoom = 12.0 // for a dot
)

func lineFaces() markedFaces { return marking(noteSize) }

// heightFor lays the line out and returns how high it is.
func (f *facetLine) heightFor(width float32) float32 {
	f.lines, f.dots, f.height = nil, f.dots[:0], 0
	if f.said.text == "" || width <= 0 {
		return 0
	}
	lines := textLines{text: f.text, faces: lineFaces(), width: float64(width), most: f.most}
	f.lines = lines.broken(f.said.text, []search.Range{{From: f.said.bold, To: len(f.said.text)}})
	x, y := f.end(), noteLine*float64(len(f.lines)-1)
	for i, o := range f.objects {
		size := o.MinSize()
		if x > 0 && x+linkRoom+float64(size.Width) > float64(width) {
			x, y = 0, y+noteLine
		}
		if x > 0 {
			f.dots = append(f.dots, fyne.NewPos(float32(x), float32(y+noteLine/2)))
			x += linkRoom
		}
		f.links[i].Resize(size)
		o.Resize(size)
		o.Move(fyne.NewPos(float32(x), float32(y)+(noteLine-size.Height)/2))
		x += float64(size.Width)
	}
	f.height = max(y+noteLine, noteLine*float64(f.least))
	return float32(f.height)
}

// end returns where the last line of text ends. Each has a word at least.
func (f *facetLine) end() float64 {
	line := f.lines[len(f.lines)-1]
	last := line[len(line)-1]
	return last.x + f.text.widthIn(last.text, lineFaces().of(last.marked))
}

// MinSize is that of the layout.
func (f *facetLine) MinSize() fyne.Size { return fyne.NewSize(0, float32(f.height)) }

// CreateRenderer is called by the toolkit.
func (f *facetLine) CreateRenderer() fyne.WidgetRenderer {
	r := &facetLineRenderer{f: f, brushes: brushes{text: f.text}}
	r.draw()
	return r
}

type facetLineRenderer struct {
	f *facetLine
	brushes
}

func (r *facetLineRenderer) Layout(fyne.Size)             { r.draw() }
func (r *facetLineRenderer) MinSize() fyne.Size           { return r.f.MinSize() }
func (r *facetLineRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *facetLineRenderer) Destroy()                     {}

// Refresh is called by the toolkit.
func (r *facetLineRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.objects[0])
}

func (r *facetLineRenderer) draw() {
	f := r.f
	r.begin()
	r.rect(box{}, color.NRGBA{}, 0, outline{}) // one to refresh
	y := 0.0
	for _, line := range f.lines {
		for _, p := range line {
			c := f.palette.Muted
			if p.marked {
				c = f.palette.Text
			}
			r.writeIn(p.text, p.x, y+noteLine/2, lineFaces().of(p.marked), c)
		}
		y += noteLine
	}
	for _, at := range f.dots {
		r.writeIn(linkDot, float64(at.X)+linkRoom/2-2, float64(at.Y), lineFaces().plain, f.palette.Muted)
	}
	for _, o := range f.objects {
		r.objects = append(r.objects, o)
	}
}
