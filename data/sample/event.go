package sample

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
)

// maker makes one event after the other.
type maker struct {
	*tables
	seed   uint64
	pcg    *rand.PCG
	random *rand.Rand // draws from pcg
	line   []byte     // what is made and not yet written
}

func newMaker(seed uint64) *maker {
	// No event has this index.
	pcg := rand.NewPCG(seed, math.MaxUint64)
	random := rand.New(pcg)
	return &maker{newTables(random), seed, pcg, random, make([]byte, 0, 2*chunk)}
}

func (m *maker) add(text string) { m.line = append(m.line, text...) }

// digits appends the last so many digits of a number, with zeros before it where it has fewer.
func (m *maker) digits(number, width int) {
	start := len(m.line)
	for range width {
		m.line = append(m.line, '0')
	}
	for place := len(m.line) - 1; place >= start && number > 0; place-- {
		m.line[place] += byte(number % 10)
		number /= 10
	}
}

// chance reports true so many times in a hundred.
func (m *maker) chance(percent int) bool { return m.random.IntN(100) < percent }

// event appends the event with an index. No text of this package holds what JSON would escape.
func (m *maker) event(index, width int) {
	m.pcg.Seed(m.seed, uint64(index))
	day := m.when()
	m.add(`{"id":"e`)
	m.digits(index+1, width)
	m.add(`"`)
	m.list("lanes", m.tables.lanes, m.among(1, 1, 1, 1, 1, 1, 1, 1, 1, 2))
	m.add(`,"date":"`)
	m.date(day)
	m.add(`","title":"`)
	m.phrase(3+m.random.IntN(7), m.titleConnectives)
	m.add(`"`)
	if m.chance(15) {
		m.add(`,"summary":"`)
		m.prose(8 + m.random.IntN(8))
		m.add(`"`)
	}
	m.status()
	m.list("people", m.tables.people, m.among(0, 0, 0, 1, 1, 1, 1, 2, 2, 3))
	m.list("places", m.tables.places, m.among(0, 0, 0, 1, 1, 1, 1, 1, 1, 2))
	m.list("tags", m.tables.tags, m.among(0, 0, 0, 1, 1, 1, 1, 2, 2, 3))
	m.claim(day)
	m.add("}")
}

// among returns one of the numbers.
func (m *maker) among(numbers ...int) int { return numbers[m.random.IntN(len(numbers))] }

// status appends the field, or leaves it out.
func (m *maker) status() {
	statuses := [...]string{
		"established", "established", "established", "reported", "reported", "reported", "reported",
		"alleged", "alleged", "disputed", "false", "", "",
	}
	if status := statuses[m.random.IntN(len(statuses))]; status != "" {
		m.field("status", status)
	}
}

// field appends a field that holds a text, behind another.
func (m *maker) field(name, text string) {
	m.add(`,"`)
	m.add(name)
	m.add(`":"`)
	m.add(text)
	m.add(`"`)
}

// mostListed is how many texts a list has at most.
const mostListed = 3

// list appends a field that holds count different texts, behind another, or leaves it out where there are none.
func (m *maker) list(name string, from *pool, count int) {
	if count == 0 {
		return
	}
	m.add(`,"`)
	m.add(name)
	m.add(`":["`)
	var picked [mostListed]int
	for i := range count {
		index := from.skew.pick(m.pcg.Uint64())
		for slices.Contains(picked[:i], index) {
			index = (index + 1) % len(from.texts)
		}
		picked[i] = index
		if i > 0 {
			m.add(`","`)
		}
		m.add(from.texts[index])
	}
	m.add(`"]`)
}

// Words of a quotation: most are short.
const (
	fewestWords = 40
	mostWords   = 120
)

// claim appends the one claim of an event that began or happened on a day.
func (m *maker) claim(day int) {
	m.add(`,"claims":[{"source":"`)
	m.add(sources[min(m.random.IntN(3), 1)].id) // the second has twice as many
	m.add(`","quote":"`)
	share := m.random.Float64()
	m.prose(fewestWords + int(share*share*(mostWords-fewestWords+1)))
	m.add(`"`)
	if m.chance(30) {
		m.add(`,"locator":"p. `)
		m.line = strconv.AppendInt(m.line, 1+m.random.Int64N(480), 10)
		m.add(`"`)
	}
	if m.chance(4) {
		m.add(`,"date":"`)
		m.day(min(day+1+m.random.IntN(9), days-1))
		m.add(`"`)
	}
	m.add("}]")
}
