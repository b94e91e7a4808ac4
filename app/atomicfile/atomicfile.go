// Package atomicfile writes files whole or not at all.
package atomicfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// mode is what a new file gets, less what the umask takes; private is what one
// that is to replace another has while it is written.
const (
	mode    = 0o644
	private = 0o600
)

// ErrReadOnly is wrapped by the error for a file that may not be written to.
var ErrReadOnly = errors.New("it is read-only: choose another name, or allow writing to it first")

// Write writes the content beside the file, syncs it to the disk and renames it
// over the file. After an error the file is as it was, and nothing is left
// beside it; only an error that wraps [ErrUnsynced] comes after the file was
// replaced. A symbolic link stays one: the file that it names is written. The
// permissions of an existing file are kept, and its owner and group as far as
// this user may set them; access lists and other attributes are not. A hard link
// is cut: under its other names the file stays as it was, for nothing is ever
// written into it.
//
// What this user may not write to is not replaced either, even where the folder
// would allow it, nor is what nobody may write to, even for root; the error then
// wraps [ErrReadOnly].
//
// A process that is killed while it writes leaves the file as it was and what it
// has written beside it. That is removed when something is next written to the
// folder, an hour later or more.
func Write(path string, content []byte) error {
	return Stream(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// Stream is like [Write] for content that need not be in memory whole: write is
// called once and writes it to w, which is not buffered. An error of write is
// returned with the path before it, and then the file is as it was; so it is if
// write panics.
func Stream(path string, write func(w io.Writer) error) error {
	target, err := resolve(path)
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := replace(target, write); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// mostLinks is how many symbolic links are followed, as on Linux.
const mostLinks = 40

// resolve follows symbolic links to the file that is to be written, which need
// not exist. What exists must be a file: a folder, a pipe or a device is not
// replaced.
func resolve(path string) (string, error) {
	for range mostLinks {
		info, err := os.Lstat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return path, nil
		case err != nil:
			return "", err
		case info.IsDir():
			return "", errors.New("it is a folder")
		case info.Mode()&fs.ModeSymlink == 0 && !info.Mode().IsRegular():
			return "", errors.New("it is not a file")
		case info.Mode().IsRegular():
			return path, nil
		}
		target, err := os.Readlink(path)
		if err != nil {
			return "", err
		}
		if !filepath.IsAbs(target) {
			folder, _ := filepath.Split(path)
			target = folder + target // not cleaned: ".." is the system's to follow where folders are links
		}
		path = target
	}
	return "", errors.New("its symbolic links go in circles")
}

// writable returns what is known of the file that is to be replaced, nil where
// there is none, and an error where it may not be written to. That is asked by
// opening it: the system knows of more than permissions.
func writable(target string) (fs.FileInfo, error) {
	old, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, plain(err)
	case old.Mode().Perm()&0o222 == 0:
		return nil, ErrReadOnly
	}
	file, err := os.OpenFile(target, os.O_WRONLY, 0)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return nil, ErrReadOnly
	case errors.Is(err, fs.ErrNotExist): // removed just now
		return nil, nil
	case err != nil:
		return nil, plain(err)
	}
	return old, plain(file.Close())
}

func replace(target string, write func(w io.Writer) error) (err error) {
	folder := filepath.Dir(target)
	old, err := writable(target)
	if err != nil {
		return err
	}
	permissions := fs.FileMode(mode)
	if old != nil {
		permissions = private // until it has the old one's group
	}
	sweep(folder, time.Now()) // first: on a full disk it makes room
	file, err := create(folder, filepath.Base(target), permissions)
	if err != nil {
		return fmt.Errorf("the folder %s cannot be written to: %w", folder, plain(err))
	}
	renamed := false
	defer func() {
		if !renamed {
			err = discard(file, err)
		}
	}()
	if err := fill(file, old, write); err != nil {
		return err
	}
	if err := os.Rename(file.Name(), target); err != nil {
		return plain(err)
	}
	renamed = true
	return syncFolder(folder)
}

// fill writes a new file that is to replace an old one, nil for none, and closes
// it.
func fill(file *os.File, old fs.FileInfo, write func(w io.Writer) error) error {
	if err := write(writer{file}); err != nil {
		return err
	}
	if old != nil {
		if err := file.Chmod(keepOwner(file, old)); err != nil {
			return plain(err)
		}
	}
	if err := flush(file); err != nil {
		return plain(err)
	}
	return plain(file.Close())
}

// discard removes a file that will not be renamed, and adds to the error where
// that fails.
func discard(file *os.File, cause error) error {
	file.Close() // it may be closed already
	if err := os.Remove(file.Name()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w; beside it remains %s: %w", cause, filepath.Base(file.Name()), plain(err))
	}
	return cause
}

// writer writes to a file and does nothing else with it.
type writer struct{ file *os.File }

// Write implements io.Writer.
func (w writer) Write(content []byte) (int, error) {
	n, err := w.file.Write(content)
	return n, plain(err)
}

// plain returns the cause of an error about a file without the file's name: it
// is the temporary one, which means nothing to a reader.
func plain(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	if link, ok := errors.AsType[*os.LinkError](err); ok {
		return link.Err
	}
	return err
}
