package exchange

import (
	"slices"
	"strings"
)

// tableLanes makes lanes of titles. The zero value is ready.
type tableLanes struct {
	ids     IDs
	list    []Lane
	byTitle map[string]string
}

// of returns the identifiers of the lanes with some titles, each once; [plainLane] if there are none. Where there are as
// many identifiers, lanes that are new get those.
func (l *tableLanes) of(titles, ids []string) []string {
	if len(titles) == 0 {
		titles = ids
	}
	if len(titles) == 0 {
		titles = []string{plainLane}
	}
	var lanes []string
	for i, title := range titles {
		wanted := ""
		if len(ids) == len(titles) {
			wanted = ids[i]
		}
		if id := l.one(title, wanted); !slices.Contains(lanes, id) {
			lanes = append(lanes, id)
		}
	}
	return lanes
}

// one returns the identifier of a lane, the wanted one if it is new and that can be had.
func (l *tableLanes) one(title, wanted string) string {
	if id, ok := l.byTitle[title]; ok {
		return id
	}
	id := wanted
	if !l.ids.keep(wanted) {
		id = l.ids.Of(title, "lane")
	}
	lane := Lane{ID: id, Title: title}
	if title == id || strings.TrimSpace(title) == "" {
		lane.Title = "" // an identifier stands for the title
	}
	l.list = append(l.list, lane)
	if l.byTitle == nil {
		l.byTitle = map[string]string{}
	}
	l.byTitle[title] = id
	return id
}

// all returns the lanes in the order in which they came, at least one, as a dataset needs one.
func (l *tableLanes) all() []Lane {
	if len(l.list) == 0 {
		l.of(nil, nil)
	}
	return l.list
}
