package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dateline/widgets/palette"
)

func chipsOf(t *testing.T, names []string, chosen map[string]bool) (*nameChips, *[]string) {
	t.Helper()
	newKeyboard(t)
	var tapped []string
	n, ok := NameLinks(names, chosen, palette.Light(), func(name string) { tapped = append(tapped, name) }).(*nameChips)
	if !ok {
		t.Fatal("these are other chips")
	}
	return n, &tapped
}

// However wide they are given, chips do not overlap, end within the width and are
// each the name that is clicked.
func TestNameLinks(t *testing.T) {
	long := strings.Repeat("A long name ", 20)
	names := []string{"Ann", "Bo", long, "Zoë Ann", "", "Ann", "أحمد", "Cy\nTy", "Dee", "Eve", "Fay"}
	n, tapped := chipsOf(t, names, nil)
	before := float32(0)
	for _, width := range []float32{800, 330, 200, 100} {
		n.Resize(fyne.NewSize(width, n.MinSize().Height))
		if n.MinSize().Height <= before || n.MinSize().Width > 40 {
			t.Errorf("%g pixels wide, it wants to be %v; before %g high", width, n.MinSize(), before)
		}
		before = n.MinSize().Height
		*tapped = nil
		for i, c := range n.chips {
			checkChip(t, n, i, width)
			n.Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(c.x0+c.x1)/2, float32(c.y0+c.y1)/2)})
		}
		n.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, chipHeight+1)}) // between two lines
		if !slices.Equal(*tapped, names) {
			t.Errorf("clicked are %q", *tapped)
		}
	}
	labels := textsOf(test.WidgetRenderer(n).Objects())
	if len(labels) != len(names) || !strings.HasSuffix(labels[2], "…") || labels[4] != "“”" || labels[7] != "Cy Ty" {
		t.Errorf("names are shown as %q", labels)
	}
}

// checkChip reports a chip that is out of bounds or over one before it.
func checkChip(t *testing.T, n *nameChips, i int, width float32) {
	t.Helper()
	c := n.chips[i]
	if c.x0 < 0 || c.x1 > float64(width) || c.y1 > float64(n.MinSize().Height) {
		t.Errorf("%g pixels wide: %q is at %+v", width, c.label, c.box)
	}
	for _, other := range n.chips[:i] {
		if c.x0 < other.x1 && other.x0 < c.x1 && c.y0 < other.y1 && other.y0 < c.y1 {
			t.Errorf("%g pixels wide: %q overlaps %q", width, c.label, other.label)
		}
	}
}

func TestNameLinks_Pointer(t *testing.T) {
	n, _ := chipsOf(t, []string{"Ann", "Bo"}, map[string]bool{"Bo": true})
	n.Resize(fyne.NewSize(300, chipHeight))
	fill := func(i int) any {
		var found []any
		for _, o := range test.WidgetRenderer(n).Objects()[1:] {
			if r, ok := o.(*canvas.Rectangle); ok {
				found = append(found, r.FillColor)
			}
		}
		return found[i]
	}
	p := n.palette
	if fill(0) != p.Button || fill(1) != p.Accent {
		t.Errorf("the chosen name is %v, the other %v", fill(1), fill(0))
	}
	n.MouseIn(mouseAt(5, 5))
	if fill(0) != p.Hover || n.Cursor() != desktop.PointerCursor {
		t.Error("a name does not look as if it could be clicked")
	}
	n.MouseMoved(mouseAt(290, 5))
	if fill(0) != p.Button || n.Cursor() != desktop.DefaultCursor {
		t.Error("empty room looks as if it could be clicked")
	}
	n.MouseOut()
}

func TestNameLinks_None(t *testing.T) {
	n, _ := chipsOf(t, nil, nil)
	n.Resize(fyne.NewSize(300, 0))
	if n.MinSize().Height != 0 || len(textsOf(test.WidgetRenderer(n).Objects())) != 0 {
		t.Errorf("no names are %v", n.MinSize())
	}
	n.Refresh()
}
