package watch

import (
	"crypto/sha256"
	"io"
	"io/fs"
	"os"
	"time"
)

// mostSummed is from how many bytes on a file's content is not compared.
const mostSummed = 64 << 20

// clockTick is how coarse the times of files are at most, which is so on FAT: a
// file that was written so shortly before it was seen may be written again
// without another time.
const clockTick = 2 * time.Second

// glimpse is what a file was at a moment.
type glimpse struct {
	info  fs.FileInfo // nil where there was no file
	sum   [sha256.Size]byte
	whole bool // the sum is known
	seen  time.Time
}

// take looks at what is at a path. A folder or a pipe is no file.
func take(path string) glimpse {
	g := glimpse{seen: time.Now()}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return g
	}
	g.info = info
	if info.Size() >= mostSummed {
		return g
	}
	file, err := os.Open(path)
	if err != nil {
		return g
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil {
		g.info = info // of what is read
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, io.LimitReader(file, mostSummed)); err == nil {
		g.sum, g.whole = [sha256.Size]byte(sum.Sum(nil)), true
	}
	return g
}

// stands reports whether a file can be taken for what it was, from what can be
// told without reading it.
func (g *glimpse) stands(path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return g.info == nil
	}
	return g.alike(info) && g.seen.Sub(info.ModTime()).Abs() > clockTick && (g.whole || info.Size() >= mostSummed)
}

// alike reports whether a file has the size, the time and the place on the disk
// that it had.
func (g *glimpse) alike(info fs.FileInfo) bool {
	return g.info != nil && info.Size() == g.info.Size() && info.ModTime().Equal(g.info.ModTime()) && os.SameFile(info, g.info)
}

// again looks at a path once more and reports whether what is there is different.
// The file is read where it was surely written to, and where it does not stand.
func (g *glimpse) again(path string, sure bool) (now glimpse, changed bool) {
	if !sure && g.stands(path) {
		return *g, false
	}
	now = take(path)
	switch {
	case now.info == nil || g.info == nil:
		return now, (now.info == nil) != (g.info == nil)
	case now.whole && g.whole:
		return now, now.sum != g.sum
	case now.whole != g.whole: // too large, or not to be read, at one time and not at the other
		return now, true
	}
	return now, !g.alike(now.info)
}
