package data

import (
	"fmt"
	"strings"
	"testing"

	"dateline/data/edtf"
)

// head begins a dataset whose next line, the tenth, is the first inside its list of events.
const head = `{
"format": 1,
"title": "T",
"lanes": [
 {"id": "police", "color": "#0072B2"},
 {"id": "court"}
],
"sources": [{"id": "paper"}],
"events": [
`

// badFiles are contents and what Parse has to say about them, one line a problem, the name "f" before each left out.
func badFiles() map[string]struct{ content, want string } {
	return map[string]struct{ content, want string }{
		"empty":  {"", `1:1: the file is empty: a dataset is one JSON object, { … }`},
		"blank":  {"\ufeff \n ", `1:1: the file is empty: a dataset is one JSON object, { … }`},
		"UTF-16": {"\xff\xfe{\x00}\x00", `1:1: the file is in UTF-16: save it as UTF-8`},
		"list":   {"\n [1]", `2:2: must be an object, { … }, not a list`},
		"null":   {"null", `1:1: must be an object, { … }, not null`},
		"nothing in it": {"{}", `
			1:1: a dataset needs the field "format"
			1:1: a dataset needs the field "title"
			1:1: a dataset needs the field "lanes"`},
		"two objects": {"{}\n{}", `2:1: the dataset is complete before this, but { follows`},
		"cut off":     {"{\"title\": \"é", `1:13: the file ends too early: a quote, bracket or brace is not closed`},
		"comma too many": {
			"{\"title\": \"é\",}",
			`1:15: the name of a field in double quotes is expected here, not }`,
		},
		"comma missing":  {"{\"title\": \"é\"\n\"format\": 1}", `2:1: a comma or } is expected here, not "`},
		"comment":        {"{\n// why\n}", `2:1: the name of a field in double quotes is expected here, not /`},
		"single quotes":  {"{\"title\": 'T'}", `1:11: a value is expected here, not '`},
		"line break":     {"{\"title\": \"a\nb\"}", `1:13: a text must be on one line (write \n for a new one) and cannot contain a line break`},
		"tab":            {"{\"title\": \"\t", `1:12: a text must be on one line (write \n for a new one) and cannot contain a tab`},
		"control":        {"{\"title\": \"\x01", `1:12: a text must be on one line (write \n for a new one) and cannot contain the control character U+0001`},
		"outside a text": {"{\xe9", `1:2: the name of a field in double quotes is expected here, not the byte 0xE9`},
		"long": {
			`{"format": 1, "title": "T", "lanes": [{"id": "a", "color": "` + strings.Repeat("é", 61) + `"}]}`,
			`1:60: lanes[0].color: "` + strings.Repeat("é", 60) + `…" is not a colour written as #RRGGBB, such as #C77700`,
		},
		"backslash": {`{"file": "a\p"}`, `1:13: \ cannot be followed by p (write \\ for a backslash)`},
		"too deep": {
			strings.Repeat("[", 20000) + strings.Repeat("]", 20000),
			`1:10001: lists and objects are nested too deeply here`,
		},
		"deep unknown": {`{"format":1,"title":"T","lanes":[{"id":"a"}],"x":` + strings.Repeat("[", 9000) +
			strings.Repeat("]", 9000) + `}`, `1:46: x: a dataset has no field "x"`},

		"unknown fields": {head + `{"id": "a", "lanes": ["court"], "dat": "2001", "date": "2001", "Title": "A", "title": "A", "": 0, "x y": {}}]}`, `
			10:33: events[0].dat: an event has no field "dat"; did you mean "date"?
			10:64: events[0].Title: an event has no field "Title"; did you mean "title"?
			10:92: events[0][""]: an event has no field ""
			10:99: events[0]["x y"]: an event has no field "x y"`},
		"after escapes": {`{"format":1,"title":"\" \\","summary":"\\","x\"\\":"\\\"","lanes":[{"id":"a"}],"y":0}`, `
			1:44: ["x\"\\"]: a dataset has no field "x\"\\"
			1:80: y: a dataset has no field "y"`},
		"unknown beside wrong": {head + `{"id": "a", "lanes": ["court"], "titel": "A", "date": "2001", "title": "", "ID": "A"}]}`, `
			10:33: events[0].titel: an event has no field "titel"; did you mean "title"?
			10:72: events[0].title: this cannot be empty
			10:76: events[0].ID: an event has no field "ID"; did you mean "id"?`},
		"key with escapes": {
			head + `{"\u0069d": "a", "lanes": ["court"], "date": "2001", "title": "A", "id": "b"}]}`,
			`10:68: events[0].id: the field "id" is given twice; also at line 10, column 13`,
		},
		"missing fields": {head + "{\"id\": \"a\",\n \"claims\": [{}], \"known\": [{}], \"links\": [{}]}]}", `
			10:1: events[0]: an event needs the field "lanes"
			10:1: events[0]: an event needs the field "date"
			10:1: events[0]: an event needs the field "title"
			11:13: events[0].claims[0]: a claim needs the field "source"
			11:28: events[0].known[0]: an entry of known needs the field "by"
			11:28: events[0].known[0]: an entry of known needs the field "date"
			11:43: events[0].links[0]: a link needs the field "to"
			11:43: events[0].links[0]: a link needs the field "kind"`},
		"wrong types": {"{\"format\": \"1\",\n\"title\": 7,\n\"lanes\": {},\n\"events\": [null, {\"id\": true, \"lanes\": [1], \"date\": 2001, \"title\": []}], \"span\": false}", `
			1:12: format: must be a whole number, not a text
			2:10: title: must be a text, not the number 7
			3:10: lanes: must be a list of objects, not an object
			4:12: events[0]: must be an object, { … }, not null
			4:25: events[1].id: must be a text, not true
			4:41: events[1].lanes[0]: must be a text, not the number 1
			4:53: events[1].date: must be a text, not the number 2001
			4:68: events[1].title: must be a text, not a list
			4:82: span: must be a text, not false`},
		"numbers": {
			`{"format": 1.0, "title": "T", "lanes": [{"id": "a"}]}`,
			`1:12: format: must be a whole number of at most 9 digits, not 1.0`,
		},
		"large number": {
			`{"format": 1234567890, "title": "T", "lanes": [{"id": "a"}]}`,
			`1:12: format: must be a whole number of at most 9 digits, not 1234567890`,
		},
		"given twice": {`{"format": 1, "title": "T", "lanes": [{"id": "a"}],` + "\n" + ` "title": "U", "lanes": []}`, `
			2:2: title: the field "title" is given twice; also at line 1, column 24
			2:16: lanes: the field "lanes" is given twice; also at line 1, column 38`},
		"format": {`{"format": 2, "title": " ", "lanes": []}`, `
			1:12: format: this is format 2; this version of Dateline reads format 1
			1:24: title: this cannot be empty
			1:38: lanes: a dataset needs at least one lane`},

		"not UTF-8": {
			"{\"format\": 1, \"title\": \"é caf\xe9\", \"lanes\": [{\"id\": \"a\"}]}",
			`1:30: title: the byte 0xE9 is not UTF-8; save the file as UTF-8`,
		},
		"half a surrogate pair": {`{"format": 1, "title": "\ud83d\ude00 \\ \ud83d", "lanes": [{"id": "a", "title": "\ude00"}]}`, `
			1:41: title: \ud83d is half of a surrogate pair without the other half
			1:82: lanes[0].title: \ude00 is half of a surrogate pair without the other half`},

		"identifiers": {head + `{"id": "é", "lanes": ["court"], "date": "2001", "title": "A"},
{"id": "a\tb", "lanes": ["court"], "date": "2001", "title": "A"},
{"id": "", "lanes": [""], "date": "2001", "title": "A"},
{"id": "", "lanes": ["court"], "date": "2001", "title": "A"},
{"id": "-", "lanes": ["court"], "date": "2001", "title": "A"},
{"id": "ab c", "lanes": ["court"], "date": "2001", "title": "A"}]}`, `
			10:9: events[0].id: "é" is not an identifier: 'é' cannot stand here, only a to z, 0 to 9 and, after the first character, -
			11:8: events[1].id: "a\tb" is not an identifier: '\t' cannot stand here, only a to z, 0 to 9 and, after the first character, -
			12:8: events[2].id: an identifier cannot be empty
			12:22: events[2].lanes[0]: there is no lane ""
			13:8: events[3].id: an identifier cannot be empty
			14:9: events[4].id: "-" is not an identifier: '-' cannot stand here, only a to z, 0 to 9 and, after the first character, -
			15:11: events[5].id: "ab c" is not an identifier: ' ' cannot stand here, only a to z, 0 to 9 and, after the first character, -`},
		"identifiers twice": {head + `{"id": "a", "lanes": ["court", "court"], "date": "2001", "title": "A"},
{"id": "a", "lanes": ["court"], "date": "2001", "title": "A"}],
"disputes": [{"id": "d", "question": "Q"}, {"id": "d", "question": "Q"}]}`, `
			10:32: events[0].lanes[1]: the lane "court" is named twice; also at line 10, column 23
			11:8: events[1].id: the identifier "a" is used by another event; also at line 10, column 8
			12:51: disputes[1].id: the identifier "d" is used by another dispute; also at line 12, column 21`},
		"dangling": {head + `{"id": "a", "lanes": ["cuort", "zoo"], "date": "2001", "title": "A",
 "claims": [{"source": "papers"}], "links": [{"to": "b", "kind": "leads-to"}]}],
"disputes": [{"id": "d", "question": "Q", "events": ["a", "aa"], "answers": [{"source": "x", "answer": "A"}]}]}`, `
			10:23: events[0].lanes[0]: there is no lane "cuort"; did you mean "court" at line 6, column 9?
			10:32: events[0].lanes[1]: there is no lane "zoo"
			11:24: events[0].claims[0].source: there is no source "papers"; did you mean "paper" at line 8, column 20?
			11:53: events[0].links[0].to: there is no event "b"
			12:59: disputes[0].events[1]: there is no event "aa"; did you mean "a" at line 10, column 8?
			12:89: disputes[0].answers[0].source: there is no source "x"`},
		"dangling where identifiers are unreadable": {
			`{"format": 1, "title": "T", "lanes": [{"id": 1}], "sources": 0, "events": [
{"id": "a", "lanes": ["court"], "date": "2001", "title": "A", "claims": [{"source": "x"}]}]}`, `
			1:46: lanes[0].id: must be a text, not the number 1
			1:62: sources: must be a list of objects, not the number 0`,
		},

		"no lanes": {head + `{"id": "a", "lanes": [], "date": "2001", "title": " "}]}`, `
			10:22: events[0].lanes: an event needs at least one lane
			10:51: events[0].title: this cannot be empty`},
		"words": {head + `{"id": "a", "lanes": ["court"], "date": "2001", "title": "A", "status": "Reported",
 "links": [{"to": "a", "kind": ""}]}],
 "disputes": [{"id": "d", "question": "", "answers": [{"source": "paper", "answer": ""}]}]}`, `
			10:73: events[0].status: "Reported" is not a status; allowed are established, reported, alleged, disputed, false
			11:32: events[0].links[0].kind: "" is not a kind of link; allowed are leads-to, part-of, same-as, contradicts, reveals, before
			12:39: disputes[0].question: this cannot be empty
			12:85: disputes[0].answers[0].answer: this cannot be empty`},
		"lanes": {`{"format": 1, "title": "T", "lanes": [
{"id": "a", "color": "red"}, {"id": "b", "color": "#12345"}, {"id": "c", "color": "#12345g", "marker": "star"}]}`, `
			2:22: lanes[0].color: "red" is not a colour written as #RRGGBB, such as #C77700
			2:51: lanes[1].color: "#12345" is not a colour written as #RRGGBB, such as #C77700
			2:83: lanes[2].color: "#12345g" is not a colour written as #RRGGBB, such as #C77700
			2:104: lanes[2].marker: "star" is not a marker; allowed are circle, square, diamond, triangle, triangle-down, pentagon, hexagon`},
		"known": {head + `{"id": "a", "lanes": ["court"], "date": "2001", "title": "A", "claims": [{"source": "paper"}, {"source": "paper"}],
 "known": [{"by": "public", "date": "2001", "claim": 2}, {"by": "x", "date": "2001", "claim": -1}]},
{"id": "b", "lanes": ["court"], "date": "2001", "title": "A", "known": [{"by": "", "date": "2001", "claim": 0}]}]}`, `
			11:54: events[0].known[0].claim: there is no claim 2: the event's claims are 0 to 1
			11:95: events[0].known[1].claim: there is no claim -1: the event's claims are 0 to 1
			12:80: events[1].known[0].by: this cannot be empty
			12:109: events[1].known[0].claim: there is no claim 0: the event has no claims`},
	}
}

