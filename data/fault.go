package data

// whole is the inner offset of a fault that is the whole value's.
const whole = -1

// fault is what is wrong with a value, said without knowing where in the file the value is. No fault is nil.
type fault struct {
	message string
	inner   int    // byte offset into the text of the wrong character, or whole
	other   *place // a second place the message goes on to name, or nil
	closing string // what follows the second place
}

// wrong returns a fault of a whole value.
func wrong(message string) *fault { return &fault{message: message, inner: whole} }
