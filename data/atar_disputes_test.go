package data_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/data"
)

// atarDisputes are the questions, with the sources of the answers in their order: T for The Telegraph, I for Intel Today.
var atarDisputes = map[string]string{
	"year-of-birth":                  "ITI",
	"first-journey":                  "IT",
	"iraqi-sentence":                 "IIT",
	"belgian-intelligence-knowledge": "IIII",
	"illness":                        "TIII",
	"surveillance":                   "III",
	"identity-of-abu-ahmad":          "IITTT",
	"name-of-the-brother":            "TI",
	"death-established":              "IIII",
}

func TestAtar_Disputes(t *testing.T) {
	set := atar(t)
	letters := map[string]string{"telegraph": "T", "intel-today": "I"}
	for _, dispute := range set.Disputes {
		got := ""
		answers, quotes := map[string]bool{}, map[string]bool{}
		for _, answer := range dispute.Answers {
			got += letters[set.Sources[answer.Source].ID]
			answers[answer.Answer], quotes[answer.Quote] = true, true
		}
		if got != atarDisputes[dispute.ID] {
			t.Errorf("%s: answered by %q, want %q", dispute.ID, got, atarDisputes[dispute.ID])
		}
		if len(answers) < 2 || len(answers) < len(dispute.Answers) || len(quotes) < len(dispute.Answers) {
			t.Errorf("%s: two answers are the same", dispute.ID)
		}
	}
	if len(set.Disputes) != len(atarDisputes) {
		t.Errorf("there are %d disputes, want %d", len(set.Disputes), len(atarDisputes))
	}
}

// The quotation of an answer is evidence for one of the events that the dispute is about.
func TestAtar_EveryAnswerIsAClaimOfItsEvents(t *testing.T) {
	set := atar(t)
	events := allOf(t, set)
	for _, dispute := range set.Disputes {
		for i, answer := range dispute.Answers {
			quote := fold(answer.Quote)
			if words := len(strings.Fields(quote)); words == 0 || words > 60 {
				t.Errorf("%s: answers[%d]: a quotation of %d words is not short", dispute.ID, i, words)
			}
			if !slices.ContainsFunc(dispute.Events, func(event int) bool {
				return slices.ContainsFunc(events[event].Claims, func(claim data.Claim) bool {
					return claim.Source == answer.Source && strings.Contains(fold(claim.Quote), quote)
				})
			}) {
				t.Errorf("%s: answers[%d]: no claim of its events has %q", dispute.ID, i, quote)
			}
		}
	}
}

func TestAtar_EveryDisputedEventIsInADispute(t *testing.T) {
	set := atar(t)
	var disputed []string
	for i, event := range allOf(t, set) {
		if event.Status != data.Disputed {
			continue
		}
		disputed = append(disputed, event.ID)
		if !slices.ContainsFunc(set.Disputes, func(d data.Dispute) bool { return slices.Contains(d.Events, i) }) {
			t.Errorf("%s is disputed, but no dispute is about it", event.ID)
		}
	}
	if want := []string{"born-in-laeken", "first-visit-to-syria", "life-sentence"}; !sameTexts(disputed, want) {
		t.Errorf("disputed are %q, want %q", disputed, want)
	}
}

func sameTexts(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// atarCompeting are all dates that a source gives an event instead of the event's own, be they others or coarser.
var atarCompeting = map[string][]string{
	"born-in-laeken":           {"telegraph [1983-11-09..1984-11-08]", "intel-today [1983-11-15..1984-11-14]"},
	"first-visit-to-syria":     {"telegraph 2002"},
	"returns-to-belgium":       {"telegraph 2012"},
	"arrested-in-hammamet":     {"telegraph 2013"},
	"stade-de-france-bombings": {"telegraph 2015-11"},
	"brussels-attacks":         {"telegraph 2016-03", "telegraph 2016-03"},
	"computer-found-in-bin":    {"intel-today [2015-12..2019-11-13]"},
}

func TestAtar_CompetingDates(t *testing.T) {
	set := atar(t)
	for _, event := range allOf(t, set) {
		var got []string
		for i, claim := range event.Claims {
			if claim.Date.IsZero() {
				continue
			}
			got = append(got, set.Sources[claim.Source].ID+" "+claim.Date.String())
			if claim.Date == event.Date {
				t.Errorf("%s: claims[%d]: its date is the event's", event.ID, i)
			}
			if words := missingWords(claim.Date.String(), claim.Quote+" "+claim.Locator); len(words) > 0 {
				t.Errorf("%s: claims[%d]: %q are neither in the quotation nor in its locator", event.ID, i, words)
			}
		}
		if want := atarCompeting[event.ID]; !slices.Equal(got, want) {
			t.Errorf("%s: sources date it %q, want %q", event.ID, got, want)
		}
	}
}

// A date that is worked out from an age must say so.
func TestAtar_ComputedDatesSaySo(t *testing.T) {
	set := atar(t)
	for _, event := range allOf(t, set) {
		for i, claim := range event.Claims {
			if strings.Contains(claim.Quote, "-year-old") && !claim.Date.IsZero() && !strings.Contains(claim.Locator, "computed") {
				t.Errorf("%s: claims[%d] does not say that its date is computed", event.ID, i)
			}
		}
	}
}
