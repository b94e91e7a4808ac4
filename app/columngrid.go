package app

import "fyne.io/fyne/v2"

// columnGrid lays out rows of a name, a choice and cells: the name and the cells
// share what the choice leaves.
type columnGrid struct{}

const choiceWidth = 220

// Layout is called by the toolkit.
func (columnGrid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	name := (size.Width - choiceWidth) * 0.4
	y := float32(0)
	for i := 0; i+2 < len(objects); i += 3 {
		height := columnRow(objects[i : i+3])
		x := float32(0)
		for k, width := range []float32{name, choiceWidth, size.Width - name - choiceWidth} {
			objects[i+k].Resize(fyne.NewSize(width, height))
			objects[i+k].Move(fyne.NewPos(x, y))
			x += width
		}
		y += height + 2
	}
}

// MinSize is called by the toolkit.
func (columnGrid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(choiceWidth+200, 0)
	for i := 0; i+2 < len(objects); i += 3 {
		size.Height += columnRow(objects[i:i+3]) + 2
	}
	return size
}

func columnRow(row []fyne.CanvasObject) float32 {
	height := float32(0)
	for _, o := range row {
		height = max(height, o.MinSize().Height)
	}
	return height
}
