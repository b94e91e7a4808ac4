package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/data/evidence"
	"dateline/data/facets"
)

// choice are the flags that choose events.
type choice struct {
	from, to    string
	lanes       []string
	statuses    []string
	sources     []string
	independent int
	people      []string
	places      []string
	tags        []string
	knownBy     string
	knownTo     string
	until       bool // it may be said to whom something is known without saying when
	form        bool // they are fields of a form
}

// name returns how a flag, or the field that stands for it, is called.
func (c *choice) name(flag string) string {
	if c.form {
		return "“" + flag + "”"
	}
	return "--" + flag
}

func (c *choice) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&c.from, "from", "", "leave out what ended before this `DATE` (EDTF)")
	f.StringVar(&c.to, "to", "", "leave out what began after this `DATE` (EDTF)")
	f.StringSliceVar(&c.lanes, "lanes", nil, "only these lanes, by `IDS` separated by commas")
	f.StringSliceVar(&c.statuses, "status", nil, "only events of these `STATUSES`, separated by commas; “none” for those without")
	f.StringSliceVar(&c.sources, "sources", nil, "only what one of these sources says, by `IDS` separated by commas")
	f.IntVar(&c.independent, "independent", 0, "only what at least so `MANY` independent sources support")
	f.StringArrayVar(&c.people, "person", nil, "only events with this `NAME`; may be given several times, all must be there")
	f.StringArrayVar(&c.places, "place", nil, "only events at this `NAME`, likewise")
	f.StringArrayVar(&c.tags, "tag", nil, "only events with this `TAG`, likewise")
	f.StringVar(&c.knownBy, "known-by", "", "only what was surely known at the end of this `DATE` (EDTF)")
	f.StringVar(&c.knownTo, "known-to", "", "to `WHOM` it was known: public, a lane or a party of the file (default public)")
}

// filter returns the choice as a filter over a dataset.
func (c *choice) filter(ctx context.Context, set *data.Set) (data.Filter, error) {
	f := data.Filter{Independent: c.independent}
	err := c.span(&f)
	if err == nil {
		f.Hidden, err = hiddenLanes(set, c.lanes)
	}
	if err == nil {
		f.Statuses, err = hiddenStatuses(c.statuses)
	}
	if err == nil {
		f.Sources, err = hiddenSources(set, c.sources)
	}
	if err == nil {
		err = c.named(ctx, set, &f)
	}
	if err == nil {
		err = c.known(ctx, set, &f)
	}
	return f, err
}

// span sets the filter's dates.
func (c *choice) span(f *data.Filter) error {
	for _, side := range []struct {
		flag, text string
		date       *edtf.Date
	}{{c.name("from"), c.from, &f.From}, {c.name("to"), c.to, &f.To}} {
		if side.text == "" {
			continue
		}
		date, err := edtf.Parse(side.text)
		if err != nil {
			return errUsage{fmt.Errorf("%s: %w", side.flag, err)}
		}
		*side.date = date
	}
	if !f.From.IsZero() && !f.To.IsZero() && f.From.Bounds().Earliest > f.To.Bounds().Latest {
		return errUsage{fmt.Errorf("the span is empty: %s %s is after %s %s", c.name("from"), c.from, c.name("to"), c.to)}
	}
	return nil
}

// hiddenLanes returns all lanes but the wanted ones; none wanted hides none.
func hiddenLanes(set *data.Set, wanted []string) (map[string]bool, error) {
	ids := make([]string, len(set.Lanes))
	for i, lane := range set.Lanes {
		ids[i] = lane.ID
	}
	return allBut("lane", "lanes", ids, wanted)
}

func hiddenSources(set *data.Set, wanted []string) (map[string]bool, error) {
	ids := make([]string, len(set.Sources))
	for i, source := range set.Sources {
		ids[i] = source.ID
	}
	return allBut("source", "sources", ids, wanted)
}

// noStatus stands for events without a status.
const noStatus = "none"

func hiddenStatuses(wanted []string) (map[data.Status]bool, error) {
	words := []string{noStatus}
	for _, status := range data.Statuses {
		words = append(words, string(status))
	}
	hidden, err := allBut("status", "statuses", words, wanted)
	if hidden == nil || err != nil {
		return nil, err
	}
	statuses := map[data.Status]bool{}
	for word := range hidden {
		if word == noStatus {
			word = ""
		}
		statuses[data.Status(word)] = true
	}
	return statuses, nil
}

// allBut returns all but the wanted ones of a list; none wanted returns none.
func allBut(noun, nouns string, all, wanted []string) (map[string]bool, error) {
	if len(wanted) == 0 {
		return nil, nil
	}
	hidden := make(map[string]bool)
	for _, id := range all {
		hidden[id] = true
	}
	for _, id := range wanted {
		if !slices.Contains(all, id) {
			return nil, errUsage{fmt.Errorf("there is no %s %q; the %s are %s", noun, id, nouns, strings.Join(all, ", "))}
		}
		delete(hidden, id)
	}
	return hidden, nil
}

// named limits the filter to events that name the people, places and tags.
func (c *choice) named(ctx context.Context, set *data.Set, f *data.Filter) error {
	var wanted facets.Choice
	wanted.Names[facets.People], wanted.Names[facets.Places], wanted.Names[facets.Tags] = c.people, c.places, c.tags
	if wanted.Empty() {
		return nil
	}
	names, err := facets.Index(ctx, set, func(float64) {})
	if err != nil {
		return err
	}
	for kind, list := range wanted.Names {
		for _, name := range list {
			if _, ok := names.Place(facets.Kind(kind), name); !ok {
				return errUsage{fmt.Errorf("no event names %q among its %s; “dateline names” lists them",
					name, strings.ToLower(facets.Kind(kind).Words()))}
			}
		}
	}
	f.Only = both(f.Only, names.Find(wanted))
	return nil
}

// known limits the filter to what a party knew.
func (c *choice) known(ctx context.Context, set *data.Set, f *data.Filter) error {
	if c.knownBy == "" {
		if c.knownTo != "" && !c.until {
			return errUsage{fmt.Errorf("%s also needs %s, the day", c.name("known-to"), c.name("known-by"))}
		}
		return nil
	}
	date, err := edtf.Parse(c.knownBy)
	if err != nil {
		return errUsage{fmt.Errorf("%s: %w", c.name("known-by"), err)}
	}
	e, err := evidence.Read(ctx, set, nil)
	if err != nil {
		return err
	}
	party, err := partyNamed(set, e, c.knownTo)
	if err != nil {
		return err
	}
	sure, _, _ := e.Known(party).At(date.Bounds().Latest)
	f.Only = both(f.Only, sure)
	return nil
}

// partyNamed returns the party of a name, which may be a lane's title; the
// public for "".
func partyNamed(set *data.Set, e *evidence.Evidence, name string) (string, error) {
	if name == "" {
		return evidence.Public, nil
	}
	parties := e.Parties()
	for _, party := range parties {
		if strings.EqualFold(name, party) || strings.EqualFold(name, evidence.PartyTitle(set, party)) {
			return party, nil
		}
	}
	return "", errUsage{fmt.Errorf("nothing is said of what %q knew; there are %s", name, strings.Join(parties, ", "))}
}
