package data

import (
	"cmp"
	"math"
	"runtime"
	"slices"
	"strings"

	"dateline/data/parallel"
)

// twins are the numbers of two events that have the same identifier.
type twins struct{ first, second int }

// assemble makes one of the batches of events, in time order, and returns which events have an identifier that another
// has. The batches are in the order of the file and without gaps; their memory is let go of on the way.
func assemble(batches []*records) (*Events, []twins) {
	e := new(Events)
	all := e.join(batches)
	keys := newTimeKeys(all)
	var same []twins
	var working parallel.Group
	working.Go(func() { same = e.indexIDs(all) })
	working.Go(func() { sortKeys(keys) })
	working.Wait()
	e.fill(all, keys)
	return e, same
}

// join returns all records, with their texts and kinds those of the whole.
func (e *Events) join(batches []*records) []record {
	count, length := 0, 0
	for _, b := range batches {
		count += len(b.events)
		length += len(b.text)
	}
	all := make([]record, 0, count)
	var text strings.Builder
	text.Grow(length)
	merged, numbers := newKinds(), map[*kinds][]uint32{}
	for _, b := range batches {
		if numbers[b.kinds] == nil {
			numbers[b.kinds] = merged.merge(b.kinds)
		}
		start, kinds := len(all), numbers[b.kinds]
		all = append(all, b.events...)
		for i := start; i < len(all); i++ {
			all[i].text += uint32(text.Len())
			all[i].kind = kinds[all[i].kind]
		}
		text.Write(b.text)
		b.events, b.text = nil, nil
	}
	e.text, e.variety = text.String(), merged.list
	return all
}

// indexIDs makes the table of identifiers.
func (e *Events) indexIDs(all []record) []twins {
	var same []twins
	e.ids = newIDTable(len(all))
	for number := range all {
		r := &all[number]
		id, _ := cutText(e.text[r.text:])
		if id == "" {
			continue
		}
		first, slot, used := e.ids.lookup(r.hash, func(other int) bool {
			if all[other].hash != r.hash {
				return false
			}
			otherID, _ := cutText(e.text[all[other].text:])
			return otherID == id
		})
		if used {
			same = append(same, twins{first, number})
		} else {
			e.ids.put(slot, number)
		}
	}
	return same
}

// fill makes the columns, which are in time order.
func (e *Events) fill(all []record, keys []timeKey) {
	e.bounds, e.spots = make([]bounds, len(all)), make([]spot, len(all))
	e.kinds, e.order = make([]uint32, len(all)), make([]uint32, len(all))
	for i := range keys {
		number := keys[i].number
		r := &all[number]
		e.bounds[i] = bounds{r.earliest, r.latest}
		e.spots[i] = spot{r.offset, r.length, r.text}
		e.kinds[i] = r.kind
		e.order[number] = uint32(i)
	}
}

// sortKeys sorts keys, unless they are in order already.
func sortKeys(keys []timeKey) {
	if !slices.IsSortedFunc(keys, timeKey.compare) {
		mergeSort(keys, make([]timeKey, len(keys)), runtime.GOMAXPROCS(0))
	}
}

// fewestShared is from how many keys on it is worth sorting them in several goroutines.
const fewestShared = 10_000

// mergeSort sorts keys in so many goroutines. The spare is as long as they are.
func mergeSort(keys, spare []timeKey, goroutines int) {
	if goroutines < 2 || len(keys) < fewestShared {
		slices.SortFunc(keys, timeKey.compare)
		return
	}
	middle := len(keys) / 2
	var sorting parallel.Group
	sorting.Go(func() { mergeSort(keys[:middle], spare[:middle], goroutines/2) })
	mergeSort(keys[middle:], spare[middle:], goroutines-goroutines/2)
	sorting.Wait()
	copy(spare, keys)
	mergeKeys(keys, spare[:middle], spare[middle:])
}

// mergeKeys puts two sorted lists into one.
func mergeKeys(into, a, b []timeKey) {
	for i := range into {
		if len(b) == 0 || len(a) > 0 && a[0].compare(b[0]) < 0 {
			into[i], a = a[0], a[1:]
		} else {
			into[i], b = b[0], b[1:]
		}
	}
}

// timeKey is what events are ordered by.
type timeKey struct {
	earliest, latest int64
	number           uint32 // in the file
}

func newTimeKeys(all []record) []timeKey {
	keys := make([]timeKey, len(all))
	for number := range all {
		r := &all[number]
		keys[number] = timeKey{r.earliest, r.latest, uint32(number)}
		if r.earliest == math.MinInt64 { // no bound
			keys[number].earliest = r.latest
		}
	}
	return keys
}

func (k timeKey) compare(other timeKey) int {
	switch {
	case k.earliest != other.earliest:
		return cmp.Compare(k.earliest, other.earliest)
	case k.latest != other.latest:
		return cmp.Compare(k.latest, other.latest)
	}
	return cmp.Compare(k.number, other.number)
}
