package timeindex

import (
	"iter"
	"math"
)

// Rows is how many rows are given out for long events at most.
const Rows = 16

// Window is how many classes of long events are drawn singly at a level: those of 1 to 2^Window buckets. What is longer
// fills the view and more, and is only counted there.
const Window = 4

const noRow = Rows

// giveRows gives the events of every class rows of their own, from the earliest to the latest each the first that is
// free, and notes which of them lose their row to longer events. Rows depend on neither view nor zoom: what is drawn in
// one stays in it.
func (l *Lane) giveRows() {
	for c := range l.up(0, classes-1) {
		c.giveRows()
	}
	for c := range l.up(0, classes-1) {
		c.block = make([]uint8, len(c.events))
		for longer := range l.up(c.order+1, c.order+Window-1) {
			c.blockBy(longer)
		}
	}
}

// gap returns how far events of one row are kept apart: a quarter of the bucket in which they are just long.
func (c *class) gap() uint64 { return 1 << max(c.order-3, 0) }

// less returns the greatest length of the class, less one second.
func (c *class) less() uint64 { return math.MaxUint64 >> (64 - c.order) }

func (c *class) giveRows() {
	var ends [Rows]int64
	for r := range ends {
		ends[r] = math.MinInt64
	}
	gap := c.gap()
	c.rows = make([]uint8, len(c.events))
	for i, start := range c.starts {
		row := 0
		for row < Rows && ends[row] > start {
			row++
		}
		c.rows[i] = uint8(row)
		if row < Rows {
			ends[row] = plus(c.ends[i], gap)
			c.inRow[row] = append(c.inRow[row], int32(i))
		}
	}
}

// blockBy notes which events of the class a class of longer ones leaves no room in their rows.
func (c *class) blockBy(longer *class) {
	gap := c.gap()
	var at [Rows]int
	for i, row := range c.rows {
		if row == noRow || c.block[i] != 0 {
			continue
		}
		list := longer.inRow[row]
		n := at[row]
		for n < len(list) && plus(longer.ends[list[n]], gap) <= c.starts[i] {
			n++
		}
		at[row] = n
		if n < len(list) && minus(longer.starts[list[n]], gap) < c.ends[i] {
			c.block[i] = uint8(longer.order - c.order)
		}
	}
}

// Long is an event that is longer than a bucket and has a row.
type Long struct {
	Event      int
	Start, End int64
	Row        int
}

// shows reports whether an event of the class is drawn singly at a level.
func (c *class) shows(i, level int) bool {
	return c.block[i] == 0 || c.order+int(c.block[i]) > level+Window
}

// Long appends the events that are drawn singly in rows 0 to rows-1 at a level and share some time with the stretch
// from one instant up to another. They are in order of time within each row and class.
func (l *Lane) Long(list []Long, level, rows int, from, to int64) []Long {
	for c := range l.up(level+1, level+Window) {
		for row := range min(rows, Rows) {
			in := c.inRow[row]
			for n := c.firstEnding(in, from); n < len(in) && c.starts[in[n]] < to; n++ {
				if i := int(in[n]); c.shows(i, level) {
					list = append(list, Long{int(c.events[i]), c.starts[i], c.ends[i], row})
				}
			}
		}
	}
	return list
}

// firstEnding returns the first of a row's events that ends after an instant.
func (c *class) firstEnding(row []int32, instant int64) int {
	low, high := 0, len(row)
	for low < high {
		if middle := (low + high) / 2; c.ends[row[middle]] <= instant {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// RowOf returns the row in which an event that is longer than a bucket is drawn at a level, -1 where it is only
// counted. The event must be in the lane.
func (l *Lane) RowOf(level int, e Event) int {
	c := l.of[Class(e.Start, e.End)]
	for i := c.search(e.Start); i < len(c.events) && c.starts[i] == e.Start; i++ {
		if c.events[i] == e.Number && c.rows[i] != noRow && c.order <= level+Window && c.shows(i, level) {
			return int(c.rows[i])
		}
	}
	return -1
}

// UnderWay returns how many events that are longer than a bucket of a level share some time with the stretch from one
// instant up to another.
func (l *Lane) UnderWay(level int, from, to int64) int {
	n := 0
	for c := range l.up(level+1, classes-1) {
		begun := c.search(to)
		over := gallop(c.ended, 0, plus(from, 1))
		n += begun - over
	}
	return n
}

// Others yields the events longer than a bucket of a level that share some time with the stretch from one instant up to
// another and are not drawn singly in rows 0 to rows-1, longest first.
func (l *Lane) Others(level, rows int, from, to int64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for order := classes - 1; order > level; order-- {
			c := l.of[order]
			if c == nil {
				continue
			}
			for i := c.search(minus(from, c.less())); i < len(c.starts) && c.starts[i] < to; i++ {
				single := order <= level+Window && int(c.rows[i]) < min(rows, Rows) && c.shows(i, level)
				if c.ends[i] > from && !single && !yield(int(c.events[i])) {
					return
				}
			}
		}
	}
}

// MostUnderWay returns how many events are under way at once at most, as far as they are longer than the finest bins
// that are counted in advance.
func (l *Lane) MostUnderWay() int { return l.grid.underWay }
