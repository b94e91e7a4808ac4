package app

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"dateline/app/atomicfile"
	"dateline/data/exchange"
	"dateline/data/visible"
)

// standardStream is the name of a file that stands for the standard input or
// output.
const standardStream = "-"

func convertCommand() *cobra.Command {
	var from, to string
	var columns columnFlags
	cmd := &cobra.Command{
		Use:   "convert IN OUT",
		Short: "Convert a timeline from one format to another",
		Long: "Read IN, in the format that its content shows, and write OUT in the format that its ending names.\n" +
			"For - the standard input is read, and the standard output written. What of IN could not be carried over,\n" +
			"and what OUT cannot hold, is listed item by item on the standard error.\n\nFormats:\n" + exchangeFormats(),
		Example: "  dateline convert chronology.csv chronology.json\n" +
			"  dateline convert --to-format markdown - - < chronology.json",
		Args: usageArgs(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			reader, writer, err := formatsFor(from, to, args[1])
			if err != nil {
				return errUsage{err}
			}
			o := exchange.Options{Format: reader}
			if o.Columns, err = columns.asked(); err != nil {
				return errUsage{err}
			}
			return convert(cmd, args[0], args[1], o, writer)
		},
	}
	cmd.Flags().StringVar(&from, "from-format", "", "the `FORMAT` of IN, where its content does not show it")
	cmd.Flags().StringVar(&to, "to-format", "", "the `FORMAT` of OUT, where its ending does not name it")
	columns.flags(cmd)
	return cmd
}

// convert reads one file and writes another.
func convert(cmd *cobra.Command, in, out string, o exchange.Options, writer *exchange.Format) error {
	loaded, err := readTimeline(cmd.Context(), cmd, in, o)
	if err != nil {
		return err
	}
	made, losses, err := exchange.Export(loaded.Set, writer)
	if err != nil {
		return fmt.Errorf("convert %q to %s: %w", in, writer.Title, err)
	}
	errOut := cmd.ErrOrStderr()
	printLosses(errOut, "not carried over", loaded.Losses)
	printNotes(errOut, loaded.Notes)
	printLosses(errOut, "not in "+out, losses)
	if out == standardStream {
		_, err = cmd.OutOrStdout().Write(made)
		return err
	}
	if err := atomicfile.Write(out, made); err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: %s as %s\n", visible.Line(out), counted(loaded.Set.Events.Len(), "event"), writer.Title)
	return err
}

// readTimeline reads a file or the standard input.
func readTimeline(ctx context.Context, cmd *cobra.Command, path string, o exchange.Options) (*exchange.Loaded, error) {
	if path != standardStream {
		return exchange.Load(ctx, path, o)
	}
	content, err := exchange.ReadAll(cmd.InOrStdin())
	if err != nil {
		return nil, fmt.Errorf("read the standard input: %w", err)
	}
	return exchange.Parse(standardStream, content, o)
}

// formatsFor returns the formats to read, nil for what the content shows, and to
// write.
func formatsFor(from, to, out string) (reader, writer *exchange.Format, err error) {
	if from != "" {
		if reader, err = exchange.Named(from); err != nil {
			return nil, nil, fmt.Errorf("--from-format: %w", err)
		}
		if reader.Read == nil {
			return nil, nil, fmt.Errorf("--from-format: %s can be written but not read", reader.Title)
		}
	}
	switch {
	case to != "":
		if writer, err = exchange.Named(to); err != nil {
			err = fmt.Errorf("--to-format: %w", err)
		}
	case out == standardStream:
		err = fmt.Errorf("say which format the standard output is to have, such as --to-format markdown")
	default:
		writer, err = exchange.ForFile(out)
	}
	return reader, writer, err
}

// exchangeFormats lists the formats for the command's help.
func exchangeFormats() string {
	list := ""
	for _, f := range exchange.Formats() {
		how := ""
		if f.Read == nil {
			how = ", written only"
		}
		list += fmt.Sprintf("  %-17s %s%s\n", f.Name, f.Title, how)
	}
	return list
}

// printLosses lists what is lost, one item a line.
func printLosses(out io.Writer, what string, losses []exchange.Loss) {
	for _, loss := range losses {
		fmt.Fprintf(out, "dateline: %s: %s\n", what, loss)
	}
}

// printNotes lists how a file was read.
func printNotes(out io.Writer, notes []string) {
	for _, note := range notes {
		fmt.Fprintln(out, "dateline:", note)
	}
}
