package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"dateline/assets"
	"dateline/data/edtf"
)

// givenTwice is the message for a field that is written twice. A schema is shown one of the two, and whatever is wrong
// with the other passes it by.
var givenTwice = regexp.MustCompile(`^the field ".*" is given twice; also at `)

// loaderOnly are the messages for what else the loader knows and a schema cannot say. What is refused for any other
// reason the schema must refuse, too.
var loaderOnly = regexp.MustCompile(strings.Join([]string{
	`^there is no (lane|source|event) `,
	`^there is no claim \d+: `, // a number that is too large; a negative one is in the schema
	` is used by another (lane|source|event|dispute); also at `,
	` is not a date in EDTF: `,
	` is not an address: `,
	` is not an address that begins with http:// or https:// and a host$`,
	`^must be a whole number of at most 9 digits, not -?\d+(\.\d*)?([eE][+-]?\d+)?$`, // JSON Schema takes 1.0 and 1e0 for 1
	`^the byte 0x.. is not UTF-8; save the file as UTF-8$`,
	`^\\u[0-9a-fA-F]{4} is half of a surrogate pair without the other half$`,
	`^and \d+ more$`,
}, "|"))

// schemaAt compiles a part of the schema, "" for the whole. The compiler holds it against the schema of schemas.
func schemaAt(t testing.TB, pointer string) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(assets.Schema))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(assets.SchemaName, document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(assets.SchemaName + "#" + pointer)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// checkSchema holds the schema against the loader for one file, which must be JSON. It returns whether both take it.
func checkSchema(t testing.TB, schema *jsonschema.Schema, content []byte) (both bool) {
	t.Helper()
	instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(bytes.TrimPrefix(content, []byte(byteOrderMark))))
	if err != nil {
		t.Fatalf("%v\n%s", err, content)
	}
	_, loaded := Parse("f", content)
	refused := schema.Validate(instance)
	switch {
	case loaded == nil && refused != nil:
		t.Errorf("the schema refuses what the loader takes: %v\n%s", refused, content)
	case loaded != nil && refused == nil:
		problems := loaded.(Problems)
		if slices.ContainsFunc(problems, func(p Problem) bool { return givenTwice.MatchString(p.Message) }) {
			break
		}
		for _, problem := range problems {
			if !loaderOnly.MatchString(problem.Message) {
				t.Errorf("the schema takes it: %s\n%s", problem, content)
			}
		}
	}
	return loaded == nil && refused == nil
}

func isJSON(content []byte) bool {
	return json.Valid(bytes.TrimPrefix(content, []byte(byteOrderMark)))
}

func TestSchema_Files(t *testing.T) {
	schema := schemaAt(t, "")
	good := [][]byte{assets.Atar, []byte(minimal), generated(1), generated(30), []byte("\ufeff" + minimal)}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, example := range regexp.MustCompile("(?s)```json\n(.*?)```").FindAllSubmatch(readme, -1) {
		good = append(good, example[1])
	}
	for _, content := range good {
		if !checkSchema(t, schema, content) {
			t.Errorf("is to be taken: %.60s", content)
		}
	}
	judged := 0
	for _, bad := range badFiles() {
		if !isJSON([]byte(bad.content)) {
			continue
		}
		judged++
		if checkSchema(t, schema, []byte(bad.content)) {
			t.Errorf("is to be refused: %s", bad.content)
		}
	}
	if judged < 15 {
		t.Errorf("only %d of the bad files are JSON", judged)
	}
}

// Broken at random, where loader and schema must say the same.
func TestSchema_Mutated(t *testing.T) {
	schema := schemaAt(t, "")
	random := rand.New(rand.NewPCG(11, 12))
	bases := [][]byte{[]byte(minimal), generated(1), generated(2), []byte(head + `{"id": "a", "lanes": ["court"], "date": "2001",
		"title": "A", "status": "", "claims": [{"source": "paper", "date": ""}], "known": [{"by": "x", "date": "2001"}]}]}`)}
	var cut [][]string
	for _, base := range bases {
		cut = append(cut, tokens.FindAllString(string(base), -1))
	}
	taken, refused := 0, 0
	for i := range 5_000 {
		content := replaced(random, cut[i%len(cut)])
		if random.IntN(5) == 0 {
			content = mutated(random, bases[i%len(bases)])
		}
		if !isJSON(content) {
			continue
		}
		if checkSchema(t, schema, content) {
			taken++
		} else {
			refused++
		}
		if t.Failed() {
			return
		}
	}
	if taken < 400 || refused < 1000 {
		t.Errorf("%d taken and %d refused: that says little", taken, refused)
	}
}

// replaced returns a text of tokens with a name or a value in the place of another.
func replaced(random *rand.Rand, list []string) []byte {
	var values []int
	for i, token := range list {
		if c := token[0]; c == '"' || c == '-' || c >= '0' && c <= '9' {
			values = append(values, i)
		}
	}
	with := list[values[random.IntN(len(values))]]
	if random.IntN(2) == 0 {
		with = oddTokens[random.IntN(len(oddTokens))]
	}
	at := values[random.IntN(len(values))]
	return []byte(strings.Join(list[:at], "") + with + strings.Join(list[at+1:], ""))
}

