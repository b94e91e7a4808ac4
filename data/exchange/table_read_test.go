package exchange

import (
	"encoding/json"
	"strings"
	"testing"
)

// eventLine writes what was read of an event in a line of JSON without its title.
func eventLine(e Event) string {
	e.Title = ""
	line, _ := json.Marshal(e)
	text := strings.Replace(string(line), `"title":""`, "", 1)
	return strings.NewReplacer(`"`, "", ",,", ",").Replace(text)
}

// wantTable reads a table and compares events, losses and notes by parts of them.
func wantTable(t *testing.T, name, content string, m *Mapping, events, losses, notes []string) {
	t.Helper()
	result, err := ReadTable([]byte(content), m)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	valid(t, result.Timeline)
	wantResult(t, name, result, events, losses, notes)
}

// wantResult compares what was read; of losses and notes parts are enough, but there must be as many losses.
func wantResult(t *testing.T, name string, result *Result, events, losses, notes []string) {
	t.Helper()
	if len(result.Timeline.Events) != len(events) {
		t.Errorf("%s: %d events, want %d", name, len(result.Timeline.Events), len(events))
	}
	for i, want := range events[:min(len(events), len(result.Timeline.Events))] {
		if got := eventLine(result.Timeline.Events[i]); got != want {
			t.Errorf("%s: event %d:\n got %s\nwant %s", name, i, got, want)
		}
	}
	if len(result.Losses) != len(losses) {
		t.Errorf("%s: losses %v, want %q", name, result.Losses, losses)
	}
	for i, want := range losses[:min(len(losses), len(result.Losses))] {
		if got := result.Losses[i].String(); !strings.Contains(got, want) {
			t.Errorf("%s: loss %q, want %q", name, got, want)
		}
	}
	for _, want := range notes {
		if !strings.Contains(strings.Join(result.Notes, "\n"), want) {
			t.Errorf("%s: notes %q, want %q", name, result.Notes, want)
		}
	}
}

