package export

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"dateline/assets"
	"dateline/data"
	"dateline/widgets/palette"
)

// object is a piece of a dataset file.
type object = map[string]any

func parsed(t testing.TB, file object) *data.Set {
	t.Helper()
	content, err := json.Marshal(file)
	if err != nil {
		t.Fatal(err)
	}
	set, err := data.Parse("test.json", content)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func atar(t testing.TB) *data.Set {
	t.Helper()
	set, err := data.Parse(assets.AtarName, assets.Atar)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// small is one dataset with everything that is drawn differently.
func small(t testing.TB) *data.Set {
	return parsed(t, object{
		"format": 1, "title": `R&D <script>"` + "’s day", "lanes": []object{
			{"id": "a", "title": "Räume & Orte", "color": "#0072B2", "marker": "circle"},
			{"id": "b", "title": "عربي", "color": "#C77700", "marker": "triangle"},
		},
		"sources": []object{{"id": "s", "title": "A <b> & “c”", "publisher": "P", "published": "2016-11-08"}},
		"events": []object{
			event("day", "a", "2015-11-13", `Tom & "Jerry" </text><script>`),
			event("month", "a", "2014-05", "Some time in May"),
			event("year", "a", "2010", "A whole year"),
			event("long", "a", "2010-03-01/2013-06", "From a day to some time in June"),
			event("rtl", "b", "2012-01-05", "سلام 2012 عليكم"),
			event("mixed", "b", "2016-02-03", "abc שלום 12 def"),
			event("none", "b", "2013-02-03", "漢字 missing"),
		},
	})
}

func event(id, lane, date, title string) object {
	return object{
		"id": id, "lanes": []string{lane}, "date": date, "title": title,
		"claims": []object{{"source": "s", "quote": "q"}},
	}
}

// generated returns a dataset of lanes with events in them that are spread by
// a stride of days from 1990 on, all on one day for 0.
func generated(t testing.TB, lanes, events, stride int, title func(i int) string) *data.Set {
	file := object{"format": 1, "title": "Generated " + title(0)}
	var all, sources, shown []object
	for i := range lanes {
		shown = append(shown, object{"id": fmt.Sprint("l", i), "title": fmt.Sprint(i, " ", title(i))})
	}
	for i := range events {
		day := i * stride
		date := fmt.Sprintf("%d-%02d-%02d", 1990+day/336, 1+day/28%12, 1+day%28)
		switch i % 5 {
		case 3:
			date = date[:7]
		case 4:
			date = fmt.Sprintf("%s/%d", date, 1993+day/336)
		}
		e := event(fmt.Sprint("e", i), fmt.Sprint("l", i%lanes), date, title(i))
		e["claims"] = []object{{"source": fmt.Sprint("s", i%40), "quote": "q"}}
		all = append(all, e)
	}
	for i := range min(40, events) {
		sources = append(sources, object{"id": fmt.Sprint("s", i), "title": "On " + title(i), "published": "2001"})
	}
	file["lanes"], file["sources"], file["events"] = shown, sources, all
	return parsed(t, file)
}

func plainTitle(i int) string { return fmt.Sprintf("Event number %d", i) }

// datasets are what the layout is tried with.
func datasets(t testing.TB) map[string]*data.Set {
	return map[string]*data.Set{
		"atar":      atar(t),
		"small":     small(t),
		"one":       generated(t, 1, 1, 1, plainTitle),
		"crowded":   generated(t, 3, 300, 2, plainTitle),
		"one day":   generated(t, 2, 40, 0, plainTitle),
		"lanes":     generated(t, 30, 90, 60, plainTitle),
		"long":      generated(t, 4, 40, 90, func(i int) string { return strings.Repeat(plainTitle(i)+" ", 20) }),
		"unbroken":  generated(t, 2, 10, 90, func(i int) string { return strings.Repeat("x", 300+i) }),
		"arabic":    generated(t, 3, 30, 90, func(i int) string { return fmt.Sprintf("حدث رقم %d في بيروت", i) }),
		"far years": farYears(t),
		"sourced":   sourced(t, 12, 24, 50),
		"backed":    sourced(t, 150, 160, 9),
		"evident":   evident(t, rand.New(rand.NewPCG(9, 9)), 60),
	}
}

// sourced returns a dataset with so many sources, of whose events each rests on
// one source more than the one before it, up to ten, and then again on none.
func sourced(t testing.TB, sources, events, stride int) *data.Set {
	file := object{"format": 1, "title": "Sourced", "lanes": []object{{"id": "l0"}, {"id": "l1"}}}
	var publications, all []object
	for i := range sources {
		publications = append(publications, object{"id": fmt.Sprint("s", i), "title": fmt.Sprint("Source ", i)})
	}
	for i := range events {
		day := i * stride
		e := event(fmt.Sprint("e", i), fmt.Sprint("l", i%2), fmt.Sprintf("%d-%02d-%02d", 1990+day/336, 1+day/28%12, 1+day%28), plainTitle(i))
		claims := []object{}
		for k := range i % 11 {
			claims = append(claims, object{"source": fmt.Sprint("s", (i*7+k*5)%sources), "quote": "q"})
		}
		e["claims"] = claims
		all = append(all, e)
	}
	file["sources"], file["events"] = publications, all
	return parsed(t, file)
}

func farYears(t testing.TB) *data.Set {
	return parsed(t, object{
		"format": 1, "title": "Far", "lanes": []object{{"id": "a"}}, "sources": []object{{"id": "s"}},
		"events": []object{
			event("x", "a", "Y-170000002", "Long ago"), event("y", "a", "-0043-03-15", "Ides"),
			event("z", "a", "../0014", "Augustus"), event("w", "a", "2015-11-13T21:16:00Z", "A minute"),
		},
	})
}

func light(set *data.Set) Options { return Options{Set: set, Theme: palette.Light()} }
