//go:build unix

package exchange

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A file is not read further than it takes to know that it is not read, and what is no file is not even opened.
func TestHostile_Files(t *testing.T) {
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	sparse := func(name, head string, size int64) {
		if err := os.WriteFile(in(name), []byte(head), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(in(name), size); err != nil {
			t.Fatal(err)
		}
	}
	const large = 2 << 30
	sparse("zeros.json", "", large)
	sparse("letters.json", "letters", large)
	sparse("zeros.bin", "", large)
	sparse("table.csv", "date,title\n"+strings.Repeat("2001,a\n", sniffed/7), large)
	sparse("calendar.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", large)
	sparse("timeline.json", `{"events":[{"start_date":{"year":"2001"},"text":{"headline":"x"}},`+"\n", large)
	sparse("own.json", `{"format":1,"title":"T","lanes":[{"id":"a"}],"events":[`+"\n", large)
	sparse("huge.json", `{"format":1,"title":"T","lanes":[{"id":"a"}],"events":[`+"\n", 5<<30)
	if err := syscall.Mkfifo(in("pipe.csv"), 0o600); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"loop.csv": "loop.csv", "device.json": "/dev/zero", "linked.csv": "pipe.csv"} {
		if err := os.Symlink(to, in(link)); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{
		"zeros.json":    "zeros.json:1:1: a value is expected here",
		"letters.json":  "letters.json:1:1: a value is expected here",
		"zeros.bin":     "it is in no format that Dateline reads",
		"table.csv":     "it is larger than 256 MiB",
		"calendar.ics":  "it is larger than 256 MiB",
		"timeline.json": "it is larger than 256 MiB",
		"own.json":      "own.json:2:1: ",
		"huge.json":     "the file is larger than 4 GiB",
		"pipe.csv":      "this is a device or a pipe, not a file",
		"linked.csv":    "this is a device or a pipe, not a file",
		"device.json":   "this is a device or a pipe, not a file",
		"loop.csv":      "too many levels of symbolic links",
		"missing.csv":   "no such file",
		".":             "this is a folder, not a file",
	} {
		var err error
		cost := allocated(func() { _, err = Load(context.Background(), in(name), Options{}) })
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), folder) {
			t.Errorf("%s: error %v, want %q", name, err, want)
		}
		if cost > 256<<20 {
			t.Errorf("%s takes %d MB", name, cost>>20)
		}
	}
}
