package data

import "encoding/json"

// frame is a dataset with an empty list of events: all of it that is read at once.
type frame struct {
	content []byte
	cut     int   // where in content the events were
	left    int64 // how many bytes of the file were there
	wire    *wireSet
	report  *report
	scope   scope
}

// newFrame reads content, from which so many bytes were left out at cut. There is an error if it is not JSON.
func newFrame(content []byte, cut int, left int64) (*frame, error) {
	f := &frame{content: content, cut: cut, left: left, report: new(report)}
	if !json.Valid(content) {
		return nil, f.broken()
	}
	scan(content, place{}, datasetObject(), f.report)
	read := decode[wireSet]
	if !f.report.faultless() {
		read = decodeFaulty[wireSet]
	}
	var err error
	if f.wire, err = read(content); err != nil {
		return nil, &brokenError{0, "the file cannot be decoded: " + err.Error()}
	}
	w, s := f.wire, &f.scope
	s.lanes, s.laneIndex = newNames(f.report, "lane", "lanes", w.Lanes, func(l *wireLane) string { return l.ID })
	s.sources, s.sourceIndex = newNames(f.report, "source", "sources", w.Sources,
		func(s *wireSource) string { return s.ID })
	newNames(f.report, "dispute", "disputes", w.Disputes, func(d *wireDispute) string { return d.ID })
	s.hidden = f.report.hides(place{}.key("events"))
	return f, nil
}

// broken returns what keeps the content from being JSON.
func (f *frame) broken() error {
	offset, message := syntaxFault(f.content)
	return &brokenError{f.inFile(offset), message}
}

// inFile returns where in the file a byte of the content is.
func (f *frame) inFile(offset int) int64 {
	if offset < f.cut {
		return int64(offset)
	}
	return int64(offset) + f.left
}

// complete reports whether there is everything in the scope that events tend to refer to.
func (s *scope) complete() bool { return s.lanes.known.count() > 0 && s.sources.known.count() > 0 }

// same reports whether events may refer to the same.
func (s *scope) same(other *scope) bool {
	return s.hidden == other.hidden && s.lanes.same(other.lanes) && s.sources.same(other.sources)
}
