package exchange

import (
	"regexp"
	"strings"
)

// readEvents reads all events.
func (r *tlpReader) readEvents(n *tlpNode) error {
	if n == nil {
		return nil
	}
	r.unknown(n, "", "event")
	r.hidden = n.carried
	for _, child := range n.all("event") {
		if err := r.readEvent(child); err != nil {
			return err
		}
	}
	return nil
}

func (r *tlpReader) readEvent(n *tlpNode) error {
	r.unknown(n, "start end text progress fuzzy locked ends_today category categories description labels alert hyperlink icon "+
		"default_color milestone")
	date, err := r.date(n)
	if err != nil {
		return err
	}
	title, container, part := tlpTitle(n.value("text"))
	if strings.TrimSpace(title) == "" {
		r.lose(n.place(), "the event has no text: it is called “%s”", untitledEvent)
		title = untitledEvent
	}
	event := Event{
		ID: r.eventIDs.Of(title, "event"), Date: date, Title: title, Lanes: r.lanesOf(n),
		Summary: n.value("description"), Tags: strings.Fields(n.value("labels")),
	}
	switch first, known := r.containers[container+part]; {
	case part != "" && known:
		event.Links = []Link{{first, "part-of"}}
	case part != "":
		r.lose(n.place(), "the event “%s” is of container %s, which is not there", shortened(title), part)
	case container != "" && known:
		r.lose(n.place(), "the number %s of the container “%s” is that of another: its events are taken to be of that",
			container, shortened(title))
	case container != "":
		r.containers[container] = event.ID
	}
	r.readLinks(n, &event)
	r.loseOthers(n, title)
	r.timeline.Events = append(r.timeline.Events, event)
	r.carried = append(r.carried, strings.Join(n.carried, ""))
	return nil
}

// untitledEvent is what an event is called that has no title.
const untitledEvent = "Untitled event"

var (
	tlpContainer = regexp.MustCompile(`^\[(-?\d{1,18})\]([\s\S]*)$`)
	tlpPart      = regexp.MustCompile(`^\((-?\d{1,18})\)([\s\S]*)$`)
)

// tlpTitle returns the title in the text of an event, and the number of the container that it is or that it is part of.
func tlpTitle(text string) (title, container, part string) {
	if found := tlpContainer.FindStringSubmatch(text); found != nil {
		return found[2], found[1], ""
	}
	if found := tlpPart.FindStringSubmatch(text); found != nil {
		return found[2], "", found[1]
	}
	if strings.HasPrefix(text, " (") || strings.HasPrefix(text, " [") {
		text = text[1:] // the space only says that no number follows
	}
	return text, "", ""
}

// lanesOf returns the lanes of an event, each once.
func (r *tlpReader) lanesOf(n *tlpNode) []string {
	categories := n.all("category")
	if list := n.one("categories"); list != nil {
		r.unknown(list, "", "category")
		categories = append(categories[:min(len(categories), 1):1], list.all("category")...)
	}
	var lanes []string
	met := map[string]bool{}
	for _, category := range categories {
		if category.text == "" {
			continue
		}
		if _, declared := r.lanes[category.text]; !declared {
			r.note("The category “" + shortened(category.text) + "” is not declared: its lane has no colour of its own.")
		}
		if id := r.lane(category.text); !met[id] {
			met[id] = true
			lanes = append(lanes, id)
		}
	}
	if len(lanes) == 0 {
		lanes = []string{r.lane(plainLane)}
	}
	return lanes
}

// readLinks takes the addresses of a hyperlink as claims.
func (r *tlpReader) readLinks(n *tlpNode, event *Event) {
	for _, address := range strings.Split(n.value("hyperlink"), ";") {
		address = strings.TrimSpace(address)
		claim, ok := r.linked.claim(address)
		switch {
		case ok:
			event.Claims = append(event.Claims, claim)
		case address != "":
			r.lose(n.place(), "the hyperlink of “%s” is no address of the web: %s", shortened(event.Title), shortened(address))
		}
	}
}

// loseOthers reports what there is no place for.
func (r *tlpReader) loseOthers(n *tlpNode, title string) {
	name := shortened(title)
	if progress := strings.TrimSpace(n.value("progress")); progress != "" && progress != "0" {
		r.lose(n.place(), "the progress of “%s” is left out: %s %%", name, shortened(progress))
	}
	if alert := n.value("alert"); strings.TrimSpace(alert) != "" {
		r.lose(n.place(), "the alert of “%s” is left out: %s", name, shortened(alert))
	}
	if n.value("locked") == "True" {
		r.lose(n.place(), "“%s” was locked: events have no locks", name)
	}
	if strings.TrimSpace(n.value("icon")) != "" {
		r.lose(n.place(), "the icon of “%s” is left out", name)
	}
	if n.value("milestone") == "True" {
		r.lose(n.place(), "“%s” was a milestone: it is an event like others", name)
	}
	if color := n.value("default_color"); color != "" && color != tlpPlainColor {
		r.lose(n.place(), "the colour %s of “%s” is left out: events have those of their lanes", shortened(color), name)
	}
}

// readEras reads the eras as events.
func (r *tlpReader) readEras(n *tlpNode) error {
	if n == nil {
		return nil
	}
	r.unknown(n, "", "era")
	for _, child := range n.all("era") {
		r.unknown(child, "name start end color ends_today")
		date, err := r.date(child)
		if err != nil {
			return err
		}
		title := child.value("name")
		if strings.TrimSpace(title) == "" {
			r.lose(child.place(), "the era has no name: it is called “Untitled era”")
			title = "Untitled era"
		}
		if color := child.value("color"); color != "" && r.whole == "" {
			r.lose(child.place(), "the colour %s of the era “%s” is left out: events have those of their lanes",
				shortened(color), shortened(title))
		}
		r.timeline.Events = append(r.timeline.Events, Event{
			ID: r.eventIDs.Of(title, "era"), Lanes: []string{r.lane(tlpEras)}, Date: date, Title: title,
		})
		r.carried = append(r.carried, strings.Join(child.carried, ""))
	}
	if len(n.all("era")) > 0 {
		r.note("Eras are read as events of the lane “" + tlpEras + "”.")
	}
	return nil
}
