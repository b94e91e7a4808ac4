package search

import "encoding/binary"

// A list has the documents of one word in order: the first in two bytes, each further one as its distance from the
// one after the last, in one byte if that is below oneByte, in two if below twoBytes, else in three.
const (
	firstBytes = 2
	oneByte    = 192
	twoBytes   = oneByte + (threeBytes-oneByte)<<8
	threeBytes = 255 // the first of three bytes
)

// listSize returns how many bytes a document takes in a list. Next is the document after the last one, 0 if it is the
// first.
func listSize(next, document uint32) uint32 {
	switch distance := document - next; {
	case next == 0:
		return firstBytes
	case distance < oneByte:
		return 1
	case distance < twoBytes:
		return 2
	}
	return 3
}

// putDocument writes what listSize has counted, and returns its size.
func putDocument(to []byte, next, document uint32) int {
	switch distance := document - next; {
	case next == 0:
		binary.LittleEndian.PutUint16(to, uint16(document))
		return firstBytes
	case distance < oneByte:
		to[0] = byte(distance)
		return 1
	case distance < twoBytes:
		distance -= oneByte
		to[0], to[1] = oneByte+byte(distance>>8), byte(distance)
		return 2
	default:
		to[0] = threeBytes
		binary.LittleEndian.PutUint16(to[1:], uint16(distance))
		return 3
	}
}

// unite adds the documents of a list to a bitset. A list of the size of the bitset is one.
func unite(bits []uint64, list []byte) {
	if len(list) == 8*len(bits) {
		for i := range bits {
			bits[i] |= binary.LittleEndian.Uint64(list[8*i:])
		}
		return
	}
	document := uint(binary.LittleEndian.Uint16(list))
	bits[document/64] |= 1 << (document % 64)
	for i := firstBytes; i < len(list); {
		distance := uint(list[i])
		i++
		switch {
		case distance == threeBytes:
			distance = uint(binary.LittleEndian.Uint16(list[i:]))
			i += 2
		case distance >= oneByte:
			distance = oneByte + (distance-oneByte)<<8 + uint(list[i])
			i++
		}
		document += distance + 1
		bits[document/64] |= 1 << (document % 64)
	}
}
