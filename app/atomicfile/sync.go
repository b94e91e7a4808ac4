package atomicfile

import (
	"errors"
	"os"
)

// flush makes the disk keep what a file holds, or the names in a folder. Tests
// put another in its place to see when it is called, and to have it fail.
var flush = (*os.File).Sync

// ErrUnsynced is wrapped by the error for a file that was replaced, whole, while
// the disk could not be made to keep that: if the power fails now, the old file
// may be back.
var ErrUnsynced = errors.New("the file is written, but the disk reports an error, so a power failure may undo that")
