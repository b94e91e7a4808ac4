package app

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/data/elapsed"
	"dateline/data/evidence"
	"dateline/data/facets"
	"dateline/widgets"
	"dateline/widgets/scene"
)

// fewEvents is up to how many events their evidence is read at once, without a
// background.
const fewEvents = 2000

// readFacts reads what filters and panel go by: of many events in the
// background.
func (w *window) readFacts(set *data.Set) {
	if w.stopReading != nil {
		w.stopReading()
	}
	ctx, stop := context.WithCancel(context.Background())
	w.stopReading = stop
	read := func() func() {
		known, err := readFacts(ctx, set)
		return func() {
			switch {
			case ctx.Err() != nil || w.state.set != set: // another dataset has been opened
			case err != nil:
				w.fail("Links, disputes and names could not be read", err)
			default:
				w.state.took(known)
			}
		}
	}
	if set.Events.Len() <= fewEvents {
		read()()
		return
	}
	w.state.away("reading the evidence", read)
}

func readFacts(ctx context.Context, set *data.Set) (facts, error) {
	e, err := evidence.Read(ctx, set, nil)
	if err != nil {
		return facts{}, err
	}
	names, err := facets.Index(ctx, set, func(float64) {})
	return facts{evidence: e, facets: names}, err
}

// connectEvidence passes on what the user does with the evidence.
func (w *window) connectEvidence() {
	w.timeline.On.Pick = func(event int, instant float64) {
		if event >= 0 {
			w.state.pick(w.state.spotOf(event))
			return
		}
		w.state.pick(pickedAt(instant, w.state.view.Scale))
	}
	w.panel.On.Chain = func() { w.thenKeys(w.showChain)() }
	w.panel.On.Page = func(page widgets.PanelPage) { w.thenKeys(func() { w.state.turn(page) })() }
}

// finePick is from how many seconds a pixel on a click means a day; closer, a
// minute.
const finePick = 1800

// pickedAt returns the day, or at a close zoom the minute, that a place on the
// timeline stands for. Beyond the years that a calendar writes with four digits
// it is a year.
func pickedAt(instant, scale float64) *spot {
	year, month, day, hour, minute, _ := edtf.Civil(int64(math.Floor(instant)))
	text := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	switch {
	case year < -9999 || year > 9999:
		text = fmt.Sprintf("Y%d", year)
	case year < 0:
		text = fmt.Sprintf("-%04d-%02d-%02d", -year, month, day)
	}
	if scale < finePick && year >= -9999 && year <= 9999 {
		text += fmt.Sprintf("T%02d:%02dZ", hour, minute)
	}
	date, _ := edtf.Parse(text) // a date as it is written, see the tests
	b := date.Bounds()
	return &spot{-1, date, scene.Span{From: float64(b.Earliest), To: float64(b.Latest) + 1}}
}

// measure begins or ends to measure.
func (w *window) measure() {
	w.state.measureAgain()
	switch m := &w.state.measure; {
	case !m.on:
		w.chrome.say("Nothing is measured any more")
	case m.from != nil:
		w.chrome.say("Measuring from the selected event: click another, or a place; Esc ends")
	default:
		w.chrome.say("Measuring: click two events or places, or step with Tab; Esc ends")
	}
}

// showChain makes the selected event's chain stand out and brings it into view.
func (w *window) showChain() {
	s := w.state
	if s.selected < 0 {
		w.chrome.say("Select an event to see its chain")
		return
	}
	if !s.chained && s.evidence != nil && len(s.evidence.Links(s.selected)) == 0 {
		w.chrome.say("This event has no links")
		return
	}
	s.showChain()
	if len(s.chain) > 1 {
		span := scene.Extent(s.set, s.chain[0], s.domain)
		for _, event := range s.chain {
			extent := scene.Extent(s.set, event, s.domain)
			span.From, span.To = min(span.From, extent.From), max(span.To, extent.To)
		}
		w.camera.fly(s.over(span.Widened(0.08)))
	}
}

// showGaps draws the longest gaps, or no longer.
func (w *window) showGaps() {
	w.state.showGaps()
	if w.state.gapsOn && len(w.state.gaps) == 0 {
		w.chrome.say("There are no gaps")
	}
}

