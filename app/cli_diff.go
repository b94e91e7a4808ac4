package app

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"dateline/data/diff"
	"dateline/data/visible"
)

func diffCommand() *cobra.Command {
	var asJSON, exitCode bool
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "List what changed from one dataset to another",
		Long: "List what changed from the dataset OLD to the dataset NEW: + was added, − was removed, ~ was changed or\n" +
			"renamed. What counts is what they say: layout, the order of fields, and the order of events in the file\n" +
			"are no difference. Things are the same that have the same id; what has another id and is the same in\n" +
			"all else was renamed, and what refers to it is not changed by that.",
		Args: usageArgs(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			changes, err := compareFiles(cmd, args[0], args[1])
			if err != nil {
				return err
			}
			if asJSON {
				err = printChangesJSON(visible.NewJSONWriter(cmd.OutOrStdout()), changes)
			} else {
				err = printChanges(visible.NewWriter(cmd.OutOrStdout()), changes)
			}
			if err == nil && exitCode && changes.Different() {
				return errSilent
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a change, with all that changed")
	cmd.Flags().BoolVar(&exitCode, "exit-code", false, "end with status 1 if there is any difference")
	return cmd
}

// compareFiles compares two files. Where there are errors in both, all are returned. An interrupt ends it.
func compareFiles(cmd *cobra.Command, old, new string) (*diff.Changes, error) {
	ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
	defer stop()
	before, badOld := loadSet(ctx, cmd, old)
	after, badNew := loadSet(ctx, cmd, new)
	if ctx.Err() != nil {
		return nil, errors.New("interrupted")
	}
	if err := errors.Join(badOld, badNew); err != nil {
		return nil, err
	}
	changes, err := diff.Compare(ctx, before, after)
	if errors.Is(err, context.Canceled) {
		return nil, errors.New("interrupted")
	} else if err != nil {
		return nil, fmt.Errorf("compare %s with %s: %w", old, new, err)
	}
	return &changes, nil
}

// printChanges prints each change in a line, and behind them how many there are.
func printChanges(out io.Writer, changes *diff.Changes) error {
	buffered := bufio.NewWriter(out)
	for change := range changes.All() {
		fmt.Fprintln(buffered, change.Words()) // errors come back from Flush
	}
	fmt.Fprintln(buffered, changes.Sum())
	return buffered.Flush()
}

func printChangesJSON(out io.Writer, changes *diff.Changes) error {
	buffered := bufio.NewWriter(out)
	encoder := json.NewEncoder(buffered)
	encoder.SetEscapeHTML(false)
	for change := range changes.All() {
		if err := encoder.Encode(change); err != nil {
			return err
		}
	}
	return buffered.Flush()
}
