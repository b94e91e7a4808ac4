package widgets

import (
	"strings"
	"testing"

	"dateline/data/search"
)

// written returns lines with their marked pieces in brackets.
func written(lines [][]piece) []string {
	var list []string
	for _, line := range lines {
		text := ""
		for i, p := range line {
			if i > 0 && p.x > line[i-1].x && spaced(line[i-1], p) {
				text += " "
			}
			if p.marked {
				text += "[" + p.text + "]"
			} else {
				text += p.text
			}
		}
		list = append(list, text)
	}
	return list
}

// spaced reports whether a piece stands behind a space.
func spaced(before, p piece) bool {
	l := testLines(0, 0)
	return p.x-before.x-l.measure(before) > 1
}

func testLines(width float64, most int) *textLines {
	return &textLines{text: newTextMeasure(), faces: marking(13), width: width, most: most}
}

func TestTextLines(t *testing.T) {
	newKeyboard(t)
	for _, c := range []struct {
		text, query string
		width       float64
		most        int
		want        []string
	}{
		{"", "", 100, 2, []string{""}},
		{"one two", "", 1000, 2, []string{"one two"}},
		{"  one\n\ttwo  ", "two", 1000, 2, []string{"one [two]"}},
		{"one two three", "two", 1000, 2, []string{"one [two] three"}},
		{"l'Atar, (Atars) atar", "atar", 1000, 2, []string{"l'[Atar], ([Atars]) [atar]"}},
		{"atar atar x", "atar x", 1000, 2, []string{"[atar] [atar] [x]"}},
		{"Kühe fressen Gras", "kuhe gra", 1000, 1, []string{"[Kühe] fressen [Gras]"}},
	} {
		got := written(testLines(c.width, c.most).broken(c.text, search.Parse(c.query).Match(c.text)))
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q for %q: %q, want %q", c.text, c.query, got, c.want)
		}
	}
}

// Whatever the width, lines fit into it, nothing is lost where there may be
// enough of them, and what is lost has an ellipsis.
func TestTextLines_Fit(t *testing.T) {
	newKeyboard(t)
	text := "The Brussels attacks of 22 March 2016: at Zaventem airport and Maalbeek, the attackers’ “cousins” were"
	query := search.Parse("attack march airport cousins the")
	for width := 90.0; width < 900; width += 37 {
		for _, most := range []int{1, 2, 100} {
			l := testLines(width, most)
			lines := l.broken(text, query.Match(text))
			if len(lines) > most {
				t.Fatalf("%d lines of %d", len(lines), most)
			}
			for _, line := range lines {
				if last := line[len(line)-1]; last.x+l.measure(last) > width+0.01 {
					t.Errorf("%q ends at %g of %g", last.text, last.x+l.measure(last), width)
				}
			}
			all := strings.NewReplacer("[", "", "]", "").Replace(strings.Join(written(lines), " "))
			beginning, cut := strings.CutSuffix(all, "…")
			if cut != (all != text) || !strings.HasPrefix(text, beginning) || most == 100 && cut {
				t.Errorf("%d lines of %g pixels have %q", most, width, all)
			}
		}
	}
}

func TestTextLines_LongWord(t *testing.T) {
	newKeyboard(t)
	l := testLines(120, 3)
	lines := l.broken("a "+strings.Repeat("Donaudampfschiff", 9)+" b", nil)
	last := lines[len(lines)-1]
	if end := last[len(last)-1]; end.x+l.measure(end) > 120 || !strings.HasSuffix(end.text, "…") || len(lines) != 2 {
		t.Errorf("%q", written(lines))
	}
}

func TestTextLines_Beginning(t *testing.T) {
	newKeyboard(t)
	text := "In March the judges came to the court of Paris, whose été was hot"
	l := testLines(1000, 1)
	if got := l.beginning(text, strings.Index(text, "judges"), 1000); got != 0 {
		t.Errorf("it begins at %d", got)
	}
	for _, word := range []string{"été", "Paris", "court", "hot"} {
		at := strings.Index(text, word)
		from := l.beginning(text, at, 60)
		before := text[from:at]
		if from == 0 || text[from-1] != ' ' || len(before) > 0 && (before[0] == ' ' || l.measure(piece{text: before}) > 70) {
			t.Errorf("before %q stands %q", word, before)
		}
	}
	unbroken := strings.Repeat("x", 200) + "court"
	if got := l.beginning(unbroken, 200, 60); got != 200 {
		t.Errorf("in one long word it begins at %d", got)
	}
}
