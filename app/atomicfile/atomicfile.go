// Package atomicfile writes files whole or not at all.
package atomicfile

import (
	"errors"
	"fmt"
	"io"
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
	return Stream(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// Stream is like [Write] for content that need not be in memory whole: write is
// called once and writes it to w, which is not buffered. An error of write is
// returned with the path before it, and then the file is as it was.
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

func replace(target string, write func(w io.Writer) error) (err error) {
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
	err = write(writer{file})
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

// writer writes to a file and does nothing else with it.
type writer struct{ file *os.File }

func (w writer) Write(content []byte) (int, error) {
	n, err := w.file.Write(content)
	if err != nil {
		err = plain(err)
	}
	return n, err
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

// plain returns the cause of an error about a file without the file's name: it
// is the temporary one, which means nothing to a reader.
func plain(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
