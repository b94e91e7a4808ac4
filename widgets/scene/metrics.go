package scene

// TextStyle is the role of a text; each painter has a font and a size for it.
type TextStyle uint8

// The roles of text in a scene.
const (
	LabelText   TextStyle = iota // an event's title beside its mark
	HintText                     // an event just outside the view
	CountText                    // the number in a cluster
	TickText                     // lower tier of the axis
	StrongTick                   // lower tier, a round number
	UpperTick                    // upper tier of the axis
	LaneText                     // a lane's title
	MinimapText                  // the minimap's axis
)

// Metrics are the painter's measures in pixels.
type Metrics struct {
	// TextWidth returns the width of a text. It is asked for the same texts
	// again and again: the painter caches.
	TextWidth func(text string, style TextStyle) float64

	Axis       float64 // height of the axis, both tiers
	LaneHeader float64 // height of a lane's title above its rows
	LaneFoot   float64 // free space below a lane's last row
	Row        float64 // height of a row
	Mark       float64 // width and height of a marker
	Bar        float64 // height of a bar
	Gap        float64 // between a mark and its label
	Space      float64 // at least between two neighbours in a row
	Edge       float64 // labels keep this far from the left and right edge
}

// ScreenMetrics returns the measures that the window uses, and the chart at
// scale 1.
func ScreenMetrics(textWidth func(string, TextStyle) float64) Metrics {
	return Metrics{
		TextWidth: textWidth,
		Axis:      44, LaneHeader: 28, LaneFoot: 7, Row: 23,
		Mark: 11, Bar: 10, Gap: 7, Space: 12, Edge: 12,
	}
}

// Compact returns the screen’s measures for a low window: the same text in closer
// rows.
func (m Metrics) Compact() Metrics {
	m.LaneHeader, m.LaneFoot, m.Row = 25, 5, 20
	return m
}

// Scaled returns the measures times a factor; TextWidth is left as it is.
func (m Metrics) Scaled(by float64) Metrics {
	for _, length := range []*float64{
		&m.Axis, &m.LaneHeader, &m.LaneFoot, &m.Row,
		&m.Mark, &m.Bar, &m.Gap, &m.Space, &m.Edge,
	} {
		*length *= by
	}
	return m
}

func (m *Metrics) labelWidth(text string) float64 { return m.TextWidth(text, LabelText) }
