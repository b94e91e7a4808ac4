package app

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/data/visible"
)

func disputesCommand() *cobra.Command {
	var asJSON bool
	var c choice
	cmd := &cobra.Command{
		Use:   "disputes [FILE]",
		Short: "List the questions on which sources disagree",
		Long: "List the disputes of FILE, or of the bundled chronology, with what each source answers.\n" +
			"Flags that choose events leave the disputes that are about one of these.",
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
			disputes := disputesOf(set.Select(filter))
			if asJSON {
				return printDisputesJSON(visible.NewJSONWriter(cmd.OutOrStdout()), set, disputes)
			}
			return printDisputes(visible.NewWriter(cmd.OutOrStdout()), set, disputes)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
	c.flags(cmd)
	return cmd
}

// disputesOf returns the disputes that are about a selected event, and, where
// all events are selected, those that are about none.
func disputesOf(sel *data.Selection) []*data.Dispute {
	var disputes []*data.Dispute
	for i := range sel.Set.Disputes {
		d := &sel.Set.Disputes[i]
		about := len(d.Events) == 0 && sel.Len() == sel.Set.Events.Len()
		for _, event := range d.Events {
			about = about || sel.Has(event)
		}
		if about {
			disputes = append(disputes, d)
		}
	}
	return disputes
}

func printDisputes(out io.Writer, set *data.Set, disputes []*data.Dispute) error {
	for _, d := range disputes {
		if _, err := fmt.Fprintf(out, "%s (%s)\n", d.Question, d.ID); err != nil {
			return err
		}
		for _, a := range d.Answers {
			fmt.Fprintf(out, "  %s: %s\n", set.Sources[a.Source].Name(), a.Answer) // errors come back from the last line
			if a.Quote != "" {
				fmt.Fprintf(out, "      “%s”\n", a.Quote)
			}
		}
		for _, event := range d.Events {
			fmt.Fprintf(out, "  event %s: %s (%s)\n", set.Events.ID(event), set.Events.Title(event), set.Events.Date(event).Words())
		}
		fmt.Fprintln(out)
	}
	_, err := fmt.Fprintf(out, "%d of %s\n", len(disputes), counted(len(set.Disputes), "dispute"))
	return err
}

// disputeJSON is a dispute for other programs.
type disputeJSON struct {
	ID       string       `json:"id"`
	Question string       `json:"question"`
	Events   []string     `json:"events"`
	Answers  []answerJSON `json:"answers"`
}

type answerJSON struct {
	Source string `json:"source"`
	Answer string `json:"answer"`
	Quote  string `json:"quote,omitempty"`
}

func printDisputesJSON(out io.Writer, set *data.Set, disputes []*data.Dispute) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, d := range disputes {
		line := disputeJSON{d.ID, d.Question, []string{}, []answerJSON{}}
		for _, event := range d.Events {
			line.Events = append(line.Events, set.Events.ID(event))
		}
		for _, a := range d.Answers {
			line.Answers = append(line.Answers, answerJSON{set.Sources[a.Source].ID, a.Answer, a.Quote})
		}
		if err := encoder.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