// Every value that the format has rules for, in its place.
func TestSchema_Values(t *testing.T) {
	const frame = `{"format": 1, "title": "T", "lanes": [{"id": "a", %s}], "sources": [{"id": "s", %s}], "events": [
{"id": "e", "lanes": ["a"], "date": "2001", "title": "T", "claims": [{"source": "s", %s}], %s}]}`
	places := []struct {
		place  int
		field  string
		values []string
	}{
		{0, "color", []string{"", "#123abC", "#12345", "#1234567", "123456", "#12345g", "#123456\n", "red"}},
		{0, "marker", []string{"", "circle", "triangle-down", "Circle", "star", " "}},
		{1, "url", []string{
			"", "http://a", "HTTPS://a/b?c#d", "http://:80", "http://[::1]/", "ftp://a", "//a", "http:a", "http:///a", "http://?a", "a",
			" http://a", "http://a\u2028b", "http://a/\u2029", "http://a b/", "http://u@", "http://#", "http://é", "http://%", "http://a\n",
		}},
		{1, "file", []string{
			"", "a", "a/b.txt", ".", "./a", "..", "../a", "a/..", "a/../b", "a/..b", "..a", "...", "/a", `a\b`, "c:", "C:a", "1:a", "é:a",
			"a\x00", "a\x1f", "a\x7f", "a\u0080", "a\n", " ", "a//b",
		}},
		{1, "published", []string{"", "2001", " "}},
		{2, "date", []string{"", "2001", " ", "May"}},
		{3, "status", []string{"", "reported", "false", "Reported", " ", "unknown"}},
	}
	schema := schemaAt(t, "")
	for _, p := range places {
		taken := 0
		for _, value := range p.values {
			members := []any{`"title": ""`, `"title": ""`, `"quote": ""`, `"summary": ""`}
			text, _ := json.Marshal(value)
			members[p.place] = fmt.Sprintf("%q: %s", p.field, text)
			if checkSchema(t, schema, fmt.Appendf(nil, frame, members...)) {
				taken++
			}
		}
		if taken == 0 || taken == len(p.values) {
			t.Errorf("%s: %d of %d values are taken", p.field, taken, len(p.values))
		}
	}
	checkTexts(t, schema)
}

// checkTexts: what is an identifier, and what counts as empty, with every kind of white space there is.
func checkTexts(t *testing.T, schema *jsonschema.Schema) {
	t.Helper()
	values := []string{"", "a", "0-", "-", "-a", "A", "a_b", "é", "a b", "a\n", "\ufeff", "\u200b", "\x00", "\U0001F600"}
	for r := range unicode.MaxRune {
		if unicode.IsSpace(r) {
			values = append(values, string(r), "\t"+string(r), string(r)+"x")
		}
	}
	for _, value := range values {
		text, _ := json.Marshal(value)
		for _, content := range []string{
			`{"format": 1, "title": %s, "lanes": [{"id": "a"}]}`, `{"format": 1, "title": "T", "lanes": [{"id": %s}]}`,
			`{"format": 1, "title": "T", "lanes": [{"id": "a"}], "disputes": [{"id": "a", "question": %s}]}`,
			`{"format": 1, "title": "T", "lanes": [{"id": "a", "title": %s}]}`,
		} {
			checkSchema(t, schema, fmt.Appendf(nil, content, text))
		}
	}
}

// What the schema must not let pass, though it does not know all that is wrong with dates.
func TestSchema_Dates(t *testing.T) {
	date := schemaAt(t, "/$defs/date")
	for _, text := range []string{
		"", " ", "May 2008", "2008-13", "2008-00", "2008-4-9", "08-04-09", "2008-04-32", "2008/04/09", "9.4.2008", "2008-04-09 21:16",
		"2008-04-09T24", "2008-04-09T21:60", "2008-04T21", "2008 ", "20080409", "198", "19855", "1985?~", "1985 to 1986", "..", "/",
		"2008–04", "２００８", "2008-04-09\n", "since 2008", "2008-2X", "2008-04-4X", "[]", "1985-", "T21:16",
	} {
		if date.Validate(text) == nil {
			t.Errorf("%q is taken", text)
		}
		if _, err := edtf.Parse(text); err == nil {
			t.Errorf("%q is a date", text)
		}
	}
	random := rand.New(rand.NewPCG(13, 14))
	found := 0
	for range 40_000 {
		text := randomDate(random)
		if _, err := edtf.Parse(text); err != nil {
			continue
		}
		found++
		if err := date.Validate(text); err != nil {
			t.Fatalf("%q is refused", text)
		}
	}
	if found < 1_000 {
		t.Errorf("only %d of the texts are dates", found)
	}
}

// randomDate returns a text that may well be a date, of every form that there is.
func randomDate(random *rand.Rand) string {
	pick := func(texts ...string) string { return texts[random.IntN(len(texts))] }
	qualifier := func() string { return pick("", "", "", "", "?", "~", "%") }
	pair := func() string {
		return pick("01", "02", "12", "21", "24", "31", "41", "XX", "0X", "1X", "2X", "3X", "X1", "X9")
	}
	point := func() string {
		text := qualifier() + pick("1985", "0000", "-0044", "201X", "X9X4", "-XXXX", "Y10000", "Y-17E7", "Y0012345", "1950S2", "Y3388E2S3") +
			qualifier()
		for range random.IntN(3) {
			text += "-" + qualifier() + pair() + qualifier()
		}
		if random.IntN(3) == 0 {
			text += "T" + pick("00", "21", "23") + pick("", ":16", ":59:00") + pick("", "", "Z", "+01", "-00", "-04:30", "+23:59")
		}
		return text
	}
	text := pick("", "", "[", "{", "..", "/", "../", "[..", "{..") + point()
	for range random.IntN(3) {
		text += pick(",", "..", "/") + point()
	}
	return text + pick("", "", "]", "}", "..", "/", "/..", "..]", "..}")
}

// FuzzSchema: whatever the file, the schema takes it if the loader does.
func FuzzSchema(f *testing.F) {
	schema := schemaAt(f, "")
	f.Add([]byte(minimal))
	f.Add(generated(2))
	for _, bad := range badFiles() {
		f.Add([]byte(bad.content))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if isJSON(content) {
			checkSchema(t, schema, content)
		}
	})
}
