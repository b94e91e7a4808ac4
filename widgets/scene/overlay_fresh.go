package scene

import "math"

// Fresh is an event that a newer version of its dataset has added or changed.
type Fresh struct {
	Event int
	Added bool // else it was changed
}

// Gone is where an event was that a newer version of its dataset has removed.
type Gone struct {
	Lane  int // index in Set.Lanes
	Span  Span
	Words string // what was there
}

// Halo surrounds a mark with a fresh event.
type Halo struct {
	X0, X1, Y0, Y1 float64
	Added          bool
}

// Measures of halos, in pixels around a mark and in row heights.
const (
	haloRoom   = 5
	haloHeight = 0.4
	goneMost   = 180.0 // width of the words
)

// addFresh adds what surrounds the marks of fresh events: one halo a mark.
func (b *Builder) addFresh(o *Overlay, fresh []Fresh) {
	of := map[int]int{} // halo by mark
	for _, f := range fresh {
		at := b.scene.MarkOf(f.Event)
		if at < 0 {
			continue
		}
		if halo, ok := of[at]; ok {
			o.Halos[halo].Added = o.Halos[halo].Added && f.Added
			continue
		}
		mark := &b.scene.Marks[at]
		from, to := mark.X0, mark.X1
		if mark.Profile != nil { // it is as wide as the lane: what is meant is the event's place
			extent := Extent(b.in.Selection.Set, f.Event, b.in.Domain)
			from, to = math.Max(b.in.View.X(extent.From), from), math.Min(b.in.View.X(extent.To), to)
		} else {
			of[at] = len(o.Halos)
		}
		half := haloHeight * b.in.Metrics.Row
		o.Halos = append(o.Halos, Halo{X0: from - haloRoom, X1: to + haloRoom, Y0: mark.Y - half, Y1: mark.Y + half, Added: f.Added})
	}
}

// addGone writes what was removed, in the line of its lane's title at the place
// where it was, as far as there is room.
func (b *Builder) addGone(o *Overlay, gone []Gone) {
	m := b.in.Metrics
	for _, lane := range b.scene.Lanes {
		taken := []Span{{0, b.titleEnd(lane.Lane) + m.Gap}}
		for _, g := range gone {
			from, to := b.in.View.X(g.Span.From), b.in.View.X(g.Span.To)
			if g.Lane != lane.Lane || to < 0 || from > b.in.Size.W {
				continue
			}
			words := Shorten(g.Words, goneMost, func(s string) float64 { return m.TextWidth(s, HintText) })
			width := m.TextWidth(words, HintText)
			x := (math.Max(from, 0)+math.Min(to, b.in.Size.W))/2 - width/2
			x = math.Max(math.Min(x, b.in.Size.W-width-m.Edge), taken[0].To+m.Edge)
			room := Span{x - m.Edge, x + width + m.Edge}
			if words == "" || room.To > b.in.Size.W || meets(taken, room) {
				continue // the list of changes has it
			}
			taken = append(taken, room)
			o.Gone = append(o.Gone, Label{Text: words, X: x, Y: lane.TitleY, Width: width, Whole: words == g.Words})
		}
	}
}

// meets reports whether a stretch has anything in common with one of others.
func meets(others []Span, s Span) bool {
	for _, o := range others {
		if s.From < o.To && o.From < s.To {
			return true
		}
	}
	return false
}
