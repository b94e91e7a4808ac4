// Package atomicfile writes files whole or not at all.
package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// mode is what a new file gets, less what the umask takes.
const mode = 0o644

// Write writes the content beside the file, syncs it to the disk and renames it
// over the file. After an error the file is as it was, and nothing is left
// beside it. A symbolic link stays one: the file that it names is written. The
// permissions of an existing file are kept.
func Write(path string, content []byte) error {
	target, err := resolve(path)
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := replace(target, content); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// maxLinks is how many symbolic links are followed, as many as Linux does.
const maxLinks = 40

// resolve follows symbolic links to the file that is to be written, which need
// not exist.
func resolve(path string) (string, error) {
	for range maxLinks {
		info, err := os.Lstat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return path, nil
		case err != nil:
			return "", plain(err)
		case info.IsDir():
			return "", errors.New("it is a folder")
		case info.Mode()&fs.ModeSymlink == 0:
			return path, nil
		}
		to, err := os.Readlink(path)
		if err != nil {
			return "", plain(err)
		}
		if !filepath.IsAbs(to) {
			to = filepath.Dir(path) + string(filepath.Separator) + to // not Join: ".." after a link is not the folder before it
		}
		path = to
	}
	return "", errors.New("its symbolic links go round in circles")
}

// plain strips an error of the system call and the path, which the caller
// names.
func plain(err error) error {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		return inner.Err
	}
	return err
}

func replace(target string, content []byte) (err error) {
	folder := filepath.Dir(target)
	permissions := fs.FileMode(mode)
	info, statErr := os.Stat(target)
	if statErr == nil {
		permissions = info.Mode().Perm()
	}
	file, err := create(folder, filepath.Base(target), permissions)
	if err != nil {
		return fmt.Errorf("the folder %s cannot be written to: %w", folder, plain(err))
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(file.Name()))
		}
	}()
	_, err = file.Write(content)
	if err == nil && statErr == nil {
		err = file.Chmod(permissions)
	}
	if err == nil {
		err = file.Sync()
	}
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	return os.Rename(file.Name(), target)
}

// create makes a new file beside the target under a name that is free, so that
// the umask counts as for any new file.
func create(folder, base string, permissions fs.FileMode) (*os.File, error) {
	for n := os.Getpid(); ; n++ {
		name := filepath.Join(folder, fmt.Sprintf(".%s.%d.tmp", base, n))
		file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, permissions)
		if !errors.Is(err, fs.ErrExist) {
			return file, err
		}
	}
}
