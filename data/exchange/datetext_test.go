package exchange

import (
	"strings"
	"testing"

	"dateline/data/edtf"
)

// Dates are read at the precision they have and no finer; what is none, or could be several, is refused.
func TestDateCells(t *testing.T) {
	tests := []struct{ cell, want string }{
		{"2008-04-09", "2008-04-09"},
		{" 2008-04-09 ", "2008-04-09"},
		{"2008/4/9", "2008-04-09"},
		{"2008-4-9", "2008-04-09"},
		{"2008.04.09", "2008-04-09"},
		{"20080409", "2008-04-09"},
		{"2008", "2008"},
		{"2008-04", "2008-04"},
		{"2008/4", "2008-04"},
		{"04/2008", "2008-04"},
		{"4.2008", "2008-04"},
		{"9 April 2008", "2008-04-09"},
		{"9th April 2008", "2008-04-09"},
		{"April 9, 2008", "2008-04-09"},
		{"April 9th, 2008", "2008-04-09"},
		{"0031-09-02 04:30:00 BC", "-0030-09-02T04:30:00"},
		{"0001-02-25 04:30 AD", "0001-02-25T04:30"},
		{"0001-12-17 04:30 bce", "0000-12-17T04:30"},
		{"0000-12-17 04:30 BC", ""},
		{"−300", "-0299"},
		{"−3x", ""},
		{"Apr 2008", "2008-04"},
		{"Apr. 2008", "2008-04"},
		{"2008 April", "2008-04"},
		{"Wednesday, 9 April 2008", "2008-04-09"},
		{"Wed Apr 9 2008", "2008-04-09"},
		{"09-Apr-2008", "2008-04-09"},
		{"9\u00a0April\u00a02008", "2008-04-09"},
		{"the 9th of April 2008", "2008-04-09"},
		{"9 avril 2008", "2008-04-09"},
		{"1er août 2008", "2008-08-01"},
		{"févr. 2008", "2008-02"},
		{"décembre 2008", "2008-12"},
		{"9. April 2008", "2008-04-09"},
		{"3. März 2008", "2008-03-03"},
		{"Jänner 2008", "2008-01"},
		{"Mittwoch, 9. April 2008", "2008-04-09"},
		{"9 maart 2008", "2008-03-09"},
		{"mei 2008", "2008-05"},
		{"woensdag 9 april 2008", "2008-04-09"},
		{"9 de abril de 2008", "2008-04-09"},
		{"enero de 2008", "2008-01"},
		{"9 dic 2008", "2008-12-09"},
		{"09.04.2008", "2008-04-09"},
		{"9.4.2008", "2008-04-09"},
		{"13/4/2008", "2008-04-13"},
		{"4/13/2008", "2008-04-13"},
		{"13-04-2008", "2008-04-13"},
		{"4/4/2008", "2008-04-04"},
		{"44 BC", "-0043"},
		{"44 BCE", "-0043"},
		{"44 B.C.", "-0043"},
		{"44BC", "-0043"},
		{"1 BC", "0000"},
		{"-44", "-0043"},
		{"-300", "-0299"},
		{"-0043", "-0043"},
		{"15 March 44 BC", "-0043-03-15"},
		{"44 v. Chr.", "-0043"},
		{"44 av. J.-C.", "-0043"},
		{"44 v.Chr.", "-0043"},
		{"79 AD", "0079"},
		{"AD 79", "0079"},
		{"79 CE", "0079"},
		{"24 August 79 AD", "0079-08-24"},
		{"12000 BC", ""},
		{"-12000", "Y-11999"},
		{"79 n. Chr.", "0079"},
		{"300 a. C.", "-0299"},
		{"spring 2008", "2008-21"},
		{"Summer of 2008", "2008-22"},
		{"été 2008", "2008-22"},
		{"Herbst 2008", "2008-23"},
		{"winter 2008", "2008-24"},
		{"Q2 2008", "2008-34"},
		{"2008-Q4", "2008-36"},
		{"1980s", "198X"},
		{"the 1980s", "198X"},
		{"1980er", "198X"},
		{"années 1980", "198X"},
		{"1900s", "19XX"},
		{"c. 1985", "1985~"},
		{"ca. April 2008", "2008-04~"},
		{"about 1985", "1985~"},
		{"vers 1985", "1985~"},
		{"um 1985", "1985~"},
		{"1985?", "1985?"},
		{"[2002..2012]", "[2002..2012]"},
		{"2012/", "2012/"},
		{"2010-22", "2010-22"},
		{"1914–1918", "1914/1918"},
		{"1914-1918", "1914/1918"},
		{"1914 to 1918", "1914/1918"},
		{"from 1914 to 1918", "1914/1918"},
		{"9 April 2008 – 12 May 2008", "2008-04-09/2008-05-12"},
		{"2012 – present", "2012/.."},
		{"1914 bis 1918", "1914/1918"},
		{"2008-04-09 - 2008-04-09", "2008-04-09"},
		{"du 9 avril 2008 au 12 mai 2008", "2008-04-09/2008-05-12"},
		{"2015-11-13 21:16", "2015-11-13T21:16"},
		{"2015-11-13T21:16:05", "2015-11-13T21:16:05"},
		{"2015-11-13 21:16:05+01:00", "2015-11-13T21:16:05+01:00"},
		{"2015-11-13T21:16:05.000Z", "2015-11-13T21:16:05Z"},
		{"13/11/2015 9:16 PM", "2015-11-13T21:16"},
		{"13.11.2015, 21:16", "2015-11-13T21:16"},
		{"13 November 2015 at 9 pm", "2015-11-13T21"},
		{"13 novembre 2015 à 21h16", "2015-11-13T21:16"},
		{"2015-11-13 21:16 UTC", "2015-11-13T21:16Z"},
		{"2015-11-13 21:16:05 +0100", "2015-11-13T21:16:05+01:00"},
		{"2015-11-13T21:16:00-00:00", "2015-11-13T21:16:00Z"},
		{"Fri, 13 Nov 2015 21:16:05 GMT", "2015-11-13T21:16:05Z"},
		{"2015-11-13 12:05 am", "2015-11-13T00:05"},

		{"", ""},
		{"unknown", ""},
		{"early 2008", ""},
		{"9 April", ""},
		{"9 April 08", ""},
		{"09.04.08", ""},
		{"Apr-08", ""},
		{"39547", ""},
		{"79", ""},
		{"0", ""},
		{"0 BC", ""},
		{"2008-13-01", ""},
		{"30 February 2008", ""},
		{"29.02.2007", ""},
		{"13/13/2008", ""},
		{"2008-02/30", ""},
		{"2008-04-09 25:00", ""},
		{"2008-04-09 24:00", ""},
		{"2008-04-09 13:00 pm", ""},
		{"2008 21:16", ""},
		{"1918–1914", ""},
		{"19th century", ""},
		{"2008-04-09 21:16 CET", ""},
		{"2008-4/9", ""},
		{"44 BC AD", ""},
		{"May", ""},
		{"before 1985", ""},
		{"2008 April 9 10", ""},
		{"about", ""},
		{"\u0301", ""},
		{"9 \u0345 2008", ""},
		{strings.Repeat("9 ", 5000), ""},
		{"\x00", ""},
	}
	for _, test := range tests {
		date, ok := new(dateForms).read(test.cell)
		if ok != (test.want != "") || ok && date.text != test.want {
			t.Errorf("%.40q: got %q %v, want %q", test.cell, date.text, ok, test.want)
		}
	}
}

