package exchange

import (
	"strings"
	"testing"
)

// Items and groups as the examples of vis-timeline 7 have them, in strict JSON.
func TestReadVis(t *testing.T) {
	testReading(t, &VisTimeline, []readingCase{
		{"a list of items", `[
  {"id": 1, "content": "item 1", "start": "2013-04-20"},
  {"id": 4, "content": "item <b>4</b><br>more", "start": "2013-04-16", "end": "2013-04-19", "title": "First.<br>Second."},
  {"id": "x", "content": "year", "start": "2013", "end": null, "className": "red", "style": "color: red;"},
  {"id": "x", "content": "no id", "start": "2013-05", "type": "point", "editable": {"remove": true}, "selectable": false}
]`, `
Untitled timeline: 
lane events "Events" 
2013-04-20 | item 1 | 1 | events | ""
2013-04-16/2013-04-19 | item 4 more | 4 | events | "First.\nSecond."
2013 | year | x | events | ""
2013-05 | no id | x-2 | events | ""
- event “item 4 more”: formatting (b) in the content is left out
- event “year”: the field className has no place in Dateline: "red"
- event “year”: the field style has no place in Dateline: "color: red;"
- event “no id”: the field editable has no place in Dateline: {"remove": true}
- event “no id”: the field selectable has no place in Dateline: false
- event “no id”: its identifier “x” is “x-2” in Dateline
* The file has no title.
* vis draws a range up to the beginning of its end: an end that is a day, a month or a year is read as one that still belongs to the range, as it is written.
`},
		{"groups", `{"groups":[
  {"id":"b","content":"Second","order":2,"nestedGroups":[1],"showNested":false,"visible":true},
  {"id":1,"content":"<i>First</i>","order":1,"style":"color: #abc; font-weight: bold","treeLevel":2,"title":"tip"},
  {"id":3,"content":"First","order":3},
  "no group"
],"items":[
  {"content":"a","start":"2014-01-01","group":1,"subgroup":"s"},
  {"content":"b","start":"2014-01-02","end":"2014-01-03","group":"b","type":"range"},
  {"content":"c","start":"2014-01-03","group":"not there"},
  {"content":"d","start":"2014-01-04","group":null},
  {"content":"e","start":"2014-01-05","end":"2014-01-06","type":"background"},
  {"content":"f","start":"2014-01-05","type":"cluster","group":3}
],"options":{"stack":false}}`, `
Untitled timeline: 
lane first "First" #AABBCC
lane second "Second" 
lane not-there "not there" 
lane events "Events" 
lane background "Background" 
2014-01-01 | a | a | first | ""
2014-01-02/2014-01-03 | b | b | second | ""
2014-01-03 | c | c | not-there | ""
2014-01-04 | d | d | events | ""
2014-01-05/2014-01-06 | e | e | background | ""
2014-01-05 | f | f | first | ""
- group 1: the field nestedGroups has no place in Dateline: [1]
- group 1: the field showNested has no place in Dateline: false
- group 1: the field visible has no place in Dateline: true
- group 2: formatting (i) in its content is left out
- group 2: the style “font-weight: bold” has no place in Dateline
- group 2: its level 2 has no place in Dateline: all lanes are equal
- group 2: the field title has no place in Dateline: "tip"
- group 3: another group has the same name: they are one lane in Dateline
- group 4: it is not a group: "no group"
- the field options has no place in Dateline: {"stack":false}
- event “a”: the field subgroup has no place in Dateline: "s"
- event “e”: it is a background in vis: it is an event like others in Dateline
- event “f”: its type “cluster” has no place in Dateline
* The file has no title.
* vis draws a range up to the beginning of its end: an end that is a day, a month or a year is read as one that still belongs to the range, as it is written.
`},
		{"all forms of dates", `{"items":[
  {"content":"ms","start":1388424976000},
  {"content":"ms midnight","start":1388361600000},
  {"content":"ms fraction","start":-1},
  {"content":"json","start":"2013-12-30T21:16:00.000Z"},
  {"content":"offset","start":"2013-12-30T21:16+0100"},
  {"content":"local","start":"2013-12-30 21:16:05.5"},
  {"content":"six digits","start":"-000043-03-15","end":"-000042-01-01"},
  {"content":"far","start":"+012345-01-01"},
  {"content":"asp","start":"/Date(1388424976000)/"},
  {"content":"script","start":"Mon Dec 30 2013 21:16:00 GMT+0100 (CET)"},
  {"content":"midnights","start":"2013-12-30T00:00:00","end":"2013-12-31T00:00:00.000"},
  {"content":"to midnight","start":"2013-12-30T21:00:00","end":"2013-12-31T00:00:00"},
  {"content":"last second","start":"2013-12-30T00:00:00","end":"2013-12-31T23:59:59"},
  {"content":"whole year","start":"2013-01-01","end":"2013-12-31T23:59:59.999"},
  {"content":"24 hours","start":"2013-12-30T24:00:00"},
  {"content":"backwards","start":"2013-12-30","end":"2013-12-29"},
  {"content":"zero","start":"2013-12-30","end":"2013-12-30"},
  {"content":"bad","start":"tomorrow"},
  {"content":"two digits","start":"1/2/85"},
  {"content":"huge","start":1e300},
  {"content":"bool","start":true},
  {"content":"list","start":[2013,1,1]},
  {"content":"only an end","end":"2013"},
  {"content":"nothing"},
  "no item"
]}`, `
Untitled timeline: 
lane events "Events" 
2013-12-30T17:36:16Z | ms | ms | events | ""
2013-12-30 | ms midnight | ms-midnight | events | ""
1969-12-31T23:59:59Z | ms fraction | ms-fraction | events | ""
2013-12-30T21:16:00Z | json | json | events | ""
2013-12-30T21:16+01:00 | offset | offset | events | ""
2013-12-30T21:16:05 | local | local | events | ""
-0043-03-15/-0042-01-01 | six digits | six-digits | events | ""
Y12345 | far | far | events | ""
2013-12-30T17:36:16Z | asp | asp | events | ""
2013-12-30T21:16:00+01:00 | script | script | events | ""
2013-12-30/2013-12-31 | midnights | midnights | events | ""
2013-12-30T21:00:00/2013-12-31T00:00:00 | to midnight | to-midnight | events | ""
2013-12-30/2013-12-31 | last second | last-second | events | ""
2013-01-01/2013-12-31 | whole year | whole-year | events | ""
2013-12-30 | 24 hours | 24-hours | events | ""
2013-12-30 | backwards | backwards | events | ""
2013-12-30 | zero | zero | events | ""
- event “ms fraction”: the fraction of a second of its start is left out: -1
- event “local”: the fraction of a second of its start is left out: "2013-12-30 21:16:05.5"
- event “far”: the date “"+012345-01-01"” is read as Y12345: more of it is not in the calendar
- event “whole year”: the fraction of a second of its end is left out: "2013-12-31T23:59:59.999"
- event “24 hours”: the date “"2013-12-30T24:00:00"” is read as 2013-12-30: more of it is not in the calendar
- event “backwards”: its end, 2013-12-29, is before its start: it is left out
- event “bad”: its start is not a date that can be read: "tomorrow"
- event “bad”: the event is left out, as it has no date that can be read: “bad”
- event “two digits”: its start is not a date that can be read: "1/2/85"
- event “two digits”: the event is left out, as it has no date that can be read: “two digits”
- event “huge”: its start is not a date that can be read: 1e300
- event “huge”: the event is left out, as it has no date that can be read: “huge”
- event “bool”: its start is not a date that can be read: true
- event “bool”: the event is left out, as it has no date that can be read: “bool”
- event “list”: its start is not a date that can be read: [2013,1,1]
- event “list”: the event is left out, as it has no date that can be read: “list”
- event “only an end”: it has an end, 2013, but no start that can be read
- event “only an end”: the event is left out, as it has no date that can be read: “only an end”
- event “nothing”: the event is left out, as it has no date that can be read: “nothing”
- event 25: it is not an item: "no item"
- event 25: the event is left out, as it has no date that can be read: it says nothing
* The file has no title.
* Dates with the time 00:00:00 are read as whole days.
* vis draws a range up to the beginning of its end: an end that is a day, a month or a year is read as one that still belongs to the range, as it is written.
`},
		{"a DataSet of vis 4", `{"items":{"_options":{},"_data":{"1":{"id":1,"content":"a","start":"2014"}},"length":1,"_fieldId":"id"},
"groups":{"g":{"id":"g","content":"<i>\u00a0G</i>"}}}`, `
Untitled timeline: 
lane g "\u00a0G" 
lane events "Events" 
2014 | a | 1 | events | ""
- group 1: formatting (i) in its content is left out
* The file has no title.
`},
	})
}

