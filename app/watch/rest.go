package watch

import "time"

// rest tells when a run of events is over: quiet after the last one, and at the
// latest most after the first.
type rest struct {
	quiet, most time.Duration
	first       time.Time // zero while there is no run
}

// stir takes an event and returns how long to wait for the next.
func (r *rest) stir(now time.Time) time.Duration {
	if !r.broken() {
		r.first = now
	}
	return max(min(r.quiet, r.left(now)), 0)
}

// left returns how much longer the run may last.
func (r *rest) left(now time.Time) time.Duration { return r.first.Add(r.most).Sub(now) }

// broken reports whether there is a run.
func (r *rest) broken() bool { return !r.first.IsZero() }

// end ends the run.
func (r *rest) end() { r.first = time.Time{} }
