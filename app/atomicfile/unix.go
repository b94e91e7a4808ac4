//go:build unix

package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// keepOwner gives a file the owner and the group of an old one, as far as this
// user may, and returns the permissions that it should have: those of the old
// one. Where the group is another, it gets no more than everybody has, so that
// nobody can read what they could not read before.
func keepOwner(file *os.File, old fs.FileInfo) fs.FileMode {
	permissions := old.Mode().Perm()
	was, ok := old.Sys().(*syscall.Stat_t)
	if !ok {
		return permissions
	}
	// The owner is another's to give away, the group is one's own.
	if file.Chown(int(was.Uid), int(was.Gid)) == nil || file.Chown(-1, int(was.Gid)) == nil {
		return permissions
	}
	everybody := permissions & 0o007
	return permissions&^0o070 | permissions&0o070&(everybody<<3)
}

// syncFolder makes the disk keep the names in a folder.
func syncFolder(folder string) error {
	opened, err := os.Open(folder)
	if err != nil {
		return synced(err)
	}
	defer opened.Close()
	return synced(flush(opened))
}

// synced returns the error of syncing a folder as one of writing: none where the
// folder only cannot be synced here, as on some network file systems, or where
// it may be written to but not read.
func synced(err error) error {
	for _, harmless := range []error{nil, syscall.EINVAL, errors.ErrUnsupported, fs.ErrPermission} {
		if errors.Is(err, harmless) {
			return nil
		}
	}
	return fmt.Errorf("%w: %w", ErrUnsynced, plain(err))
}
