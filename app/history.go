package app

import (
	"time"

	"dateline/widgets/scene"
)

// The views that are remembered.
const (
	keptViews = 100
	// settle is how long the view must rest before the next move is one to
	// come back from; a turn of the wheel is many small zooms.
	settle = 700 * time.Millisecond
)

// history are the views that one can go back and forward to.
type history struct {
	back, forward []scene.View
	moved         time.Time
}

// leave remembers the view that is being left.
func (h *history) leave(v scene.View, now time.Time) {
	resting := now.Sub(h.moved) > settle
	h.moved = now
	if !resting {
		return
	}
	h.forward = nil
	if n := len(h.back); n > 0 && h.back[n-1] == v {
		return
	}
	h.back = append(h.back, v)
	if len(h.back) > keptViews {
		h.back = h.back[1:]
	}
}

// goBack returns the view before v, or false where there is none.
func (h *history) goBack(v scene.View) (scene.View, bool) {
	h.moved = time.Time{} // the next move is one to come back from
	return turn(&h.back, &h.forward, v)
}

// goForward returns the view after v, or false where there is none.
func (h *history) goForward(v scene.View) (scene.View, bool) {
	h.moved = time.Time{}
	return turn(&h.forward, &h.back, v)
}

func turn(from, to *[]scene.View, v scene.View) (scene.View, bool) {
	n := len(*from)
	if n == 0 {
		return v, false
	}
	last := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, v)
	return last, true
}