func TestParse_Problems(t *testing.T) {
	for name, bad := range badFiles() {
		t.Run(name, func(t *testing.T) {
			_, err := Parse("f", []byte(bad.content))
			if err == nil {
				t.Fatal("no error")
			}
			var want []string
			for line := range strings.Lines(bad.want) {
				if line = strings.TrimSpace(line); line != "" {
					want = append(want, "f:"+line)
				}
			}
			if got := err.Error(); got != strings.Join(want, "\n") {
				t.Errorf("got:\n%s\nwant:\n%s", got, strings.Join(want, "\n"))
			}
		})
	}
}

func TestParse_Places(t *testing.T) {
	tests := []struct{ field, value, want string }{
		{"url", "ftp://a.b", `"ftp://a.b" is not an address that begins with http:// or https:// and a host`},
		{"url", "www.a.b/c", `"www.a.b/c" is not an address that begins with http:// or https:// and a host`},
		{"url", "https:///c", `"https:///c" is not an address that begins with http:// or https:// and a host`},
		{"url", "javascript:alert(1)", `"javascript:alert(1)" is not an address that begins with http:// or https:// and a host`},
		{"url", "http://a b/", `"http://a b/" is not an address: invalid character " " in host name`},
		{"url", "https://example.org/a?b=c#d", ""},
		{"url", "", ""},
		{"file", "/etc/passwd", `"/etc/passwd" is not a file that can be read: it must be relative to the dataset's folder`},
		{"file", "c:/x", `"c:/x" is not a file that can be read: it must be relative to the dataset's folder`},
		{"file", "C:x", `"C:x" is not a file that can be read: it must be relative to the dataset's folder`},
		{"file", "a/../../x", `"a/../../x" is not a file that can be read: it must not leave the dataset's folder by ..`},
		{"file", "..", `".." is not a file that can be read: it must not leave the dataset's folder by ..`},
		{"file", `a\\b`, `"a\\b" is not a file that can be read: folders are separated by /, not by a backslash`},
		{"file", `a\u0000`, `"a\x00" is not a file that can be read: it contains a control character`},
		{"file", "texts/a..b.txt", ""},
		{"file", "1:x", ""},
		{"file", "", ""},
	}
	for _, test := range tests {
		content := fmt.Sprintf(`{"format": 1, "title": "T", "lanes": [{"id": "a"}], "sources": [{"id": "s", "%s": "%s"}]}`,
			test.field, test.value)
		want := ""
		if test.want != "" {
			want = fmt.Sprintf("f:1:%d: sources[0].%s: %s", len(`{"format": 1, "title": "T", "lanes": [{"id": "a"}], "sources": [{"id": "s", "": `)+
				len(test.field)+1, test.field, test.want)
		}
		got := ""
		if _, err := Parse("f", []byte(content)); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s %q:\ngot  %s\nwant %s", test.field, test.value, got, want)
		}
	}
}

