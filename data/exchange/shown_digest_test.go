package exchange

import (
	"fmt"
	"strings"
	"testing"
)

// digestOf returns what was read in lines: the whole, lanes, events with their claims, losses and notes.
func digestOf(r *Result) string {
	var b strings.Builder
	t := r.Timeline
	fmt.Fprintf(&b, "%s: %s\n", t.Title, t.Summary)
	for _, lane := range t.Lanes {
		fmt.Fprintf(&b, "lane %s %q %s\n", lane.ID, lane.Title, lane.Color)
	}
	for i := range t.Events {
		e := &t.Events[i]
		fmt.Fprintf(&b, "%s | %s | %s | %s | %q\n", e.Date, e.Title, e.ID, strings.Join(e.Lanes, ","), e.Summary)
		for _, claim := range e.Claims {
			fmt.Fprintf(&b, "  claim %s %q\n", claim.Source, claim.Quote)
		}
	}
	for _, source := range t.Sources {
		fmt.Fprintf(&b, "source %s %q %q %s\n", source.ID, source.Title, source.Author, source.URL)
	}
	for _, loss := range r.Losses {
		fmt.Fprintf(&b, "- %s\n", loss)
	}
	for _, note := range r.Notes {
		fmt.Fprintf(&b, "* %s\n", note)
	}
	return b.String()
}

// readingCase is a file and what is to be read of it.
type readingCase struct{ name, file, want string }

// testReading reads files and compares what was read.
func testReading(t *testing.T, format *Format, tests []readingCase) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			result, err := format.Read([]byte(test.file))
			if err != nil {
				t.Fatal(err)
			}
			valid(t, result.Timeline)
			if got, want := digestOf(result), strings.TrimLeft(test.want, "\n"); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// testRefusing reads what is no file of the format; errors must have the given text.
func testRefusing(t *testing.T, format *Format, files map[string]string) {
	t.Helper()
	for file, want := range files {
		result, err := format.Read([]byte(file))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: got %v, want an error with %q; read: %v", file, err, want, result)
		}
	}
}
