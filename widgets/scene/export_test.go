package scene

// Together returns the events that stand in one mark with an event at the
// zoom of a view, whether it is in view or not.
func (b *Builder) Together(in Input, event int) []int {
	l := b.layout(in)
	if _, it := l.find(event); it != nil {
		return it.events
	}
	return nil
}
