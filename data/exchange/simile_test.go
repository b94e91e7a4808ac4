package exchange

import (
	"strings"
	"testing"
)

// Files as the examples of SIMILE Timeline 2.3 have them.
func TestReadSimile(t *testing.T) {
	testReading(t, &Simile, []readingCase{
		{"compact-painter/data2.json", `{
    "dateTimeFormat": "iso8601",
    "wikiURL": "http://simile.mit.edu/shelf/", "wikiSection": "Simile Cubism Timeline",
    "events": [
        { "title": "Alida Rockefeller Messinger", "id": "/en/alida_rockefeller_messinger", "start": "1948" },
        { "title": "John D. Rockefeller 3rd", "start": "1906-03-21", "end": "1978-07-10", "durationEvent": true,
          "icon": "http://www.freebase.com/api/trans/image_thumb/1" },
        { "start": "1926", "end": "1927", "title": "Still Life", "description": "by <i>Picasso</i>,\n Spanish &amp; painter",
          "image": "http://images.allposters.com/a.jpg", "link": "http://www.allposters.com/1_.htm", "isDuration": true,
          "color": "red", "textColor": "green" }
    ]
}`, `
Untitled timeline: 
lane events "Events" 
1948 | Alida Rockefeller Messinger | en-alida-rockefeller-messinger | events | ""
1906-03-21/1978-07-10 | John D. Rockefeller 3rd | john-d-rockefeller-3rd | events | ""
1926/1927 | Still Life | still-life | events | "by Picasso, Spanish & painter"
  claim http-www-allposters-com-1-htm ""
source http-www-allposters-com-1-htm "http://www.allposters.com/1_.htm" "" http://www.allposters.com/1_.htm
- the field wikiURL has no place in Dateline: "http://simile.mit.edu/shelf/"
- the field wikiSection has no place in Dateline: "Simile Cubism Timeline"
- event “Alida Rockefeller Messinger”: its identifier “/en/alida_rockefeller_messinger” is “en-alida-rockefeller-messinger” in Dateline
- event “John D. Rockefeller 3rd”: the field icon has no place in Dateline: "http://www.freebase.com/api/trans/image_thumb/1"
- event “Still Life”: formatting (i) in the description is left out
- event “Still Life”: its colour #FF0000 is left out: in Dateline lanes have colours
- event “Still Life”: the field image has no place in Dateline: "http://images.allposters.com/a.jpg"
- event “Still Life”: the field textColor has no place in Dateline: "green"
* The file has no title.
* “isDuration” is taken at its word; SIMILE itself turns it round in JSON.
`},
		{"short names, one colour", `{"dateTimeFormat":"iso8601","events":[
{"s":"1924","t":"a","d":"A","color":"#58A0DC","eid":"e1","c":"k"},
{"s":"1925","e":"1926","t":"b","de":false,"color":"#58a0dc","caption":"cap"},
{"s":1927,"ls":"1929","start":"","t":"c","color":"#58A0DC"}]}`, `
Untitled timeline: 
lane events "Events" #58A0DC
1924 | a | e1 | events | "A"
[1925..1926] | b | b | events | ""
[1927..1929] | c | c | events | ""
- event “a”: the field c has no place in Dateline: "k"
- event “b”: the field caption has no place in Dateline: "cap"
* The file has no title.
`},
		{"XML", `<?xml version="1.0" encoding="utf-8"?>
<data wiki-url="http://w/">
    <!-- Source: http://en.wikipedia.org/wiki/Monet -->
    <event
        start="May 28 2006 09:00:00 GMT"
        end="Jun 15 2006 09:00:00 GMT"
        isDuration="true"
        title="Writing Timeline documentation"
        image="http://simile.mit.edu/images/csail-logo.gif"
        >
        A few days to write for &lt;a href="http://simile.mit.edu/timeline/"&gt;Timeline&lt;/a&gt;.
        </event>
    <event start="Jun 16 2006 00:00:00 GMT" end="Jun 26 2006 00:00:00 GMT" title="Friend's wedding">
        I'm not sure precisely when my friend's wedding is.
        </event>
    <event start="Sat May 20 1961 00:00:00 GMT-0600" title="'Bay of Pigs' &amp; Invasion" link="/x"></event>
    <event start='200 BC' end='100 AD' isDuration="true" title="Canonicalization"><b class="q">bold</b> text</event>
    <event start='125' isDuration="true" title="Baryonyx"/>
    <event start='115' end='105' isDuration="true" title="Backwards"/>
</data>`, `
Untitled timeline: 
lane events "Events" 
2006-05-28T09:00:00Z/2006-06-15T09:00:00Z | Writing Timeline documentation | writing-timeline-documentation | events | "A few days to write for Timeline (http://simile.mit.edu/timeline/)."
[2006-06-16..2006-06-26] | Friend's wedding | friend-s-wedding | events | "I'm not sure precisely when my friend's wedding is."
1961-05-20 | 'Bay of Pigs' & Invasion | bay-of-pigs-invasion | events | ""
-0199/0100 | Canonicalization | canonicalization | events | "text"
0125/ | Baryonyx | baryonyx | events | ""
0115 | Backwards | backwards | events | ""
- the field wiki-url has no place in Dateline: “http://w/”
- the field comment has no place in Dateline: “Source: http://en.wikipedia.org/wiki/Monet”
- event “Writing Timeline documentation”: the field image has no place in Dateline: “http://simile.mit.edu/images/csail-logo.gif”
- event “'Bay of Pigs' & Invasion”: its link is not an address of the web: “/x”
- event “Canonicalization”: the field element <b> class has no place in Dateline: “q”
- event “Canonicalization”: the field element <b> has no place in Dateline: “bold”
- event “Backwards”: its end, 0105, is before its start: it is left out
* The file has no title.
* Dates with the time 00:00:00 are read as whole days.
`},
		{"XML in another encoding", "<?xml version='1.0' encoding='ISO-8859-1'?><data date-time-format='iso8601'>stray<event start='1950' title='Caf\xe9'/></data>", `
Untitled timeline: 
lane events "Events" 
1950 | Café | cafe | events | ""
- the field text has no place in Dateline: “stray”
* The file is read as Windows-1252.
* The file has no title.
`},
		{"imprecise dates", `{"events":[
{"title":"start to latestStart","start":"2006-06-16","latestStart":"2006-06-26"},
{"title":"a year","start":"2006-01-01","latestStart":"2006-12-31"},
{"title":"a month","start":"2006-02-01","end":"2006-02-28","durationEvent":"false"},
{"title":"years","start":"2006","end":"2008-12-31T23:59:59","durationEvent":false},
{"title":"all four","start":"1961-01-01","latestStart":"1961-12-31","earliestEnd":"1963-02-01","end":"1963-02-28","durationEvent":true},
{"title":"between","start":"1961-05-03","latestStart":"1961-05-20","earliestEnd":"1963","end":"1965-07","durationEvent":true},
{"title":"far apart","start":"-0010","latestStart":"0010","end":"0050"},
{"title":"end unknown","start":"1961","earliestEnd":"1963"},
{"title":"lasting, no end","start":"1961","durationEvent":true},
{"title":"start unknown","end":"1963"},
{"title":"some time before","end":"1963","durationEvent":false},
{"title":"all four, not lasting","start":"1961","latestStart":"1962","earliestEnd":"1963","end":"1964","durationEvent":false},
{"title":"latestStart too early","start":"1961","latestStart":"1960"},
{"title":"BCE","start":"-0044-01-01","latestStart":"-0043-06","end":"0001"},
{"title":"nothing","latestStart":"1961"},
{"title":"not lasting, earliestEnd","start":"1961","earliestEnd":"1963","durationEvent":false},
{"title":"the same","start":"1961-02-03","end":"1961-02-03","durationEvent":false},
{"title":"fraction","start":"1961-02-03T04:05:06.5Z"},
{"title":"colour","start":"1961","color":"rgb(1,2,3)"},
7
],"dateTimeFormat":"julian"}`, `
Untitled timeline: 
lane events "Events" 
[2006-06-16..2006-06-26] | start to latestStart | start-to-lateststart | events | ""
2006 | a year | a-year | events | ""
2006-02 | a month | a-month | events | ""
[2006..2008] | years | years | events | ""
1961/1963-02 | all four | all-four | events | ""
1961-05/196X | between | between | events | ""
/0050 | far apart | far-apart | events | ""
1961/ | end unknown | end-unknown | events | ""
1961/ | lasting, no end | lasting-no-end | events | ""
/1963 | start unknown | start-unknown | events | ""
[..1963] | some time before | some-time-before | events | ""
[1961..1964] | all four, not lasting | all-four-not-lasting | events | ""
1961 | latestStart too early | lateststart-too-early | events | ""
-004X/0001 | BCE | bce | events | ""
[1961..1963] | not lasting, earliestEnd | not-lasting-earliestend | events | ""
1961-02-03 | the same | the-same | events | ""
1961-02-03T04:05:06Z | fraction | fraction | events | ""
1961 | colour | colour | events | ""
- the dateTimeFormat “julian” is not known: dates are read by how they are written
- event “between”: its latestStart, 1961-05-20, makes it some time between 1961-05-03 and 1961-05-20: EDTF cannot say that of an end, and it is read as 1961-05
- event “between”: its earliestEnd, 1963, makes it some time between 1963 and 1965-07: EDTF cannot say that of an end, and it is read as 196X
- event “far apart”: it lies between -0010 and 0010, for which there is no date: it is read as not known
- event “end unknown”: its earliestEnd, 1963, is left out: the end is read as not known
- event “all four, not lasting”: its latestStart, 1962, is left out: it is some time between its start and its end
- event “all four, not lasting”: its earliestEnd, 1963, is left out: it is some time between its start and its end
- event “latestStart too early”: its latestStart, 1960, is before its start: it is left out
- event “BCE”: its latestStart, -0043-06, makes it some time between -0044-01-01 and -0043-06: EDTF cannot say that of an end, and it is read as -004X
- event “nothing”: the date 1961 is left out, as it has neither start nor end
- event “nothing”: the event is left out, as it has no date that can be read: “nothing”
- event “fraction”: the fraction of a second of its start is left out: “1961-02-03T04:05:06.5Z”
- event “colour”: its colour “rgb(1,2,3)” is none that Dateline reads
- event 20: it is not an event: 7
- event 20: the event is left out, as it has no date that can be read: it says nothing
* The file has no title.
`},
	})
}

