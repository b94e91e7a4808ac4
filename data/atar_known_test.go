package data_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/data"
)

// atarBodies are the parties other than the public that the dataset says know something, with the words by which the
// documents name them.
var atarBodies = map[string]string{
	"authorities":           `Belgian (Government|Foreign Ministry|officials|embassy)`,
	"Amnesty International": `Amnesty International`,
	"Belgian intelligence":  `Belgian Intelligence`,
	"Belgian police":        `Belgian Police`,
	"CIA":                   `CIA`,
	"DGSE":                  `DGSE`,
	"French police":         `French police`,
	"Iraqi authorities":     `Iraqi (government|authorities)`,
	"US Embassy":            `US Embassy`,
	"investigators":         `[Ii]nvestigators`,
	"police":                `[Pp]olice`,
}

// atarKnown is everything that the dataset says about who knows of what since when.
var atarKnown = map[string][]string{
	"family-campaign":                    {"public [2002..2012]"},
	"officer-interviews-atar":            {"Belgian intelligence 2006"},
	"cia-informs-belgian-intelligence":   {"Belgian intelligence 2006-05", "CIA 2006-05"},
	"cmrs-decides-release":               {"authorities 2008-04-09"},
	"ministry-requests-release":          {"authorities 2008-04-18", "Iraqi authorities 2008-04-18"},
	"us-embassy-letter":                  {"authorities 2009", "US Embassy 2009"},
	"amnesty-raises-concerns":            {"Amnesty International 2010-05", "Iraqi authorities 2010-05"},
	"consular-visit":                     {"authorities 2010-22"},
	"release-requests-made-public":       {"public 2010-10-09"},
	"politicians-join-campaign":          {"public 2010-10-09"},
	"amnesty-call-for-action":            {"public 2010-11-14"},
	"ministry-issues-passport":           {"authorities 2013"},
	"police-learn-of-ammunition-request": {"Belgian police 2015-22"},
	"el-bakraoui-house-searched":         {"investigators 2015-10-21"},
	"paris-attacks":                      {"public 2015-11-13"},
	"stade-de-france-bombings":           {"public 2015-11-13"},
	"paris-cafe-shootings":               {"public 2015-11-13"},
	"bataclan-attack":                    {"public 2015-11-13"},
	"brother-yacine-arrested":            {"police [2015-11-13..2016-11-08]"},
	"le-monde-nation-without-a-state":    {"public [2015-11-13..2019-11-13]"},
	"investigators-learn-of-abu-ahmad":   {"investigators 2015-12"},
	"last-exchange-before-brussels":      {"investigators [2016-03-22..2016-11-08]"},
	"brussels-attacks":                   {"public 2016-03-22"},
	"anderlecht-flat-empty":              {"police 2016-03-22~"},
	"computer-found-in-bin":              {"investigators [2016-03-22..2016-11-08]"},
	"nyt-islamic-state-of-molenbeek":     {"public 2016-04-11"},
	"french-police-warned":               {"French police 2016-06"},
	"cousins-benhattal-arrested":         {"public 2016-06-18~"},
	"belgian-press-names-atar":           {"public 2016-08"},
	"nyt-on-belgian-governance":          {"public 2016-12-24"},
	"killed-in-syria":                    {"public 2018-11-07", "DGSE [2017-11-17..2018-11-07]"},
	"reported-dead":                      {"public 2018-02-22"},
	"death-confirmed":                    {"public 2018-11-07"},
}

func TestAtar_WhoKnowsSinceWhen(t *testing.T) {
	for _, event := range allOf(t, atar(t)) {
		var got []string
		for _, known := range event.Known {
			got = append(got, known.By+" "+known.Date.String())
		}
		if want := atarKnown[event.ID]; !slices.Equal(got, want) {
			t.Errorf("%s: known to %q, want %q", event.ID, got, want)
		}
	}
	for id := range atarKnown {
		if _, ok := atar(t).Events.Index(id); !ok {
			t.Errorf("there is no event %s", id)
		}
	}
}

// Each entry rests on a claim that names the body, dates the knowledge, and is not of a time before there was anything
// to know. Where the public knows at once, nobody else is listed.
func TestAtar_EveryKnowledgeHasItsClaim(t *testing.T) {
	for _, event := range allOf(t, atar(t)) {
		atOnce := slices.ContainsFunc(event.Known, func(k data.Known) bool { return k.By == "public" && k.Date == event.Date })
		for i, known := range event.Known {
			where := fmt.Sprintf("%s: known[%d]", event.ID, i)
			if known.Claim == data.NoClaim {
				t.Errorf("%s names no claim", where)
				continue
			}
			claim := event.Claims[known.Claim]
			if words := missingWords(known.Date.String(), claim.Quote+" "+claim.Locator); len(words) > 0 {
				t.Errorf("%s: %q are neither in the quotation nor in its locator", where, words)
			}
			if known.Date.Bounds().Latest < event.Date.Bounds().Earliest {
				t.Errorf("%s: known before it happened", where)
			}
			if known.By == "public" {
				continue
			}
			name, ok := atarBodies[known.By]
			if !ok || !regexp.MustCompile(name).MatchString(claim.Quote) {
				t.Errorf("%s: the quotation does not name %q", where, known.By)
			}
			if atOnce {
				t.Errorf("%s: the public knows at once, and %s is listed", where, known.By)
			}
		}
	}
}

func TestAtar_BodiesAreLanesOrNamed(t *testing.T) {
	set := atar(t)
	used := map[string]bool{}
	for _, event := range allOf(t, set) {
		for _, known := range event.Known {
			used[known.By] = true
		}
	}
	for body := range atarBodies {
		if !used[body] {
			t.Errorf("%s knows nothing", body)
		}
	}
	if !slices.ContainsFunc(set.Lanes, func(lane data.Lane) bool { return lane.ID == "authorities" }) {
		t.Error("“authorities” is no lane")
	}
}

var (
	atarMonths = [...]string{
		1: "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
		"December", 21: "Spring", "Summer", "Autumn", "Winter",
	}
	atarDates = regexp.MustCompile(`(\d{4})(?:-(\d\d))?(?:-(\d\d))?`)
)

// missingWords returns those years, months and days of an EDTF text that a text does not have.
func missingWords(date, text string) []string {
	var missing []string
	need := func(word, pattern string) {
		if !regexp.MustCompile(`\b` + pattern + `\b`).MatchString(text) {
			missing = append(missing, word)
		}
	}
	for _, part := range atarDates.FindAllStringSubmatch(date, -1) {
		need(part[1], part[1])
		if month, err := strconv.Atoi(part[2]); err == nil {
			need(atarMonths[month], atarMonths[month])
		}
		if part[3] != "" {
			day := strings.TrimPrefix(part[3], "0")
			need(day, "0?"+day+"(st|nd|rd|th)?")
		}
	}
	return missing
}

func TestMissingWords(t *testing.T) {
	tests := []struct {
		date, text string
		want       []string
	}{
		{"2018-11-07", "On November 7 2018, the death", nil},
		{"2018-11-07", "On November 17th, 2018", []string{"7"}},
		{"2010-22", "2010 Summer", nil},
		{"[2002..2012]", "in 2002", []string{"2012"}},
		{"2016-06-18~", "on 18 July 2016", []string{"June"}},
	}
	for _, test := range tests {
		if got := missingWords(test.date, test.text); !slices.Equal(got, test.want) {
			t.Errorf("%s in %q: %q are missing, want %q", test.date, test.text, got, test.want)
		}
	}
}
