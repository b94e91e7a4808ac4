// Package exchange reads timelines of other programs' formats and writes them: each format in files of its own, between
// the file and one neutral form, which is Dateline's own format with texts for everything. What a format cannot hold is
// said, item by item.
//
// The frame is in these files:
//
//   - timeline.go: the neutral form, [Format], [Result] and [Loss]
//   - formats.go: the list of formats, how one is told by its content, name or file, and [Export]
//   - load.go, limits.go: reading a file of any format, and how much of one is read
//   - ids.go: identifiers
//
// Several formats share:
//
//   - encoding.go: text of any encoding
//   - carried*.go: how iCalendar and The Timeline Project carry the whole timeline in fields that other programs leave
//     alone, and how it is restored with what was changed since
//   - shown*.go: the same for TimelineJS, vis and SIMILE, which show items and keep fields that they do not know
//   - json_*.go: JSON as a tree of texts with their order, and a glance at its shape
//   - civil*.go: dates as clocks and calendars show them, of years to seconds
//   - datetext*.go: dates as people write them in cells and lists
//   - html*.go: the text of HTML, and a text as HTML
//   - said.go: what is lost and noted while a file is read
//   - color.go, shortened.go, webaddress.go: what their names say
//
// A format's files begin with its name: <format>.go says what it is and how it is told, <format>_read.go and
// <format>_write.go read and write it, others hold parts of that.
//
//   - own: Dateline's own format, own_canonical*.go its canonical form
//   - table: tables (CSV, TSV); sheet and timesketch are read with them
//   - sheet: the spreadsheet of TimelineJS; timelinejs: its JSON
//   - ical, markdown, simile, timelineproject, timesketch, vis
//   - webpage: only written
package exchange
