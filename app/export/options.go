package export

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"dateline/data"
	"dateline/widgets/scene"
)

// The page where nothing else is asked for, in pixels at scale 1.
const (
	DefaultWidth  = 1600
	DefaultHeight = 900
)

// The limits of a page. Below the least size nothing but axis and title would
// have room; a page of the most pixels takes 400 MB to draw.
const (
	MinWidth, MinHeight = 320, 200         // pixels at scale 1
	MinScale, MaxScale  = 0.5, 8           // device pixels a pixel
	MaxSide             = 20_000           // device pixels
	MaxPixels           = 100_000_000      // device pixels of the whole page
	megapixel           = 1_000_000        // device pixels
	maxInstant          = float64(1 << 62) // seconds; beyond it calendars overflow
)

// Check returns nil, or an error that says in a sentence what is wrong with the
// options and within which limits it must be. A stretch of time without events
// is not an error: the chart says so.
func (o Options) Check() error {
	if o.Set == nil {
		return errors.New("there is no dataset to draw")
	}
	o = o.withDefaults()
	if err := o.checkSize(); err != nil {
		return err
	}
	if !slices.ContainsFunc(o.Set.Lanes, func(l data.Lane) bool { return !o.Filter.Hidden[l.ID] }) {
		return errors.New("no lanes are shown: show at least one")
	}
	if err := o.checkChain(); err != nil {
		return err
	}
	return o.checkSpan()
}

func (o Options) checkChain() error {
	for _, event := range o.Chain {
		if event < 0 || event >= o.Set.Events.Len() {
			return fmt.Errorf("there is no event %d to stand out: the dataset has %s", event, counted(o.Set.Events.Len(), "event"))
		}
	}
	return nil
}

func (o Options) checkSize() error {
	w, h := float64(o.Width)*o.Scale, float64(o.Height)*o.Scale
	switch {
	case !(o.Scale >= MinScale && o.Scale <= MaxScale):
		return fmt.Errorf("a scale of %v is not between %v and %v", o.Scale, MinScale, MaxScale)
	case o.Width < MinWidth || o.Height < MinHeight:
		return fmt.Errorf("%d × %d pixels are too small for a chart: it needs at least %d × %d",
			o.Width, o.Height, MinWidth, MinHeight)
	case w > MaxSide || h > MaxSide:
		return fmt.Errorf("%d × %d pixels at scale %v make %.0f × %.0f: no side may be longer than %d",
			o.Width, o.Height, o.Scale, w, h, MaxSide)
	case w*h > MaxPixels:
		return fmt.Errorf("%d × %d pixels at scale %v make %.0f million: the most is %d million",
			o.Width, o.Height, o.Scale, w*h/megapixel, MaxPixels/megapixel)
	}
	return nil
}

func (o Options) checkSpan() error {
	span := o.span()
	switch {
	case math.IsNaN(span.Length()), span.From < -maxInstant, span.To > maxInstant:
		return errors.New("the stretch of time has no beginning or no end")
	case span.Length() > 0:
		return nil
	case o.View != nil || !o.Filter.From.IsZero() && !o.Filter.To.IsZero():
		return errors.New("the stretch of time is empty: it ends before it begins")
	case !o.Filter.From.IsZero():
		return fmt.Errorf("there is nothing from %s on: the chronology ends before", o.Filter.From.Words())
	}
	return fmt.Errorf("there is nothing up to %s: the chronology begins later", o.Filter.To.Words())
}

// withDefaults returns the options with what was left out.
func (o Options) withDefaults() Options {
	if o.Width == 0 {
		o.Width = DefaultWidth
	}
	if o.Height == 0 {
		o.Height = DefaultHeight
	}
	if o.Scale == 0 {
		o.Scale = 1
	}
	if o.Title == "" {
		o.Title = o.Set.Title
	}
	if len(o.Chain) == 0 {
		o.Chain = nil
	}
	return o
}

// span returns the stretch of time that is asked for, without margins.
func (o Options) span() scene.Span {
	if o.View != nil {
		return *o.View
	}
	span := scene.DomainOf(o.Set)
	if bounds := o.Filter.From.Bounds(); !o.Filter.From.IsZero() && !bounds.NoEarliest {
		span.From = float64(bounds.Earliest)
	}
	if bounds := o.Filter.To.Bounds(); !o.Filter.To.IsZero() && !bounds.NoLatest {
		span.To = float64(bounds.Latest) + 1
	}
	return span
}

// margin is the share of the stretch that is left free at an end of the
// dataset, as in the window, so that the first and the last marker stand clear.
const margin = 0.03

// view returns the view over a width: the stretch exactly, with a margin at
// each end that is the dataset's own.
func (o Options) view(width float64) scene.View {
	span := o.span()
	by := span.Length() * margin
	if o.View == nil && o.Filter.From.IsZero() {
		span.From -= by
	}
	if o.View == nil && o.Filter.To.IsZero() {
		span.To += by
	}
	return scene.View{Left: span.From, Scale: math.Max(span.Length()/width, scene.FinestScale)}
}
