package diff

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Words returns the changes for reading, one a line: "+" before what was added, "−" before what was removed, "~" before
// what changed or was renamed. Long texts are shortened to where they differ; what changed in lists of more than names
// is counted.
func (c *Changes) Words() []string {
	var lines []string
	for change := range c.All() {
		lines = append(lines, change.Words())
	}
	return lines
}

// Words returns the change in a line.
func (c *Change) Words() string {
	what := string(c.What) + " "
	if c.What == Event {
		what = ""
	}
	switch c.Kind {
	case Added:
		return "+ " + what + c.named()
	case Removed:
		return "− " + what + c.named()
	case Renamed:
		return fmt.Sprintf("~ %s%s → %s: renamed", what, c.Was, c.ID)
	}
	var changed []string
	for i := range c.Fields {
		changed = append(changed, c.Fields[i].Words())
	}
	return "~ " + strings.TrimSpace(what+c.ID) + ": " + strings.Join(changed, "; ")
}

// named returns what it is, so that it is recognised.
func (c *Change) named() string {
	name := quoted(c.Title) + " (" + c.ID + ")"
	if c.Date != "" {
		name = c.Date + " " + name
	}
	return name
}

// Words returns what changed in the field.
func (f *Field) Words() string {
	if f.Before != "" || f.After != "" {
		return f.Name + " " + f.textWords()
	}
	var parts []string
	if slices.Contains([]string{"lanes", "people", "places", "tags", "events"}, f.Name) {
		parts = f.namesWords()
	} else {
		parts = f.counts()
	}
	if f.Reordered {
		parts = append(parts, "the order of "+f.Name+" changed")
	}
	return strings.Join(parts, ", ")
}

// textWords returns what the text was and is.
func (f *Field) textWords() string {
	const none = "none"
	before, after := f.Before, f.After
	if bare := []string{"date", "span", "published", "status", "color", "marker", "language"}; !slices.Contains(bare, f.Name) {
		before, after = excerpts(before, after)
	}
	if before == "" {
		before = none
	}
	if after == "" {
		after = none
	}
	return before + " → " + after
}

// namesWords returns which names were added and removed.
func (f *Field) namesWords() []string {
	var parts []string
	add := func(what string, names []string) {
		if len(names) > 0 {
			quotedNames := make([]string, len(names))
			for i, name := range names {
				quotedNames[i] = name
				if f.Name != "events" { // which are quoted, with their identifiers
					quotedNames[i] = quoted(name)
				}
			}
			parts = append(parts, f.Name+" "+what+": "+strings.Join(quotedNames, ", "))
		}
	}
	add("added", f.Added)
	add("removed", f.Removed)
	return parts
}

// counts returns how many elements were added, removed and changed.
func (f *Field) counts() []string {
	nouns := map[string][2]string{
		"claims":  {"quotation", "quotations"},
		"known":   {"entry of known", "entries of known"},
		"links":   {"link", "links"},
		"answers": {"answer", "answers"},
	}
	var parts []string
	for _, change := range []struct {
		count int
		what  string
	}{{len(f.Added), "added"}, {len(f.Removed), "removed"}, {len(f.Changed), "changed"}} {
		if change.count > 0 {
			parts = append(parts, numbered(change.count, nouns[f.Name])+" "+change.what)
		}
	}
	return parts
}

func numbered(count int, noun [2]string) string {
	if count == 1 {
		return "1 " + noun[0]
	}
	return fmt.Sprintf("%d %s", count, noun[1])
}

// Sum returns how many changes there are, in a line.
func (c *Changes) Sum() string {
	nouns := map[What][2]string{
		Lane: {"lane", "lanes"}, Source: {"source", "sources"}, Event: {"event", "events"}, Dispute: {"dispute", "disputes"},
	}
	var parts []string
	if c.Dataset != nil {
		parts = append(parts, "the dataset itself changed")
	}
	for _, list := range [][]Change{c.Lanes, c.Sources, c.Events, c.Disputes} {
		count := map[Kind]int{}
		for i := range list {
			count[list[i].Kind]++
		}
		for _, kind := range []Kind{Added, Removed, Renamed, Changed} {
			if n := count[kind]; n > 0 {
				parts = append(parts, numbered(n, nouns[list[0].What])+" "+string(kind))
			}
		}
	}
	if parts == nil {
		return "no difference"
	}
	return strings.Join(parts, ", ")
}

const (
	// longest is how many characters of a text are shown at most.
	longest = 60
	// ahead is how many of them are before the first that is different.
	ahead = 20
)

// excerpts returns two different texts in quotation marks, "" for none. Where one is long, it is shortened to where they
// differ.
func excerpts(before, after string) (string, string) {
	one, two := []rune(onLine(before)), []rune(onLine(after))
	from := 0
	for from < len(one) && from < len(two) && one[from] == two[from] {
		from++
	}
	if from -= ahead; from < 0 || max(len(one), len(two)) <= longest {
		from = 0
	}
	return excerpt(one, from), excerpt(two, from)
}

func excerpt(text []rune, from int) string {
	if len(text) == 0 {
		return ""
	}
	before, after := "", ""
	if from > 0 {
		before = "…"
	}
	text = text[min(from, len(text)):]
	if len(text) > longest {
		text, after = text[:longest], "…"
	}
	return "“" + before + string(text) + after + "”"
}

// onLine returns a text on one line.
func onLine(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, text)
}

func quoted(text string) string { return "“" + onLine(text) + "”" }

func quotedOrNone(text string) string {
	if text == "" {
		return ""
	}
	return quoted(text)
}

// inParentheses returns what there is of some remarks, with a space before.
func inParentheses(remarks ...string) string {
	remarks = slices.DeleteFunc(remarks, func(s string) bool { return s == "" })
	if len(remarks) == 0 {
		return ""
	}
	return " (" + strings.Join(remarks, "; ") + ")"
}
