package exchange

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// womenInComputing has rows as the template of TimelineJS 3 (2021) has them, where there was no column “Alt Text” yet.
const womenInComputing = `Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background
,,,,,,,,,Women in Computing,"<p class=""lead"">In this sample timeline, we’ll walk you through.</p>",,,,,title,,https://a.example/b.gif
1815,12,10,,1852,11,27,,,Ada Lovelace,"<p>Take <a href=""https://en.wikipedia.org/wiki/Ada_Lovelace"">Ada Lovelace</a>: her work.</p><span class=""tl-note"">A note.</span>",https://upload.example/ada.jpg,Wikimedia Commons,"<a href=""https://en.wikipedia.org/x"" title="""">Portrait by Alfred</a>",,,,
1948,3,14,,,,,,,Edith Clarke: Bucking the Trend,,"<blockquote>There is no demand for women engineers. <cite>Edith Clarke</cite></blockquote>",,,,,,
1943,7,,,1946,,,,,...And the women,"<p>“Betty” Holberton.</p>",https://www.youtube.com/watch?v=aPw,"<a href=""https://www.youtube.com/channel/UC"">Computer History Museum</a>",Jean Bartik talks,,,,#0f9bd1
"1,951",,,,,,,,,Rózsa Péter,mid-50's,,,,,,Logic,
`

func TestReadSheet(t *testing.T) {
	result, err := readSheet([]byte(womenInComputing))
	if err != nil {
		t.Fatal(err)
	}
	valid(t, result.Timeline)
	wantResult(t, "template", result, []string{
		"{id:ada-lovelace,lanes:[events],date:1815-12-10/1852-11-27,summary:Take Ada Lovelace (https://en.wikipedia.org/wiki/Ada_Lovelace): her work.\\n\\nA note.," +
			"claims:[{source:portrait-by-alfred-https-en-wikipedia-org-x}]}",
		"{id:edith-clarke-bucking-the-trend,lanes:[events],date:1948-03-14,claims:[{source:edith-clarke,quote:There is no demand for women engineers.}]}",
		"{id:and-the-women,lanes:[events],date:1943-07/1946,summary:“Betty” Holberton.,claims:[{source:jean-bartik-talks}]}",
		"{id:rozsa-peter,lanes:[logic],date:1951,summary:mid-50's}",
	}, []string{
		"line 2: the Background of the title is left out: “https://a.example/b.gif”",
		"line 3: formatting (span) in Text is left out", "line 5: the Background is left out: “#0f9bd1”",
	}, nil)
	timeline := result.Timeline
	if timeline.Title != "Women in Computing" || timeline.Summary != "In this sample timeline, we’ll walk you through." {
		t.Errorf("title %q, summary %q", timeline.Title, timeline.Summary)
	}
	want := []Source{
		{ID: "portrait-by-alfred-https-en-wikipedia-org-x", Title: "Portrait by Alfred (https://en.wikipedia.org/x)", Author: "Wikimedia Commons", URL: "https://upload.example/ada.jpg"},
		{ID: "edith-clarke", Title: "Edith Clarke"},
		{ID: "jean-bartik-talks", Title: "Jean Bartik talks", Author: "Computer History Museum (https://www.youtube.com/channel/UC)", URL: "https://www.youtube.com/watch?v=aPw"},
	}
	if !reflect.DeepEqual(timeline.Sources, want) {
		t.Errorf("sources %+v", timeline.Sources)
	}
}

