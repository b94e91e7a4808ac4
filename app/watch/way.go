package watch

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// step is a name that is looked up on the way to a file.
type step struct {
	folder string      // it is looked up in, without symbolic links
	place  fs.FileInfo // of the folder
	name   string
	passed bool // what has the name is a folder, and the way goes on in it
}

// path returns the path of what has the name.
func (s step) path() string { return filepath.Join(s.folder, s.name) }

// mostLinks is how many symbolic links are followed, as on Linux.
const mostLinks = 40

// wayTo returns all names that are looked up when an absolute path is opened,
// with those that symbolic links lead to. It ends with the file, or with the
// first name that nothing has.
func wayTo(path string) []step {
	folder, names := from("", path)
	var way []step
	for links := 0; len(names) > 0 && links <= mostLinks; {
		name := names[0]
		names = names[1:]
		switch name {
		case "", ".":
			continue
		case "..":
			folder = filepath.Dir(folder)
			continue
		}
		s, target, err := lookUp(folder, name)
		way = append(way, s)
		switch {
		case err != nil:
			return way
		case target == "":
			folder = s.path()
		default:
			links++
			var more []string
			folder, more = from(folder, target)
			names = append(more, names...)
		}
	}
	return way
}

// lookUp returns a name in a folder as a step, and the target of a symbolic link,
// else "". The error is that there is nothing of that name.
func lookUp(folder, name string) (s step, target string, err error) {
	s = step{folder: folder, name: name}
	s.place, _ = os.Lstat(folder)
	info, err := os.Lstat(s.path())
	switch {
	case err != nil:
		return s, "", err
	case info.Mode()&fs.ModeSymlink != 0:
		target, err = os.Readlink(s.path())
		return s, target, err
	}
	s.passed = info.IsDir()
	return s, "", nil
}

// from returns where a path begins that is looked up in a folder, and the names
// to look up from there. Nothing of it is cleaned away: ".." behind a link leads
// to where the link's target is.
func from(folder, path string) (start string, names []string) {
	const separator = string(filepath.Separator)
	path = filepath.FromSlash(path)
	if filepath.IsAbs(path) {
		volume := filepath.VolumeName(path)
		folder, path = volume+separator, path[len(volume):]
	}
	return folder, strings.Split(path, separator)
}

// sameWay reports whether two ways go through the same folders, not just through
// folders of the same names.
func sameWay(a, b []step) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		same := a[i].place == nil && b[i].place == nil ||
			a[i].place != nil && b[i].place != nil && os.SameFile(a[i].place, b[i].place)
		if !same || a[i].path() != b[i].path() {
			return false
		}
	}
	return true
}
