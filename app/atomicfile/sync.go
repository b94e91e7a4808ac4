package atomicfile

import "errors"

// ErrUnsynced is wrapped by the error for a file that was replaced, whole, while
// the disk could not be made to keep that: if the power fails now, the old file
// may be back.
var ErrUnsynced = errors.New("the file is written, but the disk reports an error, so a power failure may undo that")
