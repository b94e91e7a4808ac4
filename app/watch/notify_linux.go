package watch

import (
	"errors"
	"io/fs"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// notify has the system tell of what happens in the folders on a way. Those that
// are only passed may be out of reach: who cannot read a folder hardly ever may
// change what is in it. The error wraps fs.ErrNotExist where one is gone.
func notify(way []step) (*fsnotify.Watcher, error) {
	source, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	for _, s := range way {
		err := source.Add(s.folder)
		if err != nil && !(s.passed && errors.Is(err, fs.ErrPermission)) {
			source.Close()
			return nil, err
		}
	}
	return source, nil
}

// Kinds of file systems that others may write to without this system knowing
// (linux/magic.h and the file systems' own headers).
var remoteKinds = map[uint32]bool{
	0x00006969: true, // NFS
	0x0000517B: true, // SMB
	0xFF534D42: true, // CIFS
	0xFE534D42: true, // SMB 2
	0x65735546: true, // FUSE, such as sshfs
	0x01021997: true, // 9P, the host's files in many virtual machines
	0x786F4256: true, // VirtualBox, the host's files
	0x5346414F: true, // AFS
	0x73757245: true, // Coda
	0x00C36400: true, // Ceph
	0x0BD00BD0: true, // Lustre
	0x47504653: true, // GPFS
	0x01161970: true, // GFS2
	0x7461636F: true, // OCFS2
}

// remote reports whether a folder is on a file system that others may write to
// without this system telling of it.
func remote(folder string) bool {
	var about syscall.Statfs_t
	if err := syscall.Statfs(folder, &about); err != nil {
		return false
	}
	return remoteKinds[uint32(about.Type)]
}
