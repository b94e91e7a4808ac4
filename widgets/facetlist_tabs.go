package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/data/facets"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// facetTabs are the kinds beside each other, of which one is shown.
type facetTabs struct {
	widget.BaseWidget
	list    *FacetList
	text    *textMeasure
	focused bool
	over    int // the kind under the pointer, -1 for none
}

var (
	_ fyne.Tappable     = (*facetTabs)(nil)
	_ fyne.Focusable    = (*facetTabs)(nil)
	_ desktop.Hoverable = (*facetTabs)(nil)
)

func newFacetTabs(l *FacetList, text *textMeasure) *facetTabs {
	t := &facetTabs{list: l, text: text, over: -1}
	t.ExtendBaseWidget(t)
	return t
}

// MinSize leaves the width open.
func (t *facetTabs) MinSize() fyne.Size { return fyne.NewSize(0, tabHeight) }

// at returns the kind at a place.
func (t *facetTabs) at(x float32) int {
	return max(0, min(int(x/t.Size().Width*float32(len(facets.Kinds))), len(facets.Kinds)-1))
}

// Tapped shows another kind.
func (t *facetTabs) Tapped(ev *fyne.PointEvent) {
	takeKeyboard(t)
	if kind := facets.Kinds[t.at(ev.Position.X)]; kind != t.list.state.Kind {
		t.list.On.Kind(kind)
	}
}

// MouseIn is called by the toolkit.
func (t *facetTabs) MouseIn(ev *desktop.MouseEvent) { t.MouseMoved(ev) }

// MouseMoved is called by the toolkit.
func (t *facetTabs) MouseMoved(ev *desktop.MouseEvent) { t.hover(t.at(ev.Position.X)) }

// MouseOut is called by the toolkit.
func (t *facetTabs) MouseOut() { t.hover(-1) }

func (t *facetTabs) hover(over int) {
	if over != t.over {
		t.over = over
		t.Refresh()
	}
}

// FocusGained is called by the toolkit.
func (t *facetTabs) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost is called by the toolkit.
func (t *facetTabs) FocusLost() { t.focused = false; t.Refresh() }

// TypedRune passes a letter on.
func (t *facetTabs) TypedRune(r rune) { t.list.typedRune(r) }

// TypedKey shows the kind beside; other keys are those of the list.
func (t *facetTabs) TypedKey(key *fyne.KeyEvent) {
	if key.Name != fyne.KeySpace { // on a name it chooses that
		t.list.typedKey(key)
	}
}

// CreateRenderer is called by the toolkit.
func (t *facetTabs) CreateRenderer() fyne.WidgetRenderer {
	r := &facetTabsRenderer{t: t, brushes: brushes{text: t.text}}
	r.draw()
	return r
}

type facetTabsRenderer struct {
	t *facetTabs
	brushes
}

func (r *facetTabsRenderer) Layout(fyne.Size)             { r.draw() }
func (r *facetTabsRenderer) MinSize() fyne.Size           { return r.t.MinSize() }
func (r *facetTabsRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *facetTabsRenderer) Destroy()                     {}

// Refresh is called by the toolkit.
func (r *facetTabsRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.objects[0])
}

func (r *facetTabsRenderer) draw() {
	t, p := r.t, r.t.list.state.Palette
	r.begin()
	w := float64(t.Size().Width)
	line := outline{}
	if t.focused {
		line = outline{p.Accent, 1.5}
	}
	r.rect(box{0, 0, w, tabHeight}, p.Button, 7, line)
	each := w / float64(len(facets.Kinds))
	for i, kind := range facets.Kinds {
		x := each * float64(i)
		edges := box{x + 3, 3, x + each - 3, tabHeight - 3}
		face, c := textFace{size: titleSize}, p.Muted
		switch {
		case kind == t.list.state.Kind:
			face, c = marking(titleSize).marked, p.Text
			r.rect(edges, p.Surface, 5, outline{p.Line, 1})
		case i == t.over:
			c = p.Text
			r.rect(edges, palette.Fade(p.Text, 0.07), 5, outline{})
		}
		measure := func(s string) float64 { return t.text.widthIn(s, face) }
		label := scene.Shorten(kind.Words(), each-4, measure)
		r.writeIn(label, x+(each-measure(label))/2, tabHeight/2, face, c)
	}
}
