package data

// idTable finds the numbers of events by their identifiers. It is a hash table with open addressing and linear
// probing, and does not have the identifiers itself.
type idTable struct {
	slots []uint32 // numbers plus one, 0 for none
	size  int
}

// newIDTable returns a table with room for so many events.
func newIDTable(count int) *idTable { return &idTable{slots: make([]uint32, count+count/2+1)} }

// lookup returns the number of the event with a hash of which is reports that it is the right one. If there is none it
// reports false and returns the slot where it belongs.
func (t *idTable) lookup(hash uint32, is func(number int) bool) (number, slot int, ok bool) {
	slot = int(uint64(hash) * uint64(len(t.slots)) >> 32)
	for t.slots[slot] != 0 {
		if number = int(t.slots[slot] - 1); is(number) {
			return number, slot, true
		}
		if slot++; slot == len(t.slots) {
			slot = 0
		}
	}
	return 0, slot, false
}

// put puts the number of an event into a slot that lookup returned.
func (t *idTable) put(slot, number int) {
	t.slots[slot] = uint32(number + 1)
	t.size++
}
