package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/data/exchange"
	"dateline/data/visible"
)

func validateCommand() *cobra.Command {
	var c check
	cmd := &cobra.Command{
		Use:   "validate FILE…",
		Short: "Check datasets and list everything that is wrong with them",
		Long: "Check datasets and list everything that is wrong with them.\n\n" +
			"--consistency also lists what in a dataset cannot all hold: ages that do not fit a birth, causes after\n" +
			"their effects, sources whose dates exclude each other. These are findings about what the sources say\n" +
			"and not errors of the file: they do not change the exit status. Without a FILE they are looked for in\n" +
			"the bundled chronology.",
		Args: func(cmd *cobra.Command, args []string) error {
			if c.consistency {
				return nil
			}
			return usageArgs(cobra.MinimumNArgs(1))(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return c.files(cmd, args) },
	}
	cmd.Flags().BoolVar(&c.asJSON, "json", false, "print one JSON object a file")
	cmd.Flags().BoolVar(&c.consistency, "consistency", false, "also list what in a dataset cannot all hold")
	return cmd
}

func printCheck(out, errOut io.Writer, path string, set *data.Set, bad error) error {
	if bad != nil {
		_, err := fmt.Fprintln(errOut, bad)
		return err
	}
	_, err := fmt.Fprintf(out, "%s: ok, %s, %s, %s\n", path,
		counted(set.Events.Len(), "event"), counted(len(set.Lanes), "lane"), counted(len(set.Sources), "source"))
	return err
}

// problemJSON is an error of a file for other programs.
type problemJSON struct {
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Path    string `json:"path,omitempty"`
	Message string `json:"message"`
}

func printCheckJSON(out io.Writer, path string, set *data.Set, bad error) error {
	result := struct {
		File   string        `json:"file"`
		Valid  bool          `json:"valid"`
		Events int           `json:"events"`
		Errors []problemJSON `json:"errors"`
	}{File: path, Valid: bad == nil, Errors: []problemJSON{}}
	var problems data.Problems
	switch {
	case bad == nil:
		result.Events = set.Events.Len()
	case errors.As(bad, &problems):
		for _, p := range problems {
			result.Errors = append(result.Errors, problemJSON{p.Line, p.Column, p.Path, p.Message})
		}
	default:
		result.Errors = append(result.Errors, problemJSON{Message: bad.Error()})
	}
	return json.NewEncoder(out).Encode(result)
}

// setFor loads the file named, or the bundled dataset for none.
func setFor(cmd *cobra.Command, args []string) (*data.Set, error) {
	if len(args) == 0 {
		return bundled()
	}
	return loadSet(cmd.Context(), cmd, args[0])
}

// loadSet loads a file of whatever format. How much of another format could not be
// carried over is said.
func loadSet(ctx context.Context, cmd *cobra.Command, path string) (*data.Set, error) {
	loaded, err := readTimeline(ctx, cmd, path, exchange.Options{})
	if err != nil {
		return nil, err
	}
	errOut := cmd.ErrOrStderr()
	printNotes(errOut, loaded.Notes)
	if n := len(loaded.Losses); n > 0 {
		fmt.Fprintf(errOut, "dateline: %s of %s could not be carried over; “dateline convert” lists them\n", counted(n, "thing"), path)
	}
	return loaded.Set, nil
}

func eventsCommand() *cobra.Command {
	var asJSON bool
	var text string
	var c choice
	cmd := &cobra.Command{
		Use:   "events [FILE]",
		Short: "List the events in order of time",
		Long: "List the events of FILE, or of the bundled chronology, in order of time.\n\n" +
			"--find looks for words in titles, summaries, people, places, tags and quotations: all of them, in any\n" +
			"order, whatever their case and accents. Of the last word the beginning is enough.",
		Args: usageArgs(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			set, err := setFor(cmd, args)
			if err != nil {
				return err
			}
			filter, err := c.filter(cmd.Context(), set)
			if err != nil {
				return err
			}
			selection := set.Select(filter)
			if cmd.Flags().Changed("find") {
				if selection, err = withWords(cmd.Context(), selection, text); err != nil {
					return err
				}
			}
			if asJSON {
				return printEventsJSON(visible.NewJSONWriter(cmd.OutOrStdout()), selection)
			}
			return printEvents(visible.NewWriter(cmd.OutOrStdout()), selection, text)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line, with every field")
	cmd.Flags().StringVar(&text, "find", "", "only events that have all words of this `TEXT`")
	c.flags(cmd)
	return cmd
}

func printEventsJSON(out io.Writer, sel *data.Selection) error {
	for event := range sel.All() {
		line, err := sel.Set.EventJSON(event)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(out, "%s\n", line); err != nil {
			return err
		}
	}
	return nil
}

func printEvents(out io.Writer, sel *data.Selection, text string) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "DATE\tIN WORDS\tLANES\tSTATUS\tTITLE") // errors come back from Flush
	for i := range sel.All() {
		e, err := sel.Set.Events.At(i)
		if err != nil {
			return fmt.Errorf("list event %s: %w", sel.Set.Events.ID(i), err)
		}
		lanes := ""
		for j, lane := range e.Lanes {
			if j > 0 {
				lanes += ","
			}
			lanes += sel.Set.Lanes[lane].ID
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", e.Date, e.Date.Words(), lanes, e.Status, visible.Line(e.Title))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	return printSum(out, sel, text)
}
