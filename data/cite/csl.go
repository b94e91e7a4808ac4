package cite

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"dateline/data"
)

// cslItem is an item of CSL-JSON, as far as sources have what the schema names.
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title,omitempty"`
	Author    []cslName `json:"author,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Language  string    `json:"language,omitempty"`
	Note      string    `json:"note,omitempty"`
}

// cslName is a name that is not taken apart: a dataset does not say which part is which.
type cslName struct {
	Literal string `json:"literal"`
}

func cslItems(entries []*entry) (string, error) {
	items := make([]cslItem, len(entries))
	for i, e := range entries {
		items[i] = cslItemOf(e)
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(items); err != nil {
		return "", fmt.Errorf("write CSL-JSON: %w", err)
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// cslItemOf returns a source as an item. Its type claims no more than is known: a page where there is an address,
// else a document.
func cslItemOf(e *entry) cslItem {
	s := e.source
	item := cslItem{
		ID: s.ID, Type: "document", Title: s.Title, Publisher: s.Publisher, URL: s.URL, Language: s.Language,
		Author: cslAuthor(s),
	}
	if s.URL != "" {
		item.Type = "webpage"
	}
	whole := true
	item.Issued, whole = cslIssued(s.Published)
	item.Note = e.note(!whole)
	return item
}

func cslAuthor(s *data.Source) []cslName {
	if s.Author == "" {
		return nil
	}
	return []cslName{{s.Author}}
}
