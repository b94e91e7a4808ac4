package exchange

import (
	"strings"

	"dateline/data"
	"dateline/data/edtf"
)

// evidenceText returns an event's summary with its evidence behind it, for formats that have one text for an event and
// nothing else. The date stands in it where the format could not write it as it is.
func evidenceText(set *data.Set, e *data.Event, withDate bool) string {
	blocks := []string{e.Summary}
	if withDate {
		blocks = append(blocks, "Date: "+dateWords(e.Date))
	}
	if e.Status != "" {
		blocks = append(blocks, "Status: "+e.Status.Words())
	}
	for i := range e.Claims {
		if text := claimText(set, &e.Claims[i]); text != "" {
			blocks = append(blocks, text)
		}
	}
	if e.Summary == "" {
		blocks = blocks[1:]
	}
	return strings.Join(blocks, "\n\n")
}

// dateWords returns a date as it is written, and in words where they say it in another way.
func dateWords(d edtf.Date) string {
	if words := d.Words(); words != d.String() {
		return d.String() + " (" + words + ")"
	}
	return d.String()
}

// claimText returns a claim as a note cites it; "" for one that is the address of a source and nothing more.
func claimText(set *data.Set, claim *data.Claim) string {
	source := set.Sources[claim.Source]
	if claim.Quote == "" && claim.Locator == "" && claim.Date.IsZero() && source.Title == source.URL {
		return ""
	}
	text := source.Reference()
	if claim.Quote != "" {
		text = "“" + claim.Quote + "” — " + text
	}
	if claim.Locator != "" {
		text += ", " + claim.Locator
	}
	if !claim.Date.IsZero() {
		text += " (dates it: " + dateWords(claim.Date) + ")"
	}
	return text
}

// aside returns what of an event other programs show only as text behind its summary, and what they do not show at all.
func aside(e *data.Event, also ...string) (asText, unseen []string) {
	add := func(list *[]string, what string, there bool) {
		if there {
			*list = append(*list, what)
		}
	}
	add(&asText, "its status", e.Status != "")
	add(&asText, "its claims", len(e.Claims) > 0)
	add(&unseen, "its people", len(e.People) > 0)
	add(&unseen, "who knew of it", len(e.Known) > 0)
	return asText, append(unseen, also...)
}

// asideLosses returns what aside found as losses of an event.
func asideLosses(title string, asText, unseen []string) []Loss {
	var losses []Loss
	if len(asText) > 0 {
		losses = append(losses, Loss{
			eventPlace(title), listedWords(asText) + ": other programs show them only as text of its description",
		})
	}
	if len(unseen) > 0 {
		losses = append(losses, Loss{
			eventPlace(title), listedWords(unseen) + ": other programs do not show them; they are in a field for Dateline",
		})
	}
	return losses
}

// timelineLosses returns what other programs do not show of a timeline itself.
func timelineLosses(t *Timeline, also ...string) []Loss {
	unseen := also
	if t.Language != "" {
		unseen = append(unseen, "the language")
	}
	if t.Span != "" {
		unseen = append(unseen, "the span")
	}
	if len(t.Disputes) > 0 {
		unseen = append(unseen, "the disputes")
	}
	if len(unseen) == 0 {
		return nil
	}
	return []Loss{{"", listedWords(unseen) + ": other programs do not show them; they are in a field for Dateline"}}
}

// listedWords joins words as a sentence lists them.
func listedWords(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
