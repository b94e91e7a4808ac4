package data_test

import (
	"regexp"
	"slices"
	"testing"
)

// atarElsewhere are places that quotations of an event name although it did not take place there: in names of other
// events, or of bodies, or as where somebody came from or went before or after.
var atarElsewhere = map[string][]string{
	"first-visit-to-syria":               {"Iraq"}, // of the journey of 2002
	"release-requests-made-public":       {"Belgium"},
	"not-under-surveillance-since-2012":  {"Paris", "Brussels"},
	"arrested-in-hammamet":               {"Belgium", "Syria", "Iraq"},
	"disappears":                         {"Hammamet", "Tunisia"}, // where he disappeared is not said
	"paris-attacks":                      {"Brussels", "Syria"},
	"stade-de-france-bombings":           {"Paris", "France"}, // outside the one; the other is of the name
	"haddadi-identifies-atar":            {"Paris"},
	"le-monde-nation-without-a-state":    {"Paris"},
	"last-exchange-before-brussels":      {"Brussels"},
	"brussels-attacks":                   {"Paris"},
	"computer-found-in-bin":              {"Brussels"},
	"belgian-policeman-arrested":         {"Brussels"},
	"nyt-islamic-state-of-molenbeek":     {"Brussels", "Syria"},
	"belgian-press-names-atar":           {"Brussels"},
	"reported-identified-as-coordinator": {"Paris", "Brussels", "Belgium", "France"},
	"nyt-on-belgian-governance":          {"Paris"},
	"yassine-atar-charged":               {"Paris", "Belgium"},
	"death-confirmed":                    {"Paris", "Brussels", "France"},
	"killed-in-syria":                    {"France"},
}

// Every place that the dataset names anywhere is listed wherever a quotation names it, or known not to be where the
// event took place.
func TestAtar_PlacesInQuotationsAreListed(t *testing.T) {
	events := allOf(t, atar(t))
	places := map[string]*regexp.Regexp{"Iraq": regexp.MustCompile(`\bIra[qk]\b`)}
	for _, event := range events {
		for _, place := range event.Places {
			if places[place] == nil {
				places[place] = regexp.MustCompile(`\b` + regexp.QuoteMeta(place) + `\b`)
			}
		}
	}
	for _, event := range events {
		left := slices.Clone(atarElsewhere[event.ID])
		for place, named := range places {
			if slices.Contains(event.Places, place) {
				continue
			}
			for _, claim := range event.Claims {
				if !named.MatchString(claim.Quote) {
					continue
				}
				if i := slices.Index(atarElsewhere[event.ID], place); i < 0 {
					t.Errorf("%s: %q is in the quotation %q, but not listed", event.ID, place, claim.Quote)
				}
				left = slices.DeleteFunc(left, func(other string) bool { return other == place })
			}
		}
		if len(left) > 0 {
			t.Errorf("%s: no quotation names %q, or the event lists it", event.ID, left)
		}
	}
}

// Every person is listed, under the one name that stands for the person, wherever a quotation has one of the names by
// which the documents call them.
func TestAtar_PeopleInQuotationsAreListed(t *testing.T) {
	names := map[string]string{
		"Oussama Atar":         `(Oussama|Ousama)( Ahmad)? Atar|(^|[^e] )Atar\b|of Oussama\b`,
		"Yassine Atar":         `Yassine`,
		"Yacine":               `Yacine`,
		"Khalid El Bakraoui":   `Khalid El Bakraoui|Bakraoui brothers`,
		"Ibrahim El Bakraoui":  `Ibrahim El Bakraoui|Bakraoui brothers`,
		"Moustapha Benhattal":  `Moustapha`,
		"Jawad Benhattal":      `Benhattal`,
		"Abu Bakr al-Baghdadi": `Baghdadi`,
		"Abu Musab al-Zarqawi": `Zarqawi`,
		"André Jacob":          `Jacob`,
		"Vincent Lurqin":       `Lurqin`,
		"Didier Reynders":      `Reynders`,
		"Zoé Genot":            `Genot`,
		"Ahmed Mouhssine":      `Mouhssine`,
		"Jamal Ikazban":        `Ikazban`,
		"Ahmed El Khannouss":   `Khannouss`,
		"Adel Haddadi":         `Haddadi`,
		"Abu Ahmad":            `Abu Ahmad`,
		"Abou Amahad":          `Abou Amahad`,
		"Roger Cohen":          `Roger Cohen`,
	}
	for _, event := range allOf(t, atar(t)) {
		for _, person := range event.People {
			if names[person] == "" {
				t.Errorf("%s: %q is no name that stands for a person", event.ID, person)
			}
		}
		for person, pattern := range names {
			for _, claim := range event.Claims {
				if regexp.MustCompile(pattern).MatchString(claim.Quote) && !slices.Contains(event.People, person) {
					t.Errorf("%s: %s is in the quotation %q, but not listed", event.ID, person, claim.Quote)
				}
			}
		}
	}
}

// The documents are not part of the project.
func TestAtar_SourcesHaveNoFile(t *testing.T) {
	for _, source := range atar(t).Sources {
		if source.File != "" {
			t.Errorf("%s: the file %s is not there", source.ID, source.File)
		}
	}
}
