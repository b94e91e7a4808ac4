package document

import (
	"bytes"
	"regexp"
	"sort"
	"strings"
	"unicode"
)

// Range is a stretch of a document's Text in bytes, To exclusive.
type Range struct{ From, To int }

// Match is a place where a quotation stands.
type Match struct {
	Ranges []Range // in order, never empty; several where the quotation leaves text out
	Line   int     // of the first, from 1
}

// From returns where the quotation begins.
func (m Match) From() int { return m.Ranges[0].From }

// To returns where the quotation ends.
func (m Match) To() int { return m.Ranges[len(m.Ranges)-1].To }

// mostLeftOut is how many folded bytes there may be in the place of an ellipsis: about two pages.
const mostLeftOut = 5000

// ellipsis is what may stand for text that was left out, in folded text.
var ellipsis = regexp.MustCompile(`\[ ?\.{3,} ?\]|\( ?\.{3,} ?\)|\.{3,}`)

// Find returns all places where a quotation stands, in order, none of which overlap; see the package's comment for
// what counts as the same. There are none for a quotation without a letter or digit. The text has been prepared when
// the document was read, so that finding takes hardly longer than looking for bytes.
func (d *Document) Find(quote string) []Match {
	whole := fold(strings.ToValidUTF8(quote, "\uFFFD")).text
	if !bytes.ContainsFunc(whole, inWord) {
		return nil
	}
	var matches []Match
	for _, at := range d.occurrences(whole) {
		if r := d.folded.back(at, at+len(whole)); len(matches) == 0 || matches[len(matches)-1].To() <= r.From {
			matches = append(matches, d.match([]Range{r}))
		}
	}
	if parts := partsOf(whole); len(matches) == 0 && parts != nil {
		return d.elided(parts)
	}
	return matches
}

func (d *Document) match(ranges []Range) Match { return Match{ranges, d.LineOf(ranges[0].From)} }

// occurrences returns where folded bytes stand in the folded text without parting a word, in order.
func (d *Document) occurrences(wanted []byte) []int {
	var found []int
	text := d.folded.text
	for from := 0; ; {
		next := bytes.Index(text[from:], wanted)
		if next < 0 {
			return found
		}
		at := from + next
		if parted(text, at) && parted(text, at+len(wanted)) {
			found = append(found, at)
		}
		from = at + 1
	}
}

// partsOf returns the parts of a folded quotation between its ellipses, nil where it has none. What is only signs is
// left out.
func partsOf(quote []byte) [][]byte {
	cuts := ellipsis.FindAllIndex(quote, -1)
	if cuts == nil {
		return nil
	}
	var parts [][]byte
	from := 0
	for _, cut := range append(cuts, []int{len(quote), len(quote)}) {
		if part := bytes.TrimSpace(quote[from:cut[0]]); bytes.ContainsFunc(part, inWord) {
			parts = append(parts, part)
		}
		from = cut[1]
	}
	return parts
}

// link is an occurrence of a part, with the nearest occurrence of the part before it that is the end of a chain.
type link struct{ at, before int }

// elided returns the places where the parts of a quotation follow one another. Of the chains that end in the same
// place, the shortest counts; that the nearest occurrence before is taken makes it so, and misses none.
func (d *Document) elided(parts [][]byte) []Match {
	chains := make([][]link, len(parts))
	for i, part := range parts {
		for _, at := range d.occurrences(part) {
			if i == 0 {
				chains[0] = append(chains[0], link{at: at})
				continue
			}
			room := len(parts[i-1])
			before := sort.Search(len(chains[i-1]), func(j int) bool { return chains[i-1][j].at+room > at }) - 1
			if before >= 0 && at-chains[i-1][before].at-room <= mostLeftOut {
				chains[i] = append(chains[i], link{at, before})
			}
		}
	}
	var matches []Match
	last := len(parts) - 1
	for end := range chains[last] {
		ranges := make([]Range, len(parts))
		for i, j := last, end; i >= 0; i, j = i-1, chains[i][j].before {
			ranges[i] = d.folded.back(chains[i][j].at, chains[i][j].at+len(parts[i]))
		}
		if len(matches) == 0 || matches[len(matches)-1].To() <= ranges[0].From {
			matches = append(matches, d.match(ranges))
		}
	}
	return matches
}

// leastNear is how many words of a quotation must be found to say that its beginning was.
const leastNear = 3

// Near is where the beginning of a quotation stands.
type Near struct {
	Words, Of int    // how many of its words are found, and how many it has
	Rest      string // of the quotation: what is not
	Match     Match  // the first place
}

// Nearest returns where the longest beginning of a quotation stands that does occur, and whether it has at least three
// words.
func (d *Document) Nearest(quote string) (Near, bool) {
	ends := wordEnds(quote)
	place := func(words int) []Match { return d.Find(quote[:ends[words-1]]) }
	words := sort.Search(len(ends), func(i int) bool { return len(place(i+1)) == 0 })
	if words < leastNear {
		return Near{}, false
	}
	return Near{words, len(ends), strings.TrimSpace(quote[ends[words-1]:]), place(words)[0]}, true
}

// wordEnds returns where the words of a text end, which white space parts.
func wordEnds(text string) []int {
	var ends []int
	in := false
	for i, r := range text {
		if space := unicode.IsSpace(r); in && space {
			ends = append(ends, i)
			in = false
		} else if !space {
			in = true
		}
	}
	if in {
		ends = append(ends, len(text))
	}
	return ends
}
