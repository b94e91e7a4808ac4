// Package app is the program: its command line, its window with menus and
// shortcuts, and the state that comes back at the next start.
package app

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/data/visible"
)

// version is set when the program is built.
var version = "unreleased"

// Exit statuses.
const (
	statusOK     = 0
	statusFailed = 1 // something asked for is wrong or could not be done
	statusUnfit  = 2 // wrong usage, or no display
)

// errSilent ends a command with statusFailed that has said all there is.
var errSilent = errors.New("failed")

// errUsage marks an error in the arguments.
type errUsage struct{ error }

// Main runs the command line and returns the exit status.
func Main(args []string) int {
	return run(args, os.Stdout, os.Stderr)
}

// run shows no terminal what it would obey: names and texts of files are in what
// is said of them.
func run(args []string, out, errOut io.Writer) int {
	shown := visible.NewWriter(errOut)
	defer func() { _ = shown.Flush() }()
	return runCommand(args, out, shown)
}

func runCommand(args []string, out, errOut io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.Execute()
	var usage errUsage
	var problems data.Problems
	switch {
	case err == nil:
		return statusOK
	case errors.Is(err, errSilent):
		return statusFailed
	case errors.Is(err, errNoDisplay), errors.Is(err, errNoWindow):
		fmt.Fprintln(errOut, "dateline:", err)
		return statusUnfit
	case errors.As(err, &problems):
		fmt.Fprintln(errOut, err) // each begins with its place in the file
		return statusFailed
	case errors.As(err, &usage):
		fmt.Fprintf(errOut, "dateline: %v\nTry “dateline help”.\n", err)
		return statusUnfit
	}
	fmt.Fprintln(errOut, "dateline:", err)
	return statusFailed
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "dateline [FILE]",
		Short: "Reads a chronology with its evidence",
		Long: "Dateline shows a chronology as a zoomable timeline with its source texts.\n" +
			"Without a FILE it opens what was open last, at first the bundled chronology.",
		Args:          fileArg,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(_ *cobra.Command, args []string) error {
			path := ""
			if len(args) == 1 {
				path = args[0]
			}
			return runWindow(path)
		},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return errUsage{err} })
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(dateCommand(), validateCommand(), eventsCommand(), exportCommand(), citeCommand(),
		disputesCommand(), gapsCommand(), namesCommand(), sampleCommand(), newCommand(), fmtCommand(), diffCommand(),
		schemaCommand(), convertCommand(), versionCommand())
	return root
}

// fileArg wants one file at most. A word that is neither a file nor looks like
// one is a command misspelt.
func fileArg(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	_, err := os.Stat(args[0])
	if errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(args[0], `./\`) {
		return errUsage{fmt.Errorf("there is no command and no file %q", args[0])}
	}
	if len(args) > 1 {
		return errUsage{fmt.Errorf("one file at a time: %d are given", len(args))}
	}
	return nil
}

// usageArgs makes an error in the number of arguments one of usage.
func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return errUsage{err}
		}
		return nil
	}
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions of Dateline, Go and Fyne",
		Args:  usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "dateline %s\n%s\nfyne %s\n", version, runtime.Version(), fyneVersion())
			return err
		},
	}
}

// fyneVersion returns the toolkit's version as the binary was built with it.
func fyneVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, dep := range info.Deps {
		if dep.Path == "fyne.io/fyne/v2" {
			return dep.Version
		}
	}
	return "unknown"
}
