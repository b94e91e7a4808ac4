package search

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// foldedWords returns the words of a text as they are compared.
func foldedWords[T string | []byte](text T) []string {
	var all []string
	for w := (wordReader[T]{text: text}); w.next(); {
		all = append(all, string(w.folded()))
	}
	return all
}

// foldCases have texts and their folded words with a space between.
var foldCases = []struct{ text, want string }{
	{"", ""},
	{" \t\n.,;—“”", ""},
	{"The Paris treaty of 1763", "the paris treaty of 1763"},
	{"x1y2 3z", "x1y2 3z"},
	{"snake_case co-op a/b", "snake case co op a b"},
	// Apostrophes, the letter too.
	{"l'Été d’Artagnan O‘Neil", "l ete d artagnan o neil"},
	{"м\u02bcята м'ята \u0149", "м ята м ята n"},
	// Precomposed and combining.
	{"é É e\u0301 E\u0301 ê", "e e e e e"},
	{"naïve NAI\u0308VE", "naive naive"},
	{"Việt Nam vie\u0323\u0302t", "viet nam viet"},
	{"\u0301 \u0301a", "a"}, // marks alone are no word
	{"a\u20dd", "a"},        // an enclosing mark
	{"Å Å Å", "a a a"},      // with the sign for Ångström
	// Case that is more than one letter against one.
	{"Straße STRASSE STRAẞE", "strasse strasse strasse"},
	{"ΣΊΣΥΦΟΣ Σίσυφος σίσυφοσ", "σισυφοσ σισυφοσ σισυφοσ"},
	{"ᾼδης ᾳδης Άδης", "αδησ αδησ αδησ"},
	{"İstanbul ISTANBUL ıstanbul", "istanbul istanbul istanbul"},
	{"ſecret ꮳ Ꮳ", "secret ꮳ ꮳ"},
	// Compatibility.
	{"ﬁn ﬃ Ǆ", "fin ffi dz"},
	{"ＡＢｃ１２", "abc12"},
	{"nº 1ª", "no 1a"},
	{"coŀlega", "collega"},
	{"\ufdfa", "صلىاللهعليهوسلم"}, // one letter, which has spaces in it
	// Letters that Unicode does not take apart.
	{"Łódź Ærø ĐAKOVO Ħal œuvre ǿ", "lodz aero dakovo hal oeuvre o"},
	// Invisible characters.
	{"Donau\u00addampf\u00ad schiff", "donaudampf schiff"},
	{"\u00ad\u200d", ""},
	{"a\u200bb\u200cc", "a b c"}, // zero width space and non-joiner separate
	// Other scripts.
	{"Мёд ЙОД їжак", "мед иод іжак"},
	{"مُحَمَّد محمد محـــمد أحمد", "محمد محمد محمد احمد"},
	{"שָׁלוֹם שלום", "שלום שלום"},
	{"हिन्दी १९४७", "हिनदी १९४७"},
	{"が ガ ｶﾞ", "か カ カ"},
	{"한국 한국", "한국 한국"},
	{"東京都、大阪", "東京都 大阪"},
	{"𝐁old 𐐀", "bold 𐐨"},
	// What is not UTF-8 separates.
	{"a\xffb \xc3", "a b"},
	{"é\xffb\xe2\x82", "e b"},
}

func TestFold(t *testing.T) {
	for _, c := range foldCases {
		want := strings.Fields(norm.NFKD.String(c.want))
		if got := foldedWords(c.text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", c.text, got, want)
		}
		if got := foldedWords([]byte(c.text)); !slices.Equal(got, want) {
			t.Errorf("bytes %q: %q, want %q", c.text, got, want)
		}
	}
}

// What is folded stays as it is, and cases and forms of a character are folded to the same.
func TestFold_AllCharacters(t *testing.T) {
	const iotaBelow = '\u0345' // a mark whose capital is a letter
	for r := rune(0); r < 0x20000; r++ {
		if unicode.In(r, unicode.So) {
			continue // the signs of music are taken apart into marks, which would be words on their own
		}
		text := string(r)
		folded := strings.Join(foldedWords(text), " ")
		same := []string{folded, norm.NFC.String(text), norm.NFD.String(text)}
		if unicode.SimpleFold(r) != iotaBelow && r != iotaBelow {
			same = append(same, string(unicode.SimpleFold(r)))
		}
		for _, s := range same {
			if other := strings.Join(foldedWords(s), " "); other != folded {
				t.Errorf("%U: %q, but %q: %q", r, folded, s, other)
			}
		}
	}
}

func TestFold_LongWords(t *testing.T) {
	a := strings.Repeat("a", mostBytes)
	for _, c := range []struct{ text, want string }{
		{a, a},
		{a + "b", a},
		{a + " b", a + " b"},
		{a + "é\u0301!b", a + " b"},
		{a[1:] + "é", a[1:] + "e"},
		{a[1:] + "яb", a[1:]}, // what comes after the cut is not kept, even if there is room
		{a[2:] + "яb", a[2:] + "я"},
		{a[1:] + "ß", a[1:] + "s"},
		{a[3:] + "\u0344한x", a[3:] + "ᄒ"},
		{strings.Repeat("я", 40) + "-x", strings.Repeat("я", 32) + " x"},
	} {
		if got := strings.Join(foldedWords(c.text), " "); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
