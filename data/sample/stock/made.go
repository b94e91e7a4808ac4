package stock

import (
	"bytes"
	"testing"

	"dateline/data"
	"dateline/data/sample"
)

// Made returns a sample of so many events that is kept nowhere. What goes wrong ends the test.
func Made(t testing.TB, events int) *data.Set {
	t.Helper()
	var file bytes.Buffer
	if err := sample.Write(t.Context(), &file, events, seed); err != nil {
		t.Fatal(err)
	}
	set, err := data.Parse("sample", file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return set
}