func TestReadTable(t *testing.T) {
	tests := []struct {
		name, content         string
		events, losses, notes []string
	}{
		{
			"a small table", "Date,Title,Description\n2008-04-09,Arrest,In Brussels\nMay 2008,Trial,\n",
			[]string{
				"{id:arrest,lanes:[events],date:2008-04-09,summary:In Brussels}",
				"{id:trial,lanes:[events],date:2008-05,}",
			},
			nil,
			[]string{"“Date” is the date, “Title” is the title, “Description” is the summary"},
		},
		{
			"what has no field is a detail", "Datum;Ereignis;Kategorie;Stärke\n09.04.2008;Festnahme;Polizei;hoch\n",
			[]string{"{id:festnahme,lanes:[polizei],date:2008-04-09,summary:Stärke: hoch}"},
			nil,
			[]string{"parted by semicolons"},
		},
		{
			"rows without a date", "date,title\n2008,A\n,B\nsoon,C\n2009,D\n",
			[]string{"{id:a,lanes:[events],date:2008,}", "{id:d,lanes:[events],date:2009,}"},
			[]string{
				"line 3: the row is not taken: it has no date; its title is “B”",
				"line 4: the row is not taken: “soon” is no date that can be read; its title is “C”",
			},
			nil,
		},
		{
			"ragged rows", "date,title,note\n2008,A\n2009,B,c,d\n",
			[]string{"{id:a,lanes:[events],date:2008,}", "{id:b,lanes:[events],date:2009,summary:c\\n\\ncolumn 4: d}"},
			[]string{"line 2: the row has 2 cells where the header has 3", "line 3: the row has 4 cells"},
			nil,
		},
		{
			"start and end", "start,end,title\n2008-04-09,2008-04-12,A\n2008,,B\n,1985,C\n2012,present,D\n2009,2008,E\n2008,2008,F\n2008,?,G\n",
			[]string{
				"{id:a,lanes:[events],date:2008-04-09/2008-04-12,}", "{id:b,lanes:[events],date:2008,}",
				"{id:c,lanes:[events],date:/1985,}", "{id:d,lanes:[events],date:2012/..,}", "{id:f,lanes:[events],date:2008,}",
			},
			[]string{"line 6: the row is not taken: “2009” to “2008” is no stretch of time", "line 8: the row is not taken: “?” is no end"},
			nil,
		},
		{
			"dates and times", "date,time,end time,title\n2015-11-13,21:16,,A\n2015-11-13,9:16 pm,10 pm,B\n2015,21:16,,C\n2015-11-13,late,,D\n",
			[]string{
				"{id:a,lanes:[events],date:2015-11-13T21:16,}", "{id:b,lanes:[events],date:2015-11-13T21:16,summary:end time: 10 pm}",
				"{id:c,lanes:[events],date:2015,summary:time: 21:16}",
			},
			[]string{"line 5: the row is not taken: “late” is no time of day"},
			nil,
		},
		{
			"year, month and day", "year,month,day,title\n2008,4,9,A\n2008,avril,,B\n2008,,9,C\n44 BC,3,15,D\n2008,13,,E\n2008,2,30,F\n",
			[]string{
				"{id:a,lanes:[events],date:2008-04-09,}", "{id:b,lanes:[events],date:2008-04,}",
				"{id:c,lanes:[events],date:2008,summary:day: 9}", "{id:d,lanes:[events],date:-0043-03-15,}",
			},
			[]string{"line 6: the row is not taken: “2008 13” is no date", "line 7: the row is not taken: “2008 2 30” is no date"},
			nil,
		},
		{
			"fractions of a second", "datetime,title\n2015-11-13T21:16:05.25Z,A\n",
			[]string{"{id:a,lanes:[events],date:2015-11-13T21:16:05Z,}"},
			[]string{"line 2: the fraction of a second is left out: .25"},
			nil,
		},
		{
			"lists", "date,title,people,places,tags,lane\n2008,A,Atar; Abrini|Ayari,\"Brussels, Belgium\",\"war, crime\",X; Y; X\n",
			[]string{"{id:a,lanes:[x,y],date:2008,people:[Atar,Abrini,Ayari],places:[Brussels, Belgium],tags:[war,crime]}"},
			nil,
			[]string{"Commas part several tags"},
		},
		{
			"surnames first", "date,title,people\n2008,A,\"Atar, Oussama\"\n",
			[]string{"{id:a,lanes:[events],date:2008,people:[Atar, Oussama]}"},
			nil, nil,
		},
		{
			"statuses", "date,title,status\n2008,A,Alleged\n2009,B,disputed\n",
			[]string{"{id:a,lanes:[events],date:2008,status:alleged}", "{id:b,lanes:[events],date:2009,status:disputed}"},
			nil, nil,
		},
		{
			"identifiers", "id,date,title\nE 1,2008,A\nb,2009,B\nb,2010,C\na--b-,2011,D\n",
			[]string{
				"{id:e-1,lanes:[events],date:2008,}", "{id:b,lanes:[events],date:2009,}", "{id:b-2,lanes:[events],date:2010,}",
				"{id:a--b-,lanes:[events],date:2011,}",
			},
			[]string{"line 2: the identifier “E 1” becomes “e-1”", "line 4: the identifier “b” becomes “b-2”"},
			nil,
		},
		{
			"semicolons, Windows-1252", "Date;Titre\n9 ao\xfbt 2008;N\xe9e \xe0 l\x92\xe9t\xe9\n",
			[]string{"{id:nee-a-l-ete,lanes:[events],date:2008-08-09,}"},
			nil,
			[]string{"Windows-1252"},
		},
		{
			"no header", "2008-04-09,Arrest,The police arrested three people in the morning at home\n2008-05-01,Trial,A court in Brussels heard the case for the first time\n",
			[]string{
				"{id:arrest,lanes:[events],date:2008-04-09,summary:The police arrested three people in the morning at home}",
				"{id:trial,lanes:[events],date:2008-05-01,summary:A court in Brussels heard the case for the first time}",
			},
			nil,
			[]string{"as a row, not as a header"},
		},
		{
			"control characters stay", "date,title\n2008,a\u202eb\u0007c\n",
			[]string{"{id:a-b-c,lanes:[events],date:2008,}"},
			nil, nil,
		},
		{
			"an apostrophe before a sign is text in others’ tables", "date,title\n2008,'-ism\n2009,=1+1\n",
			[]string{"{id:ism,lanes:[events],date:2008,}", "{id:1-1,lanes:[events],date:2009,}"},
			nil, nil,
		},
		{
			"claims are not Dateline’s in others’ tables", "date,title,claims,links\n2008,A,3,https://a.example/\n",
			[]string{"{id:a,lanes:[events],date:2008,summary:claims: 3,claims:[{source:a-example}]}"},
			nil, nil,
		},
	}
	for _, test := range tests {
		wantTable(t, test.name, test.content, nil, test.events, test.losses, test.notes)
	}
}

