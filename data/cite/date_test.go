package cite

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline/data/edtf"
)

// The columns: EDTF, then year and month of BibTeX, the date of biblatex, and the date of CSL-JSON with whether it is
// the whole date. A literal is the date's words.
var dates = []struct {
	text        string
	year, month int
	biblatex    bool
	csl         string // "" for a literal
	cut         bool   // the time of day is left out
}{
	{"2016", 2016, 0, true, `{"date-parts":[[2016]]}`, false},
	{"2016-11", 2016, 11, true, `{"date-parts":[[2016,11]]}`, false},
	{"2016-11-08", 2016, 11, true, `{"date-parts":[[2016,11,8]]}`, false},
	{"2016-11-08T10:15:30Z", 2016, 11, true, `{"date-parts":[[2016,11,8]]}`, true},
	{"2015-12-31T23:30:00-05:00", 2015, 12, true, `{"date-parts":[[2015,12,31]]}`, true},
	{"2015-12-31T23:30-05:00", 2015, 12, false, `{"date-parts":[[2015,12,31]]}`, true},
	{"2015-12-31T23:30:00-05:00/2015-12-31T23:50:00-05:00", 0, 0, true, "", false},
	{"0079", 79, 0, true, `{"date-parts":[[79]]}`, false},
	{"2016~", 0, 0, true, `{"date-parts":[[2016]],"circa":true}`, false},
	{"2016-11-08~", 0, 0, true, `{"date-parts":[[2016,11,8]],"circa":true}`, false},
	{"2016?", 0, 0, true, "", false},
	{"2016%", 0, 0, true, "", false},
	{"2016-11?", 0, 0, true, "", false},
	{"2004-06~-11", 0, 0, false, "", false},
	{"201X", 0, 0, true, "", false},
	{"20XX", 0, 0, true, "", false},
	{"2016-XX", 2016, 0, true, "", false},
	{"2016-11-XX", 2016, 0, true, "", false},
	{"2016-XX-XX", 2016, 0, true, "", false},
	{"2016-1X", 2016, 0, false, "", false},
	{"201X-12-25", 0, 0, false, "", false},
	{"1950S2", 0, 0, false, "", false},
	{"2019-21", 2019, 0, true, `{"date-parts":[[2019]],"season":1}`, false},
	{"2019-24", 0, 0, true, `{"date-parts":[[2019]],"season":4}`, false},
	{"2019-23~", 0, 0, true, `{"date-parts":[[2019]],"season":3,"circa":true}`, false},
	{"2019-25", 2019, 0, true, "", false},
	{"2019-33", 2019, 0, true, "", false},
	{"1999/2000", 0, 0, true, `{"date-parts":[[1999],[2000]]}`, false},
	{"1999-11/2000-02-03", 0, 0, true, `{"date-parts":[[1999,11],[2000,2,3]]}`, false},
	{"2016-03/2016-05", 2016, 0, true, `{"date-parts":[[2016,3],[2016,5]]}`, false},
	{"1999~/2000~", 0, 0, true, `{"date-parts":[[1999],[2000]],"circa":true}`, false},
	{"2016-03~/2016-05", 0, 0, true, "", false},
	{"2016-03?/2016-05", 0, 0, true, "", false},
	{"2019-21/2019-22", 2019, 0, true, "", false},
	{"2016-11/..", 0, 0, true, "", false},
	{"../2016", 0, 0, true, "", false},
	{"2016/", 0, 0, true, "", false},
	{"/2016", 0, 0, true, "", false},
	{"199X/2000", 0, 0, false, "", false},
	{"[2016-03-01,2016-03-09]", 2016, 0, false, "", false},
	{"[2015,2016]", 0, 0, false, "", false},
	{"{2016-01,2016-03}", 2016, 0, false, "", false},
	{"[..2016]", 0, 0, false, "", false},
	{"0000", 0, 0, true, "", false},
	{"-0043", 0, 0, true, "", false},
	{"-0043-03-15", 0, 0, true, "", false},
	{"-0043/0014", 0, 0, true, "", false},
	{"Y12016", 12016, 0, true, "", false},
	{"Y-17E7", 0, 0, false, "", false},
}

func TestDates(t *testing.T) {
	for _, c := range dates {
		d := edtf.MustParse(c.text)
		if year, month := certain(d); year != c.year || month != c.month {
			t.Errorf("%s: year %d, month %d, want %d, %d", c.text, year, month, c.year, c.month)
		}
		if got := biblatexDate(d); (got != "") != c.biblatex || got != "" && got != c.text {
			t.Errorf("%s: date %q", c.text, got)
		}
		date, whole := cslIssued(d)
		got, err := json.Marshal(date)
		if err != nil {
			t.Fatal(err)
		}
		want := c.csl
		if want == "" {
			want = `{"literal":"` + d.Words() + `"}`
		}
		if string(got) != want || whole == c.cut {
			t.Errorf("%s: %s, whole %v, want %s", c.text, got, whole, want)
		}
	}
	if date, whole := cslIssued(edtf.Date{}); date != nil || !whole {
		t.Errorf("no date: %v, %v", date, whole)
	}
}

// Whatever of a date the fields of a format cannot hold is in the note.
func TestDates_nothingIsLost(t *testing.T) {
	for _, c := range dates {
		d := edtf.MustParse(c.text)
		set := setOf(t, []object{{"id": "s", "title": "S", "published": c.text}}, []object{})
		said := "Published " + d.Words()
		text, err := Sources(set, []int{0}, BibTeX)
		if err != nil {
			t.Fatal(err)
		}
		fields := readBibTeX(t, text)[0].fields
		if (fields["date"] == c.text) == (fields["note"] == said) {
			t.Errorf("%s: date %q, note %q", c.text, fields["date"], fields["note"])
		}
		text, err = Sources(set, []int{0}, CSLJSON)
		if err != nil {
			t.Fatal(err)
		}
		item := readCSL(t, text)[0]
		if (item.Note == said) != c.cut || !c.cut && item.Note != "" || item.Issued.Literal != "" && item.Issued.Literal != d.Words() {
			t.Errorf("%s: %+v", c.text, item)
		}
		if item.Issued.Literal == "" && strings.ContainsAny(c.text, "?%X[{S") {
			t.Errorf("%s: made certain, %+v", c.text, item.Issued)
		}
	}
}
