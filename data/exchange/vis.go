package exchange

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// VisTimeline is the data of vis-timeline (visjs.org): items, and perhaps groups.
//
// Read is strict JSON: a list of items, or an object with items and groups, each a list, an object by identifiers, or a
// DataSet with its “_data”. An item becomes an event: its content is the title, its title (what vis shows under the
// pointer) the summary; a group becomes a lane, in vis’s order. Nesting of groups is a loss, and so are styles but for one
// colour of a group. A background is an event like others, in a lane “Background” if it has no group. Dates are text in
// ISO 8601, the text of a JavaScript date, “/Date(…)/”, or milliseconds since 1970, which are to the second in UTC. An item
// whose times are all midnight to the second is read as whole days; an end at 23:59:59 with such a start is the end of its
// day. vis draws a range up to the beginning of its end: the end is kept as it is written.
//
// Written is an object {items, groups, dateline}. Dates coarser than a day are ranges up to their last second. What vis
// has no place for is in fields “dateline”, which it ignores.
var VisTimeline = Format{
	Name: "vis", Title: "vis-timeline (JSON)", Extensions: []string{".json"},
	Detect: detectVis, Read: readVis, Write: writeVis,
}

func detectVis(content []byte) int {
	shape := shapeOf(content)
	switch {
	case !shape.array && !shape.root["items"], hasAny(shape.root, "events", "lanes"):
		return 0
	case hasAll(shape.item, "content", "start"):
		return 90
	case shape.item["content"] && shape.root["groups"]:
		return 60
	case hasAll(shape.item, "start", "group") && shape.root["groups"]:
		return 60
	}
	return 0
}

// readVis reads vis-timeline's data. The error has line and column where the file is not JSON.
func readVis(content []byte) (*Result, error) {
	root, notes, err := readJSON(content)
	if err != nil {
		return nil, err
	}
	list := root
	if root.kind == jsonObject {
		list = root.get("items")
	}
	items, ok := dataSet(list)
	if !ok {
		return nil, errors.New("this is not a timeline of vis: it is neither a list of items nor an object with “items”; " +
			"a DataSet is written as JSON by JSON.stringify(items.get())")
	}
	f := &shownFile{notes: notes}
	f.readOwnWhole(root)
	r := visReader{names: map[string]string{}}
	if groups := root.get("groups"); groups != nil {
		nodes, ok := dataSet(groups)
		if !ok {
			f.head.lose("the groups are not a list: %s", shortened(string(groups.raw)))
		}
		r.groups(f, nodes)
	} else if f.own != nil {
		r.names = titlesOfLanes(f.own.whole)
	}
	for _, item := range items {
		shown := r.item(item)
		f.readOwnEvent(&shown, item)
		shown.rest(item, "")
		f.items = append(f.items, shown)
	}
	f.head.rest(root, "")
	return f.timeline(showVis), nil
}

// dataSet returns the objects of a list, of an object by identifiers, or of a DataSet. It reports false for anything else.
func dataSet(node *jsonNode) (objects []*jsonNode, ok bool) {
	if node == nil {
		return nil, false
	}
	switch {
	case node.kind == jsonArray:
		return node.values, true
	case node.kind != jsonObject:
		return nil, false
	case node.get("_data").isObject():
		node = node.get("_data")
		return node.values, len(node.values) > 0
	}
	for _, value := range node.values {
		if !value.isObject() {
			return nil, false
		}
	}
	return node.values, true
}

// visReader reads items and groups.
type visReader struct {
	names map[string]string // of groups, by identifier
}

// visGroup is a group in vis's order.
type visGroup struct {
	lane  Lane
	order float64
}

