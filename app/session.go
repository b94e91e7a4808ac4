package app

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"dateline/app/atomicfile"
	"dateline/data/facets"
)

// keptRecent is how many files the menu of recent files has.
const keptRecent = 10

// session is what comes back at the next start. It is a file of its own: the
// toolkit's preferences can be lost in a crash.
type session struct {
	File     string          `json:"file,omitempty"` // last dataset, absolute; "" for the bundled one
	From     float64         `json:"from"`           // instants at the view's edges
	To       float64         `json:"to"`
	Top      float64         `json:"top"`
	Hidden   []string        `json:"hidden,omitempty"`
	Evidence evidenceSession `json:"evidence,omitzero"`
	Selected string          `json:"selected,omitempty"`
	Theme    themeMode       `json:"theme,omitempty"`
	Width    float32         `json:"width"`
	Height   float32         `json:"height"`
	Panel    float32         `json:"panel"` // width of the source panel
	Full     bool            `json:"full_screen,omitempty"`
	Recent   []string        `json:"recent,omitempty"`
	Folder   string          `json:"folder,omitempty"` // last exported to
	Columns  columnChoices   `json:"columns,omitempty"`
}

// evidenceSession is what is kept of filters by evidence, and of what is drawn
// over the timeline.
type evidenceSession struct {
	Statuses    []string      `json:"statuses,omitempty"` // switched off
	Sources     []string      `json:"sources,omitempty"`  // switched off
	Independent bool          `json:"independent,omitempty"`
	Names       facets.Choice `json:"names,omitzero"`
	Known       bool          `json:"known,omitempty"`
	Party       string        `json:"party,omitempty"`
	KnownAt     int64         `json:"known_at,omitempty"`
	Lags        bool          `json:"lags,omitempty"`
	Gaps        bool          `json:"gaps,omitempty"`
}

// sessionPath returns where the session is kept.
func sessionPath() (string, error) {
	folder, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("find the folder for settings: %w", err)
	}
	return filepath.Join(folder, "dateline", "session.json"), nil
}

// loadSession returns the last session, the zero session where there is none,
// and an error where there is one that cannot be read. One that is damaged is put
// aside, so that the next one does not take its place.
func loadSession(path string) (session, error) {
	content, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return session{}, nil
	}
	if err != nil {
		return session{}, fmt.Errorf("read the last session: %w", err)
	}
	var s session
	if err := json.Unmarshal(content, &s); err != nil {
		err = fmt.Errorf("read the last session from %s: %w", path, err)
		if aside := path + ".damaged"; os.Rename(path, aside) == nil {
			err = fmt.Errorf("%w; it is kept as %s", err, aside)
		}
		return session{}, err
	}
	return s, nil
}

// save writes the session, whole or not at all.
func (s session) save(path string) error {
	content, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return fmt.Errorf("save the session: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("save the session: %w", err)
	}
	return atomicfile.Write(path, append(content, '\n'))
}

// remember puts a file at the head of the recent ones.
func (s *session) remember(path string) {
	s.Recent = slices.DeleteFunc(s.Recent, func(p string) bool { return p == path })
	s.Recent = append([]string{path}, s.Recent...)
	s.Recent = s.Recent[:min(len(s.Recent), keptRecent)]
}
