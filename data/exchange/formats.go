package exchange

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"dateline/data"
)

// Formats returns the formats, Dateline's own first.
func Formats() []*Format { return []*Format{&Own} }

// sniffed is how much of a file is looked at to tell its format.
const sniffed = 64 << 10

// Detect returns the format that a file's content is most surely of, nil where it is of none.
func Detect(content []byte) *Format {
	content = content[:min(len(content), sniffed)]
	var best *Format
	most := 0
	for _, f := range Formats() {
		if f.Read == nil {
			continue
		}
		if sure := f.Detect(content); sure > most {
			best, most = f, sure
		}
	}
	return best
}

// Named returns the format of a name on the command line. The error lists the names.
func Named(name string) (*Format, error) {
	var names []string
	for _, f := range Formats() {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return nil, fmt.Errorf("there is no format %q; the formats are %s", name, strings.Join(names, ", "))
}

// ForFile returns the format that a file to be written has by its ending. Several formats may have the same: then it is
// the first of them.
func ForFile(path string) (*Format, error) {
	ending := strings.ToLower(filepath.Ext(path))
	for _, f := range Formats() {
		for _, extension := range f.Extensions {
			if f.Write != nil && ending == extension {
				return f, nil
			}
		}
	}
	return nil, fmt.Errorf("the ending of %s says no format; name one", filepath.Base(path))
}

// Import reads a file's content, of a format or, for nil, of the one that it is detected to be of, and returns it as a
// dataset in Dateline's own format with what became of the rest. An error says what is wrong with the content.
func Import(name string, content []byte, f *Format) (*data.Set, []byte, *Result, error) {
	if f == nil {
		f = Detect(content)
	}
	if f == nil {
		return nil, nil, nil, fmt.Errorf("%s is in no format that Dateline knows", name)
	}
	if f == &Own {
		set, err := data.Parse(name, content)
		return set, content, &Result{}, err
	}
	result, err := f.Read(content)
	if err != nil {
		return nil, nil, nil, err
	}
	made, _, err := writeOwn(result.Timeline)
	if err != nil {
		return nil, nil, nil, err
	}
	set, err := data.Parse(name, made)
	if err != nil {
		return nil, nil, nil, fmt.Errorf("%s was read as %s, but not into a valid dataset: %w", name, f.Title, err)
	}
	return set, made, result, nil
}

// Export returns a dataset, given as its own content, in a format, and what that cannot hold.
func Export(content []byte, f *Format) ([]byte, []Loss, error) {
	if f.Write == nil {
		return nil, nil, fmt.Errorf("%s can be read but not written", f.Title)
	}
	t, err := own(bytes.TrimPrefix(content, []byte("\ufeff")))
	if err != nil {
		return nil, nil, err
	}
	return f.Write(t)
}
