//go:build !unix

package atomicfile

import (
	"io/fs"
	"os"
)

// keepOwner returns the permissions that a file which replaces an old one should
// have. Owners are not kept here.
func keepOwner(_ *os.File, old fs.FileInfo) fs.FileMode { return old.Mode().Perm() }

// syncFolder does nothing: folders cannot be synced here.
func syncFolder(string) error { return nil }
