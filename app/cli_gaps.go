package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/data/gaps"
	"dateline/data/visible"
)

const (
	// longestGaps is how many gaps of a lane are listed unless more are asked for.
	longestGaps = 3
	// namedInGap is how many of the events that may lie in a gap are named in the table.
	namedInGap = 3
)

func gapsCommand() *cobra.Command {
	var asJSON bool
	var longest int
	var c choice
	cmd := &cobra.Command{
		Use:   "gaps [FILE]",
		Short: "List the longest stretches of each lane without an event",
		Long: "List the longest stretches of time of each lane of FILE, or of the bundled chronology, in which no event\n" +
			"lies: FROM its first day TO its last.\n\n" +
			"An imprecise date fills all the time in which it may lie. One that leaves more than a year open, as\n" +
			"“some time from 2002 to 2012” does, would hide every gap: it fills none, but is listed with each gap\n" +
			"in which it MAY LIE. Where nothing is listed, it is certain that no event of the lane lies there.",
		Args: usageArgs(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if longest < 1 {
				return errUsage{fmt.Errorf("--longest %d: it is 1 at least", longest)}
			}
			set, err := setFor(cmd, args)
			if err != nil {
				return err
			}
			filter, err := c.filter(cmd.Context(), set)
			if err != nil {
				return err
			}
			selection := set.Select(filter)
			list := gaps.Longest(selection, longest)
			if asJSON {
				return printGapsJSON(visible.NewJSONWriter(cmd.OutOrStdout()), set, list)
			}
			return printGaps(visible.NewWriter(cmd.OutOrStdout()), selection, list)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
	cmd.Flags().IntVar(&longest, "longest", longestGaps, "at most this `NUMBER` for each lane")
	c.flags(cmd)
	return cmd
}

// printGaps prints a table for each lane that is shown, and of how many events the gaps are.
func printGaps(out io.Writer, sel *data.Selection, list []gaps.Gap) error {
	var failed error
	for _, lane := range sel.Lanes {
		var of []gaps.Gap
		for len(list) > 0 && list[0].Lane == lane {
			of, list = append(of, list[0]), list[1:]
		}
		failed = errors.Join(failed, printLaneGaps(out, sel.Set, lane, of))
	}
	return errors.Join(failed, printSum(out, sel, ""))
}

func printLaneGaps(out io.Writer, set *data.Set, lane int, list []gaps.Gap) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, visible.Line(set.Lanes[lane].Title)) // errors come back from Flush
	if len(list) == 0 {
		fmt.Fprintln(table, "  no stretch of time between two events")
	} else {
		fmt.Fprintln(table, "  FROM\tTO\tLENGTH\tAFTER\tBEFORE\tMAY LIE IN IT")
	}
	for i := range list {
		g := &list[i]
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\t%s\t%s\n", gapEnd(g.From, g), gapEnd(g.To-1, g), g.Words(),
			visible.Line(set.Events.Title(g.After)), visible.Line(set.Events.Title(g.Before)), visible.Line(mayLieIn(set, g)))
	}
	fmt.Fprintln(table)
	return table.Flush()
}

// gapEnd returns a day of a gap that consists of days, else an instant.
func gapEnd(instant int64, g *gaps.Gap) string {
	text := edtf.FormatInstant(instant)
	if wholeDays(g) {
		text, _, _ = strings.Cut(text, "T")
	}
	return text
}

func wholeDays(g *gaps.Gap) bool {
	const day = 86400
	return g.From%day == 0 && g.To%day == 0
}

// mayLieIn names the first events that may lie in a gap, and counts the others.
func mayLieIn(set *data.Set, g *gaps.Gap) string {
	var titles []string
	for i, event := range g.Maybe {
		if i == namedInGap {
			titles = append(titles, fmt.Sprintf("and %d more", len(g.Maybe)-i))
			break
		}
		titles = append(titles, fmt.Sprintf("%s (%s)", set.Events.Title(event), set.Events.Date(event)))
	}
	if titles == nil {
		return "–"
	}
	return strings.Join(titles, "; ")
}

// gapJSON is a gap for other programs. From and To are its first and its last second.
type gapJSON struct {
	Lane    string     `json:"lane"`
	From    string     `json:"from"`
	To      string     `json:"to"`
	Seconds int64      `json:"seconds"`
	Words   string     `json:"words"`
	After   gapEvent   `json:"after"`
	Before  gapEvent   `json:"before"`
	Maybe   []gapEvent `json:"maybe"`
}

type gapEvent struct {
	ID    string `json:"id"`
	Date  string `json:"date"`
	Title string `json:"title"`
}

func printGapsJSON(out io.Writer, set *data.Set, list []gaps.Gap) error {
	event := func(i int) gapEvent {
		return gapEvent{set.Events.ID(i), set.Events.Date(i).String(), set.Events.Title(i)}
	}
	encoder := json.NewEncoder(out)
	for i := range list {
		g := &list[i]
		line := gapJSON{
			Lane: set.Lanes[g.Lane].ID, From: edtf.FormatInstant(g.From), To: edtf.FormatInstant(g.To - 1),
			Seconds: g.To - g.From, Words: g.Words(), After: event(g.After), Before: event(g.Before), Maybe: []gapEvent{},
		}
		for _, i := range g.Maybe {
			line.Maybe = append(line.Maybe, event(i))
		}
		if err := encoder.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
