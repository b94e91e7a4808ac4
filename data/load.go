package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
)

// MaxSize is the size in bytes of the largest file that is read.
const MaxSize = 4 << 30

// Load returns the dataset in the file at path. If the file cannot be read, the error says why in a sentence and
// wraps that of the operating system; if there is something wrong in it, the error is [Problems].
func Load(path string) (*Set, error) { return LoadContext(context.Background(), path, nil) }

// LoadContext is [Load] for files that take a while. Progress, if it is not nil, is told how many bytes of how many
// have been read, about every MiB, in the goroutine that called LoadContext. When ctx ends, LoadContext returns at once
// with an error that wraps that of ctx.
//
// Files of more than 16 MiB stay open and must not be written to as long as the set is in use, though another file may
// take their place: what is not needed of every event all the time is read when it is asked for. There the error says
// that a file has changed; see [ErrChanged].
//
// An event of more than 128 MiB, or as much that is not events, is an error: it would be in memory several times over.
func LoadContext(ctx context.Context, path string, progress func(done, total int64)) (*Set, error) {
	return loadFile(ctx, path, progress, mostKept)
}

// loadFile is LoadContext for tests, too: files of more than so many bytes stay open.
func loadFile(ctx context.Context, path string, progress func(done, total int64), keep int64) (*Set, error) {
	from, err := open(path, keep)
	if err != nil {
		return nil, fmt.Errorf("load %q: %w", path, err)
	}
	l := loader{name: path, from: from, progress: progress, block: blockSize}
	set, err := l.load(ctx)
	if err == nil {
		set.Path = path
		return set, nil
	}
	from.close()
	if _, ok := errors.AsType[Problems](err); ok {
		return nil, err
	}
	return nil, fmt.Errorf("load %q: %w", path, err)
}

// Parse returns the dataset in content, which the set keeps and which must not be changed. Name stands for it in
// messages. The error is always [Problems], with all that was found wrong.
func Parse(name string, content []byte) (*Set, error) {
	l := loader{name: name, from: inMemory(content), block: blockSize}
	return l.load(context.Background())
}

// notText says why content cannot be JSON in UTF-8 at all, or "".
func notText(content []byte) string {
	switch {
	case len(bytes.TrimLeft(content, " \t\r\n")) == 0:
		return "the file is empty: a dataset is one JSON object, { … }"
	case bytes.HasPrefix(content, []byte{0xFE, 0xFF}), bytes.HasPrefix(content, []byte{0xFF, 0xFE}):
		return "the file is in UTF-16: save it as UTF-8"
	}
	return ""
}

const tooLarge = "the file is larger than 4 GiB, which is more than Dateline reads"
