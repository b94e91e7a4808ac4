package document

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// typist types words that are thought of, each time in another way.
type typist struct{ *rand.Rand }

func (t typist) one(of ...string) string { return of[t.IntN(len(of))] }

var vocabulary = []string{
	"the", "first", "affluent", "café", "coöperate", "Müller's", "Атар", "ελλάδα", "release", "1", "2016", "ﷺ",
	"naïve", "office", "l'État", "Ångström", "한국", "ệ", "a", "of", "...", "²",
}

// word returns a word as it may be typed.
func (t typist) word(word string) string {
	word = strings.ReplaceAll(word, "'", t.one("'", "’", "`", "´"))
	word = strings.ReplaceAll(word, "...", t.one("...", "…"))
	word = strings.NewReplacer("fi", t.one("fi", "ﬁ"), "ffl", t.one("ffl", "ﬄ", "fﬂ")).Replace(word)
	if t.IntN(3) == 0 {
		var typed strings.Builder
		for i, r := range word {
			if i > 0 && t.IntN(2) == 0 {
				typed.WriteString(t.one("\u00AD", "\u200B", "\u200D", "\uFEFF", "\u2060"))
			}
			typed.WriteRune(r)
		}
		word = typed.String()
	}
	if t.IntN(3) == 0 {
		word = norm.NFD.String(word)
	}
	return word
}

// between returns what stands between words as it may be typed.
func (t typist) between(kind string) string {
	space := func() string {
		var typed strings.Builder
		for range 1 + t.IntN(3) {
			typed.WriteString(t.one(" ", "\n", "\r\n", "\t", "\u00A0", "\u2009", "\u2028"))
		}
		return t.one("", "\u200B") + typed.String() + t.one("", "\u00AD")
	}
	maybe := func() string { return t.one("", space()) }
	switch kind {
	case " ":
		return space()
	case "-":
		return maybe() + t.one("-", "–", "—", "--", "‑") + maybe()
	case `"`:
		return maybe() + t.one(`"`, "“", "”", "«", "»", "„") + maybe()
	}
	return kind + space() // a sign after a word
}

// token is a word of a text: what it was thought as, what comes before it, and where it is.
type token struct {
	word, before string
	at           Range
}

// text types words that are chosen at random and returns where each is.
func (t typist) text(words int) (string, []token) {
	var typed strings.Builder
	tokens := make([]token, words)
	for i := range tokens {
		k := &tokens[i]
		k.word, k.before = t.one(vocabulary...), t.one(" ", " ", " ", ",", ".", "-", `"`)
		typed.WriteString(t.between(k.before))
		k.at.From = typed.Len()
		typed.WriteString(t.word(k.word))
		k.at.To = typed.Len()
	}
	return typed.String() + t.one("", ".", "\n"), tokens
}

// quote types words anew.
func (t typist) quote(tokens []token) string {
	typed := t.word(tokens[0].word)
	for _, k := range tokens[1:] {
		typed += t.between(k.before) + t.word(k.word)
	}
	return typed
}

// thought returns what words were thought as, the first without what comes before it.
func thought(tokens []token) string {
	text := ""
	for _, k := range tokens {
		text += k.before + k.word
	}
	return strings.TrimPrefix(text, tokens[0].before)
}

// at returns the words in a stretch of text, nil where it does not begin and end with words.
func at(tokens []token, r Range) []token {
	from := slices.IndexFunc(tokens, func(k token) bool { return k.at.From == r.From })
	to := slices.IndexFunc(tokens, func(k token) bool { return k.at.To == r.To })
	if from < 0 || to < from {
		return nil
	}
	return tokens[from : to+1]
}

// However a quotation is typed, it is found where its words stand, from the first letter to the last, and nowhere
// else.
func TestFind_Property(t *testing.T) {
	for seed := range uint64(4000) {
		random := typist{rand.New(rand.NewPCG(seed, 1))}
		text, tokens := random.text(2 + random.IntN(40))
		d := New("", text)
		from := random.IntN(len(tokens))
		picked := tokens[from : from+1+random.IntN(len(tokens)-from)]
		if onlySigns(picked) {
			continue
		}
		quote := random.quote(picked)
		reached := 0
		here := false
		for _, m := range d.Find(quote) {
			words := at(tokens, m.Ranges[0])
			if len(m.Ranges) != 1 || words == nil || thought(words) != thought(picked) {
				t.Fatalf("%d: %q in %q: found %q", seed, quote, text, text[m.From():m.To()])
			}
			if m.From() < reached || m.Line != d.LineOf(m.From()) {
				t.Fatalf("%d: %q in %q: %+v", seed, quote, text, m)
			}
			here = here || m.From() <= picked[0].at.From && m.To() > picked[0].at.From
			reached = m.To()
		}
		if !here {
			t.Fatalf("%d: %q is not found in %q", seed, quote, text)
		}
	}
}

func onlySigns(tokens []token) bool {
	return !slices.ContainsFunc(tokens, func(k token) bool { return k.word != "..." && k.word != "…" })
}

