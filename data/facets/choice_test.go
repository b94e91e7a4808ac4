package facets

import (
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/data/sample/stock"
)

func choice(anyOf bool, people, places []string) Choice {
	return Choice{Names: [len(Kinds)][]string{People: people, Places: places}, Any: anyOf}
}

func TestChoice_Words(t *testing.T) {
	for _, c := range []struct {
		choice Choice
		want   string
	}{
		{Choice{}, ""},
		{Choice{Any: true}, ""},
		{choice(false, []string{"A"}, nil), "A"},
		{choice(true, []string{"A"}, nil), "A"},
		{choice(false, []string{"A", "B"}, nil), "A and B"},
		{choice(true, []string{"A", "B"}, nil), "A or B"},
		{choice(false, []string{"A", "B"}, []string{"X"}), "A, B and X"},
		{choice(true, []string{"A", "B", "C"}, []string{"X"}), "A, B or C, and X"},
		{choice(true, []string{"A"}, []string{"X"}), "A and X"},
		{choice(true, nil, []string{"X", ""}), "X or “”"},
	} {
		if got := c.choice.Words(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.choice, got, c.want)
		}
		if c.choice.Empty() != (c.want == "") || c.choice.Several() != (len(c.choice.Names[People]) > 1 || len(c.choice.Names[Places]) > 1) {
			t.Errorf("%+v: empty %t, several %t", c.choice, c.choice.Empty(), c.choice.Several())
		}
	}
}

// A name is put at the end, or taken out, and the choice before stays as it was.
func TestChoice_Toggled(t *testing.T) {
	one := Choice{}.Toggled(People, "A")
	two := one.Toggled(People, "B")
	three, other := two.Toggled(People, "C"), two.Toggled(People, "D")
	without := three.Toggled(People, "A")
	for _, c := range []struct {
		choice Choice
		want   []string
	}{
		{one, []string{"A"}},
		{two, []string{"A", "B"}},
		{three, []string{"A", "B", "C"}},
		{other, []string{"A", "B", "D"}},
		{without, []string{"B", "C"}},
		{one.Toggled(People, "A"), nil},
	} {
		if !slices.Equal(c.choice.Names[People], c.want) || len(c.choice.Names[Places]) > 0 {
			t.Errorf("chosen are %v, want %v", c.choice.Names, c.want)
		}
	}
	if !two.Has(People, "B") || two.Has(Places, "B") || two.Has(People, "C") {
		t.Errorf("%+v has not what is chosen", two)
	}
	anyOf := two
	anyOf.Any = true
	if !two.Equal(one.Toggled(People, "B")) || two.Equal(one) || two.Equal(anyOf) || two.Equal(Choice{}.Toggled(Places, "A").Toggled(Places, "B")) {
		t.Error("choices are not compared as they should be")
	}
}

// Choices by chance want what each event, read whole, is found to have.
func TestFacets_Find(t *testing.T) {
	set := stock.Made(t, chunk+5)
	f := indexed(t, set)
	var have [len(Kinds)]map[string][]int
	for _, kind := range Kinds {
		have[kind] = having(t, set, kind)
	}
	random := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 300 {
		c := Choice{Any: random.IntN(2) == 0}
		for _, kind := range Kinds {
			for range random.IntN(3) {
				c = c.Toggled(kind, f.Names(kind)[random.IntN(min(5, len(f.Names(kind))))].Text)
			}
			if random.IntN(20) == 0 {
				c = c.Toggled(kind, "nobody")
			}
		}
		var want []int
		for event := range set.Events.Len() {
			if wants(c, event, have) {
				want = append(want, event)
			}
		}
		got := members(f.Find(c))
		if !slices.Equal(got, want) {
			t.Fatalf("%+v: %d events, want %d", c, len(got), len(want))
		}
		if found += len(got); !c.Any && len(c.Names[People]) > 0 {
			if all := f.EventsWithAll(People, c.Names[People]); len(members(all)) < len(got) {
				t.Errorf("%+v: fewer events without the other kinds", c)
			}
		}
	}
	if found == 0 {
		t.Error("no choice has found anything")
	}
}

// wants reports whether a choice wants an event.
func wants(c Choice, event int, have [len(Kinds)]map[string][]int) bool {
	for kind, names := range c.Names {
		has := 0
		for _, name := range names {
			if slices.Contains(have[kind][name], event) {
				has++
			}
		}
		if len(names) > 0 && (has == 0 || !c.Any && has < len(names)) {
			return false
		}
	}
	return true
}

func TestFacets_EventsOfNoNames(t *testing.T) {
	for _, count := range []int{0, 1, 63, 64, 65, 130} {
		f := indexed(t, stock.Made(t, count))
		if got := members(f.EventsWithAll(Tags, nil)); len(got) != count {
			t.Errorf("of %d events %d have all of no names", count, len(got))
		}
		if got := members(f.Find(Choice{Any: true})); len(got) != count {
			t.Errorf("of %d events an empty choice wants %d", count, len(got))
		}
		if got := members(f.EventsWithAny(Tags, nil)); len(got) != 0 {
			t.Errorf("%d events have any of no names", len(got))
		}
		if got := f.Events(People, "nobody"); len(got) != (count+63)/64 || len(members(got)) != 0 {
			t.Errorf("of %d events %v have a name that is nowhere", count, got)
		}
	}
}
