package app

import (
	"time"

	"fyne.io/fyne/v2"
)

// saveAfter is how long the window rests before its session is saved, so that
// a crash loses little and panning writes nothing.
const saveAfter = 2 * time.Second

// keeper saves the session some time after a change, and at the end.
type keeper struct {
	path  string // "" keeps nothing
	timer *time.Timer
	last  func() session
	err   error // of the last write
}

// keep saves what snapshot returns once nothing has changed for a while.
func (k *keeper) keep(snapshot func() session) {
	if k.path == "" {
		return
	}
	k.last = snapshot
	if k.timer == nil {
		k.timer = time.AfterFunc(saveAfter, func() { fyne.Do(k.save) })
		return
	}
	k.timer.Reset(saveAfter)
}

// save writes the session now.
func (k *keeper) save() {
	if k.path == "" || k.last == nil {
		return
	}
	k.stop()
	k.err = k.last().save(k.path)
}

// stop saves nothing more by itself.
func (k *keeper) stop() {
	if k.timer != nil {
		k.timer.Stop()
	}
}
