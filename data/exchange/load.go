package exchange

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dateline/data"
)

// MaxSize is the size in bytes of the largest file of another format that is read. It is in memory several times over
// while it is read, so that it is less than of Dateline's own.
const MaxSize = 256 << 20

// Loaded is a dataset as it was read from a file of any format.
type Loaded struct {
	Set    *data.Set // whose content is in Dateline's own format, whatever the file is in
	Format *Format
	Losses []Loss   // what could not be carried over
	Notes  []string // how it was read, where that was a guess
}

// Options are what [Load] is told of a file.
type Options struct {
	Format *Format // nil goes by the content

	// Columns is asked what the columns of a table are, whose first rows and likely columns it gets, unless Dateline has
	// written it. Its error is returned by Load as it is. nil takes what is likely.
	Columns func(table *Table, guess Mapping) (Mapping, error)

	// Progress is told how many bytes of how many have been read, and 0 of 0 while it is not known how much is left to do;
	// it may be nil.
	Progress func(done, total int64)
}

// Load returns the dataset in a file of any format. The error is that of [data.LoadContext] for files of Dateline's own
// format, and else a sentence that begins with the path.
func Load(ctx context.Context, path string, o Options) (*Loaded, error) {
	f := o.Format
	if f == nil {
		head, err := readHead(path)
		if err != nil {
			return nil, fmt.Errorf("load %q: %w", path, err)
		}
		if f = Detect(head); f == nil && mayBeOwn(path, head) {
			f = &Own // its errors say what is missing
		}
		if f == nil {
			return nil, fmt.Errorf("load %q: %w", path, errUnknown())
		}
	}
	if f.Name == Own.Name {
		set, err := data.LoadContext(ctx, path, o.Progress)
		if err != nil {
			return nil, err
		}
		return &Loaded{Set: set, Format: f}, nil
	}
	content, err := readContent(ctx, path, o.Progress)
	if err != nil {
		return nil, fmt.Errorf("load %q: %w", path, err)
	}
	loaded, err := imported(path, content, f, o.Columns)
	if err != nil {
		return nil, err
	}
	loaded.Set.Path = path
	return loaded, nil
}

// Parse is [Load] for content that is in memory. Name stands for it in messages, and for its title where it has none.
func Parse(name string, content []byte, o Options) (*Loaded, error) {
	f := o.Format
	if f == nil {
		if f = Detect(content); f == nil && mayBeOwn(name, content) {
			f = &Own
		}
	}
	switch {
	case f == nil:
		return nil, fmt.Errorf("read %q: %w", name, errUnknown())
	case f.Name == Own.Name:
		set, err := data.Parse(name, content)
		if err != nil {
			return nil, err
		}
		return &Loaded{Set: set, Format: f}, nil
	}
	return imported(name, content, f, o.Columns)
}

// imported reads content of another format.
func imported(name string, content []byte, f *Format, columns func(*Table, Mapping) (Mapping, error)) (*Loaded, error) {
	if err := f.fits(content); err != nil {
		return nil, fmt.Errorf("read %q as %s: %w", name, f.Title, err)
	}
	result, err := f.readAs(content, columns)
	var ask askError
	switch {
	case errors.As(err, &ask):
		return nil, ask.error
	case err != nil:
		return nil, fmt.Errorf("read %q as %s: %w", name, f.Title, err)
	}
	if t := result.Timeline; t.Title == "" || t.Title == untitled {
		t.Title = nameTitle(name)
	}
	made, err := packed(result.Timeline)
	if err != nil {
		return nil, fmt.Errorf("read %q: %w", name, err)
	}
	set, err := data.Parse(name, made)
	if err != nil {
		return nil, fmt.Errorf("%q was read as %s, but not into a valid dataset: %w", name, f.Title, err)
	}
	return &Loaded{Set: set, Format: f, Losses: result.Losses, Notes: result.Notes}, nil
}

