// Package stock keeps datasets of the sizes that the program is measured with: the bundled one, and samples of a
// thousand to a million events. They are made once and kept in the user's folder for caches.
package stock

import (
	"bytes"
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"dateline/app/atomicfile"
	"dateline/assets"
	"dateline/data"
	"dateline/data/sample"
)

// limitVariable names the most events to measure with, to save time.
const limitVariable = "DATELINE_BENCH_EVENTS"

// million is what a short run leaves out.
const million = 1_000_000

// seed is that of all samples.
const seed = 1

// Size is a dataset of one of the sizes.
type Size struct {
	Name   string // what it is called in tables: bundled, or the number of events
	Events int    // 0 for the bundled one, whose number is as it is

	set func() (*data.Set, error)
}

var all = []*Size{size("bundled", 0), sized(1000), sized(10_000), sized(100_000), sized(million)}

func sized(events int) *Size { return size(strconv.Itoa(events), events) }

func size(name string, events int) *Size {
	s := &Size{Name: name, Events: events}
	s.set = sync.OnceValues(func() (*data.Set, error) {
		path, err := s.Path()
		if err != nil {
			return nil, err
		}
		return data.Load(path)
	})
	return s
}

// Sizes returns all sizes, from the smallest on, as far as $DATELINE_BENCH_EVENTS allows.
func Sizes() []*Size {
	limit, err := strconv.Atoi(os.Getenv(limitVariable))
	if err != nil {
		return all
	}
	var within []*Size
	for _, s := range all {
		if s.Events <= limit {
			within = append(within, s)
		}
	}
	return within
}

// Each runs a benchmark for every size. A short one leaves out the largest.
func Each(b *testing.B, run func(b *testing.B, s *Size)) {
	for _, s := range Sizes() {
		b.Run("N="+s.Name, func(b *testing.B) {
			if testing.Short() && s.Events >= million {
				b.Skip("takes long")
			}
			run(b, s)
		})
	}
}

// Set returns the dataset, which is loaded once and shared.
func (s *Size) Set(b *testing.B) *data.Set {
	b.Helper()
	set, err := s.set()
	if err != nil {
		b.Fatal(err)
	}
	return set
}

// Path returns the file of the dataset, which is made where it is not there.
func (s *Size) Path() (string, error) {
	write := func(w io.Writer) error { return sample.Write(context.Background(), w, s.Events, seed) }
	if s.Events == 0 {
		write = func(w io.Writer) error {
			_, err := w.Write(assets.Atar)
			return err
		}
	}
	version, err := s.version()
	if err != nil {
		return "", err
	}
	return kept(fmt.Sprintf("%s-%08x.json", s.Name, version), write)
}

// version returns another number for another program that makes samples: that of a sample's first events, and of all
// others with them, is in their bytes.
func (s *Size) version() (uint32, error) {
	content := assets.Atar
	if s.Events > 0 {
		var first bytes.Buffer
		if err := sample.Write(context.Background(), &first, 100, seed); err != nil {
			return 0, err
		}
		content = first.Bytes()
	}
	hash := fnv.New32a()
	_, err := hash.Write(content)
	return hash.Sum32(), err
}

// kept returns the path of a file that is kept, and writes it where it is not there.
func kept(name string, write func(io.Writer) error) (string, error) {
	caches, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("find the folder for caches: %w", err)
	}
	folder := filepath.Join(caches, "dateline-bench")
	path := filepath.Join(folder, name)
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	return path, atomicfile.Stream(path, write)
}
