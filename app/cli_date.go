package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"dateline/data/edtf"
)

func dateCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "date TEXT…",
		Short: "Read dates as EDTF and say what they mean",
		Long: "Read each TEXT as a date in the Extended Date/Time Format (ISO 8601-2:2019)\n" +
			"and print its bounds, its precision and the words shown to people.",
		Example: "  dateline date 2010-22 '1999/2000' '2016-03-22~'",
		Args:    usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			failed := false
			for i, text := range args {
				date, err := edtf.Parse(text)
				failed = failed || err != nil
				switch {
				case asJSON:
					err = printDateJSON(cmd.OutOrStdout(), text, date, err)
				case err != nil:
					err = printDateError(cmd.ErrOrStderr(), err)
				default:
					err = printDate(cmd.OutOrStdout(), date, i > 0)
				}
				if err != nil {
					return err
				}
			}
			if failed {
				return errSilent
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		return errUsage{fmt.Errorf("%w; a date that begins with a minus goes after “--”, as in: dateline date -- -0044", err)}
	})
	return cmd
}

func printDate(out io.Writer, d edtf.Date, apart bool) error {
	if apart {
		if _, err := fmt.Fprintln(out); err != nil {
			return err
		}
	}
	var qualifiers []string
	if d.Uncertain() {
		qualifiers = append(qualifiers, "uncertain")
	}
	if d.Approximate() {
		qualifiers = append(qualifiers, "approximate")
	}
	if qualifiers == nil {
		qualifiers = []string{"none"}
	}
	earliest, latest := dateBounds(d)
	_, err := fmt.Fprintf(out, "%s\n  earliest    %s\n  latest      %s\n  precision   %s\n  qualifiers  %s\n  in words    %s (%s)\n",
		d, orOpen(earliest), orOpen(latest), d.Precision(), strings.Join(qualifiers, ", "), d.Words(), d.PrecisionWords())
	return err
}

func orOpen(instant *string) string {
	if instant == nil {
		return "not bounded"
	}
	return *instant
}

// dateBounds returns the earliest and latest second, nil where the date is open
// or its end is not known.
func dateBounds(d edtf.Date) (earliest, latest *string) {
	b := d.Bounds()
	if !b.NoEarliest {
		text := edtf.FormatInstant(b.Earliest)
		earliest = &text
	}
	if !b.NoLatest {
		text := edtf.FormatInstant(b.Latest)
		latest = &text
	}
	return earliest, latest
}

func printDateError(out io.Writer, err error) error {
	var bad *edtf.Error
	if !errors.As(err, &bad) {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n%s\n", bad.Caret(), bad.Message)
	return err
}

func printDateJSON(out io.Writer, text string, d edtf.Date, bad error) error {
	if bad != nil {
		return json.NewEncoder(out).Encode(struct {
			EDTF  string `json:"edtf"`
			Error string `json:"error"`
		}{text, bad.Error()})
	}
	earliest, latest := dateBounds(d)
	return json.NewEncoder(out).Encode(struct {
		EDTF        string  `json:"edtf"`
		Earliest    *string `json:"earliest"`
		Latest      *string `json:"latest"`
		Precision   string  `json:"precision"`
		Uncertain   bool    `json:"uncertain"`
		Approximate bool    `json:"approximate"`
		Words       string  `json:"words"`
	}{d.String(), earliest, latest, d.Precision().String(), d.Uncertain(), d.Approximate(), d.Words()})
}