func TestSheetRows(t *testing.T) {
	const header = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Type,Group,Notes\n"
	tests := []struct {
		name, row, event string
		losses           []string
	}{
		{"BCE", "-44,3,15,,,,,,,A,,,,,,,", "{id:a,lanes:[events],date:-0043-03-15,}", nil},
		{"year 0", "0,,,,,,,,,A,,,,,,,", "", []string{"there is no year 0"}},
		{"cosmological", "-13800000000,,,,-4540000000,,,,,A,,,,,,,", "{id:a,lanes:[events],date:Y-13799999999/Y-4539999999,}", nil},
		{"commas and spaces in numbers", "\"1 2,000\",,,,,,,,,A,,,,,,,", "{id:a,lanes:[events],date:Y12000,}", nil},
		{"a time", "2015,11,13,9:16 PM,2015,11,13,22:00:05,,A,,,,,,,", "{id:a,lanes:[events],date:2015-11-13T21:16/2015-11-13T22:00:05,}", nil},
		{"times without colons", "2015,11,13,2116,2015,11,14,9,,A,,,,,,,", "{id:a,lanes:[events],date:2015-11-13T21:16/2015-11-14T09,}", nil},
		{"a fraction of a second", "2015,11,13,21:16:05.5,,,,,,A,,,,,,,", "{id:a,lanes:[events],date:2015-11-13T21:16:05,}", []string{"left out: .5"}},
		{"a time of a month", "2015,11,,21:16,,,,,,A,,,,,,,", "{id:a,lanes:[events],date:2015-11,}", []string{"“21:16” belongs to a date"}},
		{"a day of no month", "2015,,13,,,,,,,A,,,,,,,", "{id:a,lanes:[events],date:2015,}", []string{"“13” belongs to a date"}},
		{"an end without a year", "2015,11,13,,,12,1,,,A,,,,,,,", "{id:a,lanes:[events],date:2015-11-13,}", []string{"“12” belongs", "“1” belongs"}},
		{"the same end", "2015,11,13,,2015,11,13,,,A,,,,,,,", "{id:a,lanes:[events],date:2015-11-13,}", nil},
		{"an end before the start", "2015,11,13,,2015,11,12,,,A,,,,,,,", "", []string{"“2015-11-13” to “2015-11-12” is no stretch"}},
		{"no such day", "2015,2,30,,,,,,,A,,,,,,,", "", []string{"“2015-02-30” is not in the calendar"}},
		{"no such month", "2015,13,,,,,,,,A,,,,,,,", "", []string{"there is no month 13"}},
		{"a month by name", "2015,May,,,,,,,,A,,,,,,,", "", []string{"there is no month May"}},
		{"no such time", "2015,11,13,25:00,,,,,,A,,,,,,,", "", []string{"there is no time 25:00"}},
		{"no date", ",,,,,,,,,A,,,,,,,", "", []string{"it has no year; its headline is “A”"}},
		{"the same date displayed", "2015,11,13,,,,,,\"November 13, 2015\",A,,,,,,,", "{id:a,lanes:[events],date:2015-11-13,}", nil},
		{"about the same date", "2015,11,13,,,,,,about 13 November 2015,A,,,,,,,", "{id:a,lanes:[events],date:2015-11-13~,}", nil},
		{"the summer", "2010,6,,,2010,8,,,Summer 2010,A,,,,,,,", "{id:a,lanes:[events],date:2010-22,}", nil},
		{"another date displayed", "2015,11,13,,,,,,The night of the attacks,A,B,,,,,,", "{id:a,lanes:[events],date:2015-11-13,summary:B\\n\\nDisplay Date: The night of the attacks}", nil},
		{"an era", "1914,,,,1918,,,,,The War,,,,,era,,", "{id:the-war,lanes:[eras],date:1914/1918,}", nil},
		{"another type", "1914,,,,,,,,,A,,,,,slide,,", "{id:a,lanes:[events],date:1914,}", []string{"no type “slide”"}},
		{"a column of one’s own", "1914,,,,,,,,,A,,,,,,X,check this", "{id:a,lanes:[x],date:1914,summary:Notes: check this}", nil},
		{"a picture of the site", "1914,,,,,,,,,A,,/img/a.png,,,,,", "{id:a,lanes:[events],date:1914,}", []string{"the medium has no address"}},
		{"a caption alone", "1914,,,,,,,,,A,,,AP,Paris,,,", "{id:a,lanes:[events],date:1914,summary:Media Caption: Paris\\nMedia Credit: AP}", nil},
		{
			"an embedded page", "1914,,,,,,,,,A,,\"<iframe width=\"\"9\"\" src=\"\"https://a.example/b?c=1&amp;d=2\"\"></iframe>\",,,,,", "{id:a,lanes:[events],date:1914,claims:[{source:a-example-b}]}",
			[]string{"of the embedded page only its address is kept"},
		},
		{"a quotation of nobody", "1914,,,,,,,,,A,,<blockquote>Non</blockquote>,,,,,", "{id:a,lanes:[events],date:1914,summary:Quotation: Non}", nil},
		{"a quotation of a caption", "1914,,,,,,,,,A,,<blockquote>Non</blockquote>,AP,Jean,,,", "{id:a,lanes:[events],date:1914,claims:[{source:jean,quote:Non}]}", nil},
		{
			"typed line breaks", "1914,,,,,,,,,A,\"one\n\n<b>two</b>\n three &eacute;\",,,,,,", "{id:a,lanes:[events],date:1914,summary:one\\n\\ntwo\\n three é}",
			[]string{"formatting (b) in Text is left out"},
		},
		{"typed line breaks without markup", "1914,,,,,,,,,A,\"one\n\n two\",,,,,,", "{id:a,lanes:[events],date:1914,summary:one\\n\\n two}", nil},
		{"a guarded headline", "1914,,,,,,,,,'=1+1,'-x,,,,,,", "{id:1-1,lanes:[events],date:1914,summary:-x}", nil},
	}
	for _, test := range tests {
		events := []string{"{id:first,lanes:[events],date:1900,}"}
		if test.event != "" {
			events = append(events, test.event)
		}
		result, err := readSheet([]byte(header + "1900,,,,,,,,,First,,,,,,,\n" + test.row + "\n"))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		valid(t, result.Timeline)
		wantResult(t, test.name, result, events, test.losses, nil)
	}
	if _, err := readSheet([]byte(header + "x,,,,,,,,,A,,,,,,,\n")); err == nil || !strings.Contains(err.Error(), "there is no year x") {
		t.Errorf("no event: %v", err)
	}
	if _, err := readSheet([]byte("Year,Title\n2008,A\n")); err == nil {
		t.Error("any table is a sheet")
	}
}

