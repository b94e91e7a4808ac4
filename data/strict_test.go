package data

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzStrict holds the strict reader of strings and of numbers against encoding/json.
func FuzzStrict(f *testing.F) {
	for _, seed := range []string{
		`""`, `"a"`, `"1234567é"`, `"12345678\"`, `"\u0000\"\\\/\b\f\n\r\t\ud83d\ude00é"`, `"\ud83d"`, `"\ude00\ud83d"`, `"\x"`,
		"\"\x7f\"", "\"\x1f\"", "\"\xff\"", "\"\xed\xa0\x80\"", `"123456781234567812345678` + "\t\"", `"\u00e9 and 😀"`, `"\uFFFD�"`,
		"0", "1", "01", "123456789", "1234567890", "1.0", "1e1", "-1", "7,",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		s := strict{data: content}
		got, ok := s.text()
		var want string
		end := min(len(content), max(textEndOf(content), 0))
		right := json.Unmarshal(content[:end], &want) == nil && utf8.Valid(content[:end]) && loneSurrogate(content[1:end-1]) < 0
		if ok != right || ok && (string(got) != want || s.pos != end) {
			t.Errorf("%q: got %q up to %d, %t; want %q, %t", content, got, s.pos, ok, want, right)
		}
		s = strict{data: content}
		if number, ok := s.whole(); ok {
			var want int
			if json.Unmarshal(content[:s.pos], &want) != nil || number != want {
				t.Errorf("%q: got %d up to %d", content, number, s.pos)
			}
		}
	})
}

// textEndOf returns where the string at the beginning of content is over, -1 if there is none.
func textEndOf(content []byte) int {
	if len(content) == 0 || content[0] != '"' {
		return -1
	}
	return textEnd(content, 1) + 1
}

func TestPlainLength(t *testing.T) {
	for length := range 20 {
		plain := strings.Repeat("\x7f ~", 7)[:length]
		for c := range 256 {
			for _, behind := range []string{"", "\"", "abcdefgh", "\x00\\\"\xff\x1f\x01\x20\x21"} {
				want := length
				if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
					want += 1 + plainLength([]byte(behind))
				}
				if got := plainLength([]byte(plain + string([]byte{byte(c)}) + behind)); got != want {
					t.Errorf("%q, %#x, %q: got %d, want %d", plain, c, behind, got, want)
				}
			}
		}
	}
}

// The quick reader knows the fields by their places in the table.
func TestQuick_Fields(t *testing.T) {
	event := eventObject()
	if len(eventReaders) != len(event.fields) {
		t.Errorf("%d fields are read, there are %d", len(eventReaders), len(event.fields))
	}
	required := uint64(0)
	for i, f := range event.fields {
		if eventFieldOf([]byte(f.name)) != i || eventReaders[i] == nil {
			t.Errorf("event: field %q is number %d", f.name, eventFieldOf([]byte(f.name)))
		}
		if f.required {
			required |= 1 << i
		}
	}
	if required != requiredOfEvent {
		t.Errorf("required are %b, not %b", required, requiredOfEvent)
	}
	claims := event.fields[eventClaims].object
	for i, f := range claims.fields {
		if claimFieldOf([]byte(f.name)) != i || f.required != (i == claimSource) {
			t.Errorf("claim: field %q is number %d", f.name, claimFieldOf([]byte(f.name)))
		}
	}
	if eventFieldOf([]byte("Title")) != -1 || claimFieldOf([]byte("")) != -1 {
		t.Error("an unknown field is known")
	}
}

// What is usual is read quickly, and without allocating.
func TestQuick_Usual(t *testing.T) {
	content := generated(16)
	set := mustParse(t, content)
	frame, err := newFrame(content, len(content), 0)
	if err != nil {
		t.Fatal(err)
	}
	q := quick{scope: &frame.scope}
	for i := range set.Events.Len() {
		if q.data, err = set.Events.content(i); err != nil {
			t.Fatal(err)
		}
		q.pos = 0
		if !q.event() || q.pos != len(q.data) {
			t.Fatalf("read up to %d: %s", q.pos, q.data)
		}
		want := eventAt(t, set, i)
		if string(q.id) != want.ID || string(q.title) != want.Title || string(q.date) != want.Date.String() ||
			!reflect.DeepEqual(q.lanes, want.Lanes) || !reflect.DeepEqual(q.sources, sourcesOf(&want)) || len(q.links) != 1 {
			t.Errorf("got %+v, want %+v", q.draft, want)
		}
	}
	allocations := testing.AllocsPerRun(100, func() {
		q.pos = 0
		q.event()
	})
	if allocations > 4 { // the texts of the dates
		t.Errorf("%v allocations", allocations)
	}
}