// An event without a title is named by the beginning of its summary.
func TestUntitled(t *testing.T) {
	long := strings.Repeat("word ", 60)
	result, err := ReadTable([]byte("date,title,description\n2008,,\"First line.\nSecond.\"\n2009, ,\n2010,,"+long+"\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	valid(t, result.Timeline)
	want := []string{"First line. …", "Untitled", strings.Repeat("word ", 23) + "word…"}
	for i, e := range result.Timeline.Events {
		if e.Title != want[i] {
			t.Errorf("got %q, want %q", e.Title, want[i])
		}
	}
	if got := result.Timeline.Events[0].Summary; got != "First line.\nSecond." {
		t.Errorf("the summary is %q", got)
	}
}

// Sources, addresses and quotations become claims; nobody is quoted by guess.
func TestTableSources(t *testing.T) {
	tests := []struct {
		name, content   string
		events, sources []string
		losses          []string
	}{
		{
			"one source, twice", "date,title,source\n2008,A,Le Monde\n2009,B,Le Monde\n",
			[]string{"{id:a,lanes:[events],date:2008,claims:[{source:le-monde}]}", "{id:b,lanes:[events],date:2009,claims:[{source:le-monde}]}"},
			[]string{"le-monde|Le Monde|"},
			nil,
		},
		{
			"a source with its address, a quotation and a page", "date,title,source,url,quote,page\n2008,A,Le Monde,https://lemonde.example/a,“Non”,12\n",
			[]string{"{id:a,lanes:[events],date:2008,claims:[{source:le-monde,quote:“Non”,locator:12}]}"},
			[]string{"le-monde|Le Monde|https://lemonde.example/a"},
			nil,
		},
		{
			"an address as a source", "date,title,source\n2008,A,https://www.lemonde.example/a\n",
			[]string{"{id:a,lanes:[events],date:2008,claims:[{source:lemonde-example-a}]}"},
			[]string{"lemonde-example-a|https://www.lemonde.example/a|https://www.lemonde.example/a"},
			nil,
		},
		{
			"several addresses", "date,title,link\n2008,A,\"https://a.example/x,y https://b.example;https://c.example/?q=1;2\"\n",
			[]string{"{id:a,lanes:[events],date:2008,claims:[{source:a-example-x-y},{source:b-example},{source:c-example}]}"},
			[]string{
				"a-example-x-y|https://a.example/x,y|https://a.example/x,y", "b-example|https://b.example|https://b.example",
				"c-example|https://c.example/?q=1;2|https://c.example/?q=1;2",
			},
			nil,
		},
		{
			"no address", "date,title,url\n2008,A,www.lemonde.example javascript:alert(1)\n",
			[]string{"{id:a,lanes:[events],date:2008,}"},
			nil,
			[]string{"column “url”: “www.lemonde.example” is no address", "column “url”: “javascript:alert(1)” is no address"},
		},
		{
			"several sources", "date,title,source\n2008,A,Le Monde; De Standaard\n",
			[]string{"{id:a,lanes:[events],date:2008,claims:[{source:le-monde},{source:de-standaard}]}"},
			[]string{"le-monde|Le Monde|", "de-standaard|De Standaard|"},
			nil,
		},
		{
			"a quotation is of one source", "date,title,source,quote\n2008,A,Le Monde; De Standaard,Non\n",
			[]string{"{id:a,lanes:[events],date:2008,claims:[{source:le-monde-de-standaard,quote:Non}]}"},
			[]string{"le-monde-de-standaard|Le Monde; De Standaard|"},
			nil,
		},
		{
			"a quotation of nobody", "date,title,quote\n2008,A,Non\n",
			[]string{"{id:a,lanes:[events],date:2008,summary:quote: Non}"},
			nil, nil,
		},
	}
	for _, test := range tests {
		result, err := ReadTable([]byte(test.content), nil)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		valid(t, result.Timeline)
		wantResult(t, test.name, result, test.events, test.losses, nil)
		var sources []string
		for _, s := range result.Timeline.Sources {
			sources = append(sources, s.ID+"|"+s.Title+"|"+s.URL)
		}
		if strings.Join(sources, " ") != strings.Join(test.sources, " ") {
			t.Errorf("%s: sources %q, want %q", test.name, sources, test.sources)
		}
	}
}

// What a person says the columns are goes before what they seem to be.
func TestMapping(t *testing.T) {
	const table = "A,B,C,Date\n9/4/2008,Arrest,x,2020\n4/13/2008,Trial,,2021\n"
	monthFirst := Mapping{Columns: []Field{FieldStart, FieldTitle, FieldNone, FieldDetail}}
	wantTable(t, "mapping", table, &monthFirst,
		[]string{
			"{id:arrest,lanes:[events],date:2008-09-04,summary:Date: 2020}",
			"{id:trial,lanes:[events],date:2008-04-13,summary:Date: 2021}",
		},
		[]string{"line 2: column “C” is left out: “x”"}, []string{"month, day, year, because of 4/13/2008"})
	dayFirst := true
	forced := Mapping{Columns: []Field{FieldStart, FieldTitle, FieldTags, FieldDetail}, DayFirst: &dayFirst}
	wantTable(t, "day first", table, &forced,
		[]string{"{id:arrest,lanes:[events],date:2008-04-09,summary:Date: 2020,tags:[x]}"},
		[]string{"line 3: the row is not taken: “4/13/2008” is no date"}, nil)
	for _, fields := range [][]Field{{FieldDetail, FieldTitle}, {FieldDate}, nil} {
		if _, err := ReadTable([]byte(table), &Mapping{Columns: fields}); err == nil || !strings.Contains(err.Error(), "say which one does") {
			t.Errorf("%v: %v", fields, err)
		}
	}
}

func TestNoTable(t *testing.T) {
	tests := []struct{ content, want string }{
		{"", "empty"},
		{" \n\n", "empty"},
		{"just a line\n", "not a table"},
		{"PK\x03\x04", "save the sheet as CSV"},
		{"a,b\n1,2\n", "no column of the table holds dates; its columns are “a”, “b”"},
		{"date,title\nsoon,A\nlater,B\n", "no row of the table has a date that can be read; the first: line 2: the row is not taken: “soon”"},
		{"date,count\n2008,1\n2009,2\n", "no column of the table holds titles"},
	}
	for _, test := range tests {
		if _, err := ReadTable([]byte(test.content), nil); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: %v, want %q", test.content, err, test.want)
		}
	}
	result, err := ReadTable([]byte("date,title\n"), nil)
	if err != nil || len(result.Timeline.Events) != 0 {
		t.Fatalf("a header alone: %v, %v", result, err)
	}
	valid(t, result.Timeline)
}

func TestPreview(t *testing.T) {
	content := "Date,,Title\n" + strings.Repeat("2008,x,A,extra\n", 50)
	table, m, err := Preview([]byte(content))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(table.Header, "|"); got != "Date|column 2|Title" || len(table.Rows) != 20 || len(table.Rows[0]) != 4 ||
		table.Delimiter != ',' || m.field(0) != FieldDate || m.field(2) != FieldTitle || m.field(3) != FieldDetail {
		t.Errorf("header %s, %d rows, mapping %v", got, len(table.Rows), m)
	}
	for _, field := range Fields {
		if field != FieldNone && field.Words() == string(field) && !strings.Contains("people places tags claims links", string(field)) {
			t.Errorf("no words for %q", field)
		}
	}
}

// A cell of a megabyte is a cell like any other.
func TestLongCell(t *testing.T) {
	long := strings.Repeat("word ", 1<<18)
	result, err := ReadTable([]byte("date,title,description\n2008,A,\""+long+"\"\n"+long+",B,\n2009,"+long+",\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := result.Timeline.Events; len(got) != 2 || len(got[0].Summary) != len(long)-1 || len(result.Losses) != 1 {
		t.Errorf("%d events, %d losses", len(got), len(result.Losses))
	}
	valid(t, result.Timeline)
}

// Whatever is read is a dataset.
func FuzzReadTable(f *testing.F) {
	for _, seed := range []string{
		"Date,Title\n2008-04-09,A\n", "start;end;name\n9/4/2008;;\"B\n", "year\tmonth\tday\ttitle\n2008\t4\t9\tx\n", "a|b\n1|2\n",
		"id,date,in words,lanes,title,claims,known,links,lane ids\na,2008,,X,'=T,\"[{\"\"source\"\":\"\"s\"\"}]\",,\"[{\"\"to\"\":\"\"a\"\",\"\"kind\"\":\"\"part-of\"\"}]\",x\n",
		"date,title,source,url,quote,tags,people\n2008,A,S; T,https://a.example,Q,\"a, b\",\"A B, C D, E F\"\n", "\xff\xfea\x00,\x00b\x00\n\x00",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if _, _, err := Preview(content); err != nil {
			return
		}
		result, err := ReadTable(content, nil)
		if err != nil {
			return
		}
		valid(t, result.Timeline)
		checkKept(t, &CSV, result.Timeline)
		checkKept(t, &TSV, result.Timeline)
	})
}
