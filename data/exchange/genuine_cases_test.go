package exchange

// genuineCase is what a file in testdata/genuine is read as.
type genuineCase struct {
	file, format string
	losses       int // how many
	notes        int
	events       string   // each in a line as genuineLine has it, in the order of the file
	says         []string // is in the losses
	noted        []string // is in the notes
}

var genuineCases = []genuineCase{
	{
		file: "aeon-timeline-2-events.csv", format: "csv", losses: 0, notes: 1,
		events: `
-0030-09-02T00:00:00 | Actium | Events | tags sea; war | people Agrippa; Octavian; Antony | places Ambracian Gulf
0000-12-17T00:00:00/0001-02-25T00:00:00 | Across the era | Events
0009-09-09T00:00:00/0009-09-12T00:00:00 | Teutoburg | Events | people Arminius; Varus | places Kalkriese
1933-02-07T13:20:00/1933-02-07T13:30:00 | Suspect interviewed | Events | tags Alibi; Clue | people The Valet; Poirot
`,
		noted: []string{
			`“Start Date” is the start, “Duration” is kept in the summary, “End Date” is the end`,
			`“Participant” is people`,
		},
	},
	{
		file: "calcurse-4.7.1-export.ics", format: "icalendar", losses: 3, notes: 2,
		events: `
1918-11-09 | Abdankung des Kaisers | Events
1949-10-07 | Gründung der DDR | Events
2024-03-01T18:00/2024-03-01T19:00 | Stammtisch | Events
1953-06-17T06:15/1953-06-17T21:00 | Volksaufstand – Generalstreik, Ausnahmezustand | Events
`,
		says: []string{
			`line 18: “Stammtisch” repeats`,
			`the VALARM of “Stammtisch” is left out`,
			`the task “Archiv aufräumen” is left out`,
		},
		noted: []string{
			`The calendar has no name.`,
		},
	},
	{
		file: "datebook-8.0.1-event.ics", format: "icalendar", losses: 3, notes: 3,
		events: `
2022-07-08T19:00Z/2022-07-08T23:30Z | Happy Hour | Events | places The Bar, New York, NY
`,
		says: []string{
			`CLASS of “Happy Hour” is left out: PUBLIC`,
			`RRULE FREQ=WEEKLY;INTERVAL=2`,
		},
		noted: []string{
			`DTSTAMP`,
		},
	},
	{
		file: "gnumeric-1.12.55-semicolons-windows-1252.csv", format: "csv", losses: 0, notes: 4,
		events: `
1919-04-01/1933-04-11 | Staatliches Bauhaus; Weimar, Dessau, Berlin | Events | tags Kunst; Schule | places Weimar | from https://example.org/bauhaus
1926-12-04 | Einweihung des Gebäudes | Events | tags Architektur | places Dessau
1932-09-30 | Schließung (Straße Nr. 13) | Events | places Dessau-Roßlau
1923 | Nur ein Jahr | Events | places Weimar
`,
		noted: []string{
			`read as Windows-1252`,
			`parted by semicolons`,
			`“Betrag” is kept in the summary`,
			`Commas part several tags`,
		},
	},
	{
		file: "gnumeric-1.12.55-tabs-utf-16.tsv", format: "tsv", losses: 0, notes: 3,
		events: `
1919-04-01/1933-04-11 | Staatliches Bauhaus; Weimar, Dessau, Berlin | Events | tags Kunst; Schule | places Weimar | from https://example.org/bauhaus
1926-12-04 | Einweihung des Gebäudes | Events | tags Architektur | places Dessau
1932-09-30 | Schließung (Straße Nr. 13) | Events | places Dessau-Roßlau
1923 | Nur ein Jahr | Events | places Weimar
`,
		noted: []string{
			`read as UTF-16, little-endian`,
		},
	},
	{
		file: "gnumeric-1.12.55-us-shown.csv", format: "csv", losses: 0, notes: 2,
		events: `
2003-02-01T08:59 | Contact lost | Events | people Mission Control
2003-01-16T10:39 | Launch | Events | people KSC
2003-12-09T00:00 | Follow-up | Events | people CAIB
`,
		noted: []string{
			`read as month, day, year, because of 1/16/2003 10:39`,
		},
	},
	{
		file: "ical-generator-10.2.0-timezone.ics", format: "icalendar", losses: 19, notes: 3,
		events: `
2025-12-24T17:00+01:00/2025-12-24T19:30+01:00 | Bachs „Weihnachtsoratorium“ – Kantaten I–III; Chor, Orchester & Gäste über die Jahre | Konzerte in Köln | tags Chor; Weihnachten, Advent | people Büro für Konzerte; Jörg Müller | places Gürzenich ⏎ Martinstraße 29–37, 50667 Köln | from https://example.org/e1
2026-02-12/2026-02-17 | Straßenkarneval | Konzerte in Köln
2026-03-01T10:00+01:00 | Matinée | Konzerte in Köln
2026-04-03 | Karfreitag | Konzerte in Köln
`,
		says: []string{
			`X-WR-TIMEZONE of the calendar is left out: Europe/Berlin`,
			`only the name is kept: MAILTO:jm@example.org`,
			`X-ALT-DESC`,
			`“Matinée” repeats`,
			`GEO of`,
			`the VALARM of`,
		},
		noted: []string{
			`“Europe/Berlin” have the offset`,
			`read to the minute`,
		},
	},
	{
		file: "icalendar-4.0.3-newyork.ics", format: "icalendar", losses: 6, notes: 3,
		events: `
2018-07-04T11:00:00-04:00/2018-07-04T23:59:30-04:00 | Grand Opening, with “quotes”; semicolons \ and a rather long title that has to be folded – größer als 75 Oktette | Events | tags Museum; Übersicht | people Ada, the curator | places Ellis Island
1892-01-01 | Founding day | Events
1954-11-12/1954-11-14 | Closed | Events
`,
		says: []string{
			`“Founding day” repeats`,
			`the task “Paint the hall” is left out`,
			`the journal entry “Diary” is left out`,
			`PRIORITY of`,
		},
		noted: []string{
			`“America/New_York” have the offset`,
		},
	},
	{
		file: "ics-3.12.0-events.ics", format: "icalendar", losses: 14, notes: 2,
		events: `
2024-05-30T06:30Z/2024-05-30T13:00Z | Bolder Boulder | Läufe | tags 10k races; Memorial Day Weekend | people Admin; Adam Gibbons; Brittany Seaton | places Folsom Field | from http://www.bolderboulder.com/
2024-06-15/2024-06-16 | Zwei Tage | Läufe
2024-06-15T18:05/2024-06-15T19:05 | Local time; no zone | Läufe
`,
		says: []string{
			`METHOD of the calendar`,
			`STATUS of “Bolder Boulder” is left out: CONFIRMED`,
			`EXDATE 20240616T180500Z`,
			`LAST-MODIFIED of`,
		},
		noted: []string{
			`read to the minute`,
		},
	},
	{
		file: "khal-0.10.5-berlin.ics", format: "icalendar", losses: 1, notes: 4,
		events: `
2015-11-13T19:00+01:00/2015-11-13T20:30+01:00 | Lesung: Die Straße der Ölsardinen, vorgelesen von der Autorin selbst | Events | tags Kultur; Lesung | places Café Zürich
`,
		says: []string{
			`the VALARM of “Lesung`,
		},
		noted: []string{
			`“Europe/Berlin” have the offset`,
		},
	},
	{
		file: "khal-0.10.5-new-york.ics", format: "icalendar", losses: 1, notes: 4,
		events: `
2016-01-04T18:00-05:00/2016-01-04T19:00-05:00 | Call | Events
`,
		says: []string{
			`RRULE FREQ=WEEKLY;UNTIL=20161231T050000Z`,
		},
		noted: []string{
			`“America/New_York” have the offset`,
		},
	},
	{
		file: "plaso-20260720-dynamic.csv", format: "timesketch", losses: 2, notes: 0,
		events: `
2013-12-30T20:16:00+00:00 | OS:/srv/übergabe.odt Type: file | Content Modification Time
2013-12-30T20:16:00+00:00 | OS:/srv/übergabe.odt Type: file | Last Access Time | tags browser_search
2013-12-30T20:17:01+00:00 | Cron ran: backup for user: root pid: 31051 | Content Modification Time
`,
		says: []string{
			`line 3: the fraction of a second is left out: .846326`,
			`line 5: the row is not taken: “0000-00-00T00:00:00.000000+00:00” is no date`,
		},
	},
	{
		file: "plaso-20260720-json-line.jsonl", format: "timesketch-jsonl", losses: 2, notes: 1,
		events: `
2013-12-30T20:16:00Z | [sshd, pid: 30840] session opened for user mü | Content Modification Time
2013-12-30T20:16:00Z | OS:/srv/a Type: file | Last Access Time | tags application_execution
`,
		says: []string{
			`line 2: the fraction of a second is left out: .846326`,
			`line 3: the row is not taken: it has no date; its title is “https://example.org/ (_ga)”`,
		},
		noted: []string{
			`The time of 2 events is read of their timestamp`,
		},
	},
	{
		file: "prettier-3.10.1-wrapped.md", format: "markdown", losses: 11, notes: 0,
		events: `
1957-10-04 | Sputnik 1, the first satellite | Early
1961-04-12 | Gagarin flies; see Wikipedia (https://en.wikipedia.org/wiki/Vostok_1) | Early
1965-03-18 | Leonow leaves Woschod 2 | Early
1969-07-20 | "The Eagle has landed", about 20:17 UTC | Early
1981-04-12 | Columbia (STS-1) | Later
1986-01-28 | Challenger lost | Later
`,
		says: []string{
			`line 4: emphasis is left out`,
			`- ca. 1972 something uncertain`,
			`| 2000–2011 | Assembly | |`,
			`2020-01-01 not an event`,
		},
	},
	{
		file: "sheetjs-0.18.5-semicolons.csv", format: "csv", losses: 2, notes: 4,
		events: `
9835 | Einweihung des Gebäudes | Events | tags Architektur | places Dessau
1923 | Nur ein Jahr | Events | places Weimar
`,
		says: []string{
			`“12155” is no end that can be read; its title is “Staatliches Bauhaus; Weimar, Dessau, Berlin”`,
			`“11962” is no date`,
		},
		noted: []string{
			`days since 1900`,
		},
	},
	{
		file: "simile-2.3.0-events.json", format: "simile", losses: 12, notes: 2,
		events: `
190X/190X | Blue period | Events
1907-06-15 | A canvas finished | Events | from https://example.org/canvas
[1914-08-02..1914-08-09] | Some day that week | Events
-0300-07 | Long before | Events
1937-04-26T16:30:00+01:00/1937-04-26T19:45:00+01:00 | An afternoon | Events
`,
		says: []string{
			`its latestStart, 1901, makes it some time between 1900 and 1901`,
			`its colour #0000FF is left out`,
			`the field trackNum`,
			`the field wikiURL`,
		},
		noted: []string{
			`00:00:00 are read as whole days`,
		},
	},
	{
		file: "simile-2.3.0-events.xml", format: "simile", losses: 11, notes: 2,
		events: `
1799-11-09 | Consulate begins | Events | from https://example.org/consulate
1812/181X | Russian campaign | Events
[1769..1770] | Born about then | Events
1821-05-05T17:49:00+01:00 | Death at Longwood | Events
-0043 | Ides of March | Events
`,
		says: []string{
			`its earliestEnd, 1812-12-01, makes it some time between 1812-12-01 and 1813-01-01`,
			`the field image has no place in Dateline: “images/consul.png”`,
			`the field caption`,
			`formatting (b)`,
		},
		noted: []string{
			`00:00:00 are read as whole days`,
		},
	},
	{
		file: "sleuthkit-4.11.1-mactime-iso.csv", format: "csv", losses: 2, notes: 1,
		events: `
2013-01-01T00:00:00Z | /etc/passwd | m.c.
2013-12-30T19:00:00Z | /home/müller/Dokumente/brief, endgültig.odt | ...b
2013-12-30T20:16:00Z | /home/müller/Dokumente/brief, endgültig.odt | .a..
2013-12-30T20:16:01Z | /home/müller/Dokumente/brief, endgültig.odt | m.c.
2013-12-30T20:17:00Z | /tmp/.x (deleted) | ..c.
2013-12-30T20:17:00Z | /etc/passwd | .a..
`,
		says: []string{
			`line 2: the row is not taken: “0000-00-00T00:00:00Z” is no date`,
			`its title is “/etc/passwd”`,
		},
		noted: []string{
			`“UID” is kept in the summary`,
			`“File Name” is the title`,
		},
	},
	{
		file: "sleuthkit-4.11.1-mactime-words.csv", format: "csv", losses: 2, notes: 1,
		events: `
2013-01-01T01:00:00 | /etc/passwd | m.c.
2013-12-30T20:00:00 | /home/müller/Dokumente/brief, endgültig.odt | ...b
2013-12-30T21:16:00 | /home/müller/Dokumente/brief, endgültig.odt | .a..
2013-12-30T21:16:01 | /home/müller/Dokumente/brief, endgültig.odt | m.c.
2013-12-30T21:17:00 | /tmp/.x (deleted) | ..c.
2013-12-30T21:17:00 | /etc/passwd | .a..
`,
		says: []string{
			`line 2: the row is not taken: “Xxx Xxx 00 0000 00:00:00” is no date`,
		},
		noted: []string{
			`“File Name” is the title`,
		},
	},
	{
		file: "timeline-project-2.3.0-gregorian.timeline", format: "timeline-project", losses: 13, notes: 6,
		events: `
1812-09-07/1812-09-08 | Russian campaign | War
1804-12-02 | Coronation | Events
1805-10-21T11:45/1805-10-21T16:30 | Trafalgar | War + At sea | tags battle; navy | from https://example.org/trafalgar; https://example.org/nelson
1815-06-18/1815-06-19 | Waterloo | War
1814-11-01~/1815-06-10~ | (Vienna) congress | Peace & <order>
-0044-03-15 | Ides of March | Events
2001-01-01/.. | Still going | Peace & <order>
1799-11-09T12:00:05 | [18] Brumaire | Events
1812-09-07/1812-09-08 | Borodino | War
1821-05-05T17:49 | Death at Longwood | Events
1804-05-18/1814-04-11 | First Empire | Eras
`,
		says: []string{
			`the category “At sea” is below “War”`,
			`“Coronation” was a milestone`,
			`the progress of “Trafalgar” is left out: 100 %`,
			`the alert of “(Vienna) congress” is left out`,
			`was locked`,
			`the icon of “Death at Longwood”`,
			`further colours of the category “Peace & <order>”`,
			`the period that the window showed`,
			`“At sea” was hidden`,
		},
		noted: []string{
			`2.3.0 development`,
			`Fuzzy events`,
			`Eras are read`,
			`it shows days alone`,
		},
	},
	{
		file: "timelinejs-3.9.11-sheet-gnumeric-1.12.55.csv", format: "timelinejs-sheet", losses: 8, notes: 0,
		events: `
-0238-05-25 | First record | China | from https://example.org/shiji
1066-04 | Before Hastings | Europe
1758-12-25/1759-03-13 | Palitzsch recovers it | Europe | from https://en.wikipedia.org/wiki/Halley%27s_Comet
1986-03-14T00:03:02 | Giotto passes | Spacecraft | from https://www.youtube.com/watch?v=abc
1986-03-06T07:20:00/1986-03-09T19:20:00 | Vega 1 and 2 | Spacecraft
1850/1900 | Photography begins | Eras
`,
		says: []string{
			`the Media of the title is left out`,
			`line 6: the Media Thumbnail is left out`,
			`line 4: the Background is left out`,
		},
	},
	{
		file: "timelinejs-3.9.11-sheet.json", format: "timelinejs", losses: 9, notes: 0,
		events: `
-0238-05-25 | First record | China | from https://example.org/shiji
1066-04 | Before Hastings | Europe | from Bayeux Tapestry
1758-12-25/1759-03-13 | Palitzsch recovers it | Europe | from https://en.wikipedia.org/wiki/Halley%27s_Comet
1986-03-14T00:03:02 | Giotto passes | Spacecraft | from https://www.youtube.com/watch?v=abc
1986-03-06T07:20/1986-03-09T19:20 | Vega 1 and 2 | Spacecraft
1850/1900 | Photography begins | Eras
`,
		says: []string{
			`“spring of 240 BCE” is shown in place of its date -0238-05-25`,
			`the field background has no place`,
			`the field media.thumbnail`,
			`the field title.media.url`,
		},
	},
	{
		file: "vis-data-8.0.6-items.json", format: "vis", losses: 12, notes: 3,
		events: `
-1273-05-01 | Battle of Kadesh | egypt
-0746-02-26 | Era of Nabonassar (https://example.org/nabonassar) | babylon
-0646-01-01/-0626-12-31 | Reign of Kandalanu | babylon
1965-07-15T01:00:57Z | Mariner 4 passes Mars | 3
1975-08-20T21:22:00Z/1982-11-11T00:00:00Z | Viking 1 & 2 | 3
1965-07-14/1965-07-15 | Untitled | Background
2008-05-25T23:53:44Z | Phoenix lands | 3
1997-07 | Line break | 3
2023-11-14T22:13:20Z | without an id | Events
`,
		says: []string{
			`the picture “mars.png”, described as “Mars” in the content is left out`,
			`the fraction of a second of its start is left out: 1700000000123`,
			`it is a background in vis`,
			`the field subgroup`,
			`the field className has no place in Dateline: "reign"`,
		},
		noted: []string{
			`vis draws a range up to the beginning of its end`,
			`00:00:00 are read as whole days`,
		},
	},
	{
		file: "vis-timeline-8.5.4-items-groups.json", format: "vis", losses: 20, notes: 3,
		events: `
-1273-05-01 | Battle of Kadesh | Egypt
-0746-02-26 | Era of Nabonassar (https://example.org/nabonassar) | Babylon
-0646-01-01/-0626-12-31 | Reign of Kandalanu | Babylon
1965-07-15T01:00:57Z | Mariner 4 passes Mars | Mars probes
1975-08-20T21:22:00Z/1982-11-11T00:00:00Z | Viking 1 & 2 | Mars probes
1965-07-14/1965-07-15 | Untitled | Background
2008-05-25T23:53:44Z | Phoenix lands | Mars probes
1997-07-01 | Line break | Mars probes
2023-11-14T22:13:20Z | without an id | Events
`,
		says: []string{
			`group 2: the field nestedGroups`,
			`group 4: the field subgroupStack`,
			`group 1: formatting (em)`,
			`2023-11-14T22:13:20.123Z`,
		},
		noted: []string{
			`vis draws a range up to the beginning of its end`,
		},
	},
	{
		file: "vobject-0.9.6.1-zurich.ics", format: "icalendar", losses: 2, notes: 3,
		events: `
1929-04-12T14:30/1929-04-12T15:00 | Überflug des Zeppelins über Zürich und den Bodensee bei stürmischem Wetter im Frühjahr | Events
1937-05-06 | Ende | Events | from https://example.org/lz129
`,
		says: []string{
			`line 23: the time zone “CET” has no offset then`,
		},
		noted: []string{
			`The calendar has no name.`,
		},
	},
}
