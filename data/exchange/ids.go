package exchange

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// IDs makes identifiers that datasets allow ([a-z0-9][a-z0-9-]*) from titles, none twice. The zero value is ready.
type IDs struct {
	used map[string]bool
	next map[string]int // the number to try first with what titles were made into: many may be the same
}

// longestID is how many letters of a title an identifier has at most, before a number that tells it from others.
const longestID = 48

// Of returns an identifier for a title; noun is what stands for one without any letter that can be in an identifier.
func (ids *IDs) Of(title, noun string) string {
	base := slug(title)
	if base == "" {
		base = noun
	}
	if ids.used == nil {
		ids.used = map[string]bool{}
	}
	if ids.next == nil {
		ids.next = map[string]int{}
	}
	id := base
	n := max(ids.next[base], 2)
	for ; ids.used[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	ids.used[id], ids.next[base] = true, n
	return id
}

// identifierForm is what an identifier of a dataset looks like.
var identifierForm = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

// keep takes an identifier that is to stay as it is. It reports false if it is none, or taken.
func (ids *IDs) keep(id string) bool { return identifierForm.MatchString(id) && ids.take(id) }

// take takes an identifier of a dataset, and reports whether that is the first time.
func (ids *IDs) take(id string) bool {
	if ids.used == nil {
		ids.used = map[string]bool{}
	}
	first := !ids.used[id]
	ids.used[id] = true
	return first
}

// takenIDs returns identifiers of which some are taken.
func takenIDs(ids []string) IDs {
	taken := IDs{used: make(map[string]bool, len(ids))}
	for _, id := range ids {
		taken.used[id] = true
	}
	return taken
}

// slug returns a title's letters and digits in lower case without their accents, parted by hyphens.
func slug(title string) string {
	var b strings.Builder
	apart := false
	for _, r := range norm.NFKD.String(title) {
		r = unicode.ToLower(r)
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if apart && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			apart = false
		case !unicode.Is(unicode.M, r):
			apart = true
		}
		if b.Len() >= longestID {
			break
		}
	}
	return b.String()
}
