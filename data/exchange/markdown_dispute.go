package exchange

import "strings"

// readDispute reads an item of the disputes: the question, its events, and answers with the sources that give them.
func (r *mdReader) readDispute(entry *mdEntry, id string) {
	dispute := Dispute{ID: id, Question: r.text(entry.line, entry.raw)}
	if strings.TrimSpace(dispute.Question) == "" {
		r.lose(entry.line, "the dispute is left out, because it has no question")
		return
	}
	var answer *Answer
	for _, block := range mdBlocks(entry.body) {
		name, value, mark := block.field()
		switch {
		case block.kind == 'l' && name == "answer" && value != "":
			r.loseAnswer(entry, answer)
			answer = &Answer{Answer: r.text(block.line, value)}
		case block.kind == 'q' && answer != nil && r.readAnswer(&block, answer):
			dispute.Answers = append(dispute.Answers, *answer)
			answer = nil
		case block.kind == 'l' && name == "event" && r.disputed(value, mark) != "":
			dispute.Events = append(dispute.Events, r.disputed(value, mark))
		default:
			r.lose(block.line, "of the dispute “%s” this is left out: %s",
				shortened(dispute.Question), shortened(mdJoined(block.lines)))
		}
	}
	r.loseAnswer(entry, answer)
	dispute.Events = distinct(dispute.Events)
	r.timeline.Disputes = append(r.timeline.Disputes, dispute)
}

// readAnswer takes the block quotation below an answer, and reports whether that makes it whole: it has a text and a
// source.
func (r *mdReader) readAnswer(block *mdBlock, answer *Answer) bool {
	quote, by, ok := block.attribution()
	if !ok || strings.TrimSpace(answer.Answer) == "" {
		return false
	}
	answer.Quote = r.text(block.line, mdJoined(quote))
	by, mark := cutMark(by)
	source, locator := r.cited(block.line, by, mark)
	if locator != "" {
		r.lose(block.line, "the place in the source of an answer is left out: %s", shortened(locator))
	}
	answer.Source = source
	return source != ""
}

// loseAnswer reports an answer below which no source stands.
func (r *mdReader) loseAnswer(entry *mdEntry, answer *Answer) {
	if answer != nil {
		r.lose(entry.line, "an answer is left out, because no source is named below it: %s", shortened(answer.Answer))
	}
}

// disputed returns the event that an item names, "" for none.
func (r *mdReader) disputed(value string, mark mdMark) string {
	if id := mark.id("event"); id != "" && r.eventIDs.used[id] {
		return id
	}
	return r.eventOf[mdPlain(value)]
}
