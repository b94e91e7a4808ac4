package cite

import (
	"strings"
	"unicode"

	"dateline/data"
)

// markdownEvent returns an event in Markdown: its title in bold type and its date, then each claim as a quotation
// with the source below it.
func markdownEvent(set *data.Set, event *data.Event) string {
	title := markdown(event.Title)
	if title != "" { // of a control character alone nothing is left
		title = "**" + title + "** "
	}
	blocks := []string{title + "(" + markdown(event.Date.Words()) + ")"}
	for i := range event.Claims {
		claim := &event.Claims[i]
		source := "> — " + markdownReference(&set.Sources[claim.Source]) + place(claim, markdown)
		blocks = append(blocks, markdownQuote(claim.Quote)+"\n>\n"+source)
	}
	return strings.Join(blocks, "\n\n")
}

// markdownQuote returns a block quotation with the line breaks of the text.
func markdownQuote(text string) string {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
	for i, text := range lines {
		lines[i] = strings.TrimRight("> "+markdown(text), " ")
		if i > 0 && lines[i] != ">" && lines[i-1] != ">" {
			lines[i-1] = broken(lines[i-1])
		}
	}
	return strings.Join(lines, "\n")
}

// broken returns a line with a break at its end. A backslash of its own there is written in another way: some readers
// take the three in a row for two backslashes and no break.
func broken(line string) string {
	if text, ok := strings.CutSuffix(line, `\\`); ok {
		line = text + "&#92;"
	}
	return line + `\`
}

// markdownReference is [data.Source.Reference] in Markdown.
func markdownReference(s *data.Source) string {
	plain := *s
	plain.URL = ""
	reference := markdown(plain.Reference())
	if s.URL != "" {
		reference += ", <" + bareURL(s.URL) + ">"
	}
	return reference
}

// markdown returns a text on one line in which no character acts as markup, in CommonMark and in the extensions that
// GitHub has (strikethrough, tables, links from bare addresses but those of mail, which no escape prevents).
func markdown(text string) string {
	text = strings.TrimSpace(strings.Map(spaced, text))
	var b strings.Builder
	for i, r := range text {
		if acts(text[:i], text[i:]) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// spaced returns a space for a control character, which ends a line or means nothing.
func spaced(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}

// acts reports whether the first character of what is left of a line could be markup after what comes before it.
func acts(before, left string) bool {
	switch left[0] {
	case '\\', '`', '*', '_', '{', '}', '[', ']', '<', '>', '&', '~', '|', '$', '^', '#', '@', '=':
		return true
	case '-', '+', '(':
		return before == "" // an item of a list, a line under a heading
	case ':':
		return before == "" || strings.HasPrefix(left, "://")
	case '.':
		return isNumber(before) || len(before) >= 3 && strings.EqualFold(before[len(before)-3:], "www")
	case ')':
		return isNumber(before) // an item of a list
	}
	return false
}

func isNumber(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

// bareURL returns an address with the characters percent-encoded that no address has bare and that would end it in
// Markdown or unbalance the braces of BibTeX.
func bareURL(url string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(url) {
		if c := url[i]; c <= ' ' || c == 0x7f || strings.IndexByte(`<>{}\^|"`+"`", c) >= 0 {
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
