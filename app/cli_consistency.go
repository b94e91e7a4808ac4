package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"dateline/assets"
	"dateline/data"
	"dateline/data/consistency"
	"dateline/data/visible"
)

// quotedLetters is how many letters of a quotation are printed at most.
const quotedLetters = 100

// check is what the command for checking datasets is asked for.
type check struct {
	asJSON      bool // one JSON object a file
	consistency bool // look for what cannot all hold, too
}

// files checks one file after the other, the bundled chronology where there is none. An interrupt ends it.
func (c check) files(cmd *cobra.Command, paths []string) error {
	ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
	defer stop()
	if len(paths) == 0 {
		set, err := bundled()
		if err != nil {
			return err
		}
		return c.report(ctx, cmd, assets.AtarName, set, nil)
	}
	failed := false
	for _, path := range paths {
		set, bad := loadSet(ctx, cmd, path)
		failed = failed || bad != nil
		if err := c.report(ctx, cmd, path, set, bad); err != nil {
			return err
		}
	}
	if failed {
		return errSilent
	}
	return nil
}

// report prints what there is to say of a file, which has been loaded or is bad.
func (c check) report(ctx context.Context, cmd *cobra.Command, path string, set *data.Set, bad error) error {
	var findings []consistency.Finding
	if c.consistency && bad == nil {
		var err error
		if findings, err = consistency.Check(ctx, set); errors.Is(err, context.Canceled) {
			return errors.New("interrupted")
		} else if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	asJSON := visible.NewJSONWriter(cmd.OutOrStdout())
	switch {
	case c.asJSON && c.consistency:
		return printFindingsJSON(asJSON, path, set, bad, findings)
	case c.asJSON:
		return printCheckJSON(asJSON, path, set, bad)
	}
	out := visible.NewWriter(cmd.OutOrStdout())
	err := printCheck(out, visible.NewWriter(cmd.ErrOrStderr()), path, set, bad)
	if err != nil || bad != nil || !c.consistency {
		return err
	}
	return printFindings(out, path, findings)
}

// printFindings prints each finding with its quotations, shortened, and how many there are.
func printFindings(out io.Writer, path string, findings []consistency.Finding) error {
	var text strings.Builder
	for i := range findings {
		f := &findings[i]
		fmt.Fprintf(&text, "%s: %s: %s", path, f.Events[0], f.Message)
		if f.Disputed {
			text.WriteString(" (marked disputed: a known disagreement)")
		}
		if f.Disputes != nil {
			fmt.Fprintf(&text, " (in dispute: %s)", strings.Join(f.Disputes, ", "))
		}
		text.WriteByte('\n')
		for _, claim := range f.Claims {
			fmt.Fprintf(&text, "    %s, %s: “%s”\n", claim.Event, claim.Source, shortened(claim.Quote))
		}
	}
	fmt.Fprintf(&text, "%s: %s about what the sources say\n", path, counted(len(findings), "finding"))
	_, err := io.WriteString(out, text.String())
	return err
}

// shortened returns a quotation on one line, and cut where it is long.
func shortened(quote string) string {
	quote = strings.Join(strings.Fields(quote), " ")
	if utf8.RuneCountInString(quote) <= quotedLetters {
		return quote
	}
	return strings.TrimRight(string([]rune(quote)[:quotedLetters-1]), " ") + "…"
}

// printFindingsJSON prints what is printed of a file without them, and the findings; null for a file that is bad.
func printFindingsJSON(out io.Writer, path string, set *data.Set, bad error, findings []consistency.Finding) error {
	var checked bytes.Buffer
	if err := printCheckJSON(&checked, path, set, bad); err != nil {
		return err
	}
	var result struct {
		File        json.RawMessage       `json:"file"`
		Valid       json.RawMessage       `json:"valid"`
		Events      json.RawMessage       `json:"events"`
		Errors      json.RawMessage       `json:"errors"`
		Consistency []consistency.Finding `json:"consistency"`
	}
	if err := json.Unmarshal(checked.Bytes(), &result); err != nil {
		return err
	}
	result.Consistency = findings
	return json.NewEncoder(out).Encode(result)
}
