package cite

import (
	"errors"
	"strings"
	"testing"

	"dateline/data"
)

const twoMarkdown = `**Said \*twice\*** (some year from 2002 to 2012)

> It was  “so”,\
> he said
>
> — A. Writer and Sons, “On R\&D”, The Paper, 8 November 2016, <https://example.org/x_y?a=1&b=%7B2%7D>, p. 3

> It was not
>
> — “bare” (dates it: March 2004)

> 1\. again
>
> — A. Writer and Sons, “On R\&D”, The Paper, 8 November 2016, <https://example.org/x_y?a=1&b=%7B2%7D>`

const twoBibTeX = `@online{full,
  author = {{A. Writer and Sons}},
  title = {{On R\&D}},
  howpublished = {{The Paper}},
  organization = {{The Paper}},
  year = {2016},
  month = nov,
  date = {2016-11-08},
  url = {https://example.org/x_y?a=1&b=%7B2%7D},
  language = {en},
  note = {On “Said *twice*” (some year from 2002 to 2012): “It was “so”, he said”, p. 3; “1. again”},
}

@misc{bare,
  title = {{bare}},
  note = {On “Said *twice*” (some year from 2002 to 2012): “It was not” (dates it: March 2004)},
}`

const twoCSL = `[
  {
    "id": "full",
    "type": "webpage",
    "title": "On R&D",
    "author": [
      {
        "literal": "A. Writer and Sons"
      }
    ],
    "publisher": "The Paper",
    "issued": {
      "date-parts": [
        [
          2016,
          11,
          8
        ]
      ]
    },
    "URL": "https://example.org/x_y?a=1&b={2}",
    "language": "en",
    "note": "On “Said *twice*” (some year from 2002 to 2012): “It was “so”, he said”, p. 3; “1. again”"
  },
  {
    "id": "bare",
    "type": "document",
    "title": "bare",
    "note": "On “Said *twice*” (some year from 2002 to 2012): “It was not” (dates it: March 2004)"
  }
]`

func TestEvent(t *testing.T) {
	set := cited(t)
	event := eventsOf(t, set, "two")[0]
	for format, want := range map[Format]string{
		Text: set.Citation(event), Markdown: twoMarkdown, BibTeX: twoBibTeX, CSLJSON: twoCSL,
	} {
		if got, err := Event(set, event, format); err != nil || got != want {
			t.Errorf("%s: %v\n%s\nwant\n%s", format, err, got, want)
		}
	}
}

const twoSourcesBibTeX = `@misc{season,
  title = {{“Quoted” 100\% title}},
  howpublished = {{P\_1}},
  date = {2019-22},
}

@misc{unsure,
  title = {{Set}},
  note = {Published some year from 2002 to 2012},
}`

const twoSourcesCSL = `[
  {
    "id": "season",
    "type": "document",
    "title": "“Quoted” 100% title",
    "publisher": "P_1",
    "issued": {
      "date-parts": [
        [
          2019
        ]
      ],
      "season": 2
    }
  },
  {
    "id": "unsure",
    "type": "document",
    "title": "Set",
    "issued": {
      "literal": "some year from 2002 to 2012"
    }
  }
]`

func TestSources(t *testing.T) {
	set := cited(t)
	for format, want := range map[Format]string{
		Text:     "““Quoted” 100% title”, P_1, summer 2019\n“Set”, some year from 2002 to 2012",
		Markdown: "- ““Quoted” 100% title”, P\\_1, summer 2019\n- “Set”, some year from 2002 to 2012",
		BibTeX:   strings.Replace(twoSourcesBibTeX, "  date = {2019-22},", "  year = {2019},\n  date = {2019-22},", 1),
		CSLJSON:  twoSourcesCSL,
	} {
		if got, err := Sources(set, []int{2, 3, 2}, format); err != nil || got != want {
			t.Errorf("%s: %v\n%s\nwant\n%s", format, err, got, want)
		}
	}
}

// A source that several events rest on is one entry, whose key would else be there twice.
func TestEvents_oneEntryForASource(t *testing.T) {
	set := cited(t)
	events := eventsOf(t, set, "none", "one", "two")
	got, err := Events(set, events, BibTeX)
	if err != nil {
		t.Fatal(err)
	}
	entries := readBibTeX(t, got)
	if len(entries) != 2 || entries[0].key != "full" || entries[1].key != "bare" {
		t.Fatalf("%d entries: %v", len(entries), entries)
	}
	want := "On “Said once” (2013): “Once”, p. 4. On “Said *twice*” (some year from 2002 to 2012): " +
		"“It was “so”, he said”, p. 3; “1. again”"
	if note := entries[0].fields["note"]; note != want {
		t.Errorf("note %q, want %q", note, want)
	}
	text, err := Events(set, events, Text)
	if want := "Unproven (May 2001)\n\nSaid once (2013)\n“Once”"; err != nil || !strings.HasPrefix(text, want) {
		t.Errorf("%v: %q, want first %q", err, text, want)
	}
}

