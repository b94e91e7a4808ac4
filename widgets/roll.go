package widgets

// roll is how far a list is scrolled: the first row that is seen, and how many
// pixels of it are not. So a million rows are placed as exactly as ten, and the
// height of a row is asked for only where it is seen.
type roll struct {
	row    int
	offset float64
}

// rows are what is scrolled.
type rows struct {
	count  int
	room   float64               // pixels in which they are seen
	height func(row int) float64 // of a row, in pixels, more than 0
	end    roll                  // the farthest that they can be scrolled
}

// newRows returns rows that can be scrolled until the last one ends where the room
// does.
func newRows(count int, room float64, height func(row int) float64) rows {
	r := rows{count: count, room: room, height: height}
	left := room
	for row := count - 1; row >= 0; row-- {
		if left -= height(row); left <= 0 {
			r.end = roll{row, -left}
			break
		}
	}
	return r
}

// held returns a roll within the limits.
func (r *rows) held(at roll) roll {
	if at.row < 0 || at.row == 0 && at.offset < 0 {
		return roll{}
	}
	if at.row > r.end.row || at.row == r.end.row && at.offset > r.end.offset {
		return r.end
	}
	return at
}

// moved returns a roll scrolled down by pixels.
func (r *rows) moved(at roll, by float64) roll {
	at.offset += by
	for at.offset < 0 && at.row > 0 {
		at.row--
		at.offset += r.height(at.row)
	}
	for at.row < r.count-1 && at.offset >= r.height(at.row) {
		at.offset -= r.height(at.row)
		at.row++
	}
	return r.held(at)
}

// share returns how far of its way a roll is, from 0 to 1.
func (r *rows) share(at roll) float64 {
	if end := r.fraction(r.end); end > 0 {
		return r.fraction(at) / end
	}
	return 0
}

// at returns the roll at a share of the way.
func (r *rows) at(share float64) roll {
	if share >= 1 || r.count == 0 {
		return r.end
	}
	way := max(share, 0) * r.fraction(r.end)
	row := int(way)
	return r.held(roll{row, (way - float64(row)) * r.height(row)})
}

// fraction returns a roll in rows.
func (r *rows) fraction(at roll) float64 {
	if at.row >= r.count {
		return 0
	}
	return float64(at.row) + at.offset/r.height(at.row)
}

// shown returns the roll that has a row in view: the same if it is there, else
// with the row in the middle.
func (r *rows) shown(at roll, row int) roll {
	y := -at.offset
	for i := at.row; i <= row && i >= 0 && y < r.room; i++ {
		if i == row && i > at.row && y+r.height(i) <= r.room {
			return at
		}
		y += r.height(i)
	}
	return r.moved(roll{row: row}, (r.height(row)-r.room)/2)
}