func TestParse_Dates(t *testing.T) {
	content := head + `{"id": "a", "lanes": ["court"], "date": "2013-13-01", "title": "A", "claims": [
 {"source": "paper", "date": "é"}, {"source": "paper", "date": "2013\u002d13"}],
 "known": [{"by": "public", "date": "2001-"}, {"by": "public", "date": ""}]}],
"span":         "2001/2000"}`
	want := []struct {
		position string
		text     string
	}{
		{"10:47: events[0].date", "2013-13-01"},
		{"11:31: events[0].claims[0].date", "é"},
		{"11:64: events[0].claims[1].date", "2013-13"}, // the string: with an escape in it the place would be off
		{"12:43: events[0].known[0].date", "2001-"},    // the closing quote
		{"12:73: events[0].known[1].date", ""},
		{"13:23: span", "2001/2000"}, // its end
	}
	_, err := Parse("f", []byte(content))
	problems, _ := err.(Problems)
	if len(problems) != len(want) {
		t.Fatalf("got %v", err)
	}
	for i, w := range want {
		_, err := edtf.Parse(w.text)
		message := err.(*edtf.Error).Message
		if line := fmt.Sprintf("f:%s: %q is not a date in EDTF: %s", w.position, w.text, message); problems[i].String() != line {
			t.Errorf("got  %s\nwant %s", problems[i], line)
		}
	}
}

