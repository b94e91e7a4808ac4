package data

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
)

// ErrChanged is wrapped by the errors of reading an event again from a file that is not what it was when it was loaded.
var ErrChanged = errors.New("the file has changed since it was opened; open it again")

// mostKept is the size in bytes of the largest file that is kept in memory whole.
const mostKept = 16 << 20

const byteOrderMark = "\ufeff"

// original is the text of a dataset behind its byte order mark: in memory, or in a file that is kept open. It may be
// read by several goroutines. Nothing closes the file but the garbage collector, when no set refers to it any more.
type original struct {
	text io.ReaderAt
	size int64
	file *os.File    // nil for text in memory
	info fs.FileInfo // of the file as it was opened
}

func inMemory(content []byte) *original {
	content = bytes.TrimPrefix(content, []byte(byteOrderMark))
	return &original{text: bytes.NewReader(content), size: int64(len(content))}
}

// open opens a regular file of at most MaxSize bytes. It is read at once if it has at most so many as are kept.
func open(path string, keep int64) (*original, error) {
	// A device or a pipe may not even be opened without waiting.
	info, err := os.Stat(path)
	if err != nil {
		return nil, plain(err)
	}
	if err := readable(info); err != nil {
		return nil, err
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, plain(err)
	}
	from, err := opened(file, keep)
	if err != nil || from.file == nil {
		file.Close() // what was to be read has been read
	}
	return from, err
}

func opened(file *os.File, keep int64) (*original, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, plain(err)
	}
	if err := readable(info); err != nil {
		return nil, err
	}
	if info.Size() <= keep {
		return readWhole(file, info.Size())
	}
	start := int64(0)
	mark := make([]byte, len(byteOrderMark))
	if _, err := file.ReadAt(mark, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, plain(err)
	}
	if string(mark) == byteOrderMark {
		start = int64(len(mark))
	}
	size := info.Size() - start
	return &original{io.NewSectionReader(file, start, size), size, file, info}, nil
}

// readWhole reads a file that is small, though it may grow while it is read.
func readWhole(file io.Reader, size int64) (*original, error) {
	var content bytes.Buffer
	content.Grow(int(size) + bytes.MinRead)
	if _, err := content.ReadFrom(io.LimitReader(file, MaxSize+1)); err != nil {
		return nil, plain(err)
	}
	if int64(content.Len()) > MaxSize {
		return nil, errors.New(tooLarge)
	}
	return inMemory(content.Bytes()), nil
}

func readable(info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return errors.New("this is a folder, not a file")
	case !info.Mode().IsRegular():
		return errors.New("this is a device or a pipe, not a file")
	case info.Size() > MaxSize:
		return errors.New(tooLarge)
	}
	return nil
}

// read fills buffer with what stands at an offset. The error is ErrChanged if the file is not as it was.
func (o *original) read(buffer []byte, offset int64) error {
	n, err := o.text.ReadAt(buffer, offset)
	if n < len(buffer) && err != nil && !errors.Is(err, io.EOF) {
		return plain(err)
	}
	// Only now: it must not change between the look and the reading.
	if err := o.unchanged(); err != nil {
		return err
	}
	if n < len(buffer) {
		return ErrChanged
	}
	return nil
}

// unchanged returns ErrChanged if the file is not as it was opened. Whether it still has its name does not matter: editors
// put another file in its place, and until that is read, what was opened can be.
func (o *original) unchanged() error {
	if o.file == nil {
		return nil
	}
	if info, err := o.file.Stat(); err != nil || !o.same(info) {
		return ErrChanged
	}
	return nil
}

func (o *original) same(info fs.FileInfo) bool {
	return info.Size() == o.info.Size() && info.ModTime().Equal(o.info.ModTime())
}

// close lets go of a file from which nothing will be read again.
func (o *original) close() {
	if o.file != nil {
		o.file.Close()
	}
}

// plain strips an error of the path and the system call, which the reader is told or spared.
func plain(err error) error {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		return inner.Err
	}
	return err
}
