package find

import (
	"context"
	"math/bits"
	"slices"

	"dateline/data"
	"dateline/data/parallel"
	"dateline/data/search"
)

// eachText calls for each text of an event that is searched.
func eachText(t *data.Texts, visit func(text []byte)) {
	visit(t.Title)
	visit(t.Summary)
	for _, list := range [][][]byte{t.People, t.Places, t.Tags, t.Quotes} {
		for _, text := range list {
			visit(text)
		}
	}
}

// read goes through the events that have the numbers from up to, not including, to in the file. Visit is called with
// the index and the texts of each. The error is the cause of the end of ctx, or says what could not be read.
func read(ctx context.Context, set *data.Set, from, to int, visit func(event int, texts *data.Texts)) error {
	err := set.Events.EachText(ctx, from, to, func(event int, texts *data.Texts) bool {
		visit(event, texts)
		return ctx.Err() == nil
	})
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// inTime turns a bitset of events by their number in the file into one by their index.
func inTime(set *data.Set, documents, events []uint64) {
	for i, word := range documents {
		for ; word != 0; word &= word - 1 {
			event := set.Events.InFile(i*64 + bits.TrailingZeros64(word))
			events[event/64] |= 1 << (event % 64)
		}
	}
}

// Scan returns the events that have all words of a query in their texts, as Find does with an index but without one.
// Only events that are selected are looked at. The error is the cause of the end of ctx, or says what could not be read.
func Scan(ctx context.Context, selection *data.Selection, q search.Query) ([]uint64, error) {
	set := selection.Set
	count := set.Events.Len()
	found := make([][]int, parallel.Count()) // by each worker
	err := parallel.Share(ctx, (count+chunk-1)/chunk, func(worker, part int) error {
		var joined []byte
		return read(ctx, set, part*chunk, min((part+1)*chunk, count), func(event int, texts *data.Texts) {
			if !selection.Has(event) {
				return
			}
			joined = joined[:0]
			eachText(texts, func(text []byte) { joined = append(append(joined, text...), '\n') }) // which parts words
			if q.Matches(string(joined)) {
				found[worker] = append(found[worker], event)
			}
		})
	})
	events := make([]uint64, (count+63)/64)
	for _, event := range slices.Concat(found...) {
		events[event/64] |= 1 << (event % 64)
	}
	return events, err
}
