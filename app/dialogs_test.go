package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dateline/data/exchange"
)

// Choosing a folder leaves the file alone that the field names, whatever it is.
func TestBrowseFolder(t *testing.T) {
	r := newAtarRoom(t)
	r.win.Resize(fyne.NewSize(1200, 800))
	r.session.Folder = t.TempDir()
	f := r.newSaveForm()
	if err := os.WriteFile(f.path.Text, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	path := f.path.Text
	r.tap(t, "Folder…")
	r.tap(t, "Open")
	if content, err := os.ReadFile(path); err != nil || string(content) != "mine" || f.path.Text != path {
		t.Errorf("%s holds %q, %v", f.path.Text, content, err)
	}
	f.path.SetText(filepath.Dir(path))
	f.save()
	if !strings.Contains(r.shown(), "is a folder") {
		t.Errorf("of a folder is said %q", r.shown())
	}
}

// Escape closes a dialog, whatever in it has the keyboard.
func TestDialogs_Escape(t *testing.T) {
	r := newAtarRoom(t)
	c := r.win.Canvas()
	open := map[string]func(){
		"save as": func() { r.newSaveForm() },
		"columns": func() {
			table, guess, err := exchange.Preview([]byte(trips))
			if err != nil {
				t.Fatal(err)
			}
			r.newColumnForm("trips.csv", table, guess, func(exchange.Mapping) {})
		},
		"an error": func() { r.fail("It did not go", os.ErrNotExist) },
	}
	parts := func() (list []fyne.Focusable) {
		within(c.Overlays().Top(), func(o fyne.CanvasObject) {
			switch o := o.(type) {
			case *entry:
				list = append(list, o)
			case *selector:
				list = append(list, o)
			case *mainButton:
				list = append(list, o)
			case *widget.Select:
				list = append(list, o)
			case *widget.Button:
				list = append(list, o)
			}
		})
		return list
	}
	for name, show := range open {
		show()
		count := len(parts())
		r.dismiss()
		for i := range count {
			show()
			part := parts()[i]
			c.Focus(part)
			if r.press(fyne.KeyEscape, 0); r.asking() {
				t.Errorf("%s: Escape on %T does not close it", name, part)
				r.dismiss()
			}
		}
		if count < 2 {
			t.Errorf("%s: %d parts take the keyboard", name, count)
		}
	}
}

// A file's name that is very long leaves the dialog within the window.
func TestDialogs_LongNames(t *testing.T) {
	r := newAtarRoom(t)
	r.win.Resize(fyne.NewSize(1200, 800))
	table, guess, err := exchange.Preview([]byte(trips))
	if err != nil {
		t.Fatal(err)
	}
	name := strings.Repeat("chronology ", 22) + ".csv"
	r.newColumnForm(name, table, guess, func(exchange.Mapping) {})
	if width := r.win.Canvas().Overlays().Top().MinSize().Width; width > 1200 {
		t.Errorf("the dialog is %g wide", width)
	}
	if got := briefly(name); len([]rune(got)) != mostBrief || !strings.HasSuffix(got, ".csv") || briefly("é.csv") != "é.csv" {
		t.Errorf("%q", got)
	}
}