func TestParse_ManyProblems(t *testing.T) {
	content := func(events int, format string) []byte {
		var b strings.Builder
		b.WriteString(head)
		for i := range events {
			if i > 0 {
				b.WriteString(",\n")
			}
			fmt.Fprintf(&b, format, i)
		}
		b.WriteString("]}")
		return []byte(b.String())
	}
	tests := map[string]string{
		"syntax":  `{"id": "e%d", "lanes": ["court"], "date": "2001", "title": 1}`,
		"meaning": `{"id": "e%d", "lanes": ["court"], "date": "2001", "title": ""}`,
		"missing": `{"id": "e%d", "lanes": ["curt"], "date": "2001", "title": "A"}`,
	}
	for name, format := range tests {
		_, err := Parse("f", content(100, format))
		if problems, _ := err.(Problems); len(problems) != 100 {
			t.Errorf("%s, 100 faults: %d problems", name, len(problems))
		}
		_, err = Parse("f", content(123, format))
		problems, _ := err.(Problems)
		if len(problems) != 101 || !strings.HasPrefix(problems[100].String(), "f:109:") ||
			problems[100].Message != "and 23 more" {
			t.Errorf("%s, 123 faults: %d problems, the last %v", name, len(problems), problems[len(problems)-1])
		}
	}
}
