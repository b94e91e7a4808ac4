package app

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	_ "dateline/app/locale" // before the toolkit
	"dateline/assets"
	"dateline/data"
)

// appID is the program's name for the desktop.
const appID = "org.dateline.Dateline"

// errNoDisplay is what the window needs and does not find.
var errNoDisplay = errors.New("there is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are not set); " +
	"“dateline export -o timeline.png” draws the chart without one")

// hasDisplay reports whether a window can be opened. The toolkit would panic.
func hasDisplay() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// runWindow opens the window on a file, or with path "" on what the last
// session showed, and returns when it is closed.
func runWindow(path string) error {
	if !hasDisplay() {
		return errNoDisplay
	}
	kept, err := sessionPath()
	last, loadErr := session{}, error(nil)
	if err == nil {
		last, loadErr = loadSession(kept)
	}
	debug.SetGCPercent(gcPercent)
	first := openFirst(path, last) // while the window is made
	fyneapp.SetMetadata(fyne.AppMetadata{
		ID: appID, Name: "Dateline", Version: version,
		Icon: fyne.NewStaticResource("icon.png", assets.Icon),
	})
	a := fyneapp.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	w, openErr := tryWindow(a, last, kept)
	if openErr != nil {
		return openErr
	}
	w.start(first, last, errors.Join(err, loadErr))
	measure(w)
	w.win.ShowAndRun()
	return nil
}

// errNoWindow ends the message of a display that is named but not there.
var errNoWindow = errors.New("“dateline export -o timeline.png” draws the chart without one")

// tryWindow builds the window. The toolkit panics where the display that the
// environment names cannot be opened.
func tryWindow(a fyne.App, s session, path string) (w *window, err error) {
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("the display could not be opened (%v); %w", problem, errNoWindow)
		}
	}()
	return newWindow(a, s, path), nil
}

// gcPercent is how much garbage there may be for what is in use. A million events
// are a few large blocks, which are quickly collected and would otherwise be
// there twice.
const gcPercent = 50

// openFirst begins to read the file asked for, else the last one; nil for
// neither.
func openFirst(path string, last session) *opening {
	if path == "" {
		path = last.File
	}
	if path == "" {
		return nil
	}
	return open(path, last.Columns)
}

// start shows the first dataset: the one that is being opened, the bundled one
// for nil. What cannot be shown is said, over the bundled one.
func (w *window) start(first *opening, last session, problem error) {
	if problem != nil {
		w.later(func() { w.fail("The last session could not be restored", problem) })
	}
	restore := func() {
		if w.session.File == last.File {
			w.restore(last)
		}
	}
	if first != nil {
		w.later(func() { w.load(first, restore) })
		return
	}
	if w.displayBundled() { // before the window is there: it is in the first frame
		restore()
	}
}

// displayBundled shows the dataset that comes with the program.
func (w *window) displayBundled() bool {
	set, err := bundled()
	if err != nil {
		w.later(func() { w.fail("The bundled chronology was not opened", err) })
		return false
	}
	w.display(set.Select(data.Filter{}))
	return true
}

// later runs something as soon as the program has started.
func (w *window) later(do func()) {
	if w.running {
		do()
		return
	}
	w.waiting = append(w.waiting, do)
}

// begin is called when the program has started.
func (w *window) begin() {
	w.running = true
	for _, do := range w.waiting {
		do()
	}
	w.waiting = nil
}
