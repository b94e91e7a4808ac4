package consistency_test

import "testing"

func TestCheck_RelativeDates(t *testing.T) {
	type years []string // in which the words fit, and do not
	for _, c := range []struct {
		quote     string
		fit, miss years
	}{
		{"He returned in 2012 only to be arrested the following year.", years{"2013", "2012", "2013-12-30", "2011/2013", "2014~"}, years{"2014", "2011", "2014-01-01"}},
		{"In May 2012 he came. The next year he left", years{"2013"}, years{"2014"}},
		{"In 2012 he said he had come the year before.", years{"2011", "2012"}, years{"2010", "2013"}},
		{"In 2012 he spoke of the previous year", years{"2011"}, years{"2010"}},
		{"In 2012 he came, a year later he left", years{"2013"}, years{"2014", "2011"}},
		{"In 2012 he came; three years later he left", years{"2015"}, years{"2016", "2014"}},
		{"In 2012 he came; 3 years later he left", years{"2015"}, years{"2013"}},
		{"In May 2012 he came; three years later he left", years{"2015", "2014-12"}, years{"2016", "2014-05"}},
		{"In December 2012 he came; one year later he left", years{"2013", "2014-01"}, years{"2015", "2011"}},
		{"In 2012 he left; three years earlier he had come", years{"2009"}, years{"2008", "2010"}},
		{"1999/2000 — Came. The following year he left", years{"2000", "2001"}, years{"2002", "1998"}},
		{"On 21 March 2016 he spoke; he died the following day.", years{"2016-03-22", "2016-03"}, years{"2016-03-23", "2016-03-20"}},
		{"On March 21, 2016 he spoke; he died the next day.", years{"2016-03-22"}, years{"2016-03-23"}},
		{"2016 March 22 — Attacks. The last call dates from the eve.", years{"2016-03-21", "2016-03-22"}, years{"2016-03-20"}},
		{"In 2015 he came; he died on the eve of 1 May 2016", years{"2016-04-30", "2015"}, years{"2016-04-29", "2017"}},
		{"On 22 March 2016 he spoke of the day before.", years{"2016-03-21"}, years{"2016-03-20"}},
		{"In 2005 he came. In 2012 he went, and died the following year", years{"2013", "2005"}, years{"2006", "2014"}},
		{"The following year he died. That was in 2012", years{"2013", "2014"}, nil},
		{"He died the following year", years{"2013"}, nil},
		// What is not certain.
		{"In 2012 he came; about three years later he left", years{"2016"}, nil},
		{"In 2012 he came and stayed for the next year", years{"2015"}, nil},
		{"In 2012 he spoke of the year before his death", years{"2005"}, nil},
		{"In 2012 he came; more than three years later he left", years{"2017"}, nil},
		{"In 2012 he came; two or three years later he left", years{"2014"}, nil},
		{"In 2012 he came. On 3 June he left, and died the following year", years{"2017"}, nil},
		{"After 2012 he came, and died the following year", years{"2017"}, nil},
		{"In 2012 he won 2000 votes, and died the following year", years{"2017"}, nil},
		{"In the 1990s he came, and died the following year", years{"2017"}, nil},
		{"Summer 2012: he came, and died the following year", years{"2017"}, nil},
		{"In 2012 he came", years{"2017"}, nil},
	} {
		for _, year := range c.fit {
			check(t, []row{{c.quote + " " + year, []string{event("e", year, "E", claim("undated", c.quote, ""))}, nil}})
		}
		for _, year := range c.miss {
			check(t, []row{{c.quote + " " + year, []string{event("e", year, "E", claim("undated", c.quote, ""))}, []string{"relative-date e: Undated has “"}}})
		}
	}
}

func TestCheck_RelativeDateOfAClaim(t *testing.T) {
	const quote = "He returned in 2012 only to be arrested the following year."
	check(t, []row{
		{"its own date counts", []string{event("e", "2013/2014", "E", claim("undated", quote, "2014"))}, []string{
			"relative-date e: Undated has “the following year”: counted from 2012, that is 1 January 2013 to 31 December 2013, which excludes 2014",
		}},
		{"and not the event's", []string{event("e", "2010/2014", "E", claim("undated", quote, "2013"))}, nil},
	})
}
