package exchange

import (
	"strconv"

	"dateline/data"
)

func (b *pageBuilder) allLanes() []pageLane {
	lanes := make([]pageLane, len(b.set.Lanes))
	for i := range lanes {
		lanes[i] = b.lane(i)
	}
	return lanes
}

func (b *pageBuilder) lane(i int) pageLane {
	lane := &b.set.Lanes[i]
	return pageLane{"lane-" + strconv.Itoa(i+1), lane.Title, pageShape(lane.Marker), countedWord(b.ofLane[i], "event")}
}

// pageShape returns the character that looks like a marker.
func pageShape(marker data.Marker) string {
	switch marker {
	case data.MarkerSquare:
		return "■"
	case data.MarkerDiamond:
		return "◆"
	case data.MarkerTriangle:
		return "▲"
	case data.MarkerTriangleDown:
		return "▼"
	case data.MarkerPentagon:
		return "⬟"
	case data.MarkerHexagon:
		return "⬢"
	}
	return "●"
}

func (b *pageBuilder) allSources() []pageSource {
	sources := make([]pageSource, len(b.set.Sources))
	for i := range sources {
		sources[i] = b.source(i)
	}
	return sources
}

func (b *pageBuilder) source(i int) pageSource {
	source := b.set.Sources[i]
	p := pageSource{
		Number: i + 1, ID: source.ID, Name: source.Name(), URL: source.URL, Language: source.Language, File: source.File,
		Count: countedWord(b.cited[i], "claim"),
	}
	source.URL = "" // which stands behind it, to be followed
	p.Reference = source.Reference()
	return p
}
