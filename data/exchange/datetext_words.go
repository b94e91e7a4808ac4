package exchange

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dateline/data/edtf"
)

// tableFold returns a word in lower case without accents, as the tables of words have it.
func tableFold(word string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(word)) {
		if !unicode.Is(unicode.M, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

var (
	tableMonthWords  = wordNumbers(tableMonths)
	tableSeasonWords = wordNumbers(tableSeasons)
	aboutWords       = tableWords("c ca circa about around approx approximately vers env environ um gegen etwa rond omstreeks hacia")
	idleWords        = tableWords(`of the de del den der dem le la el los du am im in en on an st nd rd th er e o ste
		monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
		lundi mardi mercredi jeudi vendredi samedi dimanche
		montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
		maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
		lunes martes miercoles jueves viernes sabado domingo`)
	nowWords = tableWords("present today now ongoing heute heden aujourd'hui aujourd’hui presente actualidad")
)

// The names of months and seasons in English, French, German, Dutch and Spanish, without accents, by their numbers in EDTF.
var (
	tableMonths = map[int]string{
		1: "january jan janvier janv januar januari enero ene janner", 2: "february feb fevrier fevr fev februar februari febrero",
		3: "march mar mars marz maart mrt marzo mrz maerz", 4: "april apr avril avr abril abr",
		5: "may mai mei mayo", 6: "june jun juin juni junio", 7: "july jul juillet juil juli julio",
		8: "august aug aout augustus agosto ago", 9: "september sep sept septembre septiembre setiembre set",
		10: "october oct octobre oktober okt octubre", 11: "november nov novembre noviembre",
		12: "december dec decembre dezember dez diciembre dic",
	}
	tableSeasons = map[int]string{
		21: "spring printemps fruhling fruhjahr lente voorjaar primavera", 22: "summer ete sommer zomer verano",
		23: "autumn fall automne herbst herfst otono", 24: "winter hiver invierno",
	}
)

func wordNumbers(names map[int]string) map[string]int {
	numbers := make(map[string]int)
	for number, words := range names {
		for _, word := range strings.Fields(words) {
			numbers[word] = number
		}
	}
	return numbers
}

func tableWords(words string) map[string]bool {
	set := make(map[string]bool)
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}

var (
	digitLetter = regexp.MustCompile(`([0-9])(\p{L})`)
	beforeWords = regexp.MustCompile(`(?i)\b(?:b\.? ?c\.?(?: ?e\.?)?|v\. ?chr\.?|av\. ?j\.?-? ?c\.?|a\. ?(?:de )?c\.|v\. ?c\.)(?:$| )`)
	afterWords  = regexp.MustCompile(`(?i)\b(?:a\.? ?d\.?|c\.? ?e\.?|n\. ?chr\.?|ap\. ?j\.?-? ?c\.?|d\. ?(?:de )?c\.|n\. ?c\.)(?:$| )`)
	wordForm    = regexp.MustCompile(`\p{L}+|[0-9]+|[^\s\p{L}0-9]`)
)

// wordDate reads a date with the name of a month or a season, with an era, or said to be about a time, and returns it in
// EDTF; "" for what is none.
func wordDate(text string) string {
	text = digitLetter.ReplaceAllString(text, "$1 $2")
	text = beforeWords.ReplaceAllString(text, " bce ")
	text = afterWords.ReplaceAllString(text, " ce ")
	var p wordParts
	for _, word := range wordForm.FindAllString(text, -1) {
		if word = tableFold(word); word == "" || !p.add(word) { // an accent alone folds to nothing
			return ""
		}
	}
	return p.date()
}

// wordParts are the parts of a date in the order in which they stand.
type wordParts struct {
	order     []byte // 'D' a number of one or two digits, 'y' of three, 'Y' of four, 'M' a month, 'S' a season
	values    []string
	era       string // "bce" or "ce"
	eraBehind int    // how many parts stand before the era
	about     bool
}

// add takes the next word or character; it reports false where that cannot be in a date.
func (p *wordParts) add(word string) bool {
	switch {
	case word[0] >= '0' && word[0] <= '9':
		if len(word) > 4 {
			return false
		}
		p.part("DDyY"[len(word)-1], word)
	case tableMonthWords[word] != 0:
		p.part('M', strconv.Itoa(tableMonthWords[word]))
	case tableSeasonWords[word] != 0:
		p.part('S', strconv.Itoa(tableSeasonWords[word]))
	case word == "bce", word == "ce":
		if p.era != "" {
			return false
		}
		p.era, p.eraBehind = word, len(p.order)
	case aboutWords[word] && len(p.order) == 0:
		p.about = true
	default:
		return idleWords[word] || strings.Contains(",.~º°-", word)
	}
	return true
}

func (p *wordParts) part(kind byte, value string) {
	p.order, p.values = append(p.order, kind), append(p.values, value)
}

// date returns the date of the parts.
func (p *wordParts) date() string {
	if p.era != "" && !slices.Contains(p.order, 'Y') {
		year := max(p.eraBehind-1, 0) // the number before the era, or behind one that stands first
		if year >= len(p.order) || p.order[year] != 'D' && p.order[year] != 'y' {
			return ""
		}
		p.order[year] = 'Y'
	}
	part := make(map[byte]string)
	for i, kind := range p.order {
		part[kind] = p.values[i]
	}
	text := p.year(part['Y'])
	switch string(p.order) {
	case "DMY", "MDY", "YMD":
		text = dayEDTF(text, part['M'], part['D'])
	case "MY", "YM":
		text = monthEDTF(text, part['M'])
	case "SY", "YS":
		text += "-" + part['S']
	case "Y":
	default:
		return ""
	}
	if p.about && text != "" {
		text += "~"
	}
	return text
}

// year returns a year in EDTF.
func (p *wordParts) year(digits string) string {
	if p.era == "bce" {
		date, _ := yearsBCE(digits)
		return date.text
	}
	return yearEDTF(int64(digitsValue(digits)))
}

// stretchSeparators stand between the ends of a stretch of time.
var stretchSeparators = []string{
	"–", "—", " - ", " / ", " to ", " until ", " till ", " bis ", " au ", " à ", " tot ", " t/m ", " al ", " a ", " hasta ",
	" jusqu'au ", " jusqu’au ", "→",
}

var (
	twoYears = regexp.MustCompile(`^([0-9]{4})-([0-9]{4})$`)
	fromWord = regexp.MustCompile(`(?i)^(?:from|von|vom|du|de|van|desde|del) `)
)

// stretch reads a date from one to another, both in the text.
func (f *dateForms) stretch(text string) (cellDate, bool) {
	if group := twoYears.FindStringSubmatch(text); group != nil {
		return joinCellDates(cellDate{text: group[1]}, cellDate{text: group[2]})
	}
	text = fromWord.ReplaceAllString(text, "")
	for _, separator := range stretchSeparators {
		for at := strings.Index(text, separator); at >= 0; {
			from, to := strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+len(separator):])
			if date, ok := f.fromTo(from, to); ok {
				return date, true
			}
			next := strings.Index(text[at+len(separator):], separator)
			if next < 0 {
				break
			}
			at += len(separator) + next
		}
	}
	return cellDate{}, false
}

