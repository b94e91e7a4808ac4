package data

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// MaxSize is the size in bytes of the largest file that is read.
const MaxSize = 1 << 30

// Load returns the dataset in the file at path. If the file cannot be read, the error says why in a sentence and
// wraps that of the operating system; if there is something wrong in it, the error is [Problems].
func Load(path string) (*Set, error) {
	content, err := read(path)
	if err != nil {
		return nil, fmt.Errorf("load %q: %w", path, err)
	}
	set, err := Parse(path, content)
	if err != nil {
		return nil, err
	}
	set.Path = path
	return set, nil
}

// Parse returns the dataset in content. Name stands for it in messages. The error is always [Problems], with all that
// was found wrong. The content is not kept and not changed.
func Parse(name string, content []byte) (*Set, error) {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	if message := notText(content); message != "" {
		return nil, Problems{{File: name, Line: 1, Column: 1, Message: message}}
	}
	if !json.Valid(content) {
		return nil, Problems{syntaxProblem(name, content)}
	}
	r := new(report)
	scan(content, datasetObject(), r)
	set, err := build(content, r)
	if problems := r.problems(name, content); problems != nil {
		return nil, problems
	}
	if err != nil {
		return nil, Problems{{File: name, Line: 1, Column: 1, Message: "the file cannot be decoded: " + err.Error()}}
	}
	return set, nil
}

// build decodes what the scanner has gone over and checks what it means.
func build(content []byte, r *report) (*Set, error) {
	switch {
	case r.full():
		return nil, nil // there is more than enough to report
	case len(r.findings) > 0:
		wire, err := decodeFaulty(content)
		if err != nil {
			return nil, err
		}
		return newBuilder(wire, r).build(), nil
	}
	wire, err := decode(content)
	if err != nil {
		return nil, err
	}
	return newBuilder(wire, r).build(), nil
}

// notText says why content cannot be JSON in UTF-8 at all, or "".
func notText(content []byte) string {
	switch {
	case len(content) > MaxSize:
		return tooLarge
	case len(bytes.TrimLeft(content, " \t\r\n")) == 0:
		return "the file is empty: a dataset is one JSON object, { … }"
	case bytes.HasPrefix(content, []byte{0xFE, 0xFF}), bytes.HasPrefix(content, []byte{0xFF, 0xFE}):
		return "the file is in UTF-16: save it as UTF-8"
	}
	return ""
}

const tooLarge = "the file is larger than 1 GiB, which is more than Dateline reads"

// read returns the content of a regular file of at most MaxSize bytes.
func read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, plain(err)
	case info.IsDir():
		return nil, errors.New("this is a folder, not a file")
	case !info.Mode().IsRegular():
		return nil, errors.New("this is a device or a pipe, not a file")
	case info.Size() > MaxSize:
		return nil, errors.New(tooLarge)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, plain(err)
	}
	defer file.Close()
	// The file may grow while it is read.
	var content bytes.Buffer
	content.Grow(int(info.Size()) + bytes.MinRead)
	if _, err := content.ReadFrom(io.LimitReader(file, MaxSize+1)); err != nil {
		return nil, plain(err)
	}
	return content.Bytes(), nil
}

// plain strips an error of the path and the system call, which the reader is told or spared.
func plain(err error) error {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		return inner.Err
	}
	return err
}
