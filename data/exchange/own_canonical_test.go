package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/assets"
)

const scattered = "\ufeff" + `{"lanes":[{"title":"B","id":"b"},{"id":"a"}], "title" : "T",
	"extra": [{"x": [1, 2]}, {}, []], "format": 1, "sources": [],
  "events": [{"title": "Long", "date": "2001", "links": [{"kind":"leads-to","to":"e"}],
     "people": ["Ann Able", "Bob Baker", "Cecily Carter", "David Dunn", "Emily Evans", "Frank Fisher", "Grace Green", "Henry Hill"],
     "lanes" : [ "a" , "b" ], "id": "\u0065", "tags": [], "claims": [
       {"quote": "A quotation that goes on for so long that its line is longer than a hundred and twenty characters, which does not matter", "source": "s"}
     ]}],
  "disputes": [{}], "title": "U"
}`

const canonicalScattered = `{
  "format": 1,
  "title": "T",
  "title": "U",
  "lanes": [
    { "id": "b", "title": "B" },
    { "id": "a" }
  ],
  "sources": [],
  "events": [
    {
      "id": "e",
      "lanes": ["a", "b"],
      "date": "2001",
      "title": "Long",
      "people": [
        "Ann Able",
        "Bob Baker",
        "Cecily Carter",
        "David Dunn",
        "Emily Evans",
        "Frank Fisher",
        "Grace Green",
        "Henry Hill"
      ],
      "tags": [],
      "claims": [
        { "source": "s", "quote": "A quotation that goes on for so long that its line is longer than a hundred and twenty characters, which does not matter" }
      ],
      "links": [
        { "to": "e", "kind": "leads-to" }
      ]
    }
  ],
  "disputes": [
    {}
  ],
  "extra": [{ "x": [1, 2] }, {}, []]
}
`

func mustCanonical(t testing.TB, content []byte) []byte {
	t.Helper()
	got, err := Canonical(content)
	if err != nil {
		t.Fatalf("%v\n%s", err, content)
	}
	return got
}

func TestCanonical(t *testing.T) {
	tests := map[string]struct{ content, want string }{
		"all":       {scattered, canonicalScattered},
		"nothing":   {" {}\n", "{}\n"},
		"no object": {" [ 1 ,{ \"b\" :0,\"a\" : [ ] } ] ", "[1, { \"b\": 0, \"a\": [] }]\n"},
		"numbers":   {`{"format":1.0e+00,"x":-0,"y":10000000000000000000000}`, "{\n  \"format\": 1.0e+00,\n  \"x\": -0,\n  \"y\": 10000000000000000000000\n}\n"},
		"wrong types": {
			`{"events":{"title":[{}],"id":null},"lanes":[1,[{"title":1,"id":2}],{"title":{"b":1,"a":[]},"id":2}]}`,
			"{\n  \"lanes\": [\n    1,\n    [{ \"title\": 1, \"id\": 2 }],\n    { \"id\": 2, \"title\": { \"b\": 1, \"a\": [] } }\n  ],\n" +
				"  \"events\": { \"title\": [{}], \"id\": null }\n}\n",
		},
		"twice, one with escapes": {`{"x":1,"title":"1","titl\u0065":"2"}`, "{\n  \"title\": \"1\",\n  \"title\": \"2\",\n  \"x\": 1\n}\n"},
		"quick":                   {`["\"\\\/\b\f\n\r\t"]`, `["\"\\/\b\f\n\r\t"]` + "\n"},
		"characters": {
			`["\u0041\u00e9\u00E9é\ud83d\ude00😀\u003c\u0000\u001F\u007f\u0085\u00a0\u200b"]`,
			`["Aééé😀😀<\u0000\u001f\u007f\u0085` + "\u00a0\u200b" + `"]` + "\n",
		},
		"directions": {"[\"a\u200eb\u202ec\u2066d\u2028e\u2029\u061c\"]", `["a\u200eb\u202ec\u2066d\u2028e\u2029\u061c"]` + "\n"},
		"halves":     {`["\uD83Dx\ude00\uD83D\ud83d\ude00\udE00","\ud83d"]`, `["\ud83dx\ude00\ud83d😀\ude00", "\ud83d"]` + "\n"},
	}
	for name, test := range tests {
		if got := mustCanonical(t, []byte(test.content)); string(got) != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, test.want)
		}
	}
	for _, content := range []string{"", "{", "{}{}", `{"a":1,}`, "\"\xff\"", strings.Repeat("[", 20_000)} {
		if got, err := Canonical([]byte(content)); err == nil {
			t.Errorf("%.20q: got %.20q", content, got)
		}
	}
}

