package widgets

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"dateline/data/document"
)

// Nothing of a text is lost, none of it is there twice, and no line is wider than
// the page.
func FuzzDocPage_Rows(f *testing.F) {
	f.Add("One line.\nAnother\r\n\r\nlast", 200)
	f.Add(strings.Repeat("word ", 900), 120)
	f.Add(strings.Repeat("x", 5000)+"\n\tand\ttabs", 90)
	f.Add(strings.Repeat("東京で逮捕された。", 300), 150)
	f.Add(strings.Repeat("ภาษาไทย", 200)+" "+strings.Repeat("e\u0301", 1500), 100)
	f.Add("كان هناك رجل\u2028في المدينة \u00ADab\u200Bc\x00\v\f", 80)
	f.Add("", 100)
	theKeyboard()
	letters := newDocPage(nil).breaker.letters
	f.Fuzz(func(t *testing.T, text string, width int) {
		if len(letters.widths) > 1000 {
			clear(letters.widths)
		}
		p := newDocPage(&DocumentEvents{})
		p.breaker.letters = letters
		p.open(document.New("", text))
		p.BaseWidget.Resize(fyne.NewSize(float32(docLeft+docRight+40+max(width, 0)%1000), 400))
		p.arrange()
		checkRows(t, p)
	})
}

// checkRows fails where the rows of a page, or their lines, are not its text.
func checkRows(t *testing.T, p *docPage) {
	t.Helper()
	reached := 0
	for row := range p.starts {
		r := p.rowRange(row)
		if r.From != reached {
			t.Fatalf("row %d is %+v, after %d", row, r, reached)
		}
		for i, line := range p.row(row).lines {
			if line.From != reached || line.To < line.From || line.To == line.From && i > 0 {
				t.Fatalf("line %d of row %d is %+v, after %d", i, row, line, reached)
			}
			if text := p.doc.Text[line.From:line.To]; !utf8.ValidString(text) {
				t.Fatalf("line %d of row %d is %q", i, row, text)
			}
			shown := p.lineText(drawnLine{Range: line})
			if w := p.breaker.letters.width(shown); w > p.breaker.width && bases(shown) > 1 {
				t.Fatalf("%q is %g wide, with room for %g", shown, w, p.breaker.width)
			}
			reached = line.To
		}
		if r.To != reached {
			t.Fatalf("row %d is %+v, its lines end at %d", row, r, reached)
		}
	}
	if reached != len(p.doc.Text) {
		t.Fatalf("%d of %d bytes are shown", reached, len(p.doc.Text))
	}
}

// bases counts the characters that are not put upon others.
func bases(text string) (count int) {
	for _, r := range text {
		if !unicode.Is(unicode.M, r) {
			count++
		}
	}
	return count
}

// A long line is parted between words if it can be.
func TestRowStarts_BetweenWords(t *testing.T) {
	text := strings.Repeat("several words ", 1000)
	starts := rowStarts(document.New("", text))
	if len(starts) < 7 || len(starts) > 14 {
		t.Errorf("%d bytes are %d rows", len(text), len(starts))
	}
	for _, at := range starts[1:] {
		if text[at-1] != ' ' || text[at] == ' ' {
			t.Errorf("a row ends between %q and %q", text[at-1], text[at])
		}
	}
}

// Lines are broken between words, and within them only where there is no other
// way.
func TestDocBreaker(t *testing.T) {
	theKeyboard()
	b := &newDocPage(nil).breaker
	for _, c := range []struct {
		text  string
		width string // of the line
		want  string
	}{
		{"one two three\n", "one two th", "one two |three\n"},
		{"one two three", "one two three", "one two three"},
		{"one two   three", "one two", "one two   |three"},
		{"a north-west wind", "a north-", "a north-|west |wind"},
		{"see abcdefghij now", "abcd", "see |abcd|efgh|ij |now"},
		{"  indented text", "  indented", "  indented |text"},
		{"a\tb cd", "a    b", "a\tb |cd"},
		{"first\vsecond", "first second", "first\v|second"},
		{"東京で逮捕", "東京で", "東京で|逮捕"},
		{"co\u00ADordi\u00ADnate it", "coordinate", "co\u00ADordi\u00ADnate |it"},
		{"\r\n", "x", "\r\n"},
		{"", "x", ""},
	} {
		b.width = b.letters.width(c.width) + 1
		var got []string
		for _, line := range b.broken(c.text) {
			got = append(got, c.text[line.From:line.To])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: %q, want %q", c.text, strings.Join(got, "|"), c.want)
		}
	}
}

// Letters that are added up are as wide as they are drawn.
func TestDocLetters_AsDrawn(t *testing.T) {
	theKeyboard()
	letters := newDocPage(nil).breaker.letters
	for _, text := range []string{
		"The quick brown fox jumped over the lazy dogs in 2016.", "“Атар’s” — ελλάδα… «née»", "e\u0301tude\u0301", "a\tb", "co\u00ADop",
	} {
		drawn := float64(fyne.MeasureText(docShown(text), docSize, fyne.TextStyle{}).Width)
		if got := letters.width(text); got < drawn-2 || got > drawn+2 {
			t.Errorf("%q is %g wide, drawn %g", text, got, drawn)
		}
		for at := range text {
			r, _ := utf8.DecodeRuneInString(text[at:])
			if unicode.Is(unicode.M, r) || unseen(r) || at > 0 && unseen(lastRune(text[:at])) {
				continue
			}
			if got := letters.near(text, letters.width(text[:at])); got != at {
				t.Errorf("%q: where byte %d begins, byte %d is nearest", text, at, got)
			}
		}
	}
}

// Text without spaces is not measured as a whole again and again.
func TestDocLetters_ShortRuns(t *testing.T) {
	theKeyboard()
	letters := newDocPage(nil).breaker.letters
	for _, text := range []string{strings.Repeat("ภาษาไทย", 100), strings.Repeat("مدينة", 100), "ab"} {
		if size, _ := letters.next(text); size > mostRun+utf8.UTFMax {
			t.Errorf("%d bytes are measured together", size)
		}
	}
}

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}