// The order of day and month is decided by all dates of the table; what stays open is said.
func TestDateOrder(t *testing.T) {
	yes, no := true, false
	tests := []struct {
		cells  string
		forced *bool
		want   string // of 9/4/2008
		note   string
	}{
		{"9/4/2008", nil, "2008-04-09", "nothing in the table says so"},
		{"9/4/2008 13/4/2008", nil, "2008-04-09", "because of 13/4/2008"},
		{"9/4/2008 4/13/2008", nil, "2008-09-04", "because of 4/13/2008"},
		{"9/4/2008 4-13-2008", nil, "2008-09-04", "because of 4-13-2008"},
		{"9/4/2008 4/13/2008 13/4/2008", nil, "", "are not read"},
		{"9/4/2008 13.04.2008", nil, "2008-04-09", "nothing in the table says so"},
		{"9/4/2008", &no, "2008-09-04", ""},
		{"9/4/2008 4/13/2008", &yes, "2008-04-09", ""},
		{"4/4/2008 2008-04-13", nil, "2008-04-09", ""},
	}
	for _, test := range tests {
		f := dateForms{forced: test.forced}
		f.decide(strings.Fields(test.cells))
		if date, _ := f.read("9/4/2008"); date.text != test.want {
			t.Errorf("%s: got %s, want %s", test.cells, date.text, test.want)
		}
		notes := strings.Join(f.notes(), "\n")
		if (test.note == "") != (notes == "") || !strings.Contains(notes, test.note) {
			t.Errorf("%s: notes %q, want %q", test.cells, notes, test.note)
		}
	}
	f := dateForms{forced: &yes}
	if date, ok := f.read("4/13/2008"); ok {
		t.Errorf("day first, yet month 13 is read as %s", date.text)
	}
}

