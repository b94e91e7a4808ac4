package consistency_test

import "testing"

// born is a birth, and told an event with a quotation and two people.
func born(date string) string { return event("born", date, "Born in Laeken", people("John Smith")) }

func people(names string) string { return `, "people": ["` + names + `"]` }

func told(date, source, quote string) string {
	return event("told", date, "Told", people(`John Smith", "Ann Miller`)+claim(source, quote, ""))
}

func TestCheck_Ages(t *testing.T) {
	const wrong = "age told born: "
	check(t, []row{
		{"that fits publication", []string{born("1980-05-04"), told("2005", "s2010", "John Smith, a 30-year-old")}, nil},
		{"that fits the event", []string{born("1980-05-04"), told("2005-06", "s2010", "John Smith, a 25-year-old")}, nil},
		{"that fits neither", []string{born("1980-05-04"), told("2005-06", "s2010", "John Smith, a 27-year-old")}, []string{
			"age told born: Ten has John Smith aged 27; by the birth (4 May 1980) it would be 30 (publication, 15 June 2010), 25 (June 2005)",
		}},
		{"either of two in a year", []string{born("1980-05-04"), told("2005", "s2010", "John Smith, aged 24")}, nil},
		{"or the other", []string{born("1980-05-04"), told("2005", "s2010", "John Smith, aged 25")}, nil},
		{"but no third", []string{born("1980-05-04"), told("2005", "s2010", "John Smith, aged 26")}, []string{wrong + "24 to 25 (2005)"}},
		{"a birth in some year", []string{born("1980"), told("2005-01-01", "s2010", "John Smith, aged 24")}, nil},
		{"and its last day", []string{born("1980"), told("2005-01-01", "s2010", "John Smith, aged 25")}, nil},
		{"and not before", []string{born("1980"), told("2005-01-01", "s2010", "John Smith, aged 26")}, []string{wrong + "24 to 25"}},
		{"an uncertain birth", []string{born("1980?"), told("2005-01-01", "s2010", "John Smith, aged 50")}, nil},
		{"an approximate event", []string{born("1980"), told("2005~", "s2010", "John Smith, aged 50")}, nil},
		{"a publication that is not known", []string{born("1980"), told("2005", "undated", "John Smith, aged 50")}, nil},
		{"an open birth leaves any age above", []string{born("../1980"), told("2005", "s2010", "John Smith, aged 99")}, nil},
		{"but none below", []string{born("../1980"), told("2005", "s2010", "John Smith, aged 20")}, []string{wrong + "29 or more"}},
		{"before the birth", []string{born("2011-01-01"), told("2005", "s2010", "John Smith, aged 5")}, []string{wrong + "before the birth (2005)"}},
		{"a leap day", []string{born("1980-02-29"), told("2005-02-28", "s2010", "John Smith, aged 25")}, nil},
		{"the eve of the birthday", []string{born("1980-05-04"), told("2005-05-03", "s2010", "John Smith, aged 25")}, []string{wrong + "24 (3 May 2005)"}},
		{"the birthday", []string{born("1980-05-04"), told("2005-05-04", "s2010", "John Smith, aged 25")}, nil},
		{"a moment with an offset", []string{born("1980-05-04"), told("2005-05-03T22:30Z", "s2010", "John Smith, aged 25")}, nil},
		{"at a time that is counted", []string{
			born("1980-05-04"), told("2005", "s2010", "In 2005 John Smith came; a year later John Smith, a 26-year-old, left"),
		}, nil},
		{"no birth", []string{told("2005", "s2010", "John Smith, aged 50")}, nil},
	})
}

// An age in the words of its claim, of which it is not always clear whose or when.
func TestCheck_AgesInWords(t *testing.T) {
	const wrong = "age told born: John Smith aged 50"
	for quote, found := range map[string]bool{
		"John Smith, a 50-year-old from Leeds":                 true,
		"the 50-year-old John Smith":                           true,
		"the 50-year-old Belgian national John Smith":          true,
		"John Smith, 50 years old, was arrested":               true,
		"John Smith is 50 years old":                           true,
		"John Smith, who was 50 years old":                     true,
		"John Smith, aged 50":                                  true,
		"John Smith (aged 50)":                                 true,
		"John Smith, aged fifty":                               true,
		"John Smith, a fifty-year-old":                         true,
		"John Smith, 50 years of age":                          true,
		"John Peter Smith, a 50-year-old":                      true,
		"Then Ann Miller met Smith, a 50-year-old":             true,
		"arrested was Smith, a 50-year-old":                    true,
		"a 50-year-old":                                        false,
		"he is 50 years old":                                   false,
		"the brother of John Smith, a 50-year-old":             false,
		"John Smith and a 50-year-old":                         false,
		"John Smith’s 50-year-old brother":                     false,
		"a 50-year-old and John Smith":                         false,
		"a 50-year-old brother of John Smith":                  false,
		"Peter Smith, a 50-year-old":                           false,
		"John Smithson, a 50-year-old":                         false,
		"John Smith, about 50 years old":                       false,
		"John Smith was almost 50 years old":                   false,
		"John Smith was not 50 years old":                      false,
		"John Smith, aged 50 to 60":                            false,
		"John Smith, aged 50-60":                               false,
		"the 40-50-year-old John Smith":                        false,
		"John Smith was 50 years old when it was built":        false,
		"In the 1990s John Smith, a 50-year-old, came":         false,
		"On 3 June John Smith, a 50-year-old, came":            false,
		"In 2030 John Smith, a 50-year-old, came":              false, // as he then is
		"In 2000 John Smith, a 50-year-old, came":              true,
		"Ann Miller met John Smith, a 50-year-old, and he her": true,
		"Aged 50, John Smith":                                  false,
		"1905-year-old John Smith":                             false,
	} {
		want := []string{wrong}
		if !found {
			want = nil
		}
		check(t, []row{{quote, []string{born("1980-05-04"), told("2005", "s2010", quote)}, want}})
	}
}

