package app

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"dateline/app/atomicfile"
	"dateline/data"
	"dateline/data/exchange"
)

// standardInput is the name of a file that stands for the standard input.
const standardInput = "-"

func fmtCommand() *cobra.Command {
	var check bool
	cmd := &cobra.Command{
		Use:   "fmt FILE…",
		Short: "Write datasets in their canonical form",
		Long: "Write each FILE in its canonical form: fields in the order of the format, one way of spacing, characters\n" +
			"as themselves. Nothing is lost and nothing means anything else. A FILE that is in this form already is\n" +
			"not touched, nor is one that has errors, which are listed. For - the standard input is read, and\n" +
			"written to the standard output.",
		Example: "  dateline fmt chronology.json\n  dateline fmt --check *.json",
		Args:    usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			failed := false
			for _, path := range args {
				good, err := formatFile(cmd, path, check)
				if err != nil {
					fmt.Fprintln(cmd.ErrOrStderr(), err)
				}
				failed = failed || !good || err != nil
			}
			if failed {
				return errSilent
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&check, "check", false, "write nothing, list the files that are not in canonical form; status 1 if there are any")
	return cmd
}

// formatFile writes a file in its canonical form, or only looks whether it is in it, and says what happened. It reports
// false for a file that is only looked at and not in canonical form. An error begins with the file.
func formatFile(cmd *cobra.Command, path string, check bool) (good bool, err error) {
	content, info, err := readForFormat(cmd, path)
	if err != nil {
		return false, fmt.Errorf("format %q: %w", path, err)
	}
	if _, err := data.Parse(path, content); err != nil {
		return false, err // each begins with its place in the file
	}
	canonical, err := exchange.Canonical(content)
	if err != nil {
		return false, fmt.Errorf("format %q: %w", path, err)
	}
	out := cmd.OutOrStdout()
	same := bytes.Equal(content, canonical)
	switch {
	case check && same:
		return true, nil
	case check:
		_, err = fmt.Fprintln(out, path)
		return false, err
	case path == standardInput:
		_, err = out.Write(canonical)
		return true, err
	case same:
		_, err = fmt.Fprintf(out, "%s: unchanged\n", path)
		return true, err
	}
	if err := writeFormatted(path, info, canonical); err != nil {
		return false, err
	}
	_, err = fmt.Fprintf(out, "%s: formatted\n", path)
	return true, err
}

// writeFormatted writes a file, unless it is not what it was when it was read.
func writeFormatted(path string, read fs.FileInfo, canonical []byte) error {
	now, err := os.Stat(path)
	if err != nil || now.Size() != read.Size() || !now.ModTime().Equal(read.ModTime()) {
		return fmt.Errorf("format %q: the file was changed meanwhile; nothing was written, format it again", path)
	}
	return atomicfile.Write(path, canonical)
}

// readForFormat reads a file whole. For the standard input there is no info.
func readForFormat(cmd *cobra.Command, path string) ([]byte, fs.FileInfo, error) {
	if path == standardInput {
		content, err := io.ReadAll(io.LimitReader(cmd.InOrStdin(), data.MaxSize+1)) // one more is found to be too much
		return content, nil, err
	}
	// A device or a pipe may not even be opened without waiting.
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, nil, withoutPath(err)
	case info.IsDir():
		return nil, nil, errors.New("this is a folder, not a file")
	case !info.Mode().IsRegular():
		return nil, nil, errors.New("this is a device or a pipe, not a file")
	case info.Size() > data.MaxSize:
		return nil, nil, errors.New("the file is larger than 4 GiB, which is more than Dateline reads")
	}
	content, err := os.ReadFile(path)
	return content, info, withoutPath(err)
}

// withoutPath returns the cause of an error about a file, whose name the reader is told anyway.
func withoutPath(err error) error {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		return inner.Err
	}
	return err
}
