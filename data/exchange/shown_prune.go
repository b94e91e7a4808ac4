package exchange

import "slices"

// prune takes out what refers to something that is not in the file any more.
func (in *intake) prune() {
	events, sources := map[string]bool{}, map[string]bool{}
	for i := range in.timeline.Events {
		events[in.timeline.Events[i].ID] = true
	}
	for i := range in.timeline.Sources {
		sources[in.timeline.Sources[i].ID] = true
	}
	for i := range in.timeline.Events {
		in.pruneEvent(i, &in.timeline.Events[i], events, sources)
	}
	for i := range in.timeline.Disputes {
		in.pruneDispute(&in.timeline.Disputes[i], events, sources)
	}
}

func (in *intake) pruneEvent(index int, event *Event, events, sources map[string]bool) {
	where := itemPlace(index, event.Title)
	event.Links = slices.DeleteFunc(slices.Clone(event.Links), func(link Link) bool {
		if !events[link.To] {
			in.lose(where, "its link to “"+shortened(link.To)+"” is left out, as there is no such event")
		}
		return !events[link.To]
	})
	number := make([]int, len(event.Claims)) // of the claims that stay, -1 for others
	var claims []Claim
	for i, claim := range event.Claims {
		number[i] = len(claims)
		if !sources[claim.Source] {
			in.lose(where, "the claim of “"+shortened(claim.Source)+"” is left out, as there is no such source: “"+
				shortened(claim.Quote)+"”")
			number[i] = -1
			continue
		}
		claims = append(claims, claim)
	}
	event.Claims = claims
	event.Known = slices.Clone(event.Known)
	for i := range event.Known {
		if claim := event.Known[i].Claim; claim != nil && *claim >= 0 && *claim < len(number) {
			if event.Known[i].Claim = &number[*claim]; number[*claim] < 0 {
				event.Known[i].Claim = nil
			}
		}
	}
}

func (in *intake) pruneDispute(dispute *Dispute, events, sources map[string]bool) {
	where := "dispute “" + shortened(dispute.Question) + "”"
	dispute.Events = slices.DeleteFunc(slices.Clone(dispute.Events), func(id string) bool {
		if !events[id] {
			in.lose(where, "“"+shortened(id)+"” is left out, as there is no such event")
		}
		return !events[id]
	})
	dispute.Answers = slices.DeleteFunc(slices.Clone(dispute.Answers), func(answer Answer) bool {
		if !sources[answer.Source] {
			in.lose(where, "the answer of “"+shortened(answer.Source)+"” is left out, as there is no such source: “"+
				shortened(answer.Answer)+"”")
		}
		return !sources[answer.Source]
	})
}
