package sample

// Words of a sentence, where there is room for more than one.
const (
	shortestSentence = 7
	longestSentence  = 19
)

// prose appends sentences of together so many words.
func (m *maker) prose(words int) {
	for words > 0 {
		length := shortestSentence + m.random.IntN(longestSentence-shortestSentence+1)
		if words-length < shortestSentence {
			length = words
		}
		m.phrase(length, m.connectives)
		m.add(".")
		if words -= length; words > 0 {
			m.add(" ")
		}
	}
}

// phrase appends words that begin with a capital. Those that connect stand between others.
func (m *maker) phrase(words int, connectives *pool) {
	start := len(m.line)
	connects := true
	for left := words; left > 0; left-- {
		random := m.pcg.Uint64()
		connects = !connects && left > 1 && random&0xff < connective
		if connects {
			m.add(connectives.pick(random))
		} else {
			m.add(m.words.pick(random))
		}
		if left > 1 {
			m.add(" ")
		}
	}
	if first := m.line[start]; first >= 'a' && first <= 'z' {
		m.line[start] = first - 'a' + 'A'
	}
}

// connective is how often of 256 times a word is followed by one that connects.
const connective = 180