// Dates as JavaScript reads them, at the precision in which they are written.
func TestReadScriptDate(t *testing.T) {
	tests := []struct{ text, want string }{
		{"May 20 2008 09:00:00 GMT-0600", "2008-05-20T09:00:00-06:00"},
		{"Tue, 20 May 2008 09:00:00 GMT", "2008-05-20T09:00:00Z"},
		{"Tue May 20 2008 09:00:00 GMT+0530 (India Standard Time)", "2008-05-20T09:00:00+05:30"},
		{"20 May 2008 09:00 EST", "2008-05-20T09:00-05:00"},
		{"May 20, 2008", "2008-05-20"},
		{"May 2008", "2008-05"},
		{"September 1 1939", "1939-09-01"},
		{"Sept. 1, 1939", "1939-09-01"},
		{"5/20/2008 9:05 PM", "2008-05-20T21:05"},
		{"5/20/2008 12:05 am", "2008-05-20T00:05"},
		{"5/20/2008", "2008-05-20"},
		{"2008", "2008"},
		{"2008-05", "2008-05"},
		{"20080520", "2008-05-20"},
		{"20080520T0905Z", "2008-05-20T09:05Z"},
		{"2008-05-20T09:05:06.000-0000", "2008-05-20T09:05:06Z"},
		{"2008-05-20T09+01", "2008-05-20T09+01:00"},
		{"+012345", "Y12345"},
		{"-000001", "-0001"},
		{"May 20 2008 09:00:00 GMT -0600", "2008-05-20T09:00:00-06:00"},
		{"5/20/08", ""},
		{"May 20", ""},
		{"20 2008", ""},
		{"May May 2008", ""},
		{"May 20 2008 2009", ""},
		{"May 20 21 2008", ""},
		{"May 20 2008 9:00 9:00", ""},
		{"May 2008 9:00", ""},
		{"May 20 2008 13:00 PM", ""},
		{"May 20 2008 +0100 Z Z GMT-0200", ""},
		{"yesterday", ""},
		{"2008-05T09:00", ""},
		{"2008-W21", ""},
		{"2008-141", ""},
		{"2008-5-20", ""},
		{strings.Repeat("May ", 50), ""},
		{"", ""},
	}
	for _, test := range tests {
		got, _, ok := readScriptDate(test.text)
		if ok != (test.want != "") || ok && got.String() != test.want {
			t.Errorf("%q: got %v %v, want %q", test.text, got, ok, test.want)
		}
	}
}

