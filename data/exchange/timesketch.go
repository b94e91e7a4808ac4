package exchange

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/data/edtf"
)

// Timesketch is the CSV that Timesketch imports and exports: a row is an event, its timestamp_desc the lane. Columns that
// Timesketch does not ask for are kept in the summary. A time that is counted is one in microseconds, or by its size in
// seconds, milliseconds or nanoseconds, as Timesketch takes it; 0 that Plaso calls “Not a time” is none. What is written has
// further columns, which Timesketch keeps as attributes, so that Dateline reads the same again.
var Timesketch = Format{
	Name: "timesketch", Title: "Timesketch (CSV)", Extensions: []string{".csv"},
	Detect: detectSketch, Read: readSketch, Write: writeSketch,
}

// The columns that Timesketch knows.
const (
	sketchMessage, sketchDatetime, sketchTimestamp = "message", "datetime", "timestamp"
	sketchDesc, sketchTag                          = "timestamp_desc", "tag"
)

// The columns that Dateline adds; the others have the names of [ownFields].
const sketchEDTF, sketchWords, sketchLaneIDs = "edtf", "in_words", "lane_ids"

// sketchFields has the fields of the columns of Timesketch.
var sketchFields = map[string]Field{
	sketchMessage: FieldTitle, sketchDatetime: FieldDate, sketchTimestamp: fieldMicros, sketchDesc: FieldLane, sketchTag: FieldTags,
}

// sketchOwnFields has those of the columns that Dateline adds. The lanes go before timestamp_desc, which has the first of them.
var sketchOwnFields = map[string]Field{
	sketchMessage: FieldTitle, sketchDatetime: FieldDate, sketchTimestamp: fieldMicros, sketchDesc: FieldWords, sketchTag: FieldTags,
	sketchEDTF: FieldEDTF, sketchWords: FieldWords, sketchLaneIDs: FieldLaneID,
	ownID: FieldID, ownLanes: FieldLane, ownSummary: FieldSummary, ownStatus: FieldStatus, ownPeople: FieldPeople,
	ownPlaces: FieldPlaces, ownClaims: FieldClaims, ownKnown: FieldKnown, ownLinks: FieldLinks,
}

// sketchField returns what a column is; own says that Dateline wrote the file.
func sketchField(name string, own bool) Field {
	fields := sketchFields
	if own {
		fields = sketchOwnFields
	}
	if field, ok := fields[name]; ok {
		return field
	}
	return FieldDetail
}

// isOwnSketch reports whether Dateline wrote what has columns of the given names.
func isOwnSketch(names []string) bool {
	return slices.Contains(names, sketchEDTF) && slices.Contains(names, sketchLaneIDs) && slices.Contains(names, ownLanes)
}

// isSketchHeader reports whether a header has what Timesketch asks for.
func isSketchHeader(header []string) bool {
	return slices.Contains(header, sketchMessage) && slices.Contains(header, sketchDesc) &&
		(slices.Contains(header, sketchDatetime) || slices.Contains(header, sketchTimestamp))
}

func detectSketch(content []byte) int {
	if otherSyntax(content) {
		return 0
	}
	t, err := openTable(content)
	if err != nil || !isSketchHeader(t.header) {
		return 0
	}
	return 95
}

var errNoSketch = errors.New("this is no CSV of Timesketch: that has columns named message, datetime and timestamp_desc")

// readSketch reads a CSV of Timesketch.
func readSketch(content []byte) (*Result, error) {
	t, err := openTable(content)
	if err != nil {
		return nil, err
	}
	if !isSketchHeader(t.header) {
		return nil, errNoSketch
	}
	own := isOwnSketch(t.header)
	var m Mapping
	for _, name := range t.header {
		m.Columns = append(m.Columns, sketchField(name, own))
	}
	r := newSketchReader(own)
	r.notes = append(r.notes, t.notes...)
	return r.readSketch(t.records(&m, r.tableReader))
}

// sketchReader makes events of what Timesketch says of them.
type sketchReader struct {
	*tableReader
	own     bool
	counted int // of those whose time is counted in microseconds alone
	sized   int // of those whose count is of another unit, by its size
	local   int // of those whose time has no offset
}

// countedTime is a datetime that is a count, of microseconds as a rule.
var countedTime = regexp.MustCompile(`^[0-9]{9,19}$`)

// notATime is what Plaso calls the time of what has none; its timestamp is 0.
const notATime = "Not a time"

// longMessage is how many characters of a message are a title; longer ones go into the summary.
const longMessage = 200

func newSketchReader(own bool) *sketchReader {
	r := &sketchReader{tableReader: newTableReader(), own: own}
	r.title, r.keepClock = untitled, true
	r.commas[FieldTags] = true
	r.setOwn(own)
	return r
}

// setOwn says whether Dateline wrote the file, so that its texts stay as they are.
func (r *sketchReader) setOwn(own bool) {
	r.own, r.exact, r.longTitle = own, own, longMessage
	if own {
		r.longTitle = 0
	}
}

