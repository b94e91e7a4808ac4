package app

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/data/exchange"
)

// columnFlags say what the columns of a table are.
type columnFlags struct {
	kinds string // separated by commas, "" for a guess
	order string // day or month, "" for a guess
}

func (c *columnFlags) flags(cmd *cobra.Command) {
	kinds := make([]string, 0, len(exchange.Fields))
	for _, f := range exchange.Fields[1:] {
		kinds = append(kinds, string(f))
	}
	cmd.Flags().StringVar(&c.kinds, "columns", "", "what the columns of a table are, from the left, as `KIND,KIND…`: "+
		strings.Join(kinds, ", ")+"; - leaves a column out")
	cmd.Flags().StringVar(&c.order, "numbers", "", "whether 9/4/2008 begins with the `day` or the month")
}

// asked returns what answers which columns a table has, nil where nothing was
// said about it.
func (c *columnFlags) asked() (func(*exchange.Table, exchange.Mapping) (exchange.Mapping, error), error) {
	if c.kinds == "" && c.order == "" {
		return nil, nil
	}
	var columns []exchange.Field
	for name := range strings.SplitSeq(c.kinds, ",") {
		if c.kinds == "" {
			break
		}
		field, err := exchange.FieldNamed(strings.TrimSpace(name))
		if err != nil {
			return nil, fmt.Errorf("--columns: %w", err)
		}
		columns = append(columns, field)
	}
	dayFirst := c.order == "day"
	if !dayFirst && c.order != "month" && c.order != "" {
		return nil, fmt.Errorf("--numbers: it is day or month, not %q", c.order)
	}
	return func(_ *exchange.Table, guess exchange.Mapping) (exchange.Mapping, error) {
		if columns != nil {
			guess.Columns = columns
		}
		if c.order != "" {
			guess.DayFirst = &dayFirst
		}
		return guess, nil
	}, nil
}
