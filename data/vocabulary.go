package data

// Marker is the shape that stands for a lane's events.
type Marker string

// The shapes of markers.
const (
	MarkerCircle       Marker = "circle"
	MarkerSquare       Marker = "square"
	MarkerDiamond      Marker = "diamond"
	MarkerTriangle     Marker = "triangle"
	MarkerTriangleDown Marker = "triangle-down"
	MarkerPentagon     Marker = "pentagon"
	MarkerHexagon      Marker = "hexagon"
)

// Markers lists the shapes in the order in which lanes without one get theirs. It is not to be changed.
var Markers = []Marker{
	MarkerCircle, MarkerSquare, MarkerDiamond, MarkerTriangle, MarkerTriangleDown, MarkerPentagon,
	MarkerHexagon,
}

// Status says how well an event is attested, as its sources have it. The zero value says nothing.
type Status string

// The statuses, from firm to refuted.
const (
	Established Status = "established" // confirmed by an authority or by independent sources
	Reported    Status = "reported"    // a source says so as fact
	Alleged     Status = "alleged"     // a source attributes it to somebody
	Disputed    Status = "disputed"    // sources disagree
	False       Status = "false"       // a source shows it to be untrue
)

// Statuses lists the statuses from firm to refuted. It is not to be changed.
var Statuses = []Status{Established, Reported, Alleged, Disputed, False}

// Words returns the status as a reader is shown it, in English; for one that is not said, "Not stated".
func (s Status) Words() string {
	switch s {
	case Established:
		return "Established"
	case Reported:
		return "Reported"
	case Alleged:
		return "Alleged"
	case Disputed:
		return "Disputed"
	case False:
		return "Shown to be false"
	case "":
		return "Not stated"
	}
	return string(s)
}

// LinkKind says how an event is related to the one its link goes to.
type LinkKind string

// The kinds of links.
const (
	LeadsTo     LinkKind = "leads-to"
	PartOf      LinkKind = "part-of"
	SameAs      LinkKind = "same-as"
	Contradicts LinkKind = "contradicts"
	Reveals     LinkKind = "reveals" // this event made the other known
	Before      LinkKind = "before"  // a source says that this event came before the other
)

// LinkKinds lists the kinds of links. It is not to be changed.
var LinkKinds = []LinkKind{LeadsTo, PartOf, SameAs, Contradicts, Reveals, Before}

// Words returns the kind as a reader is shown it, in English, to stand before the title of the event that the link goes
// to.
func (k LinkKind) Words() string {
	switch k {
	case LeadsTo:
		return "leads to"
	case PartOf:
		return "part of"
	case SameAs:
		return "same as"
	}
	return string(k)
}

// BackWords returns the kind as a reader is shown it, in English, to stand before the title of the event that has the
// link, seen from the one that it goes to.
func (k LinkKind) BackWords() string {
	switch k {
	case LeadsTo:
		return "follows from"
	case PartOf:
		return "includes"
	case SameAs:
		return "same as"
	case Reveals:
		return "revealed by"
	case Before:
		return "after"
	}
	return string(k)
}
