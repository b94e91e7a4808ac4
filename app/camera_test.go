package app

import (
	"math"
	"testing"
	"time"

	"dateline/widgets/scene"
)

// clock is a time that the test moves.
type clock struct{ at time.Time }

func (c *clock) now() time.Time       { return c.at }
func (c *clock) pass(d time.Duration) { c.at = c.at.Add(d) }
func newClock() *clock                { return &clock{time.Unix(1e9, 0)} }
func at(left float64) scene.View      { return scene.View{Left: left, Scale: 1} }
func lefts(views []scene.View) (l []float64) {
	for _, v := range views {
		l = append(l, v.Left)
	}
	return l
}

// A turn of the wheel is many small zooms and one view to come back to.
func TestHistory_Coalesces(t *testing.T) {
	var h history
	c := newClock()
	for i := range 5 {
		h.leave(at(float64(i)), c.now())
		c.pass(settle / 2)
	}
	if got := lefts(h.back); len(got) != 1 || got[0] != 0 {
		t.Errorf("after one long move there are %v to go back to", got)
	}
	c.pass(settle)
	h.leave(at(5), c.now())
	if got := lefts(h.back); len(got) != 2 || got[1] != 5 {
		t.Errorf("after a rest and another move: %v", got)
	}
	c.pass(2 * settle)
	h.leave(at(5), c.now())
	if got := lefts(h.back); len(got) != 2 {
		t.Errorf("one view twice: %v", got)
	}
}

func TestHistory_BackAndForward(t *testing.T) {
	var h history
	c := newClock()
	now := at(0)
	to := func(left float64) {
		c.pass(2 * settle)
		h.leave(now, c.now())
		now = at(left)
	}
	turn := func(way func(scene.View) (scene.View, bool), want float64, ok bool) {
		t.Helper()
		got, found := way(now)
		if got.Left != want || found != ok {
			t.Errorf("came to %g, %v, want %g, %v", got.Left, found, want, ok)
		}
		now = got
	}
	turn(h.goBack, 0, false)
	turn(h.goForward, 0, false)
	to(1)
	to(2)
	turn(h.goBack, 1, true)
	turn(h.goBack, 0, true)
	turn(h.goBack, 0, false)
	turn(h.goForward, 1, true)
	turn(h.goForward, 2, true)
	turn(h.goForward, 2, false)
	turn(h.goBack, 1, true)
	to(7) // what was ahead is gone
	turn(h.goForward, 7, false)
	turn(h.goBack, 1, true)
}

// A move right after going back is a new one, however soon.
func TestHistory_MoveSoonAfterGoingBack(t *testing.T) {
	var h history
	c := newClock()
	h.leave(at(0), c.now())
	c.pass(settle / 4)
	v, _ := h.goBack(at(1))
	c.pass(settle / 4)
	h.leave(v, c.now())
	if _, ok := h.goForward(at(9)); ok {
		t.Error("one can go forward to a view that another move has replaced")
	}
	if v, ok := h.goBack(at(9)); !ok || v.Left != 0 {
		t.Errorf("back leads to %g, %v", v.Left, ok)
	}
}

func TestHistory_Bounded(t *testing.T) {
	var h history
	c := newClock()
	for i := range 3 * keptViews {
		h.leave(at(float64(i)), c.now())
		c.pass(2 * settle)
	}
	if n := len(h.back); n != keptViews || h.back[n-1].Left != 3*keptViews-1 {
		t.Errorf("%d views are kept, the last %v", n, h.back[n-1])
	}
}

// newCamera returns a camera over the bundled dataset, on a desk.
func newCamera(t *testing.T) (*camera, *desk, *clock) {
	t.Helper()
	d := newDesk(t)
	s, _ := countingState(t)
	c := newClock()
	return &camera{state: s, now: c.now}, d, c
}

