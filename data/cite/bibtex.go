package cite

import (
	"strconv"
	"strings"
	"time"
)

// bibtexEntry returns a source as an entry that BibTeX and biblatex take. Names and titles have braces of their own:
// they are neither taken apart nor put in lower case. BibTeX prints howpublished, biblatex prints organization for
// what is online.
func bibtexEntry(e *entry) string {
	s, kind := e.source, "misc"
	if s.URL != "" {
		kind = "online"
	}
	var b strings.Builder
	b.WriteString("@" + kind + "{" + s.ID + ",\n")
	field := func(name, value string) {
		if value != "" {
			b.WriteString("  " + name + " = {" + value + "},\n")
		}
	}
	field("author", protected(s.Author))
	field("title", protected(s.Title))
	field("howpublished", protected(s.Publisher))
	if kind == "online" {
		field("organization", protected(s.Publisher))
	}
	year, month := certain(s.Published)
	if year > 0 {
		field("year", strconv.Itoa(year))
	}
	if month > 0 { // a name that BibTeX knows, without braces
		b.WriteString("  month = " + strings.ToLower(time.Month(month).String()[:3]) + ",\n")
	}
	field("date", biblatexDate(s.Published))
	field("url", bareURL(s.URL))
	field("language", bibtex(s.Language))
	field("note", bibtex(e.note(!s.Published.IsZero() && biblatexDate(s.Published) == "")))
	b.WriteString("}")
	return b.String()
}

// protected returns a text in braces of its own, "" for none.
func protected(text string) string {
	if text = bibtex(text); text == "" {
		return ""
	}
	return "{" + text + "}"
}

// bibtexEscapes are the characters that mean something to TeX. Braces are written without braces that are not
// balanced: BibTeX counts those behind a backslash, too.
var bibtexEscapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`, `~`, `\textasciitilde{}`,
	`^`, `\textasciicircum{}`, `%`, `\%`, `$`, `\$`, `&`, `\&`, `#`, `\#`, `_`, `\_`,
)

// bibtex returns a text on one line in which no character means anything to TeX; letters beyond ASCII are left.
func bibtex(text string) string { return bibtexEscapes.Replace(line(text)) }
