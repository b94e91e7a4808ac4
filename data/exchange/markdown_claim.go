package exchange

import (
	"regexp"
	"strings"

	"dateline/data/edtf"
)

var (
	mdBy    = regexp.MustCompile(`^(?:—|–|―|--)[ \t]*(\S.*)$`)
	mdDated = regexp.MustCompile(`^(.*\S)[ \t]\(dated ([^()\s]+)\)$`)
)

// mostCommas is in how many places the title of a source may end.
const mostCommas = 20

// attribution cuts a block quotation into the quotation and the last line, which names the source.
func (b *mdBlock) attribution() (quote []string, by string, ok bool) {
	for last := len(b.lines) - 1; last >= 0; last-- {
		line := strings.TrimSpace(b.lines[last])
		if line == "" {
			continue
		}
		found := mdBy.FindStringSubmatch(line)
		if found == nil {
			return nil, "", false
		}
		return b.lines[:last], found[1], true
	}
	return nil, "", false
}

// readClaim takes a block quotation with its source, and reports whether it has one.
func (r *mdReader) readClaim(block *mdBlock, event *Event) bool {
	quote, by, ok := block.attribution()
	if !ok {
		return false
	}
	claim := Claim{Quote: r.text(block.line, mdJoined(quote))}
	by, mark := cutMark(by)
	if found := mdDated.FindStringSubmatch(by); found != nil {
		if d, err := edtf.Parse(mdPlain(found[2])); err == nil {
			by, claim.Date = found[1], d.String()
		}
	}
	if claim.Source, claim.Locator = r.cited(block.line, by, mark); claim.Source == "" {
		return false
	}
	event.Claims = append(event.Claims, claim)
	return true
}

// cited returns the source that a line names, which is made where there is none, and the place in it. The title ends at
// the last comma before which the title of a known source stands, else at the first. It returns "" for a blank title.
func (r *mdReader) cited(line int, raw string, mark mdMark) (source, locator string) {
	title, behind := raw, ""
	_, whole := r.sourceOf[mdPlain(raw)]
	for i, at := range commas(raw) {
		before := raw[:at]
		if _, known := r.sourceOf[mdPlain(before)]; !whole && (known || i == 0) {
			title, behind = before, raw[at+len(", "):]
		}
	}
	if strings.TrimSpace(mdPlain(title)) == "" {
		return "", ""
	}
	locator = r.text(line, behind)
	if id := mark.id("source"); id != "" && r.sourceIDs.used[id] {
		return id, locator
	}
	name := r.text(line, title)
	id, ok := r.sourceOf[name]
	if !ok {
		id = r.sourceIDs.Of(name, "source")
		r.sourceOf[name] = id
		r.timeline.Sources = append(r.timeline.Sources, Source{ID: id, Title: name})
	}
	return id, locator
}

// commas returns where commas with a space behind them stand that have no backslash before them, the first few.
func commas(raw string) []int {
	var list []int
	for i := 0; i+1 < len(raw) && len(list) < mostCommas; i++ {
		switch {
		case raw[i] == '\\':
			i++
		case raw[i] == ',' && raw[i+1] == ' ':
			list = append(list, i)
		}
	}
	return list
}
