package exchange

import (
	"net/url"
	"strings"
)

// tableSources makes sources, each once. The zero value is ready.
type tableSources struct {
	ids  IDs
	list []Source
	same map[Source]string
}

// of returns the identifier of a source that is like the given one, which has none.
func (s *tableSources) of(source Source) string {
	if id, ok := s.same[source]; ok {
		return id
	}
	key := source
	source.ID = s.ids.Of(sourceName(&source), "source")
	s.list = append(s.list, source)
	if s.same == nil {
		s.same = map[Source]string{}
	}
	s.same[key] = source.ID
	return source.ID
}

// sourceName returns what the identifier of a source is made from.
func sourceName(source *Source) string {
	if source.Title != "" && source.Title != source.URL {
		return source.Title
	}
	if address, err := url.Parse(source.URL); err == nil && address.Host != "" {
		return strings.TrimPrefix(address.Host, "www.") + " " + address.Path
	}
	return source.Title
}

// named makes sure that there is a source with an identifier, of which nothing else may be known.
func (s *tableSources) named(id string) {
	if s.ids.keep(id) {
		s.list = append(s.list, Source{ID: id})
	}
}

// splitURLs returns the addresses in a cell: parted by spaces or line breaks, or by a comma, semicolon or vertical bar where
// another address follows, since an address may have those in it.
func splitURLs(cell string) []string {
	var addresses []string
	for _, text := range strings.Fields(cell) {
		for {
			at := nextAddress(text)
			if at < 0 {
				break
			}
			addresses = append(addresses, text[:at])
			text = text[at+1:]
		}
		if text = strings.TrimRight(text, ",;|"); text != "" {
			addresses = append(addresses, text)
		}
	}
	return addresses
}

// nextAddress returns where a character stands that parts an address from the next, or -1.
func nextAddress(text string) int {
	first := -1
	for _, separator := range []string{",http", ";http", "|http"} {
		if at := strings.Index(text, separator); at > 0 && (first < 0 || at < first) {
			first = at
		}
	}
	return first
}
