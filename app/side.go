package app

import (
	"fmt"

	"fyne.io/fyne/v2"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/data/evidence"
	"dateline/widgets"
	"dateline/widgets/palette"
)

// connectSide passes on what the user does in the side bar.
func (w *window) connectSide() {
	s := w.state
	w.statuses.OnToggle = func(id string) { s.toggleStatus(statusOf(id)) }
	w.statuses.OnOnly = func(id string) { s.onlyStatus(statusOf(id)) }
	w.sources.OnToggle, w.sources.OnOnly = s.toggleSource, s.onlySource
	w.support.OnToggle = func(string) { s.refilter(func(f *filters) { f.independent = !f.independent }) }
	for _, list := range []*widgets.CheckList{w.statuses, w.sources, w.support} {
		list.OnKey, list.OnRune = w.typedKey, w.typedRune
	}
	w.known.On = widgets.KnownByEvents{
		On:    w.showKnown,
		Party: s.askParty,
		At: func(instant int64, _ bool) {
			s.refilter(func(f *filters) { f.known.on, f.known.at = true, instant })
		},
		Lags: func(bool) { w.showLags() },
		Key:  w.typedKey, Rune: w.typedRune,
	}
}

// statusOf returns the status of a row.
func statusOf(id string) data.Status {
	if id == noStatus {
		return ""
	}
	return data.Status(id)
}

// statusesThere returns the statuses that events have, from firm to refuted.
func (s *state) statusesThere() []data.Status {
	var there []data.Status
	for _, status := range append(data.Statuses[:len(data.Statuses):len(data.Statuses)], "") {
		if s.tally.Statuses[status] > 0 {
			there = append(there, status)
		}
	}
	return there
}

func (s *state) toggleStatus(status data.Status) {
	s.refilter(func(f *filters) { f.statuses = withID(f.statuses, status, !f.statuses[status]) })
}

// onlyStatus leaves only one status; if that is so already it shows all.
func (s *state) onlyStatus(status data.Status) {
	s.refilter(func(f *filters) { f.statuses = onlyOne(f.statuses, s.statusesThere(), status) })
}

func (s *state) toggleSource(id string) {
	s.refilter(func(f *filters) { f.sources = withID(f.sources, id, !f.sources[id]) })
}

// onlySource leaves only one source; if that is so already it shows all.
func (s *state) onlySource(id string) {
	ids := make([]string, len(s.set.Sources))
	for i := range s.set.Sources {
		ids[i] = s.set.Sources[i].ID
	}
	s.refilter(func(f *filters) { f.sources = onlyOne(f.sources, ids, id) })
}

// onlyOne returns what is switched off where only one of all is wanted, nothing
// where that is so already.
func onlyOne[K comparable](off map[K]bool, all []K, wanted K) map[K]bool {
	others := map[K]bool{}
	same := true
	for _, id := range all {
		if id != wanted {
			others[id] = true
		}
		same = same && off[id] == (id != wanted)
	}
	if same {
		return nil
	}
	return others
}

// sideSources is how many sources the side bar lists; more are for the command
// line and for searching.
const sideSources = 40

// showSide brings the filters to the side bar.
func (w *window) showSide(p palette.Palette) {
	s := w.state
	w.filter.Update(w.laneRows(), p)
	w.statuses.Update(w.statusRows(p), p)
	w.sources.Update(w.sourceRows(), p)
	var support []widgets.CheckRow
	if s.tally.Independent > 0 || s.filters.independent {
		support = []widgets.CheckRow{{ID: "2", Title: "2+ independent", Count: s.tally.Independent, On: s.filters.independent}}
	}
	w.support.Update(support, p)
	w.known.Update(w.knownState(p))
	for i, there := range []bool{len(s.statusesThere()) > 0, len(s.set.Sources) > 0, s.evidence != nil && s.set.Events.Len() > 0} {
		if section := w.chrome.sections[i]; section.Visible() != there {
			if section.Show(); !there {
				section.Hide()
			}
		}
	}
}

func (w *window) laneRows() []widgets.FilterRow {
	rows := make([]widgets.FilterRow, len(w.state.set.Lanes))
	for i, lane := range w.state.set.Lanes {
		rows[i] = widgets.FilterRow{
			ID: lane.ID, Title: lane.Title, Color: lane.Color, Count: w.state.tally.Lanes[i], On: !w.state.hidden[lane.ID],
		}
	}
	return rows
}

