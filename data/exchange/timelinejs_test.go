package exchange

import "testing"

// Files as TimelineJS's own templates and examples have them (version 3.8), and as people write them.
func TestReadTimelineJS(t *testing.T) {
	testReading(t, &TimelineJSON, []readingCase{
		{"title, strings, media", `{
    "title": {
        "media": { "url": "//www.flickr.com/photos/tm_10001/2310475988/", "caption": "On tour.", "credit": "flickr/<a href='http://www.flickr.com/photos/tm_10001/'>tm_10001</a>" },
        "text": { "headline": "Whitney Houston<br/> 1963 - 2012", "text": "<p>Her voice.</p>" }
    },
    "events": [
      { "media": { "url": "/static/img/family.jpg", "caption": "Cissy", "credit": "" },
        "start_date": { "month": "8", "day": "9", "year": "1963" },
        "text": { "headline": "A Musical Heritage", "text": "<p>Born in <b>New Jersey</b>.</p>" } },
      { "media": { "url": "https://youtu.be/fSrO91XO1Ck", "caption": "", "credit": "<a href=\"http://unidiscmusic.com\">Unidisc Music</a>", "thumbnail": "t.png" },
        "start_date": { "year": "1978" }, "end_date": { "year": "1978", "month": "", "day": "" },
        "unique_id": "First Recording!", "autolink": false, "background": { "color": "#fff", "url": "" },
        "group": " Songs ",
        "text": { "headline": "First Recording", "text": "" } }
    ]
}`, `
Whitney Houston 1963 - 2012: Her voice.
lane events "Events" 
lane songs "Songs" 
1963-08-09 | A Musical Heritage | a-musical-heritage | events | "Born in New Jersey."
1978 | First Recording | first-recording | songs | ""
  claim https-youtu-be-fsro91xo1ck ""
source https-youtu-be-fsro91xo1ck "https://youtu.be/fSrO91XO1Ck" "Unidisc Music (http://unidiscmusic.com)" https://youtu.be/fSrO91XO1Ck
- the field title.media.url has no place in Dateline: "//www.flickr.com/photos/tm_10001/2310475988/"
- the field title.media.caption has no place in Dateline: "On tour."
- the field title.media.credit has no place in Dateline: "flickr/<a href='http://www.flickr.com/photos/tm_10001/'>tm_10001</a>"
- event “A Musical Heritage”: formatting (b) in the text is left out
- event “A Musical Heritage”: the media has no place in Dateline: “/static/img/family.jpg”, caption “Cissy”, credit “”
- event “First Recording”: the field media.thumbnail has no place in Dateline: "t.png"
- event “First Recording”: the field autolink has no place in Dateline: false
- event “First Recording”: the field background has no place in Dateline: { "color": "#fff", "url": "" }
- event “First Recording”: its identifier “First Recording!” is “first-recording” in Dateline
`},
		{"eras, numbers, BCE, times", `{"scale":"cosmological","events":[
{"start_date":{"year":-43,"month":3,"day":15},"text":{"headline":"Caesar"}},
{"start_date":{"year":-1},"end_date":{"year":1},"text":{"headline":"No year 0"}},
{"start_date":{"year":0},"text":{"headline":"Year 0"}},
{"start_date":{"year":"-13800000000"},"text":{"headline":"Big Bang"}},
{"start_date":{"year":-99999},"text":{"headline":"BCE"}},
{"start_date":{"year":12345,"month":6},"text":{"headline":"Far"}},
{"start_date":{"year":2015,"month":11,"day":13,"hour":"21","minute":"16"},"end_date":{"year":2015,"month":11,"day":13,"hour":"21","minute":"20","second":5,"millisecond":7},"text":{"headline":"Minutes"}},
{"start_date":{"year":2015,"month":11,"day":13,"hour":"7","minute":"","second":"","millisecond":"","format":"hh"},"text":{"headline":"Hour"}},
{"start_date":{"year":2015,"month":11,"day":14,"hour":0,"minute":0,"second":0},"text":{"headline":"Midnight"}}
],"eras":[{"start_date":{"year":"600"},"end_date":{"year":"650"},"text":{"headline":"Era","text":""}}]}`, `
Untitled timeline: 
lane events "Events" 
lane eras "Eras" 
-0042-03-15 | Caesar | caesar | events | ""
0000/0001 | No year 0 | no-year-0 | events | ""
0000 | Year 0 | year-0 | events | ""
Y-13800000000 | Big Bang | big-bang | events | ""
Y-99998 | BCE | bce | events | ""
Y12345 | Far | far | events | ""
2015-11-13T21:16/2015-11-13T21:20:05 | Minutes | minutes | events | ""
2015-11-13T07 | Hour | hour | events | ""
2015-11-14 | Midnight | midnight | events | ""
0600/0650 | Era | era | eras | ""
- event “Year 0”: the year 0 of its start_date does not exist: it is read as 1 BCE
- event “Far”: the date “{"year":12345,"month":6}” is read as Y12345: more of it is not in the calendar
- event “Minutes”: the 7 milliseconds of its end_date are left out
- event “Hour”: the field start_date.format has no place in Dateline: "hh"
* The file has no title.
* Dates with the time 00:00:00 are read as whole days.
`},
		{"dates that are wrong", `{"title":{"text":{"headline":"T"}},"events":[
{"start_date":{"year":""},"text":{"headline":"No year","text":"lost?"}},
{"start_date":{"year":"","month":"3"},"text":{"headline":"Month only"}},
{"start_date":{"year":"about 1990"},"text":{"headline":"Words"}},
{"start_date":{"year":2001,"month":2,"day":31},"text":{"headline":"31 February"}},
{"start_date":{"year":2001,"day":5},"text":{"headline":"No month"}},
{"start_date":{"year":2001},"end_date":{"year":1999},"text":{"headline":"Backwards"}},
{"start_date":"2001","text":{"headline":"A text"}},
{"end_date":{"year":2001},"text":{"headline":"Only an end"}},
{"start_date":{"year":99999999999999},"text":{"headline":"Too far"}},
{"start_date":{"year":2001},"text":{"headline":""}},
"what",
{"start_date":{"year":2001,"year":2002},"text":{"headline":"Twice"}}
]}`, `
T: 
lane events "Events" 
2001-02 | 31 February | 31-february | events | ""
2001 | No month | no-month | events | ""
2001 | Backwards | backwards | events | ""
2001 | Untitled | untitled | events | ""
2002 | Twice | twice | events | ""
- event “No year”: the event is left out, as it has no date that can be read: “No year; lost?”
- event “Month only”: its start_date has no year: {"year":"","month":"3"}
- event “Month only”: the event is left out, as it has no date that can be read: “Month only”
- event “Words”: the year of its start_date is not a number that it can be: “about 1990”
- event “Words”: the event is left out, as it has no date that can be read: “Words”
- event “31 February”: the date “{"year":2001,"month":2,"day":31}” is read as 2001-02: more of it is not in the calendar
- event “No month”: the day 5 of its start_date is left out, as what should be before it is missing
- event “Backwards”: its end, 1999, is before its start: it is left out
- event “A text”: its start_date is not a date: "2001"
- event “A text”: the event is left out, as it has no date that can be read: “A text”
- event “Only an end”: it has an end, 2001, but no start that can be read
- event “Only an end”: the event is left out, as it has no date that can be read: “Only an end”
- event “Too far”: the date “{"year":99999999999999}” is none that Dateline can hold
- event “Too far”: the event is left out, as it has no date that can be read: “Too far”
- event 10: it has no title: it is called “Untitled”
- event 11: it is not a slide: "what"
- event 11: the event is left out, as it has no date that can be read: it says nothing
- event “Twice”: the field start_date.year has no place in Dateline: 2001
`},
		{"display dates and quotations", `{"title":{"text":{"headline":"T"}},"events":[
{"start_date":{"year":1200,"display_date":"c. 1200"},"display_date":"","text":{"headline":"About","text":"Text."}},
{"start_date":{"year":1201},"display_date":"1201","text":{"headline":"The same"}},
{"start_date":{"year":1948,"month":3,"day":14},"text":{"headline":"Quoted"},"media":{"url":"<blockquote>There is no demand. <cite>Edith Clarke</cite></blockquote>","credit":"","caption":"cap"}},
{"start_date":{"year":1949},"text":{"headline":"Credited"},"media":{"url":"<blockquote>Q &amp; A</blockquote>","credit":"The Paper","link":"https://p.example/a"}},
{"start_date":{"year":1950},"text":{"headline":"Page"},"media":{"url":"https://en.wikipedia.org/wiki/X","caption":"X"}},
{"start_date":{"year":1951},"text":{"headline":"Same page"},"media":{"url":"https://en.wikipedia.org/wiki/X","caption":"X"}},
{"start_date":{"year":1951},"text":{"headline":"No credit"},"media":{"url":"<blockquote>Q</blockquote>","link":"/x"}},
{"start_date":{"year":1952},"text":{"headline":"Picture"},"media":{"url":"https://x.example/a.JPG?x=1","caption":"C","credit":"P"}}
]}`, `
T: 
lane events "Events" 
1200 | About | about | events | "Start as shown: c. 1200\n\nText."
1201 | The same | the-same | events | ""
1948-03-14 | Quoted | quoted | events | ""
  claim edith-clarke "There is no demand."
1949 | Credited | credited | events | ""
  claim the-paper "Q & A"
1950 | Page | page | events | ""
  claim x ""
1951 | Same page | same-page | events | ""
  claim x ""
1951 | No credit | no-credit | events | ""
  claim quotation-without-credit "Q"
1952 | Picture | picture | events | ""
source edith-clarke "Edith Clarke" "" 
source the-paper "The Paper" "" https://p.example/a
source x "X" "" https://en.wikipedia.org/wiki/X
source quotation-without-credit "Quotation without credit" "" 
- event “About”: “c. 1200” is shown in place of its start 1200: that is kept in the summary
- event “Quoted”: the caption of the media has no place in Dateline: “cap”
- event “No credit”: the link of the media is not an address of the web: “/x”
- event “Picture”: the media has no place in Dateline: “https://x.example/a.JPG?x=1”, caption “C”, credit “P”
`},
		{"nothing in it", `{"events":[],"scale":"geological"}`, `
Untitled timeline: 
lane events "Events" 
- the scale “geological” is not known
* The file has no title.
`},
		{"strange characters", "\ufeff{\"events\":[{\"start_date\":{\"year\":\"1\"},\"text\":{\"headline\":\"\u202ea\\u0007 \\ud83d\",\"text\":\"x\"}}],\"x\":{\"y\":null}}", `
Untitled timeline: 
lane events "Events" 
0001 | ` + "\u202ea\u0007 \ufffd" + ` | a | events | "x"
* Half of a character, such as \ud83d, is in 1 of the texts: it is shown as �.
* The file has no title.
`},
	})
}

func TestRefuseTimelineJS(t *testing.T) {
	testRefusing(t, &TimelineJSON, map[string]string{
		"":                       "the file is empty",
		" \n ":                   "the file is empty",
		"{}":                     "it has no list “events”",
		`{"events":{}}`:          "it has no list “events”",
		`[]`:                     "it has no list “events”",
		`"x"`:                    "it has no list “events”",
		"{\n \"events\": [}":     "line 2, column 13: this is not JSON",
		"{\n \"events\": [1,\n2": "line 3, column 2: this is not JSON",
		"{'events':[]}":          "Only strict JSON is read, no JavaScript",
		"var x = {};":            "line 1, column 1: this is not JSON",
		"{\"events\":[] // c\n}": "line 1, column 14: this is not JSON",
		"é\n  é":                 "line 1, column 1: this is not JSON",
		`{"timeline":{"headline":"x","type":"default","date":[]}}`: "TimelineJS 2",
		"\x89PNG\r\n\x1a\n": "picture",
	})
}