// What heads a quotation says when it speaks, and a quotation within another speaks with it.
func TestCheck_AgesInEntries(t *testing.T) {
	whole := event("entry", "2004", "Entry", people("John Smith")+claim("s2010", "2005 June 3 — “John Smith, a 30-year-old worker, was here.”", ""))
	part := event("part", "2010", "Part", people("John Smith")+claim("s2010", "John Smith, a 30-year-old worker", ""))
	inBirth := event("born", "1980-05-04", "Born", people("John Smith")+claim("s2010", "John Smith, a 30-year-old worker", ""))
	check(t, []row{
		{"headed", []string{born("1980-05-04"), whole}, []string{"age entry born: 25 (3 June 2005)"}},
		{"a part of it", []string{born("1980-05-04"), whole, part}, []string{"age entry part born: 25 (3 June 2005)"}},
		{"the part alone", []string{born("1980-05-04"), part}, nil},
		{"in the birth itself", []string{inBirth, whole}, []string{"age entry born: 25 (3 June 2005)"}},
		{"the birth alone speaks at publication", []string{inBirth}, nil},
		{"and not as of the birth", []string{event("born", "1985-05-04", "Born", people("John Smith")+
			claim("s2010", "John Smith, aged 0", ""))}, []string{"age born: by the birth (4 May 1985) it would be 25 (publication, 15 June 2010)"}},
		{"of another source it is another", []string{
			born("1980-05-04"), whole,
			event("part", "2010", "Part", people("John Smith")+claim("s2020", "John Smith, a 30-year-old worker", "")),
		}, []string{"age entry born: "}},
		{"headed but of now", []string{born("1980-05-04"), event("entry", "2004", "Entry", people("John Smith")+
			claim("s2010", "2005 — John Smith, now a 30-year-old worker, was here", ""))}, nil},
		{"headed by what is not enough", []string{born("1980-05-04"), event("entry", "2004", "Entry", people("John Smith")+
			claim("s2010", "3 June — John Smith, a 40-year-old worker", ""))}, nil},
	})
}

func TestCheck_Births(t *testing.T) {
	aged := event("told", "2005", "Told", people("John Smith")+claim("s2010", "John Smith, aged 50", ""))
	quoted := func(date, quote string) string {
		return event("b", date, "Early years", people("John Smith")+claim("s2010", quote, ""))
	}
	check(t, []row{
		{"a title", []string{aged, event("b", "1980", "John Smith is born", people("John Smith"))}, []string{"age told b: "}},
		{"another title", []string{aged, event("b", "1980", "Birth of John Smith", people("John Smith"))}, []string{"age told b: "}},
		{"a short one", []string{aged, event("b", "1980", "Birth", people("John Smith"))}, []string{"age told b: "}},
		{"of somebody else", []string{aged, event("b", "1980", "Birth", people(`Ann Miller", "John Smith`))}, nil},
		{"of nobody", []string{aged, event("b", "1980", "Birth", "")}, nil},
		{"a birth certificate", []string{aged, event("b", "1980", "Birth certificate forged", people("John Smith"))}, nil},
		{"a date of birth", []string{aged, event("b", "1980", "Date of birth corrected", people("John Smith"))}, nil},
		{"the Belgian-born", []string{aged, event("b", "1980", "Belgian-born man arrested", people("John Smith"))}, nil},
		{"a quotation", []string{aged, quoted("1980", "1980 — John Smith was born in Leeds")}, []string{"age told b: "}},
		{"a short quotation", []string{aged, quoted("1980", "“Born in Leeds”")}, []string{"age told b: "}},
		{"a quotation that mentions it", []string{aged, quoted("1980", "John Smith, born in Leeds, arrested")}, nil},
		{"a quotation about later", []string{
			aged, quoted("2001", "John Smith was born in Leeds."), event("c", "1999", "C", people("John Smith")),
		}, nil},
		{"one of two births fits", []string{
			aged, event("b", "1980", "Born", people("John Smith")), event("b2", "1955", "Born", people("John Smith")),
		}, nil},
		{"neither of two fits", []string{
			aged, event("b", "1980", "Born", people("John Smith")), event("b2", "1990", "Born", people("John Smith")),
		}, []string{"age told b b2: by the birth (1980 or 1990)"}},
		{"a title goes before a quotation", []string{
			aged, quoted("1955", "John Smith was born in Leeds."), event("b2", "1990", "Born", people("John Smith")),
		}, []string{"age told b2: "}},
	})
}