// readSketch makes a timeline of records.
func (r *sketchReader) readSketch(records []*tableRecord) (*Result, error) {
	for _, rec := range records {
		if rec.first(FieldTags) == "-" { // so Timesketch writes none
			delete(rec.cells, FieldTags)
		}
		r.moment(rec)
	}
	result, err := r.read(records)
	if err == nil && r.counted > 0 {
		result.Notes = append(result.Notes, fmt.Sprintf(
			"The time of %d events is read of their timestamp, in microseconds since 1970 in UTC.", r.counted))
	}
	if err == nil && r.sized > 0 {
		result.Notes = append(result.Notes, fmt.Sprintf(
			"Timestamps are taken for seconds, milliseconds or nanoseconds by their size, as Timesketch does: %d of them.", r.sized))
	}
	if err == nil && r.local > 0 {
		result.Notes = append(result.Notes, fmt.Sprintf(
			"The time of %d events has no offset; Timesketch takes such times as UTC, here they stay without.", r.local))
	}
	return result, err
}

// moment makes the date of a record out of datetime, timestamp and Dateline's own column.
func (r *sketchReader) moment(rec *tableRecord) {
	text, micros := rec.first(FieldDate), rec.first(fieldMicros)
	if own := rec.first(FieldEDTF); own != "" {
		delete(rec.cells, FieldEDTF)
		if r.isStill(rec, own, text) {
			delete(rec.cells, FieldDate)
			delete(rec.cells, fieldMicros)
			rec.add(FieldEDTF, sketchEDTF, own)
			return
		}
		r.lose(rec.where, "the datetime was changed: the date “%s” that was written beside it is left out", own)
	}
	if countedTime.MatchString(text) && !r.own { // a datetime that is a number, too, is counted
		rec.demote(fieldMicros)
		delete(rec.cells, FieldDate)
		text, micros = "", text
		rec.add(fieldMicros, sketchDatetime, micros)
	}
	count, err := strconv.ParseInt(micros, 10, 64)
	switch {
	case micros == "":
	case err != nil, count == 0 && text == "" && rec.first(FieldLane) == notATime:
		rec.demote(fieldMicros)
	case text == "":
		delete(rec.cells, fieldMicros)
		rec.add(FieldDate, sketchTimestamp, r.counts(count))
	default:
		r.compare(rec, text, count)
	}
	if date, ok := r.dates.read(text); ok && zoneBehind.FindString(date.text) == "" {
		r.local++
	}
}

// isStill reports whether a date is that of which a datetime was written.
func (r *sketchReader) isStill(rec *tableRecord, own, datetime string) bool {
	date, err := edtf.Parse(own)
	if err != nil {
		return false
	}
	instant, ok := sketchInstant(date)
	micros := rec.first(fieldMicros)
	switch {
	case !ok, datetime == "" && micros == "":
		return true
	case datetime == "":
		return micros == strconv.FormatInt(instant*1_000_000, 10)
	}
	return instantOf(datetime) == instant
}

// instantOf returns the instant of a datetime with an offset in seconds since 1970, or -1<<63.
func instantOf(datetime string) int64 {
	read, ok := new(dateForms).read(datetime)
	if !ok {
		return -1 << 63
	}
	date, err := edtf.Parse(read.text)
	if err != nil {
		return -1 << 63
	}
	return date.Bounds().Earliest
}

// compare drops a timestamp that says the same as the datetime, and keeps another as a detail. A fraction of a second that
// only the timestamp has is a loss.
func (r *sketchReader) compare(rec *tableRecord, text string, count int64) {
	const second = 1_000_000
	whole := count / second
	fraction := count % second
	if fraction < 0 {
		whole, fraction = whole-1, fraction+second
	}
	if instantOf(text) != whole {
		rec.demote(fieldMicros)
		return
	}
	delete(rec.cells, fieldMicros)
	if read, ok := r.dates.read(text); ok && read.fraction == "" && fraction != 0 {
		r.lose(rec.where, "the fraction of a second in the timestamp is left out: .%06d", fraction)
	}
}

// counts returns a count as a time in UTC, its unit being what Timesketch takes it for by its size.
func (r *sketchReader) counts(count int64) string {
	var at time.Time
	switch {
	case r.own || count <= 0 || count > 1e14 && count <= 1e17:
		r.counted++
		return timeOfMicros(count)
	case count > 1e17:
		at = time.Unix(0, count)
	case count > 1e11:
		at = time.UnixMilli(count)
	default:
		at = time.Unix(count, 0)
	}
	r.sized++
	return at.UTC().Format(time.RFC3339Nano)
}

// timeOfMicros returns a number of microseconds since 1970 as a time in UTC.
func timeOfMicros(count int64) string {
	return strings.TrimSuffix(time.UnixMicro(count).UTC().Format(time.RFC3339Nano), ".")
}
