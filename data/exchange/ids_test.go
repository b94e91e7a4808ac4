package exchange

import (
	"regexp"
	"strings"
	"testing"
)

func TestIDs(t *testing.T) {
	var ids IDs
	tests := []struct{ title, want string }{
		{"Née à l’Été 1985", "nee-a-l-ete-1985"},
		{"née à l'été, 1985!", "nee-a-l-ete-1985-2"},
		{"", "event"},
		{"— ☺", "event-2"},
		{"北京", "event-3"},
		{"…and then", "and-then"},
		{"ﬁne", "fine"},
	}
	for _, test := range tests {
		if got := ids.Of(test.title, "event"); got != test.want {
			t.Errorf("%q: got %q, want %q", test.title, got, test.want)
		}
	}
	form := regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)
	for i := range 2000 {
		title := string([]rune{rune(i * 37 % 0x3000), rune(i), 'x', rune(i * 7 % 0x500)})
		if id := ids.Of(title, "event"); !form.MatchString(id) {
			t.Errorf("%q: %q is no identifier", title, id)
		}
	}
}

// Of many titles that are the same, none gets an identifier that is taken.
func TestIDs_Same(t *testing.T) {
	var ids IDs
	ids.keep("a-2")
	for _, want := range []struct{ title, id string }{
		{"a", "a"}, {"A", "a-3"}, {"a", "a-4"}, {"北京", "event"}, {"", "event-2"}, {"b", "b"}, {"a 2", "a-2-2"},
	} {
		if got := ids.Of(want.title, "event"); got != want.id {
			t.Errorf("%q: got %s, want %s", want.title, got, want.id)
		}
	}
	const many = 100_000 // were each number tried for each of them, this would take minutes
	result, err := ReadTable([]byte("date,title,source,lane\n"+strings.Repeat("2008,北京,天,地\n", many)), nil)
	if err != nil || result.Timeline.Events[many-1].ID != "event-100000" {
		t.Errorf("%v", err)
	}
}

func TestIDs_Keep(t *testing.T) {
	ids := takenIDs([]string{"there"})
	for _, test := range []struct {
		id   string
		kept bool
	}{{"a", true}, {"a", false}, {"there", false}, {"", false}, {"-a", false}, {"A", false}, {"é", false}, {"a b", false}, {"0-", true}} {
		if got := ids.keep(test.id); got != test.kept {
			t.Errorf("%q: kept %v", test.id, got)
		}
	}
	if !ids.take("A") || ids.take("A") {
		t.Error("an identifier is not taken once")
	}
}
