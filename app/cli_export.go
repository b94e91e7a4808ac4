package app

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/app/export"
	"dateline/data/evidence"
	"dateline/widgets/palette"
)

func exportCommand() *cobra.Command {
	var c choice
	var output, theme string
	var over drawnOver
	o := export.Options{}
	cmd := &cobra.Command{
		Use:   "export [FILE] -o OUTPUT",
		Short: "Draw the timeline as a PNG or SVG chart; needs no display",
		Long: "Draw the timeline of FILE, or of the bundled chronology, as a chart.\n" +
			"The ending of OUTPUT says which: .png or .svg.",
		Example: "  dateline export -o timeline.png --from 2010 --to 2018 --lanes atar,authorities --theme dark",
		Args:    usageArgs(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if output == "" {
				return errUsage{errors.New("say which file to write, such as -o timeline.png")}
			}
			set, err := setFor(cmd, args)
			if err != nil {
				return err
			}
			c.until = over.known
			if o.Filter, err = c.filter(cmd.Context(), set); err != nil {
				return err
			}
			if o.Theme, err = paletteNamed(theme); err != nil {
				return err
			}
			o.Set = set
			if err := over.add(cmd.Context(), &o, &c); err != nil {
				return err
			}
			report, err := exportTo(cmd.Context(), output, o)
			if err != nil {
				return err
			}
			for _, note := range reportNotes(report) {
				fmt.Fprintln(cmd.ErrOrStderr(), "dateline:", note)
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: %d of %d events\n", output, report.InChart, set.Events.Len())
			return err
		},
	}
	c.flags(cmd)
	f := cmd.Flags()
	f.StringVarP(&output, "output", "o", "", "the `FILE` to write, .png or .svg")
	f.IntVar(&o.Width, "width", 1600, "width in `PIXELS`, before --scale")
	f.IntVar(&o.Height, "height", 900, "height in `PIXELS`, before --scale")
	f.Float64Var(&o.Scale, "scale", 2, "device pixels a pixel")
	f.StringVar(&theme, "theme", "light", "light or dark")
	f.StringVar(&over.chain, "chain", "", "let the chain of the event with this `ID` stand out")
	f.BoolVar(&over.gaps, "gaps", false, "hatch the longest gaps of each lane")
	f.BoolVar(&over.known, "until-known", false, "draw lines to when events became known, to --known-to or the public")
	f.StringVar(&o.Title, "title", "", "instead of the dataset's title")
	return cmd
}

// drawnOver is what is drawn over the events of a chart.
type drawnOver struct {
	chain       string
	gaps, known bool
}

// add adds what is wanted to the options, whose set and filter are given.
func (d *drawnOver) add(ctx context.Context, o *export.Options, c *choice) error {
	e, err := evidence.Read(ctx, o.Set, nil)
	if err != nil {
		return err
	}
	o.Evidence = e
	if d.chain != "" {
		event, ok := o.Set.Events.Index(d.chain)
		if !ok {
			return errUsage{fmt.Errorf("--chain: there is no event %q", d.chain)}
		}
		o.Chain = e.Chain(event)
	}
	if d.known {
		party, err := partyNamed(o.Set, e, c.knownTo)
		if err != nil {
			return err
		}
		o.Knowledge = e.Known(party)
	}
	if d.gaps {
		o.Gaps = drawnGaps(o.Set.Select(o.Filter))
	}
	return nil
}

func paletteNamed(name string) (palette.Palette, error) {
	switch name {
	case "light":
		return palette.Light(), nil
	case "dark":
		return palette.Dark(), nil
	}
	return palette.Palette{}, errUsage{fmt.Errorf("--theme %s: it is light or dark", name)}
}

// exportTo draws a chart and writes it, whole or not at all.
func exportTo(ctx context.Context, path string, o export.Options) (export.Report, error) {
	if ctx == nil {
		ctx = context.Background()
	}
	format, err := export.FormatOf(path)
	if err != nil {
		return export.Report{}, errUsage{err}
	}
	if err := o.Check(); err != nil {
		return export.Report{}, errUsage{err}
	}
	content, report, err := export.Draw(ctx, format, o)
	if err != nil {
		return report, err
	}
	if err := ctx.Err(); err != nil {
		return report, err
	}
	return report, export.WriteFile(path, content)
}

// reportNotes returns what a reader of the chart must be told: what of it has no
// room on the page, and what no font has.
func reportNotes(r export.Report) []string {
	var notes []string
	if r.LanesUnfit > 0 {
		notes = append(notes, fmt.Sprintf("%s with %s found no room: make the chart higher, or choose lanes",
			counted(r.LanesUnfit, "lane"), counted(r.Unfit, "event")))
	}
	if r.SourcesLeft > 0 {
		notes = append(notes, fmt.Sprintf("%s found no room at the foot: make the chart larger",
			counted(r.SourcesLeft, "source")))
	}
	if len(r.Missing) > 0 {
		notes = append(notes, fmt.Sprintf("%s in no embedded font, drawn as boxes: %s",
			counted(len(r.Missing), "character"), string(r.Missing)))
	}
	return notes
}

// counted returns a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
