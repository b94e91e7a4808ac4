package data

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"sync"
	"testing"
)

// textsOf returns the texts of an event as they are in the model.
func textsOf(e *Event) []string {
	texts := slices.Concat([]string{e.Title, e.Summary}, e.People, e.Places, e.Tags)
	for _, claim := range e.Claims {
		texts = append(texts, claim.Quote)
	}
	return texts
}

// strings returns the texts in the same order.
func (t *Texts) strings() []string {
	var all []string
	for _, text := range slices.Concat([][]byte{t.Title, t.Summary}, t.People, t.Places, t.Tags, t.Quotes) {
		all = append(all, string(text))
	}
	return all
}

func TestEvents_EachText(t *testing.T) {
	set := mustParse(t, generated(3000)) // of several blocks
	number := 0
	err := set.Events.EachText(t.Context(), 0, set.Events.Len(), func(event int, texts *Texts) bool {
		if set.Events.InFile(number) != event {
			t.Errorf("event %d is number %d of the file", event, number)
		}
		number++
		e := eventAt(t, set, event)
		if got, want := texts.strings(), textsOf(&e); !reflect.DeepEqual(got, want) {
			t.Errorf("got  %q\nwant %q", got, want)
		}
		return !t.Failed()
	})
	if err != nil || number != set.Events.Len() {
		t.Errorf("%d events, %v", number, err)
	}
}

// Every event is read once, whatever the parts, and several of them at a time.
func TestEvents_EachText_Parts(t *testing.T) {
	set := mustParse(t, []byte(generated(500)))
	count := set.Events.Len()
	for _, cuts := range [][]int{{0, count}, {0, 1, 2, count - 1, count}, {0, 0, 250, 250, count}} {
		read := make([]int, count) // each by one goroutine
		var reading sync.WaitGroup
		for i := range len(cuts) - 1 {
			reading.Go(func() {
				if err := set.Events.EachText(t.Context(), cuts[i], cuts[i+1], func(event int, _ *Texts) bool {
					read[event]++
					return true
				}); err != nil {
					t.Error(err)
				}
			})
		}
		reading.Wait()
		if slices.Min(read) != 1 || slices.Max(read) != 1 {
			t.Errorf("%v: read %v", cuts, read)
		}
	}
}

func TestEvents_EachText_Stop(t *testing.T) {
	set := mustParse(t, generated(10))
	calls := 0
	err := set.Events.EachText(t.Context(), 2, 10, func(event int, _ *Texts) bool {
		calls++
		return calls < 3
	})
	if err != nil || calls != 3 {
		t.Errorf("%d calls, %v", calls, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err = set.Events.EachText(ctx, 0, 10, func(int, *Texts) bool { t.Error("called"); return true })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