// signOf returns the sign of a status in the side bar, always the same.
func (w *window) signOf(status data.Status, p palette.Palette) fyne.CanvasObject {
	if w.signs == nil {
		w.signs = map[data.Status]*widgets.Sign{}
	}
	sign := w.signs[status]
	if sign == nil {
		sign = widgets.NewSign(data.MarkerCircle, status)
		w.signs[status] = sign
	}
	sign.Recolor(p)
	return sign
}

func (w *window) statusRows(p palette.Palette) []widgets.CheckRow {
	var rows []widgets.CheckRow
	for _, status := range w.state.statusesThere() {
		row := widgets.CheckRow{
			ID: string(status), Title: status.Words(), Count: w.state.tally.Statuses[status], On: !w.state.statuses[status],
		}
		if status == "" {
			row.ID, row.Title = noStatus, "Not said"
		}
		row.Sign = w.signOf(status, p)
		rows = append(rows, row)
	}
	return rows
}

func (w *window) sourceRows() []widgets.CheckRow {
	var rows []widgets.CheckRow
	for i := range w.state.set.Sources[:min(len(w.state.set.Sources), sideSources)] {
		source := &w.state.set.Sources[i]
		rows = append(rows, widgets.CheckRow{
			ID: source.ID, Title: shortName(source), Count: w.state.tally.Sources[i], On: !w.state.filters.sources[source.ID],
		})
	}
	return rows
}

// shortName returns a source as the side bar has room for: publisher and year.
func shortName(source *data.Source) string {
	name := sourceName(source)
	if date := source.Published; !date.IsZero() && date.Precision() <= edtf.Year && date.Kind() == edtf.Single {
		year, _, _, _, _, _ := edtf.Civil(date.Bounds().Earliest)
		name += fmt.Sprintf(", %d", year)
	}
	return name
}

func sourceName(source *data.Source) string {
	if source.Publisher != "" {
		return source.Publisher
	}
	return source.Title
}

func (w *window) knownState(p palette.Palette) widgets.KnownByState {
	s := w.state
	known := s.filters.known
	state := widgets.KnownByState{
		On: known.on, Party: known.party, At: known.at, Lags: s.lags, Palette: p,
		From: int64(s.domain.From), To: s.lastKnown(), Words: w.knownWords(),
	}
	if state.Party == "" {
		state.Party = evidence.Public
	}
	if s.evidence != nil {
		state.Parties = s.parties()
	}
	return state
}

// lastKnown returns the last instant at which something may become known.
func (s *state) lastKnown() int64 {
	last := int64(s.domain.To) - 1
	for i := range s.set.Sources {
		if b := s.set.Sources[i].Published.Bounds(); !s.set.Sources[i].Published.IsZero() && !b.NoLatest {
			last = max(last, b.Latest)
		}
	}
	return last
}

// parties returns to whom events are known.
func (s *state) parties() []widgets.Party {
	if s.partyList == nil {
		for _, id := range s.evidence.Parties() {
			s.partyList = append(s.partyList, widgets.Party{
				ID: id, Title: evidence.PartyTitle(s.set, id), Count: s.evidence.Entries(id),
			})
		}
	}
	return s.partyList
}

// knownWords says what the slider shows.
func (w *window) knownWords() string {
	s := w.state
	known := s.filters.known
	if !known.on || s.knowledge == nil {
		return "Everything is shown, whenever it became known."
	}
	if s.knownAt != known || s.knownWords == "" {
		year, month, day, _, _, _ := edtf.Civil(known.at)
		date, _ := edtf.Parse(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
		sure, perhaps, unsaid := s.knowledge.At(known.at)
		count := 0
		for i := range s.set.Events.Len() {
			if sure[i/64]>>(i%64)&1 != 0 {
				count++
			}
		}
		words := fmt.Sprintf("%s: %s of %s known", date.Words(), thousands(count), thousands(s.set.Events.Len()))
		if perhaps > 0 {
			words += fmt.Sprintf(", %s more perhaps", thousands(perhaps))
		}
		if unsaid > 0 {
			words += fmt.Sprintf("; of %s nothing says when", thousands(unsaid))
		}
		s.knownAt, s.knownWords = known, words
	}
	return s.knownWords
}
