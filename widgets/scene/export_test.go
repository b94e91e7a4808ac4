package scene

// Together returns the events that stand in one mark with an event at the zoom
// of a view, whether it is in view or not.
func (b *Builder) Together(in Input, event int) Members {
	l := b.layout(in)
	scale := level(b.key.reference, in.View.Scale)
	switch lane, _ := l.find(in.Selection, event, scale); {
	case lane == nil:
		return Members{}
	case lane.dense != nil:
		_, with := lane.dense.place(event, scale)
		return with
	default:
		return lane.item(event).members()
	}
}
