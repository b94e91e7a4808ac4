package exchange

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mdInline takes the markup out of a text: one pass, with what has to be dropped marked and taken out at the end.
type mdInline struct {
	raw     string
	at      int
	out     []byte
	drops   []mdDrop         // in out
	open    []int            // where brackets stand in out that may begin a link
	runs    map[string][]int // where runs of * or _ stand in out that may begin emphasis
	ticks   map[int]int      // where the last run of so many backticks is
	lost    []string
	already map[string]bool
}

// mdDrop is a stretch of out that is not kept.
type mdDrop struct{ from, to int }

// mdText returns a text of Markdown as plain text, and what of it plain text has no form for.
func mdText(raw string) (text string, lost []string) {
	m := &mdInline{raw: raw, runs: map[string][]int{}, already: map[string]bool{}}
	for m.at < len(raw) {
		if !m.markup() {
			m.out = append(m.out, raw[m.at])
			m.at++
		}
	}
	return m.result(), m.lost
}

// mdPlain is mdText where it does not matter what is lost.
func mdPlain(raw string) string {
	text, _ := mdText(raw)
	return text
}

func (m *mdInline) lose(what string) {
	if !m.already[what] {
		m.already[what] = true
		m.lost = append(m.lost, what)
	}
}

// result returns out without the drops.
func (m *mdInline) result() string {
	slices.SortFunc(m.drops, func(a, b mdDrop) int { return a.from - b.from })
	var b strings.Builder
	from := 0
	for _, drop := range m.drops {
		b.Write(m.out[from:max(from, drop.from)])
		from = max(from, drop.to)
	}
	b.Write(m.out[from:])
	return b.String()
}

// markup takes what begins at the place that has been reached, if it is markup.
func (m *mdInline) markup() bool {
	switch m.raw[m.at] {
	case '\\':
		return m.escape()
	case '&':
		return m.entity()
	case '<':
		return m.tag()
	case '`':
		return m.code()
	case '!':
		if strings.HasPrefix(m.raw[m.at:], "![") {
			m.open = append(m.open, len(m.out))
			m.out = append(m.out, "!["...)
			m.at += 2
			return true
		}
	case '[':
		m.open = append(m.open, len(m.out))
	case ']':
		return m.link()
	case '*', '_':
		m.emphasis()
		return true
	}
	return false
}

const mdPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

func (m *mdInline) escape() bool {
	if m.at+1 == len(m.raw) || strings.IndexByte(mdPunctuation, m.raw[m.at+1]) < 0 {
		return false
	}
	m.out = append(m.out, m.raw[m.at+1])
	m.at += 2
	return true
}

// longestEntity is how long a character reference may be.
const longestEntity = 40

var mdEntity = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

func (m *mdInline) entity() bool {
	found := mdEntity.FindString(m.raw[m.at:min(len(m.raw), m.at+longestEntity)])
	if found == "" {
		return false
	}
	m.out = append(m.out, html.UnescapeString(found)...)
	m.at += len(found)
	return true
}

var (
	mdAddress = regexp.MustCompile(`^<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>`)
	mdBreak   = regexp.MustCompile(`^<[bB][rR]\s*/?>`)
	mdTag     = regexp.MustCompile(`^</?[A-Za-z][^<>]*>`)
)

// longestTag is how long an HTML tag or an address in pointed brackets may be.
const longestTag = 4096

func (m *mdInline) tag() bool {
	rest := m.raw[m.at:min(len(m.raw), m.at+longestTag)]
	if len(rest) < 2 || rest[1] != '/' && rest[1] != '!' && !isLetterByte(rest[1]) {
		return false
	}
	if found := mdAddress.FindStringSubmatch(rest); found != nil {
		m.out = append(m.out, found[1]...)
		m.at += len(found[0])
		return true
	}
	if found := mdBreak.FindString(rest); found != "" {
		m.out = append(m.out, '\n')
		m.at += len(found)
		return true
	}
	if strings.HasPrefix(rest, "<!--") {
		return m.comment(rest)
	}
	found := mdTag.FindString(rest)
	if found != "" {
		m.lose("HTML: " + shortened(found))
		m.at += len(found)
	}
	return found != ""
}

