package consistency

import (
	"strings"
	"testing"
)

func TestMentions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2005 May 24 — Life sentence", "2005-05-24"},
		{"On 24 May 2005, he", "2005-05-24"},
		{"On the 24th of May, 2005 he", "2005-05-24"},
		{"on May 24, 2005, and on Nov. 3rd 2006", "2005-05-24 2006-11-03"},
		{"On April 9 2008, Atar’s release", "2008-04-09"},
		{"“On November 17th, 2017, a strike", "2017-11-17"},
		{"on 2005-05-24 and 2005-02-30", "2005-05-24 -"},
		{"In May 2006, the CIA", "2006-05"},
		{"2006 May — The CIA; in May of 2007", "2006-05 2007-05"},
		{"1999/2000 — First visit", "1999/2000"},
		{"1999–2000 — First visit", "1999/2000"},
		{"2002 — travels in 2003, during 2004, early 2005", "2002 2003 2004 2005"},
		{"(2002) and since 2003, by 2004, after 2005", "2002 - - -"},
		{"the 2005 arrest", "-"},
		{"2010 Summer — a visit; 2015 (Summer); winter of 2016", "- - -"},
		{"arrested on June 18 or 19 June", "- -"},
		{"in June, and in the 1990s", "- -"},
		{"he may march in 123 of 7000 cases, 12005 and 0999", ""},
		{"31 June 2010", "-"},
		{"Mayor Marchand, Mayfield", ""},
		{"before the 2016 election in 2016", "- 2016"},
		{"", ""},
	} {
		var got []string
		for _, m := range mentions(c.text) {
			got = append(got, map[bool]string{true: m.date.String(), false: "-"}[m.sure()])
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestNumberOf(t *testing.T) {
	for text, want := range map[string]int{
		"0": 0, "7": 7, "32": 32, "999": 999, "one": 1, "Twelve": 12, "nineteen": 19, "twenty": 20, "thirty-two": 32, "Ninety nine": 99,
		"": -1, "1000": -1, "-1": -1, "twelve-one": -1, "thirty-zero": -1, "thirty-eleven": -1, "hundred": -1, "2.5": -1,
	} {
		got, ok := numberOf(text)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestClockOf(t *testing.T) {
	for text, want := range map[string]clock{
		"2015-11-13": localClock, "2015-11-13T21:16": localClock, "2015-11-13T21:16Z": utcClock, "2015-11-13T21:16+01:00": utcClock,
		"2015-11-13T21-05:00": utcClock, "2015-11-13T21:16Z/2015-11-14": mixedClock, "2015-11-13T21:16Z/2015-11-14T01:00Z": utcClock,
		"[2015-11-13T21:16,2015-11-14]": localClock, "2012/..": localClock, "2015-11-13T21:16Z/..": utcClock,
	} {
		if got := clockOf(text); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

// Whatever a quotation says, it can be read, and what is found stands in it.
func FuzzQuotation(f *testing.F) {
	for _, seed := range []string{
		"2010 November 14 — “Oussama Atar, a 26-year-old Belgian national, is in need.”", "In May 2012 he came; thirty-two years later",
		"the eve of 1 May 2016", "(2015) aged 99", "30 February 2001, the following day", "9999 — two years later", "Ünïcode “’—", "\xff\xfe 2001",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		dates := mentions(text)
		for _, m := range dates {
			if m.start < last || m.end <= m.start || m.end > len(text) {
				t.Fatalf("%q: %+v after %d", text, m, last)
			}
			last = m.end
		}
		for _, c := range countedIn(text, dates) {
			if !strings.Contains(text, c.words) || !c.from.sure() || c.when.earliest > c.when.latest {
				t.Fatalf("%q: %+v", text, c)
			}
		}
		for _, s := range agesIn(text, []string{"Oussama Atar", "Atar", ""}) {
			if s.age < 0 || s.person == "" {
				t.Fatalf("%q: %+v", text, s)
			}
		}
		if rest := behindHead(text); !strings.HasSuffix(text, rest) {
			t.Fatalf("%q: behind its head is %q", text, rest)
		}
	})
}

// The quick questions leave out nothing that is found.
func TestHints(t *testing.T) {
	for i := range countings {
		if how := &countings[i]; !how.pattern.MatchString("he left one "+how.hint) && !how.pattern.MatchString("he left the "+strings.TrimSpace(how.hint)) &&
			!how.pattern.MatchString("he left two "+how.hint) {
			t.Errorf("%s does not match %s", how.pattern, how.hint)
		}
	}
	for _, text := range []string{"32-year-old", "32 years old", "32 year old", "thirty years of age", "Aged 32", "at the age of 32"} {
		found := false
		for _, form := range ageForms {
			found = found || form.pattern.MatchString(text) && mayBe(text, form.hints)
		}
		if !found {
			t.Errorf("%q", text)
		}
	}
}
