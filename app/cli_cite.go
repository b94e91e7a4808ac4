package app

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/app/atomicfile"
	"dateline/data"
	"dateline/data/cite"
	"dateline/data/visible"
)

func citeCommand() *cobra.Command {
	var output, format string
	var ids []string
	cmd := &cobra.Command{
		Use:   "cite [FILE]",
		Short: "Write references to events with their evidence, or to all sources",
		Long: "Write references to events of FILE, or of the bundled chronology, with what their sources say; without\n" +
			"--event, a bibliography of all its sources. As BibTeX and CSL-JSON events are the sources that they rest on,\n" +
			"with the quotations in their notes.",
		Example: "  dateline cite --format bibtex -o sources.bib\n" +
			"  dateline cite chronology.json --format markdown --event paris-attacks,brussels-attacks",
		Args: usageArgs(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(cite.Formats, cite.Format(format)) {
				return errUsage{fmt.Errorf("--format %s: it is %s", format, formatList())}
			}
			set, err := setFor(cmd, args)
			if err != nil {
				return err
			}
			text, count, err := references(cmd, set, ids, cite.Format(format))
			if err != nil {
				return err
			}
			return writeReferences(cmd, output, text, count)
		},
	}
	f := cmd.Flags()
	f.StringVar(&format, "format", string(cite.Text), formatList())
	f.StringSliceVar(&ids, "event", nil, "only these events, by `IDS` separated by commas; may be given several times")
	f.StringVarP(&output, "output", "o", standardOutput, "the `FILE` to write, or -")
	return cmd
}

// formatList returns the formats as a sentence has them: "text, markdown or bibtex".
func formatList() string {
	names := make([]string, len(cite.Formats))
	for i, format := range cite.Formats {
		names[i] = string(format)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// references returns the references asked for and what they are, counted: to events, or to all sources where there are
// no identifiers. Of events that have none as the format has them, that is said.
func references(cmd *cobra.Command, set *data.Set, ids []string, format cite.Format) (text, count string, err error) {
	if len(ids) == 0 {
		all := make([]int, len(set.Sources))
		for i := range all {
			all[i] = i
		}
		text, err = cite.Sources(set, all, format)
		return text, counted(len(all), "source"), err
	}
	events, err := eventsNamed(set, ids)
	if err != nil {
		return "", "", err
	}
	if text, err = cite.Events(set, events, format); errors.Is(err, cite.ErrNoSource) {
		return "", "", fmt.Errorf("%w: as %s, events are the sources that they rest on, and %s no claims", err,
			format.Words(), theyHave(len(events)))
	}
	if err == nil && (format == cite.BibTeX || format == cite.CSLJSON) {
		for _, event := range events {
			if len(event.Claims) == 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "dateline: event %s has no claims and so no source to cite\n", event.ID)
			}
		}
	}
	return text, counted(len(events), "event"), err
}

func theyHave(events int) string {
	if events == 1 {
		return "this one has"
	}
	return "these have"
}

// eventsNamed returns the events with these identifiers, each once, in their order.
func eventsNamed(set *data.Set, ids []string) ([]*data.Event, error) {
	var events []*data.Event
	for i, id := range ids {
		index, ok := set.Events.Index(id)
		if !ok {
			return nil, errUsage{fmt.Errorf("there is no event %q; “dateline events --json” has their identifiers", id)}
		}
		if slices.Contains(ids[:i], id) {
			continue
		}
		event, err := set.Events.At(index)
		if err != nil {
			return nil, err
		}
		events = append(events, &event)
	}
	return events, nil
}

// writeReferences writes text to the standard output or, whole or not at all, to a file.
func writeReferences(cmd *cobra.Command, output, text, count string) error {
	if output == standardOutput {
		_, err := fmt.Fprintln(visible.NewWriter(cmd.OutOrStdout()), text)
		return err
	}
	if err := atomicfile.Write(output, []byte(text+"\n")); err != nil {
		return err
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", output, count)
	return err
}
