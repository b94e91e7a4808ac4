package data

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// The table of fields, by which the scanner goes, and the wire structs, into which is decoded, are one format.
func TestFields_MirrorWire(t *testing.T) {
	compareFields(t, datasetObject(), reflect.TypeFor[wireSet]())
}

func compareFields(t *testing.T, o *object, wire reflect.Type) {
	t.Helper()
	if len(o.fields) != wire.NumField() || len(o.fields) > 64 {
		t.Errorf("%s: %d fields, on the wire %d", o.noun, len(o.fields), wire.NumField())
		return
	}
	shapes := map[string]shape{"string": shapeText, "int": shapeWhole, "*int": shapeWhole, "[]string": shapeTexts}
	for i, f := range o.fields {
		member := wire.Field(i)
		name, options, _ := strings.Cut(member.Tag.Get("json"), ",")
		if name != f.name || (options == "") != f.required {
			t.Errorf("%s: field %q, required %t; on the wire %q, %q", o.noun, f.name, f.required, name, options)
		}
		want, ok := shapes[member.Type.String()]
		if !ok {
			want = shapeObjects
			compareFields(t, f.object, member.Type.Elem())
		}
		if f.shape != want {
			t.Errorf("%s: field %q is %s, on the wire %s", o.noun, f.name, f.shape, member.Type)
		}
	}
}

// What goccy/go-json and encoding/json are known to do differently.
func decodeSeeds() []string {
	event := func(rest string) string {
		return `{"id": "e", "lanes": ["a"], "date": "2001", "title": "T"` + rest + `}`
	}
	set := func(events ...string) string {
		return `{"format": 1, "title": "T", "lanes": [{"id": "a"}], "events": [` + strings.Join(events, ",") + `]}`
	}
	return []string{
		minimal,
		string(generated(3)),
		set(event(`, "people": ["A"]`), event(`, "people": []`), event("")),
		set(event(`, "claims": [{"source": "s", "quote": "secret"}], "known": [{"by": "x", "date": "1", "claim": 0}]`),
			event(`, "claims": [], "known": []`), event(`, "claims": [{"source": "s"}], "known": [{"by": "y", "date": "2"}]`)),
		set(event(`, "people": ["A", "B"], "people": ["C"]`)),
		set(event(`, "claims": [{"source": "s", "quote": "secret"}], "claims": [{"source": "t"}]`)),
		set(event(`, "summary": "\u0000\u001f\"\\\/\b\f\n\r\t\ud83d\ude00é\u2028"`)),
		set(event(`, "summary": "\ud83d"`)),
		set(event(`, "claim": null, "known": [{"by": "x", "date": "1", "claim": 999999999}]`)),
		set(event(`, "known": [{"by": "x", "date": "1", "claim": -0}]`)),
		set(event(`, "Summary": "s"`)),
		`{"lanes": null, "format": 1e0}`,
		"[]", "null", `{"\u0066ormat": 1}`, "", "{",
	}
}

// TestDecode_OldSliceContent holds on to goccy/go-json being given a fresh value and no repeated keys: else the
// claims of one event show through in another.
func TestDecode_OldSliceContent(t *testing.T) {
	content := `{"format": 1, "title": "T", "lanes": [{"id": "a"}], "sources": [{"id": "s"}, {"id": "r"}], "events": [
{"id": "x", "lanes": ["a"], "date": "2001", "title": "X", "people": ["Ann"],
 "claims": [{"source": "r", "quote": "secret", "locator": "l", "date": "2000"}],
 "known": [{"by": "public", "date": "2001", "claim": 0}]},
{"id": "y", "lanes": ["a"], "date": "2002", "title": "Y", "people": [], "claims": [], "known": [], "links": []},
{"id": "z", "lanes": ["a"], "date": "2003", "title": "Z", "claims": [{"source": "s"}],
 "known": [{"by": "public", "date": "2001"}]}]}`
	set, err := Parse("f", []byte(content))
	if err != nil {
		t.Fatal(err)
	}
	empty := Event{ID: "y", Lanes: []int{0}, Date: set.Events.Date(1), Title: "Y"}
	if !reflect.DeepEqual(eventAt(t, set, 1), empty) {
		t.Errorf("got %+v", eventAt(t, set, 1))
	}
	if claim := eventAt(t, set, 2).Claims[0]; claim != (Claim{}) {
		t.Errorf("got %+v", claim)
	}
	if eventAt(t, set, 2).Known[0].Claim != NoClaim {
		t.Errorf("got %+v", eventAt(t, set, 2).Known)
	}
	_, err = Parse("f", []byte(strings.Replace(content, `"people": [], `, `"people": ["B"], "people": [], `, 1)))
	if want := `f:5:76: events[1].people: the field "people" is given twice; also at line 5, column 69`; err == nil ||
		err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

// FuzzDecode compares the two decoders on what the scanner lets through, and that is all they are given.
func FuzzDecode(f *testing.F) {
	for _, seed := range decodeSeeds() {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if !json.Valid(content) {
			return
		}
		r := new(report)
		scan(content, place{}, datasetObject(), r)
		if len(r.findings) > 0 {
			return
		}
		given := string(content)
		got, errFast := decodeFast[wireSet](content)
		want, err := decodeStandard[wireSet](content)
		if err != nil || errFast != nil {
			t.Fatalf("goccy/go-json: %v; encoding/json: %v", errFast, err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("goccy/go-json: %+v\nencoding/json: %+v", got, want)
		}
		if string(content) != given {
			t.Error("the content was changed")
		}
	})
}

// FuzzParse: whatever the file, there is a set or there are problems, and every problem is in the file.
func FuzzParse(f *testing.F) {
	for _, seed := range decodeSeeds() {
		f.Add([]byte(seed))
	}
	for _, bad := range badFiles() {
		f.Add([]byte(bad.content))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		set, err := Parse("f", content)
		checkVariants(t, content, 1+len(content)%64, set, err)
		checkSyntax(t, content, err)
		if err == nil {
			checkSet(t, set)
			return
		}
		problems, ok := err.(Problems)
		if !ok || set != nil || len(problems) == 0 || len(problems) > mostProblems+1 {
			t.Fatalf("set %v, error %T with %d problems", set, err, len(problems))
		}
		checkProblems(t, strings.TrimPrefix(string(content), "\ufeff"), problems)
	})
}

func checkProblems(t *testing.T, content string, problems Problems) {
	t.Helper()
	lines := strings.Split(content, "\n")
	last := Problem{}
	for _, p := range problems {
		if p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Column > len([]rune(lines[p.Line-1]))+1 {
			t.Errorf("not in the file: %s", p)
		}
		if p.Line < last.Line || p.Line == last.Line && p.Column < last.Column {
			t.Errorf("not in order: %s\n%s", last, p)
		}
		if p.Message == "" || strings.Contains(p.String(), "\n") {
			t.Errorf("not one line: %q", p)
		}
		last = p
	}
}

func TestDecode_Authority(t *testing.T) {
	for _, content := range []string{`{"format": "1"}`, `{"title": 1}`, `{"events": [1]}`, "{"} {
		if wire, err := decodeFast[wireSet]([]byte(content)); err == nil || wire != nil {
			t.Errorf("%s: got %+v, %v", content, wire, err)
		}
		_, want := decodeStandard[wireSet]([]byte(content))
		if _, err := decode[wireSet]([]byte(content)); err == nil || err.Error() != want.Error() {
			t.Errorf("%s: got %v, want %v", content, err, want)
		}
	}
}
