package find

import (
	"testing"

	"dateline/data"
)

func TestReasonOf(t *testing.T) {
	e := &data.Event{
		Title: "The court opens", Summary: "In March the judges came.",
		Claims: []data.Claim{{Quote: "The court opened in March."}, {Quote: "Judges, in March, in Paris: “l'été”"}},
		People: []string{"Anna March", "Bruno"}, Places: []string{"Paris", "Lyon"}, Tags: []string{"law"},
	}
	for _, c := range []struct {
		words string
		want  Reason
	}{
		{"court", Reason{}},
		{"OPENS cou", Reason{}},
		{"", Reason{}},
		{"- ", Reason{}},
		{"court march", Reason{Summary, e.Summary, 3}},
		{"opened march", Reason{Quotation, e.Claims[0].Quote, 10}},
		{"march paris", Reason{Quotation, e.Claims[1].Quote, 11}},
		{"été", Reason{Quotation, e.Claims[1].Quote, 33}},
		{"l'été court", Reason{Quotation, e.Claims[1].Quote, 31}},
		{"bru", Reason{People, "Anna March · Bruno", 14}},
		{"lyon anna", Reason{People, "Anna March · Bruno", 0}},
		{"Lyon", Reason{Places, "Paris · Lyon", 9}},
		{"law ", Reason{Tags, "law", 0}},
		{"ope", Reason{}},
		{"ope ", Reason{}}, // in no text
		{"co mar", Reason{Summary, e.Summary, 3}},
	} {
		if got := ReasonOf(e, c.words); got != c.want {
			t.Errorf("%q: %+v, want %+v", c.words, got, c.want)
		}
	}
}
