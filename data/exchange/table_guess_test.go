package exchange

import (
	"strings"
	"testing"
)

// guessed writes the fields of columns in one line.
func guessed(header string, rows ...string) string {
	var sample [][]string
	for _, row := range rows {
		sample = append(sample, strings.Split(row, ","))
	}
	var names []string
	for _, field := range GuessMapping(strings.Split(header, ","), sample).Columns {
		name := string(field)
		if field == FieldDetail {
			name = "-"
		}
		names = append(names, name)
	}
	return strings.Join(names, ",")
}

func TestGuessMapping(t *testing.T) {
	tests := []struct {
		name, header, want string
		rows               []string
	}{
		{"English", "Date,Title,Description,Category,Location,People,Tags,Source,URL", "date,title,summary,lane,places,people,tags,source,url", nil},
		{"French", "Jour,Titre,Résumé,Groupe,Lieu,Personnes,Mots-clés,Source,Lien", "date,title,summary,lane,places,people,tags,source,url", []string{"9 avril 2008"}},
		{"German", "Datum,Titel,Beschreibung,Kategorie,Ort,Personen,Schlagwörter,Quelle,Link", "date,title,summary,lane,places,people,tags,source,url", nil},
		{"Dutch", "Datum,Gebeurtenis,Omschrijving,Groep,Plaats,Personen,Trefwoorden,Bron", "date,title,summary,lane,places,people,tags,source", nil},
		{"Spanish", "Fecha,Título,Descripción,Categoría,Lugar,Personas,Etiquetas,Fuente", "date,title,summary,lane,places,people,tags,source", nil},
		{"a file name for want of a title", "Date,Type,UID,File Name", "date,lane,-,title", []string{"2008-04-09,m.c.,0,/a", "2008-04-09,.a..,0,/a", "2008-04-09,.a..,0,/a", "2008-04-09,.a..,1000,/b"}},
		{"a file name beside a title", "Date,Filename,What", "date,-,title", nil},
		{"identifiers", "Date,UID,Title", "date,id,title", []string{"2008,a,x", "2008,b,x", "2008,c,x", "2008,c,x"}},
		{"start and end", "Begin,End,Headline", "start,end,title", nil},
		{"both languages", "Début,Fin,Nom", "start,end,title", nil},
		{"start dates by words", "Event start date,Event end date,Name", "start,end,title", []string{"2008-04-09,2008-04-10,x"}},
		{"date and time", "date,time,end date,end time,event", "date,time,end,end time,title", []string{"2008-04-09,21:16,2008-04-10,22:00,x"}},
		{"a time that is a date", "Time,Title", "date,title", []string{"2008-04-09 21:16,x"}},
		{"year, month, day", "Year,Month,Day,Title", "year,month,day,title", []string{"2008,4,9,x"}},
		{"a year alone", "Year,Title", "year,title", []string{"2008,x"}},
		{"a year beside a date", "Date,Year,Month,Title", "date,-,-,title", []string{"2008-04-09,2008,4,x"}},
		{"the German day", "Tag,Ereignis", "date,title", []string{"9. April 2008,x"}},
		{"the English tag", "Date,Event,Tag", "date,title,tags", []string{"2008,x,war"}},
		{"a date that is not of the event", "Start,Date added,Title", "start,-,title", []string{"2008,2020-01-01,x"}},
		{"a second group", "Date,Title,Group,Type", "date,title,lane,-", nil},
		{"a type alone", "Date,Title,Type", "date,title,lane", nil},
		{"several places and sources", "Date,Title,City,Country,Source 1,Source 2", "date,title,places,places,source,source", nil},
		{"description and notes", "Date,Title,Description,Notes", "date,title,summary,summary", nil},
		{"statuses", "Date,Title,Status", "date,title,status", []string{"2008,x,Alleged", "2008,y,"}},
		{"other statuses", "Date,Title,Status", "date,title,-", []string{"2008,x,alleged", "2008,y,confirmed"}},
		{"unknown columns", "Date,Title,Severity", "date,title,-", []string{"2008,x,3"}},
		{
			"names that say nothing", "A,B,C,D", "-,date,title,summary",
			[]string{
				"1,2008-04-09,Arrest,The police arrested three people in the morning at home",
				"2,May 2008,Trial,A court in Brussels heard the case for the first time today",
			},
		},
		{"no names, addresses", "x,y,z", "date,title,url", []string{"2008,Arrest,https://a.example/b", "2009,Trial,https://a.example/c"}},
		{"numbers are no years", "x,y", "-,title", []string{"4711,Arrest", "9876,Trial"}},
		{"Dateline’s own", "id,date,in words,lanes,title,summary,claims,links,lane ids", "id,date,words,lane,title,summary,claims,links,lane id", nil},
	}
	for _, test := range tests {
		if got := guessed(test.header, test.rows...); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

// Commas part tags and people only where no cell could mean something else by them.
func TestCommaLists(t *testing.T) {
	tests := []struct {
		field Field
		cells string // parted by /
		want  bool
	}{
		{FieldTags, "war, peace/crime", true},
		{FieldTags, "war; peace, at last/crime", false},
		{FieldTags, "war/crime", false},
		{FieldTags, "a tag of five words, another", false},
		{FieldPeople, "Atar, Oussama", false},
		{FieldPeople, "Atar, Oussama/El Bakraoui, Khalid/Abrini, Mohamed, Abdeslam, Salah", false},
		{FieldPeople, "Jean Dupont, Marie Curie", false}, // three names would say it, two do not
		{FieldPeople, "Jean Dupont, Marie Curie, Ada Lovelace/Jean Dupont, Ada Lovelace", true},
		{FieldPeople, "Jean Dupont, Marie Curie, Ada Lovelace/Atar, Oussama", false},
		{FieldPeople, "Jean Dupont, Marie Curie, Ada Lovelace/Atar, Oussama; Marie Curie", false},
	}
	for _, test := range tests {
		if got := commaLists(test.field, strings.Split(test.cells, "/")); got != test.want {
			t.Errorf("%s %q: got %v", test.field, test.cells, got)
		}
	}
}

// A list comes back from a cell as it was, whatever its texts are.
func TestLists(t *testing.T) {
	for _, list := range [][]string{
		nil,
		{"a"},
		{"a", "b"},
		{"Atar, Oussama", "b"},
		{"a;b", "c"},
		{"a|b"},
		{" a", "b"},
		{""},
		{"a", ""},
		{`["a"]`},
		{"a\nb"},
		{"[a]", "b"},
		{"=1+1"},
		{`a "b" <c>`},
		{"a", "a"},
	} {
		cell := joinList(list)
		if got := splitList(unguarded(guarded(cell)), false); strings.Join(got, "¦") != strings.Join(list, "¦") || len(got) != len(list) {
			t.Errorf("%q is written %q and read %q", list, cell, got)
		}
	}
}
