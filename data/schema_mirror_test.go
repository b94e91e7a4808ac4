package data

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"dateline/assets"
)

// node is a part of a schema.
type node struct {
	Description string
	Ref         string `json:"$ref"`
	Type        string
	Enum        []string
	Required    []string
	Additional  *bool `json:"additionalProperties"`
	Properties  map[string]*node
	Items       *node
	Defs        map[string]*node `json:"$defs"`
	Examples    []any
}

// resolve follows references.
func (n *node) resolve(root *node) *node {
	for n != nil && n.Ref != "" {
		n = root.Defs[strings.TrimPrefix(n.Ref, "#/$defs/")]
	}
	return n
}

// The table of fields and the schema are one format: whoever adds a field must add it to both.
func TestSchema_MirrorsFields(t *testing.T) {
	root := new(node)
	if err := json.Unmarshal(assets.Schema, root); err != nil {
		t.Fatal(err)
	}
	compareNode(t, root, root, datasetObject(), "")
	words := func(n *node) []string { return slices.DeleteFunc(n.Enum, func(s string) bool { return s == "" }) }
	if got := words(root.Defs["lane"].Properties["marker"]); !slices.Equal(got, stringsOf(Markers)) {
		t.Errorf("markers: %q", got)
	}
	if got := words(root.Defs["event"].Properties["status"]); !slices.Equal(got, stringsOf(Statuses)) {
		t.Errorf("statuses: %q", got)
	}
	if got := root.Defs["link"].Properties["kind"].Enum; !slices.Equal(got, stringsOf(LinkKinds)) {
		t.Errorf("kinds of links: %q", got)
	}
}

func stringsOf[T ~string](words []T) []string {
	return collect(words, func(_ int, word *T) string { return string(*word) })
}

func compareNode(t *testing.T, root, n *node, o *object, pointer string) {
	t.Helper()
	names := slices.Sorted(o.names())
	if got := slices.Sorted(maps.Keys(n.Properties)); !slices.Equal(got, names) {
		t.Fatalf("%s: the schema has %q, the format %q", o.noun, got, names)
	}
	var required []string
	for _, f := range o.fields {
		if f.required {
			required = append(required, f.name)
		}
		compareField(t, root, n.Properties[f.name], o, f, pointer+"/properties/"+f.name)
	}
	if !slices.Equal(n.Required, required) {
		t.Errorf("%s needs %q, by the schema %q", o.noun, required, n.Required)
	}
	if n.Type != "object" || n.Additional == nil || *n.Additional || n.Description == "" {
		t.Errorf("%s: the schema lets other fields pass, or does not describe it", o.noun)
	}
}

func compareField(t *testing.T, root, n *node, o *object, f field, pointer string) {
	t.Helper()
	if n.Description == "" {
		t.Errorf("%s: field %q is not described", o.noun, f.name)
	}
	schema := schemaAt(t, pointer)
	for _, example := range n.Examples {
		if err := schema.Validate(example); err != nil {
			t.Errorf("%s: an example of %q: %v", o.noun, f.name, err)
		}
	}
	n = n.resolve(root)
	kind := map[shape]string{shapeText: "string", shapeWhole: "integer", shapeTexts: "array", shapeObjects: "array"}[f.shape]
	if n.Type != kind && schema.Validate("") != nil { // where there is no type, it is a text that may be empty
		t.Errorf("%s: field %q is of type %q", o.noun, f.name, n.Type)
	}
	switch f.shape {
	case shapeTexts:
		if items := n.Items.resolve(root); items == nil || items.Type != "string" {
			t.Errorf("%s: the elements of %q are no texts", o.noun, f.name)
		}
	case shapeObjects:
		name := strings.TrimPrefix(n.Items.Ref, "#/$defs/")
		compareNode(t, root, n.Items.resolve(root), f.object, "/$defs/"+name)
	}
}
