package exchange

import "net/url"

// linkedSources are the sources that a file gives by nothing but their addresses, each once.
type linkedSources struct {
	ids   IDs
	byURL map[string]string
	list  []Source
}

// claim returns the claim of an event that has an address for where more is to be read, and whether it is one of the
// web. Its source is called by the address, because no other title is known.
func (l *linkedSources) claim(address string) (Claim, bool) {
	if !isWebAddress(address) {
		return Claim{}, false
	}
	id, ok := l.byURL[address]
	if !ok {
		u, _ := url.Parse(address)
		id = l.ids.Of(u.Hostname(), "source")
		if l.byURL == nil {
			l.byURL = map[string]string{}
		}
		l.byURL[address] = id
		l.list = append(l.list, Source{ID: id, Title: address, URL: address})
	}
	return Claim{Source: id}, true
}
