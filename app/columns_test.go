package app

import (
	"reflect"
	"strings"
	"testing"

	"dateline/data/exchange"
)

const trips = "When;What happened;Who;Remarks\n9/4/2008;Out;Him;by train\n2007;Back;Him;\nsoon;Never;Him;\n"

// A table's columns are chosen with what becomes of its first rows in view. The
// choice is remembered.
func TestColumns(t *testing.T) {
	path := file(t, "trips.csv", trips)
	r := newRoom(t, session{}, "")
	r.openPath(path)
	r.desk.wait(t, "the columns are asked for", func() bool { return strings.Contains(r.shown(), "The columns of trips.csv") })
	for _, want := range []string{"What happened", "9/4/2008 · 2007 · soon", "9 April 2008: Out", "Not taken over: line 4", "parted by semicolons"} {
		if !strings.Contains(r.shown(), want) {
			t.Errorf("%q is not in\n%s", want, r.shown())
		}
	}
	r.tap(t, "Open")
	r.desk.wait(t, "the table is shown", func() bool { return r.state.set != nil && r.state.set.Path == path })
	if r.state.set.Events.Len() != 2 || !strings.Contains(r.notice.Text, "1 thing could not be carried over") || !r.bar.Unfolded() {
		t.Errorf("%d events, %q", r.state.set.Events.Len(), r.notice.Text)
	}
	if len(r.snapshot().Columns) != 1 {
		t.Error("the choice is not kept")
	}
	r.openBundled()
	r.openPath(path)
	r.desk.wait(t, "it is opened without a question", func() bool { return r.state.set.Path == path || r.shown() != "" })
	if strings.Contains(r.shown(), "The columns") {
		t.Error("the columns are asked for again")
	}
	r.desk.wait(t, "it is open", func() bool { return r.table })
	r.chooseColumns()
	r.desk.wait(t, "the columns are asked for", func() bool { return strings.Contains(r.shown(), "The columns of trips.csv") })
	r.dismiss()
	r.open(t, file(t, "small.json", small))
	r.chooseColumns()
	if r.shown() != "" || !strings.Contains(r.chrome.note, "Only tables") {
		t.Errorf("%q, %q", r.shown(), r.chrome.note)
	}
}

func TestColumnForm(t *testing.T) {
	r := newAtarRoom(t)
	table, guess, err := exchange.Preview([]byte(trips))
	if err != nil {
		t.Fatal(err)
	}
	var chosen *exchange.Mapping
	f := r.newColumnForm("trips.csv", table, guess, func(m exchange.Mapping) { chosen = &m })
	f.order.SetSelected(monthFirst)
	if !strings.Contains(f.preview.Text, "4 September 2008") {
		t.Error(f.preview.Text)
	}
	f.kinds[2].SetSelected(exchange.FieldLane.Words())
	if !strings.Contains(f.preview.Text, "Out (Him)") {
		t.Error(f.preview.Text)
	}
	f.kinds[0].SetSelected(exchange.FieldNone.Words())
	if !f.open.Disabled() || !strings.Contains(f.preview.Text, "No column of the table holds dates") {
		t.Errorf("without dates: %s", f.preview.Text)
	}
	f.finish()
	if chosen != nil {
		t.Error("a choice that does not go is taken")
	}
	f.kinds[0].SetSelected(exchange.FieldDate.Words())
	f.kinds[3].SetSelected(exchange.FieldNone.Words())
	f.finish()
	first := false
	want := exchange.Mapping{
		Columns:  []exchange.Field{exchange.FieldDate, exchange.FieldTitle, exchange.FieldLane, exchange.FieldNone},
		DayFirst: &first,
	}
	if chosen == nil || !reflect.DeepEqual(*chosen, want) {
		t.Errorf("%+v", chosen)
	}
}

func TestColumnChoices(t *testing.T) {
	var c columnChoices
	for _, name := range []string{"a", "b", "a"} {
		c = c.with(&exchange.Table{Header: []string{name}}, exchange.Mapping{Columns: []exchange.Field{exchange.FieldTitle}})
	}
	if len(c) != 2 || c[0].Header[0] != "a" {
		t.Errorf("%+v", c)
	}
	for range 2 * keptChoices {
		c = c.with(&exchange.Table{Header: make([]string, len(c)+5)}, exchange.Mapping{})
	}
	wide := &exchange.Table{Header: make([]string, keptHeader+1)}
	if c = c.with(wide, exchange.Mapping{}); len(c) != keptChoices {
		t.Errorf("%d are kept", len(c))
	}
	if _, err := c.find(wide, exchange.Mapping{}); err != nil {
		t.Error("what was just chosen is not known")
	}
	if kept := c.kept(); len(kept) != keptChoices-1 {
		t.Errorf("%d are written", len(kept))
	}
}

// Of a table that Dateline has written there are no columns to choose; it stays
// open, and watched.
func TestColumns_Own(t *testing.T) {
	r := newAtarRoom(t)
	content, _, err := exchange.Export(r.state.set, &exchange.CSV)
	if err != nil {
		t.Fatal(err)
	}
	r.open(t, file(t, "own.csv", string(content)))
	set, watched := r.state.set, r.file
	r.chooseColumns()
	r.desk.wait(t, "it is read", func() bool { return r.opening == nil })
	if r.state.set != set || r.file != watched || r.shown() != "" || !strings.Contains(r.chrome.note, "are known") {
		t.Errorf("the file is watched: %v, open is %q, said is %q", r.file == watched, r.shown(), r.chrome.note)
	}
}

// What is beyond the columns of the dialog is said in words that are right for one.
func TestColumnForm_Wide(t *testing.T) {
	r := newAtarRoom(t)
	names, cells := []string{"Date", "Title"}, []string{"2001", "One"}
	for len(names) <= mostColumns {
		names, cells = append(names, "Note"), append(cells, "x")
	}
	table, guess, err := exchange.Preview([]byte(strings.Join(names, ",") + "\n" + strings.Join(cells, ",") + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	r.newColumnForm("wide.csv", table, guess, func(exchange.Mapping) {})
	if !strings.Contains(r.shown(), "Also kept in the summary: 1 more column.") {
		t.Error(r.shown()[:300])
	}
}
