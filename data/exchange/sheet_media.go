package exchange

import "regexp"

var sheetQuote = regexp.MustCompile(`(?is)^<blockquote[^>]*>(.*?)(?:<cite[^>]*>(.*?)</cite>)?\s*</blockquote>$`)

// medium returns the claim of the medium of a row: its address is a source, or it is a quotation. What is neither is lost;
// captions and credits without a medium are details.
func (s *sheetReader) medium(row *sheetRow, rec *tableRecord) []Claim {
	medium, caption, credit := row.cells[sheetMedia], s.plain(row, sheetCaption), s.plain(row, sheetCredit)
	if group := sheetQuote.FindStringSubmatch(medium); group != nil {
		return s.quotation(row, rec, group, caption, credit)
	}
	address := medium
	if page, ok := framedPage(medium); ok {
		address = page
		s.lose(row.where, "of the embedded page only its address is kept: %s", medium)
	}
	if isWebAddress(address) {
		source := Source{Title: caption, Author: credit, URL: address}
		if source.Title == "" {
			source.Title = address
		}
		return []Claim{{Source: s.sources.of(source)}}
	}
	if medium != "" {
		s.lose(row.where, "the medium has no address that begins with http:// or https://: “%s”", medium)
	}
	rec.add(FieldDetail, sheetCaption, caption)
	rec.add(FieldDetail, sheetCredit, credit)
	return nil
}

// quotation returns a claim of a quotation; it is a detail where nothing says whose it is.
func (s *sheetReader) quotation(row *sheetRow, rec *tableRecord, group []string, caption, credit string) []Claim {
	var texts [2]string
	for i := range texts {
		texts[i] = s.html(row, sheetMedia, group[i+1])
	}
	quote, source := texts[0], Source{Title: texts[1], Author: credit}
	if source.Title == "" {
		source.Title, caption = caption, ""
	}
	rec.add(FieldDetail, sheetCaption, caption)
	if source.Title == "" {
		rec.add(FieldDetail, "Quotation", quote)
		rec.add(FieldDetail, sheetCredit, credit)
		return nil
	}
	return []Claim{{Source: s.sources.of(source), Quote: quote}}
}