func TestRefuseVis(t *testing.T) {
	testRefusing(t, &VisTimeline, map[string]string{
		"":                                "the file is empty",
		`{"events":[]}`:                   "neither a list of items",
		`{"items":{"_data":{}}}`:          "JSON.stringify(items.get())",
		`{"items":{"a":1}}`:               "neither a list of items",
		`{"items":3}`:                     "neither a list of items",
		`[{id: 1}]`:                       "line 1, column 3: this is not JSON",
		"[{\"id\": 1, start: x}]":         "line 1, column 12: this is not JSON",
		"[{\"start\": new Date(2013,1)}]": "Only strict JSON is read, no JavaScript",
		"[1,]":                            "Only strict JSON is read, no JavaScript",
		strings.Repeat("[", 200) + strings.Repeat("]", 200): "line 1, column 101: lists and objects are nested too deeply",
		strings.Repeat("[", 20_000):                         "exceeded max depth",
	})
}

// Dates are written so that vis draws all of the time that they may be.
func TestVisDates(t *testing.T) {
	tests := []struct{ date, start, end string }{
		{"2008-04-09", "2008-04-09", ""},
		{"2015-11-13T21:16+01:00", "2015-11-13T21:16+01:00", ""},
		{"2015-11-13T21:16:05", "2015-11-13T21:16:05", ""},
		{"2015-11-13T21+01:00", "2015-11-13T21:00+01:00", "2015-11-13T21:59:59+01:00"},
		{"2006-05", "2006-05", "2006-05-31T23:59:59"},
		{"2013", "2013", "2013-12-31T23:59:59"},
		{"201X", "2010", "2019-12-31T23:59:59"},
		{"2010-22", "2010-06", "2010-08-31T23:59:59"},
		{"2016-03-22~", "2016-03-22", ""},
		{"1999/2000", "1999", "2000-12-31T23:59:59"},
		{"2008-04-09/2008-04-12", "2008-04-09", "2008-04-12T23:59:59"},
		{"2012/..", "2012", ""},
		{"2012/", "2012", ""},
		{"../2012-03", "2012-03", "2012-03-31T23:59:59"},
		{"[..1984]", "1984", "1984-12-31T23:59:59"},
		{"[2015-11-13T21:16Z,2015-11-14T01:00Z]", "2015-11-13T21:16:00Z", "2015-11-14T01:00:59Z"},
		{"[2015-11-13T21:16,2015-11-14T01:00]", "2015-11-13T21:16:00", "2015-11-14T01:00:59"},
		{"-0043-03-15", "-000043-03-15", ""},
		{"0000", "0000", "0000-12-31T23:59:59"},
		{"Y12345", "+012345", "+012345-12-31T23:59:59"},
		{"Y-17E7", "-271820", "-271820-12-31T23:59:59"},
	}
	for _, test := range tests {
		item, err := visItemOf(&Event{Date: test.date})
		if err != nil || item.Start != test.start || item.End != test.end {
			t.Errorf("%s: got %q %q %v, want %q %q", test.date, item.Start, item.End, err, test.start, test.end)
		}
	}
}