// comment takes a comment. The dashes that end one may be those that begin it: <!-->.
func (m *mdInline) comment(rest string) bool {
	const begin, end = "<!--", "-->"
	dashes := strings.Index(rest[len("<!"):], end)
	if dashes < 0 {
		return false
	}
	dashes += len("<!")
	m.lose("a comment: " + shortened(strings.TrimSpace(rest[len(begin):max(dashes, len(begin))])))
	m.at += dashes + len(end)
	return true
}

// code takes text between runs of as many backticks, in which nothing is markup.
func (m *mdInline) code() bool {
	length := runLength(m.raw[m.at:])
	fence := m.raw[m.at : m.at+length]
	if m.ticks == nil {
		m.findTicks()
	}
	from := m.at + length
	for i := from; i <= m.ticks[length]; {
		next := strings.IndexByte(m.raw[i:], '`')
		i += next
		run := runLength(m.raw[i:])
		if run == length {
			m.lose("the type of code")
			m.out = append(m.out, m.raw[from:i]...)
			m.at = i + length
			return true
		}
		i += run
	}
	m.out = append(m.out, fence...)
	m.at = from
	return true
}

// findTicks notes the last run of backticks of each length, so that none is looked for that is not there.
func (m *mdInline) findTicks() {
	m.ticks = map[int]int{}
	for i := 0; i < len(m.raw); {
		if m.raw[i] != '`' {
			i++
			continue
		}
		length := runLength(m.raw[i:])
		m.ticks[length] = i
		i += length
	}
}

// runLength returns how often the first character of a text is repeated at its beginning.
func runLength(text string) int {
	length := 1
	for length < len(text) && text[length] == text[0] {
		length++
	}
	return length
}

var mdTarget = regexp.MustCompile(`^\]\(\s*(?:<([^<>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)`)

// link takes the end of a link: its text is kept, with the address behind it.
func (m *mdInline) link() bool {
	if len(m.open) == 0 {
		return false
	}
	from := m.open[len(m.open)-1]
	m.open = m.open[:len(m.open)-1]
	found := mdTarget.FindStringSubmatch(m.raw[m.at:min(len(m.raw), m.at+longestTag)])
	if found == nil {
		return false
	}
	m.at += len(found[0])
	address := mdPlain(found[1] + found[2])
	if m.out[from] == '!' {
		m.drops = append(m.drops, mdDrop{from, from + 2})
		m.lose("an image: " + shortened(address))
		return true
	}
	m.drops = append(m.drops, mdDrop{from, from + 1})
	if label := string(m.out[from+1:]); address != "" && label != address {
		m.out = append(m.out, " ("+address+")"...)
	}
	return true
}

// emphasis takes a run of asterisks or underscores. It is dropped with the run of the same length that it ends.
func (m *mdInline) emphasis() {
	length := runLength(m.raw[m.at:])
	run := m.raw[m.at : m.at+length]
	before, _ := utf8.DecodeLastRuneInString(m.raw[:m.at])
	after, _ := utf8.DecodeRuneInString(m.raw[m.at+length:])
	begins := length <= 3 && m.at+length < len(m.raw) && !unicode.IsSpace(after)
	ends := length <= 3 && m.at > 0 && !unicode.IsSpace(before)
	if run[0] == '_' {
		begins = begins && !isWordRune(before)
		ends = ends && (m.at+length == len(m.raw) || !isWordRune(after))
	}
	at := len(m.out)
	m.out = append(m.out, run...)
	m.at += length
	opened := m.runs[run]
	switch {
	case ends && len(opened) > 0:
		from := opened[len(opened)-1]
		m.runs[run] = opened[:len(opened)-1]
		m.drops = append(m.drops, mdDrop{from, from + length}, mdDrop{at, at + length})
		m.lose("emphasis")
	case begins:
		m.runs[run] = append(opened, at)
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
