package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"
	"unicode/utf8"
)

// leftoverAge is how long a temporary file was not written to before it is taken
// for what a killed process has left. Should its process only have slept, its
// file cannot be renamed then, which is an error and does no harm.
const leftoverAge = time.Hour

// temporary is what the names of temporary files look like, and hardly any other.
var temporary = regexp.MustCompile(`^\..+\.dateline-[0-9]+-[0-9]+\.tmp$`)

// longestBase is how many bytes of a file's name its temporary one has at most:
// file systems take 255.
const longestBase = 180

// temporaryName returns the n-th name beside a file that this process may use.
func temporaryName(base string, n int) string {
	if len(base) > longestBase {
		cut := longestBase
		for cut > 0 && !utf8.RuneStart(base[cut]) {
			cut--
		}
		base = base[:cut]
	}
	return fmt.Sprintf(".%s.dateline-%d-%d.tmp", base, os.Getpid(), n)
}

// create makes a new file beside the target under a name that is free, so that
// the umask counts as for any new file.
func create(folder, base string, permissions fs.FileMode) (*os.File, error) {
	for n := 0; ; n++ {
		name := filepath.Join(folder, temporaryName(base, n))
		file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, permissions)
		if !errors.Is(err, fs.ErrExist) {
			return file, err
		}
	}
}

// sweep removes what killed processes have left in a folder. What cannot be
// removed stays: nothing depends on it.
func sweep(folder string, now time.Time) {
	opened, err := os.Open(folder)
	if err != nil {
		return
	}
	defer opened.Close()
	names, _ := opened.Readdirnames(-1) // those before an error
	for _, name := range names {
		if !temporary.MatchString(name) {
			continue
		}
		path := filepath.Join(folder, name)
		info, err := os.Lstat(path)
		if err == nil && info.Mode().IsRegular() && now.Sub(info.ModTime()) > leftoverAge {
			_ = os.Remove(path)
		}
	}
}