// askError is what a person who was asked for columns has made of it.
type askError struct{ error }

// readAs reads content, a table by the columns that are asked for.
func (f *Format) readAs(content []byte, columns func(*Table, Mapping) (Mapping, error)) (*Result, error) {
	if !f.Tabular() || columns == nil {
		return f.Read(content)
	}
	table, guess, err := Preview(content)
	if err != nil {
		return nil, err
	}
	if isOwnTable(table.Header) {
		return f.Read(content)
	}
	mapping, err := columns(table, guess)
	if err != nil {
		return nil, askError{err}
	}
	return ReadTable(content, &mapping)
}

// Tabular reports whether files of the format are tables whose columns can be anything.
func (f *Format) Tabular() bool { return f.Name == CSV.Name || f.Name == TSV.Name }

// untitled is the title of a chronology that has none, which gets its file's name where there is one.
const untitled = "Untitled timeline"

// nameTitle makes a title of a file's name.
func nameTitle(name string) string {
	base := filepath.Base(name)
	if title := strings.TrimSpace(strings.TrimSuffix(base, filepath.Ext(base))); title != "" && title != "-" {
		return title
	}
	return untitled
}

// mayBeOwn reports whether a file that is of no known format is best taken for a dataset with errors.
func mayBeOwn(path string, head []byte) bool {
	start := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	return len(start) == 0 || start[0] == '{' || start[0] == '[' || strings.EqualFold(filepath.Ext(path), ".json")
}

func errUnknown() error {
	var titles []string
	for _, f := range Formats() {
		if f.Read != nil {
			titles = append(titles, f.Title)
		}
	}
	return fmt.Errorf("it is in no format that Dateline reads, which are: %s", strings.Join(titles, ", "))
}

// readHead returns the beginning of a file, for [Detect].
func readHead(path string) ([]byte, error) {
	file, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	head, err := io.ReadAll(io.LimitReader(file, sniffed))
	return head, plain(err)
}

// openRegular opens a file, but no folder, device or pipe: those may not even be opened without waiting.
func openRegular(path string) (*os.File, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, plain(err)
	case info.IsDir():
		return nil, errors.New("this is a folder, not a file")
	case !info.Mode().IsRegular():
		return nil, errors.New("this is a device or a pipe, not a file")
	}
	file, err := os.Open(path)
	return file, plain(err)
}

// readContent reads a whole file.
func readContent(ctx context.Context, path string, progress func(done, total int64)) ([]byte, error) {
	file, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	if err != nil {
		return nil, plain(err)
	}
	if info.Size() > MaxSize {
		return nil, errTooLarge
	}
	content, err := ReadAll(&metered{ctx: ctx, from: file, total: info.Size(), progress: progress})
	if progress != nil {
		progress(0, 0)
	}
	return content, err
}

// errTooLarge says what to do with a file that is not read.
var errTooLarge = fmt.Errorf("it is larger than %d MiB, which is more than Dateline reads of other programs’ formats; "+
	"take it apart", MaxSize>>20)

// ReadAll reads all there is, up to [MaxSize] bytes; the error of more says so.
func ReadAll(from io.Reader) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(from, MaxSize+1))
	if err != nil {
		return nil, plain(err)
	}
	if len(content) > MaxSize {
		return nil, errTooLarge
	}
	return content, nil
}

// metered tells how much of a file was read, and ends with a context.
type metered struct {
	ctx         context.Context
	from        io.Reader
	done, total int64
	progress    func(done, total int64)
}

// Read implements io.Reader.
func (m *metered) Read(p []byte) (int, error) {
	if err := m.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := m.from.Read(p)
	m.done += int64(n)
	if m.progress != nil {
		m.progress(m.done, max(m.total, m.done))
	}
	return n, err
}

// plain strips an error of the path, which the reader is told, and of the system call.
func plain(err error) error {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		return inner.Err
	}
	return err
}