// Sheets for version 1 and 2 have whole dates, the month first, and tags.
func TestLegacySheet(t *testing.T) {
	result, err := readSheet([]byte("Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Tag,Type\n" +
		",,Top,Intro,,,,,title\n4/9/2008,4/13/2008,A,,,,,Police,\n2008,,B,,,,,,\n2008-04-09,,C,,,,,,\n13/4/2008,,D,,,,,,\n4/9/2008 21:16:05,,E,,,,,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	valid(t, result.Timeline)
	wantResult(t, "legacy", result, []string{
		"{id:a,lanes:[police],date:2008-04-09/2008-04-13,}", "{id:b,lanes:[events],date:2008,}", "{id:c,lanes:[events],date:2008-04-09,}",
		"{id:e,lanes:[events],date:2008-04-09T21:16:05,}",
	}, []string{"line 6: the row is not taken: “13/4/2008” is no date"}, []string{"month first"})
	if result.Timeline.Title != "Top" || result.Timeline.Summary != "Intro" {
		t.Errorf("title %q, summary %q", result.Timeline.Title, result.Timeline.Summary)
	}
}

// How dates are written, and how they come back.
func TestSheetDates(t *testing.T) {
	tests := []struct{ date, cells, display, back string }{
		{"2008-04-09", "2008 4 9  |   ", "", "2008-04-09"},
		{"2008-04", "2008 4   |   ", "", "2008-04"},
		{"2008", "2008    |   ", "", "2008"},
		{"-0043-03-15", "-44 3 15  |   ", "", "-0043-03-15"},
		{"0000", "-1    |   ", "", "0000"},
		{"Y-17000", "-17001    |   ", "", "Y-17000"},
		{"1999/2000", "1999    |2000   ", "", "1999/2000"},
		{"2008-04-09/2008-05", "2008 4 9  |2008 5  ", "", "2008-04-09/2008-05"},
		{"2015-11-13T21:16:05", "2015 11 13 21:16:05 |   ", "", "2015-11-13T21:16:05"},
		{"2015-11-13T21", "2015 11 13 21 |   ", "", "2015-11-13T21"},
		{"2016-03-22~", "2016 3 22  |   ", "about 22 March 2016", "2016-03-22~"},
		{"2010-22", "2010 6   |2010 8  ", "summer 2010", "2010-22"},
		{"198X", "1980    |1989   ", "the 1980s", "198X"},
		{"2015-11-13T21:16+01:00", "2015 11 13 21:16 |   ", "13 November 2015, 21:16 (UTC+1)", "2015-11-13T21:16"},
		{"[2002..2012]", "2002    |2012   ", "some year from 2002 to 2012", "2002/2012"},
		{"2012/", "2012    |   ", "from 2012, end not known", "2012"},
		{"../1985", "1985    |   ", "until 1985", "1985"},
		{"2012/..", "2012    |   ", "from 2012, still open", "2012"},
		{"[..1984]", "1984    |   ", "1984 or earlier", "1984"},
		{"2008-24/2009~", "2008 12   |2009   ", "winter 2008 to about 2009", "2008-24/2009~"},
	}
	for _, test := range tests {
		timeline := &Timeline{Format: 1, Title: "T", Lanes: []Lane{{ID: "x", Title: "X"}}, Events: []Event{{ID: "a", Lanes: []string{"x"}, Date: test.date, Title: "A"}}}
		content, losses, err := writeSheet(timeline)
		if err != nil {
			t.Fatal(err)
		}
		table, err := openTable(content)
		if err != nil {
			t.Fatal(err)
		}
		cells := table.rows[1].cells
		got := strings.Join(cells[:4], " ") + " |" + strings.Join(cells[4:8], " ")
		if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(test.cells), " ") || cells[8] != test.display {
			t.Errorf("%s is written %q, %q; want %q, %q", test.date, got, cells[8], test.cells, test.display)
		}
		if said := len(losses) > 0; said != (test.back != test.date) {
			t.Errorf("%s: losses %v", test.date, losses)
		}
		result, err := readSheet(content)
		if err != nil || result.Timeline.Events[0].Date != test.back {
			t.Errorf("%s comes back as %s, %v; want %s", test.date, result.Timeline.Events[0].Date, err, test.back)
		}
	}
}

// What a sheet can hold comes back: titles, summaries, home lanes, quotations or addresses; the rest is said to be lost.
func TestSheetRoundTrip(t *testing.T) {
	for name, before := range map[string]*Timeline{"bundled": bundled(t), "generated": generated(3, false)} {
		content, losses, err := writeSheet(before)
		if err != nil {
			t.Fatal(err)
		}
		result, err := readSheet(content)
		if err != nil {
			t.Fatal(name, err)
		}
		valid(t, result.Timeline)
		if len(result.Losses) > 0 || result.Timeline.Title != before.Title || result.Timeline.Summary != before.Summary {
			t.Errorf("%s: %q, %v", name, result.Timeline.Title, result.Losses)
		}
		for i := range before.Events {
			sameInSheet(t, name, &before.Events[i], &result.Timeline.Events[i], fmt.Sprint(losses))
		}
	}
}

// sameInSheet compares an event with what comes back of it; said is what is said to be lost.
func sameInSheet(t *testing.T, name string, want, got *Event, said string) {
	t.Helper()
	if got.Title != strings.TrimSpace(want.Title) {
		t.Errorf("%s: title %q, want %q", name, got.Title, want.Title)
	}
	summary, _, _ := strings.Cut("\n\n"+got.Summary, "\n\nDisplay Date: ")
	if strings.TrimPrefix(summary, "\n\n") != strings.TrimSpace(want.Summary) {
		t.Errorf("%s: summary %q, want %q", name, got.Summary, want.Summary)
	}
	if got.Date != want.Date && !strings.Contains(said, "event “"+want.Title+"”: its date "+want.Date+" ") {
		t.Errorf("%s: %s comes back as %s", name, want.Date, got.Date)
	}
	for _, tag := range want.Tags {
		if !strings.Contains(said, tag) {
			t.Errorf("%s: that %q is lost is not said", name, tag)
		}
	}
	if len(want.Claims) == 0 || strings.TrimSpace(want.Claims[0].Quote) == "" {
		return
	}
	if len(got.Claims) != 1 || got.Claims[0].Quote != strings.TrimSpace(want.Claims[0].Quote) {
		t.Errorf("%s: claims %+v, want %+v", name, got.Claims, want.Claims[0])
	}
}

// A sheet that was read is written and read the same.
func TestSheetAgain(t *testing.T) {
	first, err := readSheet([]byte(womenInComputing + "1914,,,,1918,,,,,The War,,,,,,era,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	content, _, err := writeSheet(first.Timeline)
	if err != nil {
		t.Fatal(err)
	}
	again, err := readSheet(content)
	if err != nil || !reflect.DeepEqual(again.Timeline, first.Timeline) {
		t.Errorf("got %+v\nwant %+v\n%v", again.Timeline, first.Timeline, err)
	}
	if header, _, _ := strings.Cut(string(content), "\n"); header != strings.Join(sheetColumns, ",") || len(sheetColumns) != 19 {
		t.Errorf("header %s", header)
	}
	if !strings.Contains(string(content), ",era,") {
		t.Error("the era is none any more")
	}
}

// Whatever is read is a dataset.
func FuzzReadSheet(f *testing.F) {
	f.Add([]byte(womenInComputing))
	f.Add([]byte("Start Date,End Date,Headline,Text,Media\n4/9/2008,,A,<p>x,https://a.example\n"))
	f.Add([]byte("Year,Month,Day,Headline,Text,Media\n-44,3,15,<a href=x>A,&lt;<!--,<blockquote>q<cite>c</cite></blockquote>\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		detectSheet(content)
		result, err := readSheet(content)
		if err != nil {
			return
		}
		valid(t, result.Timeline)
		checkKept(t, &TimelineJSSheet, result.Timeline)
	})
}
