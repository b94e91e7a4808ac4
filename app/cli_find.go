package app

import (
	"context"
	"fmt"
	"io"

	"dateline/data"
	"dateline/data/find"
	"dateline/data/search"
)

// withWords returns the selected events that have all words of a text.
func withWords(ctx context.Context, selection *data.Selection, text string) (*data.Selection, error) {
	q := search.Parse(text)
	if q.Empty() {
		return nil, errUsage{fmt.Errorf("--find: there is no word in %q", text)}
	}
	events, err := find.Scan(ctx, selection, q)
	if err != nil {
		return nil, err
	}
	return selection.Narrow(events), nil
}

// printSum prints how many events are listed and why the others are not. Text is
// what was looked for, "" for nothing.
func printSum(out io.Writer, sel *data.Selection, text string) error {
	sum := fmt.Sprintf("%d of %d events; %d hidden by --lanes, %d outside --from and --to",
		sel.Len(), sel.Set.Events.Len(), sel.Left.Lanes, sel.OutsideSpan)
	for _, left := range []struct {
		count int
		words string
	}{
		{sel.Left.Statuses, "of another --status"},
		{sel.Left.Sources, "of other --sources"},
		{sel.Left.Support, "without --independent sources"},
		{sel.Left.Only, "not among those of --person, --place, --tag and --known-by"},
	} {
		if left.count > 0 {
			sum += fmt.Sprintf(", %d %s", left.count, left.words)
		}
	}
	if text != "" {
		without := sel.Set.Events.Len() - sel.Len() - sel.Hidden - sel.OutsideSpan
		sum += fmt.Sprintf(", %d without “%s”", without, text)
	}
	_, err := fmt.Fprintln(out, sum)
	return err
}
