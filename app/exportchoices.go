package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/app/export"
	"dateline/widgets/palette"
)

// options returns the choices, and an error that says which one is wrong.
func (f *exportForm) options() (export.Options, export.Format, error) {
	o := export.Options{Set: f.w.state.set, Title: f.title.Text, Theme: palette.Light()}
	if f.theme.Selected == darkPaper {
		o.Theme = palette.Dark()
	}
	format, err := export.FormatOf(f.path.Text)
	if err != nil {
		return o, format, err
	}
	if err := f.choose(&o); err != nil {
		return o, format, err
	}
	if o.Width, err = pixels("width", f.width.Text); err != nil {
		return o, format, err
	}
	if o.Height, err = pixels("height", f.height.Text); err != nil {
		return o, format, err
	}
	o.Scale, err = strconv.ParseFloat(strings.TrimSuffix(f.scale.Selected, "×"), 64)
	if err != nil {
		return o, format, errors.New("choose a scale")
	}
	return o, format, o.Check()
}

// choose sets the span and the lanes, as the command line does.
func (f *exportForm) choose(o *export.Options) error {
	s := f.w.state
	c := choice{form: true}
	switch f.span.Selected {
	case currentSpan:
		span := s.view.Span(s.size.W)
		o.View = &span
	case datedSpan:
		c.from, c.to = strings.TrimSpace(f.from.Text), strings.TrimSpace(f.to.Text)
	}
	for i, title := range f.w.laneChoices() {
		if slices.Contains(f.lanes.Selected, title) {
			c.lanes = append(c.lanes, s.set.Lanes[i].ID)
		}
	}
	if len(c.lanes) == 0 {
		return errors.New("choose at least one lane")
	}
	var err error
	o.Filter, err = c.filter(context.Background(), s.set)
	if err != nil {
		return err
	}
	rest := s.filters.filter(&s.facts) // what else the window leaves out
	rest.Hidden, rest.From, rest.To = o.Filter.Hidden, o.Filter.From, o.Filter.To
	o.Filter = rest
	o.Evidence, o.Chain, o.Gaps, o.Knowledge = s.evidence, s.chain, s.gaps, s.drawn().Knowledge
	if c.from == "" && c.to == "" && s.selects(o.Filter.Hidden) {
		o.Selection = s.selection
	}
	return err
}

// laneChoices returns the lanes' titles, told apart where two are the same.
func (w *window) laneChoices() []string {
	var titles []string
	for _, lane := range w.state.set.Lanes {
		title := lane.Title
		if slices.Contains(titles, title) {
			title += " (" + lane.ID + ")"
		}
		titles = append(titles, title)
	}
	return titles
}

func pixels(name, text string) (int, error) {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n < 1 {
		return 0, fmt.Errorf("the %s is a number of pixels, such as 1600: %q is not", name, text)
	}
	return n, nil
}
