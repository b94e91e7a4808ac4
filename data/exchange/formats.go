package exchange

import (
	"fmt"
	"path/filepath"
	"strings"

	"dateline/data"
)

// Formats returns the formats, Dateline's own first. Of those with the same extension the first is the usual one.
func Formats() []*Format {
	return []*Format{
		&Own, &CSV, &TSV, &Markdown, &WebPage, &ICalendar, &TimelineJSON, &TimelineJSSheet, &VisTimeline, &TimelineProject,
		&Simile, &Timesketch, &TimesketchJSONL,
	}
}

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

// Export returns a dataset in a format, and what that cannot hold.
func Export(set *data.Set, f *Format) ([]byte, []Loss, error) {
	if f.Write == nil {
		return nil, nil, fmt.Errorf("%s can be read but not written", f.Title)
	}
	content, err := set.Content()
	if err != nil {
		return nil, nil, err
	}
	t, err := own(content)
	if err != nil {
		return nil, nil, err
	}
	return f.Write(t)
}
