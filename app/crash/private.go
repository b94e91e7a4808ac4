package crash

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// private returns what a recovered value said with files called by their names
// alone. The paths in it are certain where the value is an error that knows them,
// and found in the text else.
func private(text string, value any, home string) string {
	const folders = "…\x00" // not a path, so that nothing more is found in it
	if err, ok := value.(error); ok {
		for _, known := range pathsOf(err) {
			if base := filepath.Base(known); known != "" && known != base && known != home {
				text = strings.ReplaceAll(text, known, folders+base)
			}
		}
	}
	return strings.ReplaceAll(withoutFolders(text, home), folders, "…/")
}

// pathsOf returns the paths that an error and those that it wraps are about.
func pathsOf(err error) []string {
	var paths []string
	switch e := err.(type) { // all are visited, one by one
	case *fs.PathError:
		paths = []string{e.Path}
	case *os.LinkError:
		paths = []string{e.Old, e.New}
	}
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); inner != nil {
			paths = append(paths, pathsOf(inner)...)
		}
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			paths = append(paths, pathsOf(inner)...)
		}
	}
	return paths
}

// Paths as they stand in messages. A path with spaces has no certain end, so that
// of an absolute one all is taken up to the last separator before a colon, a
// quotation mark or the end of the line, rather too much than too little. What
// stands before a letter is an apostrophe.
var (
	absolute = regexp.MustCompile(`(^|[^\pL\pN_])(?:[A-Za-z]:|~)?[/\\](?:[^\n:"'“”‘’]|['’]\pL)*[/\\]`)
	relative = regexp.MustCompile(`[^\s:"'“”‘’()/\\]*[/\\](?:[^\s:"'“”‘’/\\]+[/\\])*([^\s:"'“”‘’/\\]+\.[\pL\pN]{1,8})\b`)
)

// withoutFolders returns a message in which files are called by their names
// alone, and the home directory ~.
func withoutFolders(message, home string) string {
	if home = strings.TrimRight(home, `/\`); home != "" {
		whole := regexp.MustCompile(regexp.QuoteMeta(home) + `($|[^\pL\pN_.-]|\.(?:$|[^\pL\pN]))`) // not the beginning of another's
		message = whole.ReplaceAllString(message, "~$1")
	}
	message = absolute.ReplaceAllString(message, "${1}…/")
	return relative.ReplaceAllString(message, "…/$1")
}

// sourceLine is a line of a stack that says where in a source file a call is.
var sourceLine = regexp.MustCompile(`^(\t)(.+?)(:\d+(?: \+0x[0-9a-f]+)?)$`)

// tidied returns a stack that begins with the panic, with source files by their
// names alone: the lines above each say of which package.
func tidied(stack string) string {
	lines := strings.Split(strings.TrimRight(stack, "\n"), "\n")
	head := lines[:min(1, len(lines))] // "goroutine 1 [running]:"
	rest := lines[len(head):]
	for i, line := range rest {
		if strings.HasPrefix(line, "panic(") {
			rest = rest[min(i+2, len(rest)):] // the call and where it is in the runtime
			break
		}
	}
	tidy := append([]string{}, head...)
	for _, line := range rest {
		if found := sourceLine.FindStringSubmatch(line); found != nil {
			line = found[1] + path.Base(strings.ReplaceAll(found[2], `\`, "/")) + found[3]
		}
		tidy = append(tidy, line)
	}
	return strings.Join(tidy, "\n") + "\n"
}