// Quotations that leave text out are found, each part where its words stand, in order.
func TestFind_LeftOutProperty(t *testing.T) {
	for seed := range uint64(4000) {
		random := typist{rand.New(rand.NewPCG(seed, 2))}
		text, tokens := random.text(6 + random.IntN(30))
		d := New("", text)
		var picked [][]token
		var typed []string
		for from := 0; from+1 < len(tokens) && len(picked) < 3; {
			from += random.IntN(4)
			to := min(from+1+random.IntN(4), len(tokens))
			if from >= to {
				break
			}
			part := tokens[from:to]
			from = to + 1
			if slices.ContainsFunc(part, func(k token) bool { return k.word == "..." }) {
				continue
			}
			picked = append(picked, part)
			typed = append(typed, random.quote(part))
		}
		if len(picked) < 2 {
			continue
		}
		quote := strings.Join(typed, random.one(" … ", " (…) ", " [...] ", "\u00A0[…] "))
		matches := d.Find(quote)
		if len(matches) == 0 {
			t.Fatalf("%d: %q is not found in %q", seed, quote, text)
		}
		for _, m := range matches {
			if len(m.Ranges) == 1 { // the text has that very ellipsis
				continue
			}
			reached := 0
			for i, r := range m.Ranges {
				words := at(tokens, r)
				if words == nil || r.From < reached || thought(words) != thought(picked[i]) {
					t.Fatalf("%d: %q in %q: part %d is %q", seed, quote, text, i, text[r.From:r.To])
				}
				reached = r.To
			}
		}
	}
}

// Where there is a chain of parts, however far-fetched, one is found; where there is none, none is.
func TestFind_LeftOutMissesNothing(t *testing.T) {
	for seed := range uint64(3000) {
		random := typist{rand.New(rand.NewPCG(seed, 3))}
		var words []string
		for range random.IntN(12) {
			words = append(words, random.one("a", "b", "c", strings.Repeat("long ", mostLeftOut/15)))
		}
		parts := []string{random.one("a", "b", "a b"), random.one("a", "b", "c"), random.one("b", "c", "b c")}
		text := strings.Join(strings.Fields(strings.Join(words, " ")), " ")
		d := New("", text)
		want := chained(text, parts, -1)
		if got := d.Find(strings.Join(parts, " … ")); (len(got) > 0) != want {
			t.Fatalf("%d: %q in %q: %+v, want %v", seed, parts, text, got, want)
		}
	}
}

// chained tries all chains of parts that begin where the last part ended, or anywhere for -1.
func chained(text string, parts []string, end int) bool {
	if len(parts) == 0 {
		return true
	}
	padded := " " + text + " "
	for i := max(end, 0); i < len(text); i++ {
		if end >= 0 && i-end > mostLeftOut {
			return false
		}
		if strings.HasPrefix(padded[i:], " "+parts[0]+" ") && chained(text, parts[1:], i+len(parts[0])) {
			return true
		}
	}
	return false
}

// Whatever a text is made of, what is found in it is of it, and looks like the quotation.
func FuzzFind(f *testing.F) {
	f.Add("one “two”\r\nthree", `"two" three`)
	f.Add("a\u0301\u00ADb ﬁ … 한국", "fi ... 한")
	f.Add("x -- y", "x […] y")
	f.Add("½ ´ ¨ ㎏", "1⁄2 ' kg")
	f.Add("\xff\xfe", "\xfe")
	f.Fuzz(func(t *testing.T, text, quote string) {
		d := New("", text)
		d.Nearest(quote)
		for _, m := range d.Find(quote) {
			if whole := fold(strings.ToValidUTF8(quote, "\uFFFD")).text; !ellipsis.Match(whole) {
				stretch := fold(d.Text[m.From():m.To()]).text
				if len(m.Ranges) != 1 || !strings.Contains(string(stretch), string(whole)) {
					t.Errorf("%q is found as %q", whole, stretch)
				}
			}
			reached := 0
			for _, r := range m.Ranges {
				if r.From < reached || r.To <= r.From || r.To > len(d.Text) || !utf8.ValidString(d.Text[r.From:r.To]) {
					t.Fatalf("%q in %q: %+v", quote, d.Text, m)
				}
				reached = r.To
			}
			if m.Line < 1 || m.Line > d.Lines() || d.Line(m.Line).From > m.From() || d.Line(m.Line).To <= m.From() {
				t.Errorf("line %d for %+v", m.Line, m)
			}
		}
	})
}

// Folding in stretches, with spans to lead back, is folding as a whole.
func FuzzFold(f *testing.F) {
	f.Add("one “two”\r\nthree — four")
	f.Add("e\u0301\u0323 가각ᆨ ﬁ ½ ŉ \u0344 ㎏")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		got := fold(text)
		if again := fold(string(got.text)); string(again.text) != string(got.text) && !strings.ContainsFunc(text, invisible) {
			t.Errorf("%q is folded to %q and then to %q", text, got.text, again.text)
		}
		reached := Range{}
		for i, r := range string(got.text) {
			back := got.back(i, i+utf8.RuneLen(r))
			if back.From < reached.From || back.To < reached.To || back.To <= back.From || back.To > len(text) {
				t.Fatalf("%q: %q comes from %v, after %v", text, r, back, reached)
			}
			if r >= 'A' && r <= 'Z' && back.To-back.From == 1 && text[back.From] != byte(r) {
				t.Fatalf("%q: %q comes from %q", text, r, text[back.From:back.To])
			}
			reached = back
		}
	})
}