// fromTo reads two ends of a stretch.
func (f *dateForms) fromTo(from, to string) (cellDate, bool) {
	start, ok := f.point(from)
	if !ok {
		return cellDate{}, false
	}
	end, ok := f.endPoint(to)
	if !ok {
		return cellDate{}, false
	}
	return joinCellDates(start, end)
}

// endPoint reads an end, which may be a word for now: then it is open.
func (f *dateForms) endPoint(text string) (cellDate, bool) {
	if nowWords[strings.ToLower(text)] || text == ".." {
		return cellDate{text: ".."}, true
	}
	return f.point(text)
}

// joinCellDates returns the stretch from one date to another, either of which may be "" for one that is not known. Two that are
// the same are one. It reports false where both are not dates alone, or the end is before the start.
func joinCellDates(start, end cellDate) (cellDate, bool) {
	date := cellDate{start.text + "/" + end.text, start.fraction + end.fraction}
	if start.text == end.text {
		date.text = start.text
	}
	_, err := edtf.Parse(date.text)
	return date, err == nil
}

// cellMonth returns the number of a month from its number or name, 0 for none.
func cellMonth(text string) int {
	if number, ok := tableMonthWords[strings.TrimSuffix(tableFold(strings.TrimSpace(text)), ".")]; ok {
		return number
	}
	number, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || number < 1 || number > 12 {
		return 0
	}
	return number
}
