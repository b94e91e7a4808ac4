package document

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"dateline/data"
)

// MaxSize is the size in bytes of the largest file that is read.
const MaxSize = 64 << 20

// ErrNone is the error for a source that names no text.
var ErrNone = errors.New("the dataset has no text of this source")

var (
	errNoFolder = errors.New("the dataset was not read from a file, so there is no folder to look in")
	errOutside  = errors.New("it leads out of the dataset’s folder: put the text itself into the folder")
	errNotFile  = errors.New("it is not a file")
	errTooLarge = errors.New("it is larger than 64 MiB, which is more than Dateline shows")
)

// ForSource returns the text that a dataset has of a source, an index into set.Sources. The error is [ErrNone] where
// the source names none; any other says why the text cannot be read. Nothing outside of the dataset's folder is read,
// not even by a symbolic link.
func ForSource(set *data.Set, source int) (*Document, error) {
	s := &set.Sources[source]
	if s.File == "" {
		return nil, ErrNone
	}
	content, err := readWithin(set.Path, s.File)
	if err == nil {
		var d *Document
		if d, err = decoded(path.Base(s.File), content); err == nil {
			return d, nil
		}
	}
	return nil, fmt.Errorf("the text of “%s” cannot be shown: read %s: %w", s.Title, s.File, err)
}

// Load returns the text in the file at path. The error says in a sentence why it cannot be read and wraps that of the
// operating system.
func Load(path string) (*Document, error) {
	content, err := readFile(os.DirFS(filepath.Dir(path)), filepath.Base(path))
	if err == nil {
		var d *Document
		if d, err = decoded(filepath.Base(path), content); err == nil {
			return d, nil
		}
	}
	return nil, fmt.Errorf("read %s: %w", path, err)
}

// readWithin returns what is in a file, a slash-separated path, in the folder of a dataset.
func readWithin(dataset, file string) ([]byte, error) {
	if dataset == "" {
		return nil, errNoFolder
	}
	folder := filepath.Dir(dataset)
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, plain(err)
	}
	defer root.Close()
	content, err := readFile(root.FS(), file)
	if err != nil {
		if !filepath.IsLocal(filepath.FromSlash(file)) || leadsOut(root, folder, file) {
			return nil, errOutside
		}
		return nil, err
	}
	return content, nil
}

// leadsOut reports whether there is a file, but not within the folder.
func leadsOut(root *os.Root, folder, file string) bool {
	if _, err := root.Stat(filepath.FromSlash(file)); err == nil {
		return false
	}
	_, err := os.Stat(filepath.Join(folder, filepath.FromSlash(file)))
	return err == nil
}

// readFile returns what is in a file that is not too large. Nothing else is opened: a pipe would be waited for.
func readFile(system fs.FS, name string) ([]byte, error) {
	name = filepath.ToSlash(filepath.Clean(name))
	info, err := fs.Stat(system, name)
	switch {
	case err != nil:
		return nil, plain(err)
	case !info.Mode().IsRegular():
		return nil, errNotFile
	case info.Size() > MaxSize:
		return nil, errTooLarge
	}
	file, err := system.Open(name)
	if err != nil {
		return nil, plain(err)
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, MaxSize+1))
	switch {
	case err != nil:
		return nil, plain(err)
	case len(content) > MaxSize: // it has grown
		return nil, errTooLarge
	}
	return content, nil
}

// decoded returns the document of a file.
func decoded(name string, content []byte) (*Document, error) {
	text, encoding, err := decode(content)
	if err != nil {
		return nil, err
	}
	d := New(name, text)
	sum := sha256.Sum256(content)
	d.Hash, d.Encoding, d.Caveat = hex.EncodeToString(sum[:]), encoding, caveat(text, encoding)
	return d, nil
}

// plain strips an error of the path, which the message has already.
func plain(err error) error {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		return inner.Err
	}
	return err
}