// A time that is midnight throughout says nothing; one that is not makes all of them times.
func TestMidnight(t *testing.T) {
	tests := []struct {
		cells []string
		want  string // of 2008-04-09 00:00:00
	}{
		{[]string{"2008-04-09 00:00:00", "2008-04-10T00:00:00Z", "2009", "4/13/2008 12:00 AM"}, "2008-04-09"},
		{[]string{"2008-04-09 00:00:00", "0031-09-02 00:00:00 BC"}, "2008-04-09"},
		{[]string{"2008-04-09 00:00:00", "0031-09-02 00:00:01 BC"}, "2008-04-09T00:00:00"},
		{[]string{"2008-04-09 00:00:00", "2008-04-10 00:01"}, "2008-04-09T00:00:00"},
		{[]string{"2008-04-09 00:00:00", "2008-04-10 9 pm"}, "2008-04-09T00:00:00"},
		{[]string{"2008-04-09 00:00:00", "2008-04-10T00:00:00.5"}, "2008-04-09T00:00:00"},
		{[]string{"2008-04-09 00:00:00", "2008-04-10 21:16 – 22:00"}, "2008-04-09T00:00:00"},
	}
	for _, test := range tests {
		var f dateForms
		f.decide(test.cells)
		if date, _ := f.read("2008-04-09 00:00:00"); date.text != test.want {
			t.Errorf("%q: got %s, want %s", test.cells, date.text, test.want)
		}
		if noted := strings.Contains(strings.Join(f.notes(), ""), "midnight"); noted != f.noClock {
			t.Errorf("%q: noted %v", test.cells, noted)
		}
	}
}

// Numbers of days since 1900 are no dates, and that they may be such is noted once.
func TestCountedDays(t *testing.T) {
	for cell, noted := range map[string]bool{"39547": true, "39547.886": true, "39547,5": true, "9547": false, "395470": false, "99547": false} {
		var f dateForms
		f.decide([]string{"2008", cell, cell})
		if _, ok := f.read(cell); ok && noted {
			t.Errorf("%s is read as a date", cell)
		}
		if said := strings.Contains(strings.Join(f.notes(), ""), "days since 1900"); said != noted {
			t.Errorf("%s: noted %v", cell, said)
		}
	}
}

// Years with a minus are EDTF, unless some in the column are not written as those.
func TestNegativeYears(t *testing.T) {
	var f dateForms
	f.decide([]string{"-3000", "-2500"})
	if date, _ := f.read("-3000"); date.text != "-3000" || len(f.notes()) > 0 {
		t.Errorf("EDTF: %s, %q", date.text, f.notes())
	}
	f.decide([]string{"−300"})
	if date, _ := f.read("−300"); date.text != "-0299" || !f.plainBCE {
		t.Errorf("with the sign of minus: %s, %q", date.text, f.notes())
	}
	f.decide([]string{"-300"})
	if date, _ := f.read("-3000"); date.text != "-2999" || len(f.notes()) != 1 {
		t.Errorf("beside -300: %s, %q", date.text, f.notes())
	}
}

func TestClock(t *testing.T) {
	tests := []struct{ cell, want string }{
		{"21:16", "21:16"},
		{"9:16", "09:16"},
		{"21:16:05", "21:16:05"},
		{"21:16:05.250", "21:16:05 .250"},
		{"21:16:05,000", "21:16:05"},
		{"21h16", "21:16"},
		{"21h", "21"},
		{"21 Uhr", "21"},
		{"21.16", "21:16"},
		{"21:16 uur", "21:16"},
		{"9 pm", "21"},
		{"9:16 p.m.", "21:16"},
		{"12 am", "00"},
		{"12:30 PM", "12:30"},
		{"21:16Z", "21:16Z"},
		{"21:16 -0330", "21:16-03:30"},
		{"21:16+01", "21:16+01"},
		{"21", ""},
		{"", ""},
		{"13 pm", ""},
		{"0 am", ""},
		{"21:1", ""},
		{"noon", ""},
		{"21:16:05:06:07", ""},
	}
	for _, test := range tests {
		c, ok := readClock(test.cell)
		got := strings.TrimSpace(c.text + c.zone + " " + c.fraction)
		if ok != (test.want != "") || got != test.want {
			t.Errorf("%q: got %q, want %q", test.cell, got, test.want)
		}
	}
}

// Every name of a month is read, and no two months have the same.
func TestMonths(t *testing.T) {
	names := 0
	for number, words := range tableMonths {
		for _, word := range strings.Fields(words) {
			names++
			if date, ok := new(dateForms).read("1 " + word + " 2008"); !ok || edtf.MustParse(date.text) != edtf.MustParse("2008-"+digitsOf(number)+"-01") {
				t.Errorf("%s: %v", word, date)
			}
		}
	}
	if names != len(tableMonthWords) {
		t.Errorf("%d names, but %d are different", names, len(tableMonthWords))
	}
}

// Whatever is read is EDTF.
func FuzzDateCell(f *testing.F) {
	for _, seed := range []string{
		"2008-04-09", "9/4/2008 21:16", "du 9 avril 2008 au 12 mai 2008", "44 av. J.-C.", "c. 1985", "1980s", "-44", "Q2 2008", "2012 – present",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		var forms dateForms
		forms.decide([]string{cell})
		date, ok := forms.read(cell)
		if _, err := edtf.Parse(date.text); ok && err != nil {
			t.Errorf("%q is read as %q: %v", cell, date.text, err)
		}
		if c, ok := readClock(cell); ok && len(c.text) > len("21:16:05") {
			t.Errorf("%q is read as the time %q", cell, c.text)
		}
	})
}
