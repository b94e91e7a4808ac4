package widgets

// act does what a click on something means.
func (t *Timeline) act(on target, double bool) {
	p := &t.pointer
	switch {
	case t.state.Measuring:
		t.pick(on)
	case on.kind == clusterTarget:
		if !double && t.On.Cluster != nil {
			t.On.Cluster(t.scene.Marks[p.mark].Events, float64(p.at.X))
		}
	case on.kind == hintTarget:
		if t.On.Reveal != nil {
			t.On.Reveal(on.event)
		}
	case on.kind == eventTarget:
		t.clickEvent(on.event, double)
	case double && t.On.FitAll != nil:
		t.On.FitAll()
	}
}

// pick chooses a place to measure from or to: an event, or the instant under
// the pointer.
func (t *Timeline) pick(on target) {
	event := -1
	if on.kind == eventTarget {
		event = on.event
	}
	if t.On.Pick != nil {
		t.On.Pick(event, t.state.View.Time(float64(t.pointer.at.X)))
	}
}

func (t *Timeline) clickEvent(event int, double bool) {
	switch {
	case double && t.On.FitEvent != nil:
		t.On.FitEvent(event)
	case t.On.Select != nil:
		t.On.Select(event)
	}
}