func TestCamera_FliesThere(t *testing.T) {
	c, d, _ := newCamera(t)
	d.driver.slow = true
	from := c.state.view
	to := from.ZoomAt(400, 4)
	c.fly(to)
	if c.state.view != from || c.aim() != to {
		t.Error("the flight is over before it began")
	}
	d.driver.tick(0.5)
	if v := c.state.view; v.Scale >= from.Scale || v.Scale <= to.Scale {
		t.Errorf("half way the scale is %g between %g and %g", v.Scale, from.Scale, to.Scale)
	}
	if math.Abs(c.state.view.Time(400)-from.Time(400)) > from.Scale/100 {
		t.Error("the instant at the pointer moved in the flight")
	}
	d.driver.tick(1)
	if c.state.view != to || c.aim() != to || c.anim != nil {
		t.Errorf("arrived at %+v, want %+v", c.state.view, to)
	}
}

// Four turns of the wheel in one flight zoom as far as four flights.
func TestCamera_ZoomsAccumulate(t *testing.T) {
	c, d, _ := newCamera(t)
	want := c.state.view
	for range 4 {
		want = want.ZoomAt(300, 1.25)
	}
	d.driver.slow = true
	for i := range 4 {
		c.zoom(300, 1.25)
		d.driver.tick(0.1 * float32(i))
	}
	d.driver.tick(1)
	if got := c.state.view; math.Abs(got.Scale/want.Scale-1) > 1e-9 || math.Abs(got.Time(300)-want.Time(300)) > 1 {
		t.Errorf("zoomed to %+v, want %+v", got, want)
	}
	if n := len(d.driver.flying); n != 0 {
		t.Errorf("%d flights are still under way", n)
	}
	for range 4 {
		c.zoom(300, 1/1.25)
	}
	d.driver.tick(1)
	if got, want := c.state.view, scene.Fit(c.state.domain, 1000); math.Abs(got.Scale/want.Scale-1) > 1e-9 || math.Abs(got.Left-want.Left) > 1 {
		t.Errorf("zoomed in and out again the view is %+v, before %+v", got, want)
	}
}

func TestCamera_PanEndsAFlight(t *testing.T) {
	c, d, _ := newCamera(t)
	d.driver.slow = true
	to := c.state.view.ZoomAt(500, 8)
	c.fly(to)
	d.driver.tick(0.3)
	c.pan(100, 0)
	if got, want := c.state.view, to.Pan(100, 0); got != want {
		t.Errorf("panned to %+v, want %+v", got, want)
	}
	d.driver.tick(0.9)
	if got, want := c.state.view, to.Pan(100, 0); got != want {
		t.Errorf("the flight went on to %+v", got)
	}
}

func TestCamera_StillDoesNotFly(t *testing.T) {
	c, d, _ := newCamera(t)
	d.driver.slow, c.still = true, true
	to := c.state.view.ZoomAt(400, 4)
	c.fly(to)
	if c.state.view != to || len(d.driver.flying) != 0 {
		t.Error("who wants no animations gets one")
	}
}

// What does not move the view is nothing to come back from.
func TestCamera_StandingStillIsNoHistory(t *testing.T) {
	c, _, clock := newCamera(t)
	c.land(scene.Exactly(c.state.domain.Widened(0.1), 1000)) // as far out as it goes
	c.state.history = history{}
	for _, move := range []func(){
		func() { c.pan(300, 0) },
		func() { c.pan(0, -50) },
		func() { c.glidePan(-1000, 0) },
		func() { c.zoom(200, 0.5) },
		func() { c.fly(c.state.view) },
		func() { c.land(c.state.view) },
	} {
		before := c.state.view
		move()
		clock.pass(2 * settle)
		if c.state.view == before && len(c.state.history.back) > 0 {
			t.Errorf("the view stays at %+v, and can be gone back to", before)
		}
	}
}

func TestCamera_HistoryOfMoves(t *testing.T) {
	c, _, clock := newCamera(t)
	first := c.state.view
	c.zoom(500, 2)
	c.zoom(500, 2)
	clock.pass(2 * settle)
	second := c.state.view
	c.pan(100, 0)
	if got := c.state.history.back; len(got) != 2 || got[0] != first || got[1] != second {
		t.Errorf("history %+v, want %+v and %+v", got, first, second)
	}
}
