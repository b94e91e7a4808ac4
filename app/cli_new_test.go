package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"dateline/assets"
	"dateline/data"
	"dateline/data/consistency"
	"dateline/data/exchange"
)

func TestCLI_New(t *testing.T) {
	folder := t.TempDir()
	path, schema := filepath.Join(folder, "chronology.json"), filepath.Join(folder, assets.SchemaName)
	status, out, errOut := called("new", path)
	want := path + ": written, now yours to edit\n" + schema + ": written, for editors that complete and check\n"
	if status != statusOK || out != want || errOut != "" {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
	if written, err := os.ReadFile(schema); err != nil || !bytes.Equal(written, assets.Schema) {
		t.Errorf("the schema: %v", err)
	}
	for _, args := range [][]string{{"validate", path}, {"fmt", "--check", path}} {
		if status, out, errOut := called(args...); status != statusOK || errOut != "" {
			t.Errorf("%s: status %d, %q, %q", args, status, out, errOut)
		}
	}
	if status, out, _ := called("new", "-"); status != statusOK || out != newDataset {
		t.Errorf("to the standard output: status %d, %q", status, out)
	}
}

// occupied returns a folder with a dataset, a schema that is another, and a link that leads nowhere.
func occupied(t *testing.T) (path, schema, link string) {
	t.Helper()
	folder := t.TempDir()
	path, schema = filepath.Join(folder, "mine.json"), filepath.Join(folder, assets.SchemaName)
	link = filepath.Join(folder, "link.json")
	if err := errors.Join(os.WriteFile(path, []byte("mine"), 0o600), os.WriteFile(schema, []byte("mine, too"), 0o600),
		os.Symlink(filepath.Join(folder, "nowhere"), link)); err != nil {
		t.Fatal(err)
	}
	return path, schema, link
}

// Nothing is overwritten, not even what a link leads to.
func TestCLI_NewIsThereAlready(t *testing.T) {
	path, schema, link := occupied(t)
	for _, there := range []string{path, link, filepath.Dir(path)} {
		status, out, errOut := called("new", there)
		want := "dateline: " + there + " is there already and was left as it is: choose another name\n"
		if status != statusFailed || out != "" || errOut != want {
			t.Errorf("status %d, %q, %q", status, out, errOut)
		}
	}
	isFile(t, path, "mine")
	isFile(t, schema, "mine, too")
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 3 {
		t.Errorf("in the folder are %v, %v", entries, err)
	}
}

func TestCLI_NewBesideAnotherSchema(t *testing.T) {
	path, schema, _ := occupied(t)
	other := filepath.Join(filepath.Dir(path), "other.json")
	status, out, errOut := called("new", other)
	want := other + ": written, now yours to edit\n" + schema + ": there is another one already, which was left as it is; " +
		"“dateline schema” prints that of this version\n"
	if status != statusOK || out != want || errOut != "" {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
	isFile(t, other, newDataset)
	isFile(t, schema, "mine, too")
}

func TestCLI_NewUsage(t *testing.T) {
	folder := t.TempDir()
	for _, args := range [][]string{{"new"}, {"new", filepath.Join(folder, assets.SchemaName)}, {"new", "a", "b"}} {
		if status, _, errOut := called(args...); status != statusUnfit || errOut == "" {
			t.Errorf("%q: status %d, %q", args, status, errOut)
		}
	}
	if status, _, errOut := called("new", filepath.Join(folder, "none", "a.json")); status != statusFailed || errOut == "" {
		t.Errorf("in no folder: status %d, %q", status, errOut)
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 0 {
		t.Errorf("in the folder are %v, %v", entries, err)
	}
}

// The schema that is there already is not spoken of.
func TestCLI_NewBesideItsSchema(t *testing.T) {
	folder := t.TempDir()
	called("new", filepath.Join(folder, "one.json"))
	two := filepath.Join(folder, "two.json")
	if status, out, errOut := called("new", two); status != statusOK || out != two+": written, now yours to edit\n" || errOut != "" {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
}

// What a new dataset begins as is right in every respect, and shows every field.
func TestNewDataset(t *testing.T) {
	set, err := data.Parse("new.json", []byte(newDataset))
	if err != nil {
		t.Fatal(err)
	}
	findings, err := consistency.Check(t.Context(), set)
	if err != nil || len(findings) != 1 || findings[0].Disputes == nil { // the disagreement that its dispute is about
		t.Errorf("%+v, %v", findings, err)
	}
	if canonical, err := exchange.Canonical([]byte(newDataset)); err != nil || string(canonical) != newDataset {
		t.Errorf("its canonical form is another: %v", err)
	}
	compiler := jsonschema.NewCompiler()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(assets.Schema))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiler.AddResource(assets.SchemaName, document); err != nil {
		t.Fatal(err)
	}
	instance, err := jsonschema.UnmarshalJSON(strings.NewReader(newDataset))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiler.MustCompile(set.Schema).Validate(instance); err != nil {
		t.Error(err)
	}
	used := map[string]bool{}
	fieldsOf(instance, used)
	for _, name := range schemaFields(t) {
		if !used[name] {
			t.Errorf("the field %q is not in it", name)
		}
	}
}

// fieldsOf collects the names of all fields in a value.
func fieldsOf(value any, into map[string]bool) {
	switch value := value.(type) {
	case []any:
		for _, element := range value {
			fieldsOf(element, into)
		}
	case map[string]any:
		for name, element := range value {
			into[name] = true
			fieldsOf(element, into)
		}
	}
}

// schemaFields returns the names of all fields of the format.
func schemaFields(t *testing.T) []string {
	t.Helper()
	type object struct{ Properties map[string]any }
	var schema struct {
		object
		Defs map[string]object `json:"$defs"`
	}
	if err := json.Unmarshal(assets.Schema, &schema); err != nil {
		t.Fatal(err)
	}
	names := slices.Collect(maps.Keys(schema.Properties))
	for _, o := range schema.Defs {
		names = slices.AppendSeq(names, maps.Keys(o.Properties))
	}
	return names
}

func TestCLI_Schema(t *testing.T) {
	if status, out, errOut := called("schema"); status != statusOK || out != string(assets.Schema) || errOut != "" {
		t.Errorf("status %d, %.40q, %q", status, out, errOut)
	}
	if status, _, _ := called("schema", "x"); status != statusUnfit {
		t.Errorf("status %d", status)
	}
}
