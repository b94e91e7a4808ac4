package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"dateline/app/atomicfile"
	"dateline/data"
	"dateline/data/document"
)

// errNoDocument is the error for a source of which there is no document.
var errNoDocument = errors.New("no document of this source is attached")

// changedNote is said of a document that is not what it was when it was attached.
const changedNote = "This file has changed since it was attached."

// attachments are the documents that the reader has attached to sources. Its
// methods may be called by several goroutines.
type attachments struct {
	path    string // of the file that they are kept in, "" for none
	mutex   sync.Mutex
	entries []attachment
}

// attachment is a document and what it was when it was attached.
type attachment struct {
	Source sourceKey `json:"source"`
	File   string    `json:"file"`   // absolute
	SHA256 string    `json:"sha256"` // of its content
}

// sourceKey is what a source is known by wherever it is cited, whatever the
// identifier and the dataset. Where its particulars do not tell it from others,
// it is known by its place in a dataset of that title.
type sourceKey struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty"`
	Dataset   string `json:"dataset,omitempty"`
	ID        string `json:"id,omitempty"`
}

// attachedFile is the form in which attachments are kept.
type attachedFile struct {
	Attached []attachment `json:"attached"`
}

// attachedPath returns where attachments are kept, beside the session; "" for
// a session that is not kept.
func attachedPath(session string) string {
	if session == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(session), "attached.json")
}

// loadAttachments returns what is kept at a path, nothing where there is no
// file. There is an error where there is one that cannot be read; then the
// attachments are empty, can be used, and leave that file as it is.
func loadAttachments(path string) (*attachments, error) {
	a := &attachments{path: path}
	if err := a.read(); err != nil {
		return &attachments{}, err
	}
	return a, nil
}

// read takes up what is in the file: another window may have written it.
func (a *attachments) read() error {
	if a.path == "" {
		return nil
	}
	content, err := os.ReadFile(a.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the attached documents: %w", err)
	}
	var kept attachedFile
	if err := json.Unmarshal(content, &kept); err != nil {
		return fmt.Errorf("read the attached documents from %s: %w", a.path, err)
	}
	a.entries = kept.Attached
	return nil
}

// write keeps the attachments, whole or not at all.
func (a *attachments) write() error {
	if a.path == "" {
		return nil
	}
	content, err := json.MarshalIndent(attachedFile{a.entries}, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(a.path), 0o700); err != nil {
		return err
	}
	return atomicfile.Write(a.path, append(content, '\n'))
}

// attach reads a file and remembers it as the document of a source, an index
// into set.Sources, in the place of any other. Where there is a document and an
// error, it can be shown, and is remembered only until the program ends.
func (a *attachments) attach(set *data.Set, source int, file string) (*document.Document, error) {
	file, err := filepath.Abs(file)
	if err != nil {
		return nil, fmt.Errorf("attach %s: %w", file, err)
	}
	d, err := document.Load(file)
	if err != nil {
		return nil, err
	}
	a.mutex.Lock()
	defer a.mutex.Unlock()
	key := keyOf(set, source)
	err = a.read()
	a.entries = slices.DeleteFunc(a.entries, func(e attachment) bool { return e.Source == key })
	a.entries = append(a.entries, attachment{key, file, d.Hash})
	if err == nil {
		err = a.write()
	}
	if err != nil {
		return d, fmt.Errorf("the document is shown but will not be remembered: %w", err)
	}
	return d, nil
}

// document returns the document of a source, an index into set.Sources: the one
// that the dataset has, else the one that was attached. The note is a sentence
// to be shown with it, or "". The error is errNoDocument where there is none;
// any other says why the one that there should be cannot be shown.
func (a *attachments) document(set *data.Set, source int) (d *document.Document, note string, err error) {
	d, own := document.ForSource(set, source)
	if own == nil {
		return d, "", nil
	}
	entry, found := a.find(keyOf(set, source))
	switch {
	case !found && errors.Is(own, document.ErrNone):
		return nil, "", errNoDocument
	case !found:
		return nil, "", own
	}
	d, err = document.Load(entry.File)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, "", fmt.Errorf("the attached document is gone; it may have been moved, so attach it again: %w", err)
	case err != nil:
		return nil, "", fmt.Errorf("the attached document cannot be shown: %w", err)
	}
	var notes []string
	if !errors.Is(own, document.ErrNone) {
		notes = append(notes, "This is the document that you attached: "+own.Error()+".")
	}
	if d.Hash != entry.SHA256 {
		notes = append(notes, changedNote)
	}
	return d, strings.Join(notes, " "), nil
}

func (a *attachments) find(key sourceKey) (attachment, bool) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	i := slices.IndexFunc(a.entries, func(e attachment) bool { return e.Source == key })
	if i < 0 {
		return attachment{}, false
	}
	return a.entries[i], true
}

// keyOf returns what a source of a dataset is known by.
func keyOf(set *data.Set, source int) sourceKey {
	s := &set.Sources[source]
	key := particulars(s)
	alike := 0
	for i := range set.Sources {
		if particulars(&set.Sources[i]) == key {
			alike++
		}
	}
	// A source without a title of its own has its identifier for one, and a title alone, such as “Interview”, can be
	// that of many.
	if alike > 1 || s.Title == s.ID || key.Publisher == "" && key.Published == "" {
		key.Dataset, key.ID = oneForm(set.Title), s.ID
	}
	return key
}

func particulars(s *data.Source) sourceKey {
	return sourceKey{Title: oneForm(s.Title), Publisher: oneForm(s.Publisher), Published: s.Published.String()}
}

// oneForm returns a text in one form, however its letters and spaces are written.
func oneForm(text string) string {
	return strings.Join(strings.Fields(norm.NFC.String(text)), " ")
}
