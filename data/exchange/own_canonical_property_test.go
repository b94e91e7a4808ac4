package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"dateline/assets"
	"dateline/data"
	"dateline/data/sample"
)

// datasets returns datasets, all valid.
func datasets(t testing.TB) [][]byte {
	t.Helper()
	var made bytes.Buffer
	if err := sample.Write(t.Context(), &made, 20, 3); err != nil {
		t.Fatal(err)
	}
	return [][]byte{assets.Atar, made.Bytes()}
}

// sameSet asserts that two texts are the same dataset.
func sameSet(t *testing.T, one, two []byte) {
	t.Helper()
	a, errA := data.Parse("a", one)
	b, errB := data.Parse("b", two)
	if errA != nil || errB != nil {
		t.Fatal(errA, errB)
	}
	if a.Events.Len() != b.Events.Len() {
		t.Fatalf("%d events, %d events", a.Events.Len(), b.Events.Len())
	}
	for i := range a.Events.Len() {
		x, errX := a.Events.At(i)
		y, errY := b.Events.At(i)
		if !reflect.DeepEqual(x, y) || errX != nil || errY != nil {
			t.Fatalf("%+v\n%+v\n%v, %v", x, y, errX, errY)
		}
	}
	a.Events, b.Events = data.Events{}, data.Events{}
	if !reflect.DeepEqual(a, b) {
		t.Errorf("%+v\n%+v", a, b)
	}
}

// However a dataset is written, its canonical form is one, and is the same dataset.
func TestCanonical_OfAnyForm(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, content := range datasets(t) {
		want := mustCanonical(t, content)
		sameSet(t, content, want)
		if again := mustCanonical(t, want); !bytes.Equal(again, want) {
			t.Errorf("the canonical form of the canonical form is another:\n%s", again)
		}
		for range 4 {
			s := scrambler{jsonReader: jsonReader{source: content}, random: random}
			s.value()
			if got := mustCanonical(t, s.out.Bytes()); !bytes.Equal(got, want) {
				t.Fatalf("another canonical form of\n%s", s.out.Bytes())
			}
		}
	}
}

// scrambler writes JSON in any other way.
type scrambler struct {
	jsonReader
	random *rand.Rand
	out    bytes.Buffer
}

func (s *scrambler) space() {
	s.jsonReader.space()
	for range s.random.IntN(3) {
		s.out.WriteByte(" \t\n\r"[s.random.IntN(4)])
	}
}

func (s *scrambler) value() {
	s.space()
	switch s.peek() {
	case '"':
		s.text(textOf(s.readText()))
	case '[':
		s.out.WriteByte('[')
		s.elements(func(i int) {
			s.out.WriteString([]string{"", ","}[min(i, 1)])
			s.value()
		})
		s.out.WriteByte(']')
	case '{':
		s.object()
	default:
		s.out.Write(s.scalar())
	}
	s.space()
}

func (s *scrambler) object() {
	values := map[string]int{}
	var names []string
	s.members(func(_ int, key []byte) {
		names = append(names, textOf(key))
		values[textOf(key)] = s.pos
		s.skip()
	})
	behind := s.pos
	slices.Sort(names)
	s.random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	s.out.WriteByte('{')
	for i, name := range names {
		s.out.WriteString([]string{"", ","}[min(i, 1)])
		s.pos = values[name]
		s.space()
		s.text(name)
		s.space()
		s.out.WriteByte(':')
		s.value()
	}
	s.out.WriteByte('}')
	s.pos = behind
}

func (s *scrambler) text(text string) {
	s.out.WriteByte('"')
	for _, r := range text {
		switch {
		case r < 0x10000 && s.random.IntN(4) == 0:
			fmt.Fprintf(&s.out, []string{`\u%04x`, `\u%04X`}[s.random.IntN(2)], r)
		case r == '/' && s.random.IntN(2) == 0:
			s.out.WriteString(`\/`)
		default:
			encoded, _ := json.Marshal(string(r))
			s.out.Write(encoded[1 : len(encoded)-1])
		}
	}
	s.out.WriteByte('"')
}