// groups reads the groups.
func (r *visReader) groups(f *shownFile, nodes []*jsonNode) {
	var groups []visGroup
	used := map[string]bool{}
	for i, node := range nodes {
		var shown shownItem
		if node.isObject() {
			group := r.group(&shown, node)
			id, name := node.words("id"), group.lane.Title
			switch {
			case f.own.lane(id) != nil:
				shown.keepLane(f.own.lane(id), group.lane)
			case used[name]:
				shown.lose("another group has the same name: they are one lane in Dateline")
			default:
				groups = append(groups, group)
			}
			r.names[id], used[name] = name, true
		} else {
			shown.lose("it is not a group: %s", shortened(string(node.raw)))
		}
		for _, what := range shown.losses {
			f.head.lose("group %d: %s", i+1, what)
		}
	}
	slices.SortStableFunc(groups, func(a, b visGroup) int { return cmp.Compare(a.order, b.order) })
	for _, group := range groups {
		f.lanes = append(f.lanes, group.lane)
	}
}

// group reads a group.
func (r *visReader) group(shown *shownItem, node *jsonNode) visGroup {
	id, name := node.words("id"), shown.line("its content", node.words("content"))
	if name == "" {
		name = id
	}
	group := visGroup{lane: Lane{Title: name, Color: shown.color(node)}}
	group.order, _ = strconv.ParseFloat(node.words("order"), 64)
	if level := node.words("treeLevel"); level != "" && level != "1" {
		shown.lose("its level %s has no place in Dateline: all lanes are equal", shortened(level))
	}
	shown.rest(node, "")
	return group
}

// lane returns the lane of Dateline's own with an identifier, nil if there is none.
func (o *keptFields) lane(id string) *Lane {
	if o == nil {
		return nil
	}
	for i := range o.whole.Lanes {
		if o.whole.Lanes[i].ID == id {
			return &o.whole.Lanes[i]
		}
	}
	return nil
}

// keepLane changes a lane of Dateline's own where its group was changed after it was written.
func (s *shownItem) keepLane(own *Lane, group Lane) {
	if before := shownLane(*own); group.Title != before {
		s.lose("its name was changed after Dateline had written it: not “%s” any more, but “%s”", shortened(before), shortened(group.Title))
		own.Title = group.Title
	}
	if !strings.EqualFold(own.Color, group.Color) {
		s.lose("its colour was changed after Dateline had written it: not “%s” any more, but “%s”", own.Color, group.Color)
		own.Color = group.Color
	}
}

// color returns the one colour that a group's style gives, and takes note of everything else in it.
func (s *shownItem) color(node *jsonNode) string {
	color := ""
	for declaration := range strings.SplitSeq(node.words("style"), ";") {
		property, value, _ := strings.Cut(declaration, ":")
		property, value = strings.ToLower(strings.TrimSpace(property)), strings.TrimSpace(value)
		hex, ok := readColor(value)
		switch {
		case property == "":
		case ok && color == "" && (property == "color" || property == "background-color" || property == "background"):
			color = hex
		default:
			s.lose("the style “%s” has no place in Dateline", shortened(declaration))
		}
	}
	return color
}

// backgroundLane is the lane of backgrounds without a group.
const backgroundLane = "Background"

// item reads an item but its unknown fields.
func (r *visReader) item(item *jsonNode) shownItem {
	var shown shownItem
	if !item.isObject() {
		shown.lose("it is not an item: %s", shortened(string(item.raw)))
		return shown
	}
	shown.id = item.words("id")
	shown.title = shown.line("the content", item.words("content"))
	shown.summary = shown.plain("the title", item.words("title"))
	if group := item.words("group"); group != "" {
		var ok bool
		if shown.lane, ok = r.names[group]; !ok {
			shown.lane = group
		}
	}
	switch kind := item.words("type"); kind {
	case "", "box", "point", "range":
	case "background":
		if shown.lane == "" {
			shown.lane = backgroundLane
		}
		shown.lose("it is a background in vis: it is an event like others in Dateline")
	default:
		shown.lose("its type “%s” has no place in Dateline", shortened(kind))
	}
	visDates(&shown, item)
	return shown
}
