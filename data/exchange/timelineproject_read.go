package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// tlpReader makes a timeline of a file.
type tlpReader struct {
	timeline *Timeline
	said

	laneIDs    IDs
	eventIDs   IDs
	linked     linkedSources
	lanes      map[string]string // identifiers by the names of categories
	containers map[string]string // identifiers of events by the numbers of containers

	whole   string
	carried []string // of each event
	hidden  []string
}

func newTlpReader() *tlpReader {
	return &tlpReader{
		timeline: &Timeline{Format: 1, Title: untitled, Lanes: []Lane{}},
		lanes:    map[string]string{}, containers: map[string]string{},
	}
}

// carrier returns what has been read.
func (r *tlpReader) carrier() *carrier {
	if len(r.timeline.Lanes) == 0 {
		r.lane(plainLane)
	}
	r.timeline.Sources = r.linked.list
	return &carrier{
		Result: Result{Timeline: r.timeline, Losses: r.losses, Notes: r.notes},
		whole:  r.whole, events: r.carried, hidden: r.hidden,
	}
}

// read reads the whole file.
func (r *tlpReader) read(root *tlpNode) error {
	if kind := strings.TrimSpace(root.value("timetype")); kind != "" && kind != "gregoriantime" {
		return root.one("timetype").wrong(
			"the file counts time as “%s”: only the Gregorian calendar (gregoriantime) can be read", shortened(kind))
	}
	r.whole = strings.Join(root.carried, "")
	if r.whole == "" {
		if version := strings.TrimSpace(root.value("version")); version != "" {
			r.note("The file was written by The Timeline Project " + shortened(version) + ".")
		}
		r.note("Such files have no title.")
	}
	r.unknown(root, "version timetype eras categories events view now")
	r.readCategories(root.one("categories"))
	if err := r.readEvents(root.one("events")); err != nil {
		return err
	}
	if err := r.readEras(root.one("eras")); err != nil {
		return err
	}
	r.readView(root)
	return nil
}

// unknown reports the elements in another that the format does not have there, given by their names, those that stand
// twice where one is expected, text beside them, and attributes.
func (r *tlpReader) unknown(n *tlpNode, known string, several ...string) {
	if n.attributes {
		r.lose(n.place(), "<%s> has attributes, which the format does not have: they are left out", n.name)
	}
	if known != "" && strings.TrimSpace(n.text) != "" {
		r.lose(n.place(), "text between the elements of <%s> is left out: “%s”", n.name, shortened(strings.TrimSpace(n.text)))
	}
	met := map[string]bool{}
	for _, child := range n.children {
		if len(child.children) == 0 && child.attributes {
			r.unknown(child, "")
		}
		allowed := strings.Contains(" "+known+" ", " "+child.name+" ")
		multiple := strings.Contains(" "+strings.Join(several, " ")+" ", " "+child.name+" ")
		switch {
		case !allowed && !multiple:
			r.lose(child.place(), "<%s> is not of the format: it is left out", child.name)
		case !multiple && met[child.name]:
			r.lose(child.place(), "a second <%s> in one <%s> is left out", child.name, n.name)
		}
		met[child.name] = true
	}
}

// lane returns the lane of a name, which is made where there is none.
func (r *tlpReader) lane(name string) string {
	id, ok := r.lanes[name]
	if !ok {
		id = r.laneIDs.Of(name, "lane")
		r.lanes[name] = id
		r.timeline.Lanes = append(r.timeline.Lanes, Lane{ID: id, Title: name})
	}
	return id
}

func (r *tlpReader) readCategories(n *tlpNode) {
	if n == nil {
		return
	}
	r.unknown(n, "", "category")
	for _, child := range n.all("category") {
		r.unknown(child, "name color progress_color done_color font_color parent")
		name := child.value("name")
		if _, twice := r.lanes[name]; twice {
			r.lose(child.place(), "a second category “%s” is left out", shortened(name))
			continue
		}
		r.lane(name)
		lane := &r.timeline.Lanes[len(r.timeline.Lanes)-1]
		if color, ok := tlpColor(child.value("color")); ok {
			lane.Color = color
		} else if child.value("color") != "" {
			r.lose(child.place(), "the colour “%s” is not one", shortened(child.value("color")))
		}
		if r.whole != "" {
			continue
		}
		r.loseColors(child)
		if parent := child.value("parent"); parent != "" {
			r.lose(child.place(), "the category “%s” is below “%s”: lanes are not below each other", shortened(name), shortened(parent))
		}
	}
}

// loseColors reports the colours of a category that lanes do not have.
func (r *tlpReader) loseColors(category *tlpNode) {
	var colors []string
	for _, which := range []string{"progress", "done", "font"} {
		if value := category.value(which + "_color"); value != "" {
			colors = append(colors, which+" "+shortened(value))
		}
	}
	if len(colors) > 0 {
		r.lose(category.place(), "further colours of the category “%s” are left out: %s",
			shortened(category.value("name")), strings.Join(colors, "; "))
	}
}

var tlpColorForm = regexp.MustCompile(`^(\d{1,3}),(\d{1,3}),(\d{1,3})$`)

// tlpColor returns a colour that is written “r,g,b” as #RRGGBB.
func tlpColor(text string) (string, bool) {
	parts := tlpColorForm.FindStringSubmatch(text)
	if parts == nil {
		return "", false
	}
	color := "#"
	for _, part := range parts[1:] {
		number, err := strconv.Atoi(part)
		if err != nil || number > 255 {
			return "", false
		}
		color += fmt.Sprintf("%02X", number)
	}
	return color, true
}

// readView reports what the file says of the program's window.
func (r *tlpReader) readView(root *tlpNode) {
	if now := root.one("now"); now != nil && strings.TrimSpace(now.text) != "" {
		r.lose(now.place(), "the time that is “now” is left out: %s", shortened(now.text))
	}
	view := root.one("view")
	if view == nil {
		return
	}
	r.unknown(view, "displayed_period hidden_categories")
	if period := view.one("displayed_period"); period != nil && r.whole == "" {
		r.lose(period.place(), "the period that the window showed is left out: %s to %s",
			shortened(period.value("start")), shortened(period.value("end")))
	}
	for _, hidden := range view.one("hidden_categories").all("name") {
		r.lose(hidden.place(), "the category “%s” was hidden: its lane is shown", shortened(hidden.text))
	}
}
