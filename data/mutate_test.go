package data

import (
	"math/rand/v2"
	"regexp"
	"strings"
)

var tokens = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+|\s+`)

// oddTokens are put into datasets to break them, or nearly.
var oddTokens = strings.Split(`null|true|0|-0|7|1.0|1e2|1234567890|01|-|"|""|" "|"\ud83d\ude00"|"\ud83d"|"\u0069d"|"a\u002db"|`+
	`"\q"|"\u12"|"é"|"É"|"`+"\xff"+`"|"`+"\t"+`"|"`+"\x7f"+`"|"id"|"ID"|"lanes"|"Lanes"|"date"|"title"|"claims"|"known"|"links"|`+
	`"events"|"Events"|"e\u0076ents"|"sources"|"disputes"|"format"|"status"|"claim"|"to"|"kind"|"by"|"event-0"|"event-9"|"one"|`+
	`"tow"|"paper"|"2001"|"2001-13"|"[1999,2000]"|"../2001"|"leads-to"|"reported"|[|]|{|}|,|:|[]|{}|[[]]|[{}]|{"":0}|,,|]]|x|'`+
	"|"+strings.Repeat("[", 40)+"|\xef\xbb\xbf", "|")

// mutated returns content with some tokens taken out, repeated, moved, or replaced by odd ones.
func mutated(random *rand.Rand, content []byte) []byte {
	list := tokens.FindAllString(string(content), -1)
	for range 1 + random.IntN(3) {
		at, other := random.IntN(len(list)), random.IntN(len(list))
		switch random.IntN(6) {
		case 0:
			list[at] = ""
		case 1:
			list[at] += list[at]
		case 2:
			list[at], list[other] = list[other], list[at]
		case 3:
			list[at] = list[other]
		case 4:
			list[at] += oddTokens[random.IntN(len(oddTokens))]
		default:
			list[at] = oddTokens[random.IntN(len(oddTokens))]
		}
	}
	text := strings.Join(list, "")
	if random.IntN(20) == 0 {
		text = text[:random.IntN(len(text)+1)]
	}
	return []byte(text)
}
