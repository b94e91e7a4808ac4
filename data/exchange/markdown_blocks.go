package exchange

import (
	"fmt"
	"regexp"
	"strings"
)

// mdSource is a line of a file.
type mdSource struct {
	number int
	indent int    // columns before the text, a tab going to the next fourth
	raw    string // what is behind that, still with spaces at its end
}

// blank reports whether nothing is in the line.
func (l *mdSource) blank() bool { return strings.TrimSpace(l.raw) == "" }

// mdSources returns the lines of a text. The error is for a line that is too long to be read.
func mdSources(text string) ([]mdSource, error) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	var lines []mdSource
	for raw := range strings.SplitSeq(text, "\n") {
		line := mdSource{number: len(lines) + 1}
		if len(raw) > longestMdLine {
			return nil, fmt.Errorf("line %d is longer than %d bytes: that is more than is read", line.number, longestMdLine)
		}
		at := 0
		for at < len(raw) && (raw[at] == ' ' || raw[at] == '\t') {
			line.indent++
			if raw[at] == '\t' {
				line.indent += (4 - line.indent%4) % 4
			}
			at++
		}
		line.raw = raw[at:]
		lines = append(lines, line)
	}
	return lines, nil
}

const longestMdLine = 1 << 20

var (
	mdHeading   = regexp.MustCompile(`^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$`)
	mdUnderline = regexp.MustCompile(`^(?:=+|-{2,})\s*$`)
	mdItem      = regexp.MustCompile(`^\s*([-*+]|\d{1,9}[.)])([ \t]+)(\S.*)$`)
	mdRule      = regexp.MustCompile(`^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$|^=+\s*$`)
	mdFence     = regexp.MustCompile("^(?:```+|~~~+)")
	mdOwn       = regexp.MustCompile(`\s*<!-- (event|lane|source|sources|dispute|disputes)((?: [^\s<>]+)*) -->\s*$`)
)

// mdMark is one of Dateline's comments behind a text.
type mdMark struct {
	kind  string   // "" for none
	words []string // the identifier, and more
}

// id returns the identifier that the comment gives for a thing of a kind, "" for none.
func (m mdMark) id(kind string) string {
	if m.kind != kind || len(m.words) == 0 || !identifierForm.MatchString(m.words[0]) {
		return ""
	}
	return m.words[0]
}

// has reports whether a word is in the comment.
func (m mdMark) has(word string) bool {
	for _, w := range m.words {
		if w == word {
			return true
		}
	}
	return false
}

// cutMark cuts off Dateline's comment at the end of a text.
func cutMark(raw string) (string, mdMark) {
	at := mdOwn.FindStringSubmatchIndex(raw)
	if at == nil {
		return raw, mdMark{}
	}
	return raw[:at[0]], mdMark{raw[at[2]:at[3]], strings.Fields(raw[at[4]:at[5]])}
}

// mdBlock is a paragraph, an item of a list, or a block quotation below an item.
type mdBlock struct {
	kind   byte // 'p', 'l' or 'q'
	line   int
	lines  []string // without the signs of items and quotations
	marker string   // of an item
	apart  bool     // a blank line is before it
}

// mdBlocks returns the blocks of lines.
func mdBlocks(lines []mdSource) []mdBlock {
	var blocks []mdBlock
	apart := true
	for i := range lines {
		line := &lines[i]
		if line.blank() {
			apart = true
			continue
		}
		kind, text, marker := blockKind(line.raw)
		last := len(blocks) - 1
		if joins := !apart && kind != 'l' && (kind == 'q') == (blocks[last].kind == 'q'); joins {
			blocks[last].lines = append(blocks[last].lines, text)
		} else {
			blocks = append(blocks, mdBlock{kind, line.number, []string{text}, marker, apart})
		}
		apart = false
	}
	return blocks
}

// blockKind returns what a line is, and its text without the signs of that.
func blockKind(raw string) (kind byte, text, marker string) {
	if text, quoted := strings.CutPrefix(raw, ">"); quoted {
		return 'q', strings.TrimPrefix(text, " "), ""
	}
	if item := mdItem.FindStringSubmatch(raw); item != nil {
		return 'l', item[3], item[1]
	}
	return 'p', raw, ""
}

// mdJoined returns lines as one text, still with its markup: lines are parted by spaces, by line breaks where one ends in
// a backslash or in two spaces, and by two where a blank line is between them.
func mdJoined(lines []string) string {
	var b strings.Builder
	between := ""
	for i, line := range lines {
		text := strings.TrimSpace(line)
		if text == "" {
			if b.Len() > 0 {
				between = "\n\n"
			}
			continue
		}
		b.WriteString(between)
		between = " "
		follows := i+1 < len(lines) && strings.TrimSpace(lines[i+1]) != ""
		slashes := len(text) - len(strings.TrimRight(text, `\`))
		switch {
		case slashes%2 == 1 && follows:
			text, between = text[:len(text)-1], "\n"
		case slashes%2 == 1:
			text += `\` // at the end of a paragraph it is nothing but itself
		case strings.HasSuffix(line, "  "):
			between = "\n"
		}
		b.WriteString(text)
	}
	return b.String()
}

// breaksLine reports whether a line ends in a line break that is meant as one.
func breaksLine(raw string) bool {
	text := strings.TrimRight(raw, " \t\r")
	return strings.HasSuffix(raw, "  ") || (len(text)-len(strings.TrimRight(text, `\`)))%2 == 1
}

// splitRaw splits a text with its markup at a character that has no backslash before it and ends no entity.
func splitRaw(raw string, at byte) []string {
	var parts []string
	from := 0
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '\\':
			i++
		case '&':
			if entity := mdEntity.FindString(raw[i:min(len(raw), i+longestEntity)]); entity != "" {
				i += len(entity) - 1
			}
		case at:
			parts = append(parts, strings.TrimSpace(raw[from:i]))
			from = i + 1
		}
	}
	return append(parts, strings.TrimSpace(raw[from:]))
}
