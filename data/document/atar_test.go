package document

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/assets"
	"dateline/data"
)

// openings are what the documents behind the bundled dataset begin with, by the identifier of the source.
var openings = map[string]string{
	"telegraph":   "The Telegraph",
	"intel-today": "On This Day — The Paris Attacks",
}

// originals returns these documents. They are not part of the project.
func originals(t *testing.T) map[string]*Document {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "seeds", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Skip("the two documents are not beside the project (../shared/seeds)")
	}
	found := map[string]*Document{}
	for _, path := range paths {
		if content, err := os.ReadFile(path); err != nil {
			t.Fatal(err)
		} else if d, err := Load(path); err != nil {
			t.Errorf("%s: %v", path, err)
		} else {
			for id, opening := range openings {
				if strings.HasPrefix(string(content), opening) {
					found[id] = d
				}
			}
		}
	}
	if len(found) != len(openings) {
		t.Fatalf("found %d of %d documents", len(found), len(openings))
	}
	return found
}

// Every quotation of the bundled dataset stands in its document, word for word.
func TestAtar_EveryQuotationIsFound(t *testing.T) {
	docs := originals(t)
	set, err := data.Parse(assets.AtarName, assets.Atar)
	if err != nil {
		t.Fatal(err)
	}
	for i := range set.Events.Len() {
		event, err := set.Events.At(i)
		if err != nil {
			t.Fatal(err)
		}
		for _, claim := range event.Claims {
			d := docs[set.Sources[claim.Source].ID]
			matches := d.Find(claim.Quote)
			if len(matches) == 0 {
				near, _ := d.Nearest(claim.Quote)
				t.Errorf("%s: %q is not found; %+v", event.ID, claim.Quote, near)
			}
			for _, m := range matches {
				if got := d.Text[m.From():m.To()]; strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(claim.Quote), " ") {
					t.Errorf("%s: %q is found as %q", event.ID, claim.Quote, got)
				}
			}
			if typed := strings.NewReplacer("’", "'", "“", `"`, "”", `"`, "—", "--", " ", "\n").Replace(claim.Quote); len(d.Find(typed)) != len(matches) {
				t.Errorf("%s: typed as %q it is not found", event.ID, typed)
			}
		}
	}
}
