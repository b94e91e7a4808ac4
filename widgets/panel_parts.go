package widgets

import (
	"fmt"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/data"
	"dateline/widgets/scene"
)

// stack lays objects out below each other with a gap, each as wide as there is
// room and as high as its text then needs.
type stack struct{ gap float32 }

// Layout is called by the toolkit.
func (s stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, y))
		y += h + s.gap
	}
}

// MinSize is called by the toolkit. The width is left open: a long word never
// widens the window.
func (s stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for i, o := range objects {
		if i > 0 {
			h += s.gap
		}
		h += o.MinSize().Height
	}
	return fyne.NewSize(40, h)
}

// readingTheme sets the panel's text without the padding that labels have of
// their own, so that text and marks stand on one edge.
type readingTheme struct{}

func (readingTheme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return fyne.CurrentApp().Settings().Theme().Color(n, v)
}

func (readingTheme) Font(s fyne.TextStyle) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Font(s)
}

func (readingTheme) Icon(n fyne.ThemeIconName) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Icon(n)
}

func (readingTheme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameInnerPadding:
		return 0
	case theme.SizeNameLineSpacing:
		return 4
	}
	return fyne.CurrentApp().Settings().Theme().Size(n)
}

// QuoteStyle is the style of quotations. The window's theme has the serif face
// for it: the toolkit measures text by style alone, so that a face of its own
// for one label would be wrapped in the wrong places.
func QuoteStyle() fyne.TextStyle { return fyne.TextStyle{Italic: true} }

// buttonTheme gives buttons within the panel the window's own padding back.
func buttonTheme(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(o, fyne.CurrentApp().Settings().Theme())
}

// newIconButton returns a flat button of an icon.
func newIconButton(icon fyne.Resource, tapped func()) fyne.CanvasObject {
	b := widget.NewButtonWithIcon("", icon, tapped)
	b.Importance = widget.LowImportance
	return buttonTheme(b)
}

// dot is a lane's marker as a widget.
type dot struct {
	widget.BaseWidget
	lane  data.Lane
	color color.NRGBA
}

const dotSize = 13

// CreateRenderer is called by the toolkit.
func (d *dot) CreateRenderer() fyne.WidgetRenderer {
	b := brushes{text: newTextMeasure()}
	b.begin()
	b.shape(scene.ShapeOf(d.lane.Marker), dotSize/2, dotSize/2, dotSize-2, d.color)
	return widget.NewSimpleRenderer(container.NewWithoutLayout(b.objects...))
}

// MinSize is called by the toolkit.
func (d *dot) MinSize() fyne.Size { return fyne.NewSize(dotSize, dotSize) }

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// supportWords says how many sources speak of the event, and how many of these
// are independent where that is not the same.
func (p *SourcePanel) supportWords(e *data.Event) string {
	var sources []int
	for _, claim := range e.Claims {
		if !slices.Contains(sources, claim.Source) {
			sources = append(sources, claim.Source)
		}
	}
	words := plural(len(sources), "source", "sources")
	switch independent := p.state.Set.Independent(sources); {
	case len(sources) < 2:
	case independent == len(sources):
		words = plural(independent, "independent source", "independent sources")
	default:
		words += ", " + plural(independent, "independent", "independent")
	}
	return words
}

// signed returns a chip with a sign before its text.
func (p *SourcePanel) signed(sign fyne.CanvasObject, text string) fyne.CanvasObject {
	back := canvas.NewRectangle(p.state.Palette.Button)
	back.CornerRadius = 11
	label := canvas.NewText(OneLine(text), p.state.Palette.Text)
	label.TextSize = 12
	return container.NewStack(back, container.New(layout.NewCustomPaddedLayout(2, 3, 9, 11),
		container.NewHBox(container.NewCenter(sign), label)))
}

// flow lays objects out beside each other, in as many lines as they need.
type flow struct{ gap float32 }

// Layout is called by the toolkit.
func (f flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x, y, line := float32(0), float32(0), float32(0)
	for _, o := range objects {
		least := o.MinSize()
		if x > 0 && x+least.Width > size.Width {
			x, y, line = 0, y+line+f.gap, 0
		}
		o.Resize(fyne.NewSize(min(least.Width, size.Width), least.Height))
		o.Move(fyne.NewPos(x, y))
		x += least.Width + f.gap
		line = max(line, least.Height)
	}
}

// MinSize is called by the toolkit: as high as the lines were last laid out.
func (f flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.Position().Y+o.MinSize().Height)
	}
	return fyne.NewSize(40, height)
}
