package scene

// cutKey and cutText are a title and how it is shortened to a width.
type cutKey struct {
	title string
	width float64
}

type cutText struct {
	text  string
	width float64
}

// keptCuts is how many shortened titles are kept.
const keptCuts = 4096

// shortened is Shorten for labels, with the width of what is left; it is kept.
func (b *Builder) shortened(title string, width float64, m *Metrics) (string, float64) {
	key := cutKey{title, width}
	cut, ok := b.cuts[key]
	if !ok {
		if b.cuts == nil || len(b.cuts) >= keptCuts {
			b.cuts = make(map[cutKey]cutText)
		}
		cut.text = Shorten(title, width, m.labelWidth)
		cut.width = m.labelWidth(cut.text)
		b.cuts[key] = cut
	}
	return cut.text, cut.width
}
