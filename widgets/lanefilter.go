package widgets

// FilterRow is one lane in the filter, with how many events are in it.
type FilterRow = CheckRow

// LaneFilter switches lanes on and off.
type LaneFilter = CheckList

// laneRowHeight is how high the rows of lanes are, in pixels.
const laneRowHeight = 32.0

// NewLaneFilter returns a filter without lanes.
func NewLaneFilter() *LaneFilter { return newCheckList(laneRowHeight, 1) }
