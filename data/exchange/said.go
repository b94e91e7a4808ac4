package exchange

import "fmt"

// said is what a reader has to say of a file. The zero value is ready.
type said struct {
	losses []Loss
	notes  []string
	noted  map[string]bool
}

// lose reports what could not be carried over from a place.
func (s *said) lose(place, format string, values ...any) {
	s.losses = append(s.losses, Loss{place, fmt.Sprintf(format, values...)})
}

// note says something once.
func (s *said) note(text string) {
	if s.noted == nil {
		s.noted = map[string]bool{}
	}
	if !s.noted[text] {
		s.noted[text] = true
		s.notes = append(s.notes, text)
	}
}
