package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/data"
	"dateline/data/edtf"
)

// claims returns the claims of the columns of sources, their addresses and quotations. A cell is taken for several sources
// only where there is no quotation and no place, which would have to be of one of them.
func (r *tableReader) claims(rec *tableRecord) []Claim {
	urls := r.urls(rec)
	quote, locator := rec.first(FieldQuote), rec.first(FieldLocator)
	titles := rec.texts(FieldSource)
	if quote == "" && locator == "" {
		titles = nil
		for _, text := range rec.texts(FieldSource) {
			titles = append(titles, splitList(text, false)...)
		}
	}
	sources := pairSources(titles, urls)
	if len(sources) == 0 {
		rec.demote(FieldQuote, FieldLocator)
		return nil
	}
	claims := make([]Claim, len(sources))
	for i, source := range sources {
		claims[i].Source = r.sources.of(source)
	}
	claims[0].Quote = strings.TrimSpace(rec.take(FieldQuote))
	claims[0].Locator = strings.TrimSpace(rec.take(FieldLocator))
	return claims
}

// urls returns the addresses of a record that a source may have, and reports the others.
func (r *tableReader) urls(rec *tableRecord) []string {
	var urls []string
	for _, cell := range rec.cells[FieldURL] {
		for _, text := range splitURLs(cell.text) {
			if isWebAddress(text) {
				urls = append(urls, text)
			} else {
				r.lose(rec.where, "column “%s”: “%s” is no address that begins with http:// or https://", cell.name, text)
			}
		}
	}
	return urls
}

// pairSources returns a source for each title, with the address where there are as many; else the addresses are sources of
// their own. A title that is an address is one.
func pairSources(titles, urls []string) []Source {
	var sources []Source
	paired := len(titles) == len(urls)
	for i, title := range titles {
		source := Source{Title: strings.TrimSpace(title)}
		switch {
		case paired:
			source.URL = urls[i]
		case isWebAddress(source.Title):
			source.URL = source.Title
		}
		sources = append(sources, source)
	}
	if !paired {
		for _, address := range urls {
			sources = append(sources, Source{Title: address, URL: address})
		}
	}
	return sources
}

// decodeEvidence reads the cells in JSON of Dateline's own tables. A cell with a fault in it is a loss.
func (r *tableReader) decodeEvidence(rec *tableRecord) {
	var err error
	if rec.claims, err = decodeCell(rec.first(FieldClaims), checkClaim); err != nil {
		r.loseCell(rec, FieldClaims, err)
	}
	for i := range rec.claims {
		r.sources.named(rec.claims[i].Source)
	}
	rec.known, err = decodeCell(rec.first(FieldKnown), func(k *Known) error { return checkKnown(k, len(rec.claims)) })
	if err != nil {
		r.loseCell(rec, FieldKnown, err)
	}
	if rec.links, err = decodeCell(rec.first(FieldLinks), checkLink); err != nil {
		r.loseCell(rec, FieldLinks, err)
	}
}

func (r *tableReader) loseCell(rec *tableRecord, field Field, err error) {
	r.lose(rec.where, "the %s cannot be read (%v) and are left out: %s", field, err, rec.first(field))
}

// decodeCell reads a JSON list, all of whose elements pass a check.
func decodeCell[T any](cell string, check func(*T) error) ([]T, error) {
	if cell == "" {
		return nil, nil
	}
	var list []T
	decoder := json.NewDecoder(bytes.NewReader([]byte(cell)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&list); err != nil {
		return nil, errors.New("it is not the JSON of Dateline’s format")
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something stands behind the JSON")
	}
	for i := range list {
		if err := check(&list[i]); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func checkClaim(c *Claim) error {
	if !identifierForm.MatchString(c.Source) {
		return fmt.Errorf("%q is no identifier of a source", c.Source)
	}
	if c.Date == "" {
		return nil
	}
	_, err := edtf.Parse(c.Date)
	return err
}

func checkKnown(k *Known, claims int) error {
	switch {
	case strings.TrimSpace(k.By) == "":
		return errors.New("it does not say to whom")
	case k.Claim != nil && (*k.Claim < 0 || *k.Claim >= claims):
		return fmt.Errorf("there is no claim %d", *k.Claim)
	}
	_, err := edtf.Parse(k.Date)
	return err
}

func checkLink(l *Link) error {
	if !slices.Contains(data.LinkKinds, data.LinkKind(l.Kind)) {
		return fmt.Errorf("%q is no kind of link", l.Kind)
	}
	return nil
}

// link makes the links go to the events as they are named now, and reports those that go nowhere.
func (r *tableReader) link() {
	there := make(map[string]bool, len(r.events))
	for i := range r.events {
		there[r.events[i].ID] = true
	}
	for i := range r.events {
		e := &r.events[i]
		links := e.Links[:0]
		for _, link := range e.Links {
			if id, ok := r.renamed[link.To]; ok {
				link.To = id
			}
			if !there[link.To] {
				r.lose("event “"+e.Title+"”", "it has a link (%s) to an event that is not in the table: %s", link.Kind, link.To)
				continue
			}
			links = append(links, link)
		}
		if e.Links = links; len(links) == 0 {
			e.Links = nil
		}
	}
}
