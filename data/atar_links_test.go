package data_test

import (
	"slices"
	"testing"

	"dateline/data"
)

// atarChains are what led to what, as the documents order it.
var atarChains = [][]string{
	{
		"cmrs-decides-release", "ministry-requests-release", "released-on-two-conditions", "returns-to-belgium",
		"ministry-issues-passport", "arrested-in-hammamet", "disappears", "reappears-in-syria-irak-area", "paris-attacks",
		"brussels-attacks",
	},
	{"police-learn-of-ammunition-request", "el-bakraoui-house-searched", "el-bakraoui-not-arrested", "paris-attacks"},
	{"killed-in-syria", "reported-dead", "death-confirmed"},
	{"life-sentence", "sentence-reduced"},
}

// atarLinks are all other links.
var atarLinks = [][3]string{
	{"first-visit-to-syria", "before", "travels-to-syria-2002"},
	{"first-visit-to-syria", "contradicts", "travels-to-syria-2002"},
	{"family-campaign", "before", "returns-to-belgium"},
	{"arrested-in-ramadi", "before", "cia-informs-belgian-intelligence"},
	{"stade-de-france-bombings", "part-of", "paris-attacks"},
	{"stade-de-france-bombings", "before", "paris-cafe-shootings"},
	{"paris-cafe-shootings", "part-of", "paris-attacks"},
	{"bataclan-attack", "part-of", "paris-attacks"},
	{"paris-attacks", "before", "brother-yacine-arrested"},
	{"paris-attacks", "before", "le-monde-nation-without-a-state"},
	{"investigators-learn-of-abu-ahmad", "before", "computer-found-in-bin"},
	{"last-exchange-before-brussels", "before", "brussels-attacks"},
	{"brussels-attacks", "before", "anderlecht-flat-empty"},
	{"brussels-attacks", "before", "computer-found-in-bin"},
	{"computer-found-in-bin", "reveals", "last-exchange-before-brussels"},
	{"computer-found-in-bin", "contradicts", "haddadi-identifies-atar"},
	{"belgian-press-names-atar", "before", "reported-identified-as-coordinator"},
	{"death-confirmed", "reveals", "killed-in-syria"},
}

func TestAtar_Links(t *testing.T) {
	set := atar(t)
	want := map[[3]string]bool{}
	for _, chain := range atarChains {
		for i := range len(chain) - 1 {
			want[[3]string{chain[i], "leads-to", chain[i+1]}] = true
		}
	}
	for _, link := range atarLinks {
		want[link] = true
	}
	for _, event := range allOf(t, set) {
		for _, link := range event.Links {
			got := [3]string{event.ID, string(link.Kind), set.Events.ID(link.To)}
			if !want[got] {
				t.Errorf("there is one link too many: %q", got)
			}
			delete(want, got)
		}
	}
	for link := range want {
		t.Errorf("there is no link %q", link)
	}
}

// Events are in time order, therefore each step of a chain has a higher index.
func TestAtar_ChainsAreInTimeOrder(t *testing.T) {
	set := atar(t)
	for _, chain := range atarChains {
		last := -1
		for _, id := range chain {
			event, ok := set.Events.Index(id)
			if !ok || event <= last {
				t.Errorf("%s is missing, or not after the event before it in its chain", id)
			}
			last = event
		}
	}
}

// No link says of two events what their dates rule out.
func TestAtar_LinksAgreeWithTheDates(t *testing.T) {
	set := atar(t)
	for i, event := range allOf(t, set) {
		from := event.Date.Bounds()
		for _, link := range event.Links {
			to, ok := set.Events.Date(link.To).Bounds(), true
			switch link.Kind {
			case data.LeadsTo, data.Before:
				ok = from.Earliest <= to.Latest
			case data.Reveals:
				ok = to.Earliest <= from.Latest
			case data.PartOf:
				ok = to.Earliest <= from.Earliest && from.Latest <= to.Latest
			}
			if !ok || link.To == i {
				t.Errorf("%s %s %s: the dates say otherwise", event.ID, link.Kind, set.Events.ID(link.To))
			}
		}
	}
}

// What comes before something must not also come after it, be it by several steps.
func TestAtar_OrderHasNoCircle(t *testing.T) {
	set := atar(t)
	events := allOf(t, set)
	var reaches func(from, to int, met []int) bool
	reaches = func(from, to int, met []int) bool {
		for _, link := range events[from].Links {
			if link.Kind != data.LeadsTo && link.Kind != data.Before || slices.Contains(met, link.To) {
				continue
			}
			if link.To == to || reaches(link.To, to, append(met, link.To)) {
				return true
			}
		}
		return false
	}
	for i := range events {
		if reaches(i, i, nil) {
			t.Errorf("%s comes before itself", events[i].ID)
		}
	}
}
