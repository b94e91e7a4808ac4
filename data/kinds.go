package data

import "encoding/binary"

// kind is what many events have in common.
type kind struct {
	lanes, sources []int
	status         Status
	evidence       bool // there are links, entries of known or claims with a date of their own
}

// kinds numbers the kinds of events. It is for one goroutine.
type kinds struct {
	list    []kind
	numbers map[string]uint32 // by the kind in a few bytes
	bytes   []byte
}

func newKinds() *kinds { return &kinds{numbers: map[string]uint32{}} }

// number returns the number of a kind. The lists are copied where they are kept.
func (k *kinds) number(wanted kind) uint32 {
	b := append(k.bytes[:0], wanted.status...)
	if wanted.evidence {
		b = append(b, 1)
	}
	for _, list := range [...][]int{wanted.lanes, wanted.sources} {
		b = binary.AppendUvarint(append(b, 0), uint64(len(list)))
		for _, index := range list {
			b = binary.AppendUvarint(b, uint64(index))
		}
	}
	k.bytes = b
	number, ok := k.numbers[string(b)]
	if !ok {
		number = uint32(len(k.list))
		k.numbers[string(b)] = number
		k.list = append(k.list, kind{copied(wanted.lanes), copied(wanted.sources), wanted.status, wanted.evidence})
	}
	return number
}

// merge takes over the kinds of another numbering and returns what their numbers are here.
func (k *kinds) merge(other *kinds) []uint32 {
	numbers := make([]uint32, len(other.list))
	for i, wanted := range other.list {
		numbers[i] = k.number(wanted)
	}
	return numbers
}

// copied returns a list that has its own memory, nil for an empty one.
func copied(list []int) []int { return append([]int(nil), list...) }