func TestEvents_errors(t *testing.T) {
	set := cited(t)
	none := eventsOf(t, set, "none")
	for _, format := range []Format{BibTeX, CSLJSON} {
		if got, err := Events(set, none, format); !errors.Is(err, ErrNoSource) || got != "" {
			t.Errorf("%s of an event without sources: %q, %v", format, got, err)
		}
	}
	for _, format := range []Format{Text, Markdown} {
		if got, err := Events(set, none, format); err != nil || !strings.Contains(got, "Unproven") {
			t.Errorf("%s of an event without sources: %q, %v", format, got, err)
		}
	}
	if got, err := Event(set, none[0], "ris"); err == nil || !strings.Contains(err.Error(), `"ris"`) || got != "" {
		t.Errorf("an unknown format: %q, %v", got, err)
	}
	for _, sources := range [][]int{nil, {0, 4}, {-1}} {
		got, err := Sources(set, sources, Text)
		if err == nil || got != "" || errors.Is(err, ErrNoSource) != (sources == nil) {
			t.Errorf("sources %v: %q, %v", sources, got, err)
		}
	}
}

func TestFormat_Words(t *testing.T) {
	seen := make(map[string]bool)
	for _, format := range Formats {
		words := format.Words()
		if words == "" || words == string(format) || seen[words] {
			t.Errorf("%s is called %q", format, words)
		}
		seen[words] = true
	}
	if Format("x").Words() != "x" {
		t.Error("an unknown format has no name")
	}
}

// Whatever texts a dataset has, each format gives them back, and they are nothing but text in it.
func TestFormats_giveTextsBack(t *testing.T) {
	for _, text := range awkward {
		checkTexts(t, text)
	}
}

// awkward are texts with what is markup somewhere.
var awkward = []string{
	"plain", `\ { } % $ & # _ ~ ^`, "}", "{", `\`, `{\`, "}}{{", "a\\\nb", "**b** _i_ `c` ~~s~~ <b>h</b> &amp; &#64;",
	"1. one", "12) two", "- item", "+ item", "# head", "    code", "\tcode", "---", "===", "> quote", "```\nfence\n```",
	"~~~\nfence", "| a | b |\n|---|---|\n| c | d |", "a\n---", "a\n===", "a\n:-:\nb", "[l](u) ![i](u) [^1] [r]: u", "[^1]: note",
	"https://example.org/a www.example.org a@b.example.org ftp://x.y WWW.x.y", "term\n: definition", "$x$ $$y$$", "*", "**", "“*”",
	"a  \nb\\\nc\r\nd\re\n\n\nf\n", "\x01", "a\x00b", "@key", "(1) a", "- [ ] task", "<!-- c -->", "<https://example.org>",
	"\"quoted\" 'so'", "a — b – c … “d” ‘e’", "漢字 שלום عربي é", "\u2028a\u00a0b\u2003", "&lt;b&gt;", "\\*a\\*", "x\n- y\n1. z\n> q\n# h",
}

func FuzzTexts(f *testing.F) {
	for _, text := range awkward {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text = strings.ToValidUTF8(text, "?"); strings.TrimSpace(text) != "" {
			checkTexts(t, text)
		}
	})
}

// checkTexts puts a text wherever a dataset has one of its own.
func checkTexts(t *testing.T, text string) {
	t.Helper()
	set := setOf(t, []object{
		{"id": "s", "title": text, "publisher": text, "author": text, "language": text, "url": "https://example.org/"},
		{"id": "later", "title": "Last"},
	}, []object{{
		"id": "e", "lanes": []string{"a"}, "date": "2001-05", "title": text,
		"claims": []object{{"source": "s", "quote": text, "locator": text, "date": "2002"}, {"source": "later", "quote": "q"}},
	}})
	event := eventsOf(t, set, "e")[0]
	checkMarkdown(t, set, event)
	checkBibTeX(t, set, event)
	checkCSL(t, set, event)
}

func bothOf(t *testing.T, set *data.Set, event *data.Event, format Format) (one, list string) {
	t.Helper()
	one, err := Event(set, event, format)
	if err != nil {
		t.Fatal(err)
	}
	list, err = Sources(set, []int{0, 1}, format)
	if err != nil {
		t.Fatal(err)
	}
	return one, list
}
