package app

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/data/facets"
	"dateline/data/search"
	"dateline/data/visible"
)

// naming is a name as it is printed.
type naming struct {
	kind   facets.Kind
	name   string
	events int // that are selected and have it
}

// namings are the names to print.
type namings struct {
	list      []naming
	all       int // names of the kinds that are wanted
	elsewhere int // only in events that are not selected
	without   int // the words that are looked for
}

// wantedNames says which names are wanted, and how.
type wantedNames struct {
	choice
	kind, text string
	asJSON     bool
}

func namesCommand() *cobra.Command {
	var w wantedNames
	cmd := &cobra.Command{
		Use:   "names [FILE]",
		Short: "List people, places and tags with how many events have them",
		Long: "List the people, places and tags of FILE, or of the bundled chronology, with how many events have them,\n" +
			"the most frequent first. Names are listed as they are written: other spellings are other names, but those\n" +
			"that differ only in case, accents or white space stand together.\n\n" +
			"--find looks for words in names: all of them, in any order, whatever their case and accents. Of the last\n" +
			"word the beginning is enough.",
		Args: usageArgs(cobra.MaximumNArgs(1)),
		RunE: w.run,
	}
	cmd.Flags().StringVar(&w.kind, "kind", "", "only names of this `KIND`: people, places or tags")
	cmd.Flags().StringVar(&w.text, "find", "", "only names that have all words of this `TEXT`")
	cmd.Flags().BoolVar(&w.asJSON, "json", false, "print one JSON object a line")
	w.flags(cmd)
	return cmd
}

func (w *wantedNames) run(cmd *cobra.Command, args []string) error {
	kinds, err := kindsFor(w.kind)
	if err != nil {
		return err
	}
	if cmd.Flags().Changed("find") && search.Parse(w.text).Empty() {
		return errUsage{fmt.Errorf("--find: there is no word in %q", w.text)}
	}
	set, err := setFor(cmd, args)
	if err != nil {
		return err
	}
	filter, err := w.filter(cmd.Context(), set)
	if err != nil {
		return err
	}
	names, err := facets.Index(cmd.Context(), set, func(float64) {})
	if err != nil {
		return err
	}
	selection := set.Select(filter)
	found := namingsIn(names, selection, kinds, w.text)
	if w.asJSON {
		return printNamesJSON(visible.NewJSONWriter(cmd.OutOrStdout()), found)
	}
	return printNames(visible.NewWriter(cmd.OutOrStdout()), found, selection, w.text)
}

// kindWord returns a kind as it is written on the command line.
func kindWord(kind facets.Kind) string { return strings.ToLower(kind.Words()) }

// kindsFor returns the kind that a flag names, all of them for "".
func kindsFor(flag string) ([]facets.Kind, error) {
	if flag == "" {
		return facets.Kinds[:], nil
	}
	for _, kind := range facets.Kinds {
		if flag == kindWord(kind) {
			return []facets.Kind{kind}, nil
		}
	}
	return nil, errUsage{fmt.Errorf("--kind: there is no kind %q; the kinds are people, places and tags", flag)}
}

// namingsIn returns the names that selected events have and that have all words
// of a text.
func namingsIn(f *facets.Facets, selection *data.Selection, kinds []facets.Kind, text string) namings {
	var found namings
	q := search.Parse(text)
	for _, kind := range kinds {
		names, counts := f.Names(kind), f.CountIn(kind, selection)
		found.all += len(names)
		for _, place := range f.ByCount(kind, counts) {
			name := names[place].Text
			switch {
			case !q.Matches(name):
				found.without++
			case counts[place] == 0:
				found.elsewhere++
			default:
				found.list = append(found.list, naming{kind, name, counts[place]})
			}
		}
	}
	return found
}

func printNamesJSON(out io.Writer, found namings) error {
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	for _, n := range found.list {
		if err := lines.Encode(struct {
			Kind   string `json:"kind"`
			Name   string `json:"name"`
			Events int    `json:"events"`
		}{kindWord(n.kind), n.name, n.events}); err != nil {
			return err
		}
	}
	return nil
}

func printNames(out io.Writer, found namings, selection *data.Selection, text string) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "KIND\tNAME\tEVENTS") // errors come back from Flush
	for _, n := range found.list {
		fmt.Fprintf(table, "%s\t%s\t%d\n", kindWord(n.kind), visible.Line(facets.Line(n.name)), n.events)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	sum := fmt.Sprintf("%d of %s; %d only in events that are left out", len(found.list), counted(found.all, "name"), found.elsewhere)
	if text != "" {
		sum += fmt.Sprintf(", %d without “%s”", found.without, text)
	}
	if _, err := fmt.Fprintln(out, sum); err != nil {
		return err
	}
	return printSum(out, selection, "")
}
