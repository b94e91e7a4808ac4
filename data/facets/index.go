package facets

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"dateline/data"
	"dateline/data/parallel"
)

// chunk is how many events a goroutine reads at once.
const chunk = 1 << 12

// breath is after how many events a goroutine lets others do something: the window draws in between.
const breath = 32

// Index reads all events of a set on all cores. Progress is called with the share of them that has been read, from 0 to
// 1, about a hundred times, from any goroutine but never from two at once, and with a larger share each time. The error
// is the cause of the end of ctx, or says what could not be read.
func Index(ctx context.Context, set *data.Set, progress func(share float64)) (*Facets, error) {
	count := set.Events.Len()
	parts := (count + chunk - 1) / chunk
	readers := make([]reader, runtime.GOMAXPROCS(0))
	read := tally{of: count, progress: progress}
	err := parallel.Share(ctx, parts, func(worker, part int) error {
		from, to := part*chunk, min((part+1)*chunk, count)
		if err := readers[worker].read(ctx, set, from, to); err != nil {
			return err
		}
		read.add(to - from)
		return nil
	})
	if err != nil {
		return nil, err
	}
	f := &Facets{count: count}
	err = parallel.Share(ctx, len(Kinds), func(_, kind int) error {
		var of []*names
		for i := range readers {
			of = append(of, &readers[i][kind])
		}
		f.kinds[kind] = join(of)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return f, nil
}

// tally counts what has been read and tells of each percent.
type tally struct {
	turn     sync.Mutex
	done, of int
	progress func(share float64)
}

func (t *tally) add(events int) {
	t.turn.Lock()
	defer t.turn.Unlock()
	before := 100 * t.done / t.of
	t.done += events
	if percent := 100 * t.done / t.of; percent != before {
		t.progress(float64(percent) / 100)
	}
}

// reader is what one goroutine has read, by kind.
type reader [len(Kinds)]names

// read reads the events that have the numbers from up to, not including, to in the file.
func (r *reader) read(ctx context.Context, set *data.Set, from, to int) error {
	since := 0
	return set.Events.EachText(ctx, from, to, func(event int, texts *data.Texts) bool {
		for kind, list := range [...][][]byte{People: texts.People, Places: texts.Places, Tags: texts.Tags} {
			for _, text := range list {
				r[kind].add(text, uint32(event))
			}
		}
		if since++; since%breath == 0 {
			runtime.Gosched()
		}
		return true
	})
}

// names are the names of a kind in some of the events.
type names struct {
	numbers map[string]uint32 // of the names, from 0
	last    []uint32          // for each number the event that was added last, and 1; 0 for none
	found   []naming
}

// naming is that an event names something.
type naming struct{ name, event uint32 }

// add adds that an event has a name, which counts once however often it does.
func (n *names) add(text []byte, event uint32) {
	number, ok := n.numbers[string(text)]
	if !ok {
		if n.numbers == nil {
			n.numbers = make(map[string]uint32)
		}
		number = uint32(len(n.last))
		n.numbers[string(text)] = number
		n.last = append(n.last, 0)
	}
	if n.last[number] != event+1 {
		n.last[number] = event + 1
		n.found = append(n.found, naming{number, event})
	}
}

// join makes one table of what the goroutines have read.
func join(parts []*names) table {
	numbers := make(map[string]uint32) // of all names
	var texts []string
	var counts []int
	ours := make([][]uint32, len(parts)) // the number for each number of a part
	for i, part := range parts {
		ours[i] = make([]uint32, len(part.last))
		for text, theirs := range part.numbers {
			number, ok := numbers[text]
			if !ok {
				number = uint32(len(texts))
				numbers[text] = number
				texts, counts = append(texts, text), append(counts, 0)
			}
			ours[i][theirs] = number
		}
		for _, n := range part.found {
			counts[ours[i][n.name]]++
		}
	}
	t, places := arrange(texts, counts)
	next := slices.Clone(t.from)
	for i, part := range parts {
		for _, n := range part.found {
			place := places[ours[i][n.name]]
			t.events[next[place]] = n.event
			next[place]++
		}
	}
	return t
}

// arrange returns a table with room for the events of names that have numbers, and the place of each.
func arrange(texts []string, counts []int) (t table, places []int) {
	unsorted := table{names: make([]Name, len(texts)), groups: groupsOf(texts)}
	for number, text := range texts {
		unsorted.names[number] = Name{text, counts[number]}
	}
	t = table{
		names: make([]Name, len(texts)), places: make(map[string]int, len(texts)),
		groups: make([]uint32, len(texts)), from: make([]int, len(texts)+1),
	}
	places = make([]int, len(texts))
	for place, number := range unsorted.sorted(counts) {
		name := unsorted.names[number]
		t.names[place], t.groups[place], t.places[name.Text] = name, unsorted.groups[number], place
		t.from[place+1] = t.from[place] + name.Count
		places[number] = place
	}
	t.events = make([]uint32, t.from[len(texts)])
	return t, places
}
