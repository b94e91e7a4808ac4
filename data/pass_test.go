package data

import (
	"testing"

	"dateline/data/parallel"
)

// A mistake in the workers ends the reading with a panic that whoever loads can recover from: it neither ends the program
// nor leaves the splitter waiting for them.
func TestPass_WorkersPanic(t *testing.T) {
	content := generated(2000)
	l := loader{name: "f", from: inMemory(content), block: 512}
	s := l.splitter(t.Context(), int64(len(content)), nil)
	if _, found := s.prefix(); !found {
		t.Fatal("there is no list of events")
	}
	p := newPass(t.Context(), new(scope), new(tally), 512, false)
	p.tally = nil // each worker panics at the end of its first batch
	defer func() {
		if _, ok := recover().(*parallel.Panic); !ok {
			t.Error("it did not panic")
		}
	}()
	_, _ = p.run(s)
	t.Error("it went on")
}
