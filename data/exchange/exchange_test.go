package exchange

import (
	"bytes"
	"reflect"
	"testing"

	"dateline/assets"
	"dateline/data"
)

// bundled returns the bundled dataset as a timeline.
func bundled(t testing.TB) *Timeline {
	t.Helper()
	result, err := readOwn(assets.Atar)
	if err != nil {
		t.Fatal(err)
	}
	return result.Timeline
}

// valid asserts that a timeline is a dataset, and returns it.
func valid(t testing.TB, timeline *Timeline) *data.Set {
	t.Helper()
	content, _, err := writeOwn(timeline)
	if err != nil {
		t.Fatal(err)
	}
	set, err := data.Parse("imported.json", content)
	if err != nil {
		t.Fatalf("what was read is not a dataset: %v\n%s", err, content)
	}
	return set
}

// Nothing is lost of Dateline's own format, and its canonical form stays as it is.
func TestOwn(t *testing.T) {
	before := bundled(t)
	content, losses, err := writeOwn(before)
	if err != nil || len(losses) > 0 {
		t.Fatal(losses, err)
	}
	result, err := readOwn(content)
	if err != nil || !reflect.DeepEqual(result.Timeline, before) {
		t.Errorf("another dataset comes back: %v", err)
	}
	again, _, _ := writeOwn(result.Timeline)
	if !bytes.Equal(again, content) {
		t.Error("the canonical form changes")
	}
	one, err := data.Parse("a", assets.Atar)
	if err != nil {
		t.Fatal(err)
	}
	two := valid(t, before)
	for i := range one.Events.Len() {
		a, _ := one.EventJSON(i)
		b, _ := two.EventJSON(i)
		if !bytes.Equal(a, b) {
			t.Errorf("event %s is not the same", one.Events.ID(i))
		}
	}
}
