package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"dateline/app/atomicfile"
	"dateline/data/sample"
)

// mostSampleEvents is how many events a sample has at most: some 60 GB of them.
const mostSampleEvents = 100_000_000

// standardOutput is the name of a file that stands for the standard output.
const standardOutput = "-"

func sampleCommand() *cobra.Command {
	var output string
	var events int
	var seed uint64
	cmd := &cobra.Command{
		Use:   "sample -o FILE",
		Short: "Write a made-up dataset of any size, to try and to measure with",
		Long: "Write a dataset of made-up events to FILE, or to the standard output where FILE is -.\n" +
			"The same seed gives the same file. An event takes about 600 bytes.",
		Example: "  dateline sample --events 1000000 --seed 7 -o sample.json",
		Args:    usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if output == "" {
				return errUsage{errors.New("say which file to write, such as -o sample.json, or - for the standard output")}
			}
			if events < 1 || events > mostSampleEvents {
				return errUsage{fmt.Errorf("--events %d: it is from 1 to %d", events, mostSampleEvents)}
			}
			return writeSample(cmd, output, events, seed)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&output, "output", "o", "", "the `FILE` to write, or -")
	f.IntVar(&events, "events", 1000, "the `NUMBER` of events")
	f.Uint64Var(&seed, "seed", 1, "another `NUMBER` gives other events")
	return cmd
}

// writeSample writes a sample to the standard output or, whole or not at all, to a file. An interrupt ends it.
func writeSample(cmd *cobra.Command, output string, events int, seed uint64) error {
	ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
	defer stop()
	write := func(w io.Writer) error {
		err := sample.Write(ctx, w, events, seed)
		if errors.Is(err, context.Canceled) {
			return errors.New("interrupted")
		}
		return err
	}
	if output == standardOutput {
		return write(cmd.OutOrStdout())
	}
	if err := atomicfile.Stream(output, write); err != nil {
		return err
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", output, counted(events, "event"))
	return err
}
