package exchange

import (
	"encoding/json"
	"slices"
	"strings"
)

// splitList returns the texts of a cell: of a JSON list of texts, else parted by semicolons, vertical bars or line breaks,
// and by commas if so said.
func splitList(cell string, commas bool) []string {
	cell = strings.TrimSpace(cell)
	if strings.HasPrefix(cell, "[") {
		var texts []string
		if json.Unmarshal([]byte(cell), &texts) == nil {
			return texts
		}
	}
	var texts []string
	for _, text := range strings.FieldsFunc(cell, func(r rune) bool {
		return r == ';' || r == '|' || r == '\n' || r == '\r' || r == ',' && commas
	}) {
		if text = strings.TrimSpace(text); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// joinList returns texts for a cell, so that [splitList] without commas returns them: parted by semicolons, or as a JSON list
// where that would not do.
func joinList(texts []string) string {
	cell := strings.Join(texts, "; ")
	if slices.Equal(splitList(cell, false), texts) {
		return cell
	}
	return compactJSON(texts)
}

// compactJSON returns a list as JSON in one line, with all characters as themselves; "" for an empty one.
func compactJSON[T any](list []T) string {
	if len(list) == 0 {
		return ""
	}
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(list); err != nil { // the fields of all lists are texts and numbers
		return ""
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// commaLists reports whether the cells of a column are lists with commas. Tags are, unless one is too long for that. People
// are only if no comma can stand between a surname and a first name: if a cell has three parts or more, and none has an even
// number of parts of which one is a single word.
func commaLists(field Field, cells []string) bool {
	three, commas := false, false
	for _, cell := range cells {
		if strings.ContainsAny(cell, ";|\n") || strings.HasPrefix(cell, "[") {
			return false
		}
		parts := splitList(cell, true)
		commas = commas || len(parts) > 1
		three = three || len(parts) > 2
		if field == FieldTags && slices.ContainsFunc(parts, longTag) {
			return false
		}
		if field == FieldPeople && len(parts)%2 == 0 && slices.ContainsFunc(parts, isOneWord) {
			return false
		}
	}
	return commas && (three || field == FieldTags)
}

// longTag reports whether a text is a phrase rather than a tag.
func longTag(text string) bool { return len(text) > 60 || len(strings.Fields(text)) > 4 }

func isOneWord(text string) bool { return len(strings.Fields(text)) == 1 }