// Fields that the format does not have keep their order, however many they are.
func TestCanonical_ManyUnknown(t *testing.T) {
	known := canonicalFormat.fields
	content, want := `{"": 0`, "{"
	for _, name := range known {
		want += fmt.Sprintf("\n  %q: 0,", name)
	}
	want += "\n  \"\": 0"
	for i := range 100 {
		if i < len(known) {
			content += fmt.Sprintf(", %q: 0", known[len(known)-1-i])
		}
		content += fmt.Sprintf(`, "x%d": 0`, i*37%100)
		want += fmt.Sprintf(",\n  \"x%d\": 0", i*37%100)
	}
	if got := string(mustCanonical(t, []byte(content+"}"))); got != want+"\n}\n" {
		t.Errorf("got %s", got)
	}
}

// A list is put on a line of 120 characters, its comma counted, and not of 121.
func TestCanonical_Width(t *testing.T) {
	for length := 60; length < 120; length++ {
		name := strings.Repeat("é", length)
		got := string(mustCanonical(t, fmt.Appendf(nil, `{"events":[{"people":["Ann","%s"],"tags":[]}]}`, name)))
		line := `      "people": ["Ann", "` + name + `"],`
		if want := utf8.RuneCountInString(line) <= canonicalWidth; strings.Contains(got, line+"\n") != want {
			t.Errorf("a line of %d characters: %t\n%s", utf8.RuneCountInString(line), !want, got)
		}
	}
}

// The order of the fields is that of the schema, which data holds against the format.
func TestCanonical_KnowsTheFormat(t *testing.T) {
	var schema struct {
		schemaObject
		Defs map[string]schemaObject `json:"$defs"`
	}
	if err := json.Unmarshal(assets.Schema, &schema); err != nil {
		t.Fatal(err)
	}
	var compare func(f *objectForm, o schemaObject)
	compare = func(f *objectForm, o schemaObject) {
		r := jsonReader{source: o.Properties}
		var names []string
		nested := 0
		r.members(func(_ int, key []byte) {
			names = append(names, textOf(key))
			var field struct{ Items schemaReference }
			from := r.pos
			r.skip()
			if err := json.Unmarshal(r.source[from:r.pos], &field); err != nil {
				t.Fatal(err)
			}
			if o, ok := schema.Defs[strings.TrimPrefix(field.Items.Ref, "#/$defs/")]; ok && o.Properties != nil {
				nested++
				compare(f.of[textOf(key)], o)
			}
		})
		if !slices.Equal(names, f.fields) || nested != len(f.of) {
			t.Errorf("fields %q, in the schema %q", f.fields, names)
		}
	}
	compare(canonicalFormat, schema.schemaObject)
}

type schemaObject struct{ Properties json.RawMessage }

type schemaReference struct {
	Ref string `json:"$ref"`
}

// FuzzCanonical: whatever the text, it keeps its meaning, and its canonical form stays as it is.
func FuzzCanonical(f *testing.F) {
	f.Add([]byte(scattered))
	f.Add([]byte(`{"events":[{"claims":[{"quote":"\ud83d\u2028\/"}],"id":""}],"\u0000":[[[]],{"":{}}]}`))
	f.Fuzz(func(t *testing.T, content []byte) {
		text := bytes.TrimPrefix(content, []byte("\ufeff"))
		got, err := Canonical(content)
		if valid := json.Valid(text) && utf8.Valid(text); (err == nil) != valid {
			t.Fatalf("error %v, valid %t", err, valid)
		}
		if err != nil {
			return
		}
		if again := mustCanonical(t, got); !bytes.Equal(again, got) {
			t.Errorf("first\n%s\nthen\n%s", got, again)
		}
		if want := meaning(t, text); !reflect.DeepEqual(meaning(t, got), want) {
			t.Errorf("%s\nmeans something else than\n%s", got, text)
		}
	})
}

func meaning(t *testing.T, content []byte) (value any) {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return value
}