// showLags draws lines to when events became known, or no longer.
func (w *window) showLags() {
	w.state.lags = !w.state.lags
	w.state.reselect()
	w.state.changed()
}

// showKnown shows only what was known, or everything again.
func (w *window) showKnown(on bool) {
	w.state.refilter(func(f *filters) {
		if f.known.at == 0 {
			f.known.at = w.state.lastKnown()
		}
		f.known.on = on
	})
}

// showDisputes lists all disputes, or goes back to the event.
func (w *window) showDisputes() {
	page := widgets.PanelPage{Kind: widgets.DisputesPage}
	if w.state.page == page {
		page = widgets.PanelPage{}
	}
	w.state.turn(page)
}

// details returns what the panel says of the selected event beside the event
// itself. They are the same as long as nothing has changed.
func (w *window) details() *widgets.PanelDetails {
	s := w.state
	now := detailed{s.selected, s.selection, s.evidence}
	if s.selected < 0 || s.evidence == nil {
		return nil
	}
	if s.details == nil || s.detailed != now {
		s.detailed = now
		s.details = s.detail(s.selected)
	}
	return s.details
}

func (s *state) detail(event int) *widgets.PanelDetails {
	d := &widgets.PanelDetails{}
	date := s.set.Events.Date(event)
	for _, edge := range s.evidence.Links(event) {
		link := widgets.PanelLink{
			Event: edge.Event, Arrow: "→", Kind: edge.Kind.Words(), Hidden: !s.selection.Has(edge.Event),
			Ahead: elapsed.Ahead(date, s.set.Events.Date(edge.Event)),
		}
		if edge.Back {
			link.Arrow, link.Kind = "←", edge.Kind.BackWords()
		}
		d.Links = append(d.Links, link)
		d.Chain = true
	}
	for i, dispute := range s.set.Disputes {
		if slices.Contains(dispute.Events, event) {
			d.Disputes = append(d.Disputes, i)
		}
	}
	d.Known = s.knownFacts(event)
	return d
}

// knownFacts says since when an event is known to the public, and to those that
// it names itself.
func (s *state) knownFacts(event int) []widgets.PanelFact {
	if s.public == nil {
		s.public = s.evidence.Known(evidence.Public)
	}
	facts := []widgets.PanelFact{{
		Name: evidence.PartyTitle(s.set, evidence.Public), Text: s.sinceWords(s.public.Since(event)),
	}}
	e, err := s.set.Events.At(event)
	if err != nil {
		return facts // the panel says so
	}
	for _, known := range e.Known {
		if known.By == evidence.Public {
			continue
		}
		text := "since " + known.Date.Words()
		if known.Claim != data.NoClaim {
			text += s.claimWords(known.Claim, len(e.Claims))
		}
		facts = append(facts, widgets.PanelFact{Name: evidence.PartyTitle(s.set, known.By), Text: text})
	}
	return facts
}

func (s *state) claimWords(claim, of int) string {
	if of < 2 {
		return ", says the quotation"
	}
	return ", says the " + ordinal(claim+1) + " quotation"
}

// sinceWords says since when something is known, and what says so.
func (s *state) sinceWords(since evidence.Since) string {
	date := since.Date.Words()
	switch since.Way {
	case evidence.Stated:
		return "since " + date
	case evidence.Published:
		return "at the latest since " + date + ", when " + sourceTitle(&s.set.Sources[since.Source]) + " was published"
	case evidence.Revealed:
		return "since " + date + ", through “" + s.set.Events.Title(since.By) + "”"
	case evidence.Shared:
		return "since " + date + ", with the public"
	}
	return "nothing says since when"
}

// sourceTitle names a source without its date.
func sourceTitle(s *data.Source) string {
	if strings.TrimSpace(s.Publisher) != "" {
		return s.Publisher
	}
	return "“" + s.Title + "”"
}

// ordinal returns the place in a list in words.
func ordinal(n int) string {
	words := []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
	if n <= len(words) {
		return words[n-1]
	}
	return thousands(n) + "th"
}
