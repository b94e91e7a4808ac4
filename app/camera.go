package app

import (
	"time"

	"fyne.io/fyne/v2"

	"dateline/widgets/scene"
)

// flight is how long a zoom takes.
const flight = 170 * time.Millisecond

// camera moves the view, at once or in a flight. Zooms in quick succession
// start from where the one before was heading.
type camera struct {
	state  *state
	now    func() time.Time
	still  bool // no flights
	target scene.View
	anim   *fyne.Animation
}

// aim returns the view that the camera shows when it has arrived.
func (c *camera) aim() scene.View {
	if c.anim != nil {
		return c.target
	}
	return c.state.view
}

// land moves the view at once.
func (c *camera) land(v scene.View) {
	c.stop()
	if c.state.clamp(v) == c.state.view {
		return
	}
	c.state.history.leave(c.state.view, c.now())
	c.state.look(v)
}

// fly moves the view in a flight.
func (c *camera) fly(v scene.View) {
	v = c.state.clamp(v)
	if v == c.aim() {
		return
	}
	c.state.history.leave(c.state.view, c.now())
	c.glide(v)
}

// glide is fly without a mark in the history.
func (c *camera) glide(v scene.View) {
	v = c.state.clamp(v)
	c.stop()
	if c.still {
		c.state.look(v)
		return
	}
	from := c.state.view
	c.target = v
	c.anim = fyne.NewAnimation(flight, func(t float32) {
		c.state.look(scene.Between(from, v, float64(t)))
		if t >= 1 {
			c.anim = nil
		}
	})
	c.anim.Curve = fyne.AnimationEaseOut
	c.anim.Start()
}

func (c *camera) stop() {
	if c.anim != nil {
		c.anim.Stop()
		c.anim = nil
	}
}

// zoom zooms at a place; factor > 1 is closer.
func (c *camera) zoom(x, factor float64) {
	from := c.aim()
	c.fly(from.ZoomWithin(c.state.domain, c.state.size.W, x, factor))
}

// pan moves by pixels at once.
func (c *camera) pan(dx, dy float64) {
	c.land(c.aim().Pan(dx, dy))
}

// glidePan moves by pixels in a flight.
func (c *camera) glidePan(dx, dy float64) {
	c.fly(c.aim().Pan(dx, dy))
}
