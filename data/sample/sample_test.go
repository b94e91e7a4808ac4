package sample_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"dateline/data"
	"dateline/data/sample"
)

// dataset is what these tests look at of a sample.
type dataset struct {
	Format       int
	Title        string
	Span         string
	Lanes        []struct{ ID, Title string }
	Sources      []struct{ ID, Title string }
	Events       []event
	eventsByLane map[string]int
}

type event struct {
	ID, Date, Title, Summary, Status string
	Lanes, People, Places, Tags      []string
	Claims                           []struct{ Source, Quote, Locator, Date string }
	Links                            []json.RawMessage
}

func written(t testing.TB, events int, seed uint64) []byte {
	t.Helper()
	var content bytes.Buffer
	if err := sample.Write(context.Background(), &content, events, seed); err != nil {
		t.Fatal(err)
	}
	return content.Bytes()
}

func decoded(t *testing.T, content []byte) *dataset {
	t.Helper()
	set := &dataset{eventsByLane: map[string]int{}}
	if err := json.Unmarshal(content, set); err != nil {
		t.Fatal(err)
	}
	for _, e := range set.Events {
		for _, lane := range e.Lanes {
			set.eventsByLane[lane]++
		}
	}
	return set
}

// eventLines returns the lines of the events, without the commas between them.
func eventLines(content []byte) []string {
	var lines []string
	for line := range strings.Lines(string(content)) {
		if strings.HasPrefix(line, `{"id":"e`) {
			lines = append(lines, strings.TrimRight(line, ",\n"))
		}
	}
	return lines
}

func TestWrite_IsAccepted(t *testing.T) {
	for _, events := range []int{0, 1, 2, 2000} {
		content := written(t, events, 3)
		if _, err := data.Parse("sample.json", content); err != nil {
			t.Fatalf("%d events: %v", events, err)
		}
		set := decoded(t, content)
		if len(set.Events) != events || len(eventLines(content)) != events {
			t.Errorf("%d events in %d lines, want %d", len(set.Events), len(eventLines(content)), events)
		}
		for i, e := range set.Events {
			if want := fmt.Sprintf("e%07d", i+1); e.ID != want {
				t.Errorf("event %d is called %s, want %s", i, e.ID, want)
			}
		}
	}
}

func TestWrite_SameSeedSameBytes(t *testing.T) {
	first := written(t, 1500, 5)
	if !bytes.Equal(first, written(t, 1500, 5)) {
		t.Error("the same seed gives other bytes")
	}
	same := map[string]bool{}
	for _, line := range eventLines(first) {
		same[line] = true
	}
	for _, line := range eventLines(written(t, 1500, 6)) {
		if same[line] {
			t.Errorf("another seed gives the same event: %s", line)
		}
	}
}

// What was measured with a sample can be measured again years later. Who changes the texts or the shares on purpose
// writes the new sum here.
func TestWrite_StaysTheSame(t *testing.T) {
	const want = "c2d68c8b97fafe82d8c23c1fa6517d308d24186cbc7335a0668f9fe6f8714786"
	if got := fmt.Sprintf("%x", sha256.Sum256(written(t, 1000, 1))); got != want {
		t.Errorf("the sum is %s, want %s", got, want)
	}
}

func TestWrite_LargerBeginsWithSmaller(t *testing.T) {
	smaller, larger := eventLines(written(t, 700, 8)), eventLines(written(t, 3000, 8))
	for i, line := range smaller {
		if larger[i] != line {
			t.Fatalf("event %d is\n%s\nand in a larger dataset\n%s", i, line, larger[i])
		}
	}
}

// errFull is what a full disk says.
var errFull = errors.New("full")

// fullAfter takes so many bytes.
type fullAfter int

func (f *fullAfter) Write(content []byte) (int, error) {
	if int(*f) < len(content) {
		return int(*f), errFull
	}
	*f -= fullAfter(len(content))
	return len(content), nil
}

func TestWrite_WriterFails(t *testing.T) {
	for _, room := range []fullAfter{0, 1000, 1_000_000} {
		if err := sample.Write(t.Context(), &room, 10_000, 1); !errors.Is(err, errFull) {
			t.Errorf("error %v", err)
		}
	}
}

// endless ends a context once it has been written to so often.
type endless struct {
	cancel context.CancelCauseFunc
	left   int
}

func (e *endless) Write(content []byte) (int, error) {
	if e.left--; e.left == 0 {
		e.cancel(errFull)
	}
	return len(content), nil
}

func TestWrite_CalledOff(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	w := &endless{cancel, 3}
	if err := sample.Write(ctx, w, 1_000_000_000, 1); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
	if w.left != 0 {
		t.Errorf("written %d times after the end", -w.left)
	}
	if err := sample.Write(ctx, w, 1, 1); !errors.Is(err, errFull) || w.left != 0 {
		t.Errorf("begun after the end: %v", err)
	}
}

// allocated returns how many bytes a sample allocates.
func allocated(t *testing.T, events int) uint64 {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if err := sample.Write(t.Context(), io.Discard, events, 1); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// The memory does not grow with the events: not even what is given back is.
func TestWrite_Memory(t *testing.T) {
	allocated(t, 1)
	few, many := allocated(t, 1000), allocated(t, 200_000)
	if many > few+few/4 {
		t.Errorf("1,000 events allocate %d bytes, 200,000 %d", few, many)
	}
	if few > 4<<20 {
		t.Errorf("allocates %d bytes", few)
	}
}

func BenchmarkWrite(b *testing.B) {
	const events = 10_000
	b.SetBytes(int64(len(written(b, events, 1))))
	for b.Loop() {
		if err := sample.Write(context.Background(), io.Discard, events, 1); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/events, "ns/event")
}