func TestRefuseSimile(t *testing.T) {
	testRefusing(t, &Simile, map[string]string{
		"":                            "the file is empty",
		"{}":                          "it has no list “events”",
		"{'dateTimeFormat': 'x'}":     "Only strict JSON is read, no JavaScript",
		"// c\n{}":                    "line 1, column 1: this is not JSON",
		"<data>\n <event":             "line 2, column 8: this is not XML of SIMILE",
		"<data>\n <event></data>":     "line 2, column 16: this is not XML of SIMILE",
		"<timeline></timeline>":       "the first element is <timeline>, not <data>",
		"<!-- x -->":                  "there is no element <data>",
		"<data>&unknown;</data>":      "this is not XML of SIMILE",
		"<data><event title='\x01'/>": "this is not XML of SIMILE",
		"<":                           "this is not XML of SIMILE",
		strings.Repeat("<data>", 9):   "this is not XML of SIMILE",
	})
}

// Dates are written as imprecise as they are, in the order that SIMILE wants: start, latestStart, earliestEnd, end.
func TestSimileDates(t *testing.T) {
	tests := []struct{ date, start, latest, earliest, end, back string }{
		{"2008-04-09", "2008-04-09", "", "", "", "2008-04-09"},
		{"2015-11-13T21:16+01:00", "2015-11-13T21:16+01:00", "", "", "", "2015-11-13T21:16+01:00"},
		{"2006-05", "2006-05", "", "", "2006-05-31T23:59:59", "2006-05"},
		{"2013", "2013", "", "", "2013-12-31T23:59:59", "2013"},
		{"-0043", "-0043", "", "", "-0043-12-31T23:59:59", "-0043"},
		{"[2002..2012]", "2002", "", "", "2012-12-31T23:59:59", "[2002..2012]"},
		{"201X", "2010", "", "", "2019-12-31T23:59:59", "[2010..2019]"},
		{"1999/2000", "1999", "1999-12-31T23:59:59", "2000", "2000-12-31T23:59:59", "1999/2000"},
		{"1999/1999-06", "1999", "", "", "1999-06-30T23:59:59", "1999/1999-06-30"},
		{"2008-04-09/2008-05", "2008-04-09", "", "2008-05", "2008-05-31T23:59:59", "2008-04-09/2008-05"},
		{"2008-04-09/2008-04-12", "2008-04-09", "", "", "2008-04-12T23:59:59", "2008-04-09/2008-04-12"},
		{"201X/2020", "2010", "2019-12-31T23:59:59", "2020", "2020-12-31T23:59:59", "201X/2020"},
		{"2012/", "2012", "", "", "", "2012/"},
		{"2012/..", "2012", "", "", "", "2012/"},
		{"../2012", "2012", "", "", "2012-12-31T23:59:59", "2012/2012-12-31"},
		{"Y12345", "9999", "", "", "9999-12-31T23:59:59", "9999"},
	}
	for _, test := range tests {
		event, err := newSimileWriter(&Timeline{}).event(&Event{Date: test.date})
		if err != nil || event.Start != test.start || event.LatestStart != test.latest ||
			event.EarliestEnd != test.earliest || event.End != test.end {
			t.Errorf("%s: got %+v %v, want %+v", test.date, event, err, test)
		}
		if back := showSimile(&Timeline{})(&Event{Date: test.date}).date; back != test.back {
			t.Errorf("%s: comes back as %s, want %s", test.date, back, test.back)
		}
	}
}
