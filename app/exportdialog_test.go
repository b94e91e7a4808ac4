package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"dateline/app/export"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// exportForm opens the export dialog and returns it, its file in a folder of
// the test's own.
func (r *room) exportForm(t *testing.T) *exportForm {
	t.Helper()
	r.session.Folder = t.TempDir()
	f := r.newExportForm()
	return f
}

func TestExportForm_Options(t *testing.T) {
	r := newAtarRoom(t)
	r.state.setTheme(darkTheme)
	r.state.toggle("authorities")
	r.camera.land(r.state.fitEvent(r.event(t, "paris-attacks")))
	f := r.exportForm(t)
	o, format, err := f.options()
	if err != nil {
		t.Fatal(err)
	}
	want := r.state.view.Span(r.state.size.W)
	if o.View == nil || *o.View != want || !o.Filter.Hidden["authorities"] || o.Filter.Hidden["atar"] ||
		o.Theme != palette.Dark() || o.Scale != 2 || o.Set != r.state.set || format != export.PNG {
		t.Errorf("at first it exports %+v as %v", o, format)
	}
	f.span.SetSelected(wholeSpan)
	f.theme.SetSelected(lightPaper)
	f.scale.SetSelected("3×")
	f.title.SetText("My title")
	f.width.SetText(" 800 ")
	f.height.SetText("400")
	f.path.SetText(strings.TrimSuffix(f.path.Text, ".png") + ".SVG")
	o, format, err = f.options()
	if err != nil || o.View != nil || o.Theme != palette.Light() || o.Scale != 3 || o.Title != "My title" ||
		o.Width != 800 || o.Height != 400 || format != export.SVG {
		t.Errorf("then it exports %+v as %v, %v", o, format, err)
	}
	f.span.SetSelected(datedSpan)
	f.from.SetText("2010")
	f.to.SetText(" 2016-03-22 ")
	o, _, err = f.options()
	if err != nil || o.View != nil || o.Filter.From.String() != "2010" || o.Filter.To.String() != "2016-03-22" {
		t.Errorf("from %v to %v, %v", o.Filter.From, o.Filter.To, err)
	}
}

// What is wrong is said at once, and cannot be exported.
func TestExportForm_Messages(t *testing.T) {
	r := newAtarRoom(t)
	for name, c := range map[string]struct {
		set  func(f *exportForm)
		want string
	}{
		"width not a number": {func(f *exportForm) { f.width.SetText("wide") }, `the width is a number of pixels, such as 1600: "wide" is not`},
		"width with a point": {func(f *exportForm) { f.width.SetText("1600.5") }, `"1600.5" is not`},
		"no height":          {func(f *exportForm) { f.height.SetText("") }, "the height is a number of pixels"},
		"height of nothing":  {func(f *exportForm) { f.height.SetText("0") }, "the height is a number of pixels"},
		"too small":          {func(f *exportForm) { f.width.SetText("20") }, "too small"},
		"too large":          {func(f *exportForm) { f.width.SetText("200000") }, "20000"},
		"bad ending":         {func(f *exportForm) { f.path.SetText("/tmp/a.jpg") }, ".png"},
		"no file":            {func(f *exportForm) { f.path.SetText("") }, ".png"},
		"no lane":            {func(f *exportForm) { f.lanes.SetSelected(nil) }, "at least one lane"},
		"bad date": {func(f *exportForm) {
			f.span.SetSelected(datedSpan)
			f.from.SetText("2010-13")
		}, "“from”: date"},
		"backwards": {func(f *exportForm) {
			f.span.SetSelected(datedSpan)
			f.from.SetText("2012")
			f.to.SetText("2010")
		}, "empty"},
	} {
		f := r.exportForm(t)
		c.set(f)
		if got := f.message.Text; !strings.Contains(got, c.want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %q, want it to say %q", name, got, c.want)
		}
		if !f.write.Disabled() {
			t.Errorf("%s: it can be exported", name)
		}
		f.close()
	}
}

func TestExportForm_MendedCanBeExported(t *testing.T) {
	r := newAtarRoom(t)
	f := r.exportForm(t)
	f.width.SetText("wide")
	f.width.SetText("900")
	if f.write.Disabled() {
		t.Error("mended, it still cannot be exported")
	}
}

func TestExport_WritesTheFile(t *testing.T) {
	r := newAtarRoom(t)
	f := r.exportForm(t)
	f.width.SetText("400")
	f.height.SetText("300")
	f.scale.SetSelected("1×")
	path := f.path.Text
	f.export()
	r.desk.wait(t, "the image is exported", func() bool { return r.chrome.note != "" || strings.Contains(r.shown(), "not exported") })
	if content, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(content), "\x89PNG") {
		t.Errorf("there is no picture: %v %s", err, r.shown())
	}
	if r.chrome.note != "Exported "+path || r.session.Folder != filepath.Dir(path) {
		t.Errorf("said is %q, remembered %q", r.chrome.note, r.session.Folder)
	}
}

func TestExport_AsksBeforeItReplaces(t *testing.T) {
	r := newAtarRoom(t)
	f := r.exportForm(t)
	path := f.path.Text
	if err := os.WriteFile(path, []byte("precious"), 0o644); err != nil {
		t.Fatal(err)
	}
	f.export()
	if shown := r.shown(); !strings.Contains(shown, "Replace the file?") || !strings.Contains(shown, path) {
		t.Fatalf("it does not ask, but says\n%s", shown)
	}
	r.tap(t, "No")
	if content, err := os.ReadFile(path); err != nil || string(content) != "precious" {
		t.Errorf("the file has become %.20q, %v", content, err)
	}
	f.export()
	r.tap(t, "Yes")
	r.desk.wait(t, "the image is exported", func() bool { return r.chrome.note != "" })
	if content, _ := os.ReadFile(path); !strings.HasPrefix(string(content), "\x89PNG") {
		t.Errorf("the file has become %.20q", content)
	}
}

func TestExported_Says(t *testing.T) {
	for _, c := range []struct {
		err        error
		note, said string
	}{
		{nil, "Exported /x/a.png", ""},
		{fmt.Errorf("draw: %w", context.Canceled), "Export cancelled, nothing was written", ""},
		{errors.New("the disk is full"), "", "the disk is full"},
	} {
		r := newAtarRoom(t)
		r.exported("/x/a.png", c.err)
		if r.chrome.note != c.note || !strings.Contains(r.shown(), c.said) || (c.said == "") != (r.shown() == "") {
			t.Errorf("%v: note %q, dialog %q", c.err, r.chrome.note, r.shown())
		}
	}
}

func TestExportForm_Preview(t *testing.T) {
	r := newAtarRoom(t)
	f := r.exportForm(t)
	r.desk.wait(t, "the preview is drawn", func() bool { return f.preview.Image != nil })
	if size := f.preview.Image.Bounds().Size(); size.X != 1600 || size.Y != 900 {
		t.Errorf("the preview is %v", size)
	}
	if !strings.Contains(f.message.Text, "54 of 54 events") {
		t.Errorf("said is %q", f.message.Text)
	}
	f.close()
	if r.shown() != "" || r.win.Canvas().Focused() != fyne.Focusable(r.timeline) {
		t.Errorf("closed, there is still\n%s", r.shown())
	}
}

// An export that is cancelled writes nothing, however late.
func TestExportTo_Cancelled(t *testing.T) {
	r := newAtarRoom(t)
	path := filepath.Join(t.TempDir(), "a.png")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	o := export.Options{Set: r.state.set, Theme: palette.Light(), View: &scene.Span{From: 0, To: 1e9}}
	if _, err := exportTo(ctx, path, o); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was written")
	}
}
