package data

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// What is not taken apart into events, and an event, may only be so long: else a file of gigabytes would be in memory
// several times over. The error says where it begins.
func TestLoad_MostWhole(t *testing.T) {
	const most = 4 << 20
	long := strings.Repeat("a", most+2*blockSize)
	event := `{"id": "e", "lanes": ["a"], "date": "2001", "title": "`
	head, events := `{"format": 1, "title": "T", "lanes": [{"id": "a"}],`, "\n\"events\": ["
	for name, test := range map[string]struct {
		content string
		line    int // 0 for none
	}{
		"before the events":          {`{"format": 1, "title": "` + long + `"}`, 1},
		"no JSON":                    {`{"format": 1, ` + long, 1},
		"an event":                   {head + events + "\n" + event + long + `"}]}`, 2},
		"behind the events":          {head + events + "\n" + event + `E"}],` + "\n" + `"summary": "` + long + `"}`, 3},
		"many events that are short": {head + events + strings.Repeat(strings.Replace(event, `"e"`, `"e%"`, 1)+`E"},`, 100_000), 0},
	} {
		content := numbered(test.content)
		l := loader{name: "f", from: inMemory([]byte(content)), block: blockSize, most: most}
		set, err := l.load(context.Background())
		var problems Problems
		switch {
		case test.line == 0 && (!errors.As(err, &problems) || strings.Contains(err.Error(), "in one piece")):
			t.Errorf("%s: %.300v", name, err) // it is cut off, which is another matter
		case test.line == 0:
		case set != nil || !errors.As(err, &problems) || problems[0].Line != test.line || !strings.Contains(problems[0].Message, "4 MiB"):
			t.Errorf("%s: %.300v", name, err)
		}
	}
}

// numbered gives each % a number.
func numbered(text string) string {
	parts := strings.Split(text, "%")
	var b strings.Builder
	for i, part := range parts {
		if i > 0 {
			b.WriteString(strings.Repeat("x", i%7) + "-" + strings.Repeat("9", i%5))
		}
		b.WriteString(part)
	}
	return b.String()
}
