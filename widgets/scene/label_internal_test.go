package scene

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// lined returns a lane with one row of items as a packer would place them, so
// close that none of them can come nearer: labels on either side, or none.
func lined(r *rand.Rand, m *Metrics) laneLayout {
	l := laneLayout{from: spot{at: math.Inf(-1)}, to: spot{at: math.Inf(1)}}
	at := 0.0
	for i := range 2 + r.IntN(6) {
		it := item{
			title: strings.Repeat("m", 4+r.IntN(15)), times: times{exact: true},
			side: Side(r.IntN(3)), prev: i - 1, next: i + 1,
		}
		if it.side != NoLabel {
			it.label, it.slot = it.title, m.labelWidth(it.title)
		}
		from, to := it.reach(spot{px: -m.Mark / 2}, spot{px: m.Mark / 2}, m)
		at += m.Space - from.px
		it.span = Span{at, at}
		at += to.px
		if r.IntN(3) == 0 {
			at += r.Float64() * 200 // room to turn a label
		}
		l.items = append(l.items, it)
	}
	l.items[len(l.items)-1].next = -1
	return l
}

// However a window cuts a row, labels that turn, slide or shrink come near
// nothing, and neither does one that grows into its room.
func TestPlacer_row(t *testing.T) {
	m := ScreenMetrics(func(text string, _ TextStyle) float64 { return 6.3 * float64(utf8.RuneCountInString(text)) })
	r := rand.New(rand.NewPCG(7, 7))
	turned := [3]int{}
	for range 20_000 {
		l := lined(r, &m)
		length := l.items[len(l.items)-1].span.To
		in := Input{Metrics: &m, Size: Size{W: 60 + r.Float64()*500, H: 200}}
		in.View = View{Left: r.Float64()*(length+in.Size.W) - in.Size.W, Scale: 1}
		p := placer{in: &in, b: new(Builder), lane: &l, y: 100}
		end, room := math.Inf(-1), math.Inf(-1)
		for i := range l.items {
			if !p.addItem(i) {
				continue
			}
			mark := p.b.scene.Marks[len(p.b.scene.Marks)-1]
			from, to := mark.edges()
			least, most := from, to
			switch grown := mark.Label.Room - mark.Label.Width; mark.Label.Side {
			case RightOf:
				most += grown
			case LeftOf:
				least -= grown
			}
			if from-end < m.Space-1e-9 || least < end-1e-9 || from < room-1e-9 {
				t.Fatalf("mark %d from %g (%g), the one before to %g (%g)\n%+v", i, from, least, end, room, l.items)
			}
			if mark.Label.Side != l.items[i].side {
				turned[mark.Label.Side]++
			}
			end, room = to, most
		}
	}
	if turned[RightOf] < 50 || turned[LeftOf] < 50 {
		t.Errorf("%d labels turned to the right, %d to the left", turned[RightOf], turned[LeftOf])
	}
}

// A bucket becomes as many marks as its budget allows and its instants are, at
// the closest zoom too, where halves of a second are all that can be told apart.
func TestCrowd_divide(t *testing.T) {
	m := ScreenMetrics(func(text string, _ TextStyle) float64 { return float64(len(text)) })
	var l laneEvents
	for i, at := range []float64{0, 0, 0, 0, 1, 1, 20, 20, 20} {
		at += 1_447_444_800
		l.events = append(l.events, item{events: []int32{int32(i)}, span: Span{at, at + 1}})
		l.byMiddle = append(l.byMiddle, i)
	}
	for _, c := range []struct {
		scale float64
		most  int
		want  []int
	}{
		{1.0 / 64, 1, []int{4, 2, 3}}, // a bucket a second
		{1.0 / 64, 9, []int{1, 1, 1, 1, 1, 1, 1, 1, 1}},
		{1, 9, []int{1, 1, 1, 1, 1, 1, 1, 1, 1}},
		{1, 8, []int{4, 2, 3}},
		{1, 3, []int{4, 2, 3}},
		{1, 2, []int{6, 3}},
		{1, 1, []int{9}},
	} {
		crowd := newCrowd(&l, c.scale, c.most, &m)
		var got []int
		for _, it := range crowd.items(nil) {
			got = append(got, len(it.events))
		}
		if len(got) != len(c.want) {
			t.Errorf("%g seconds a pixel, %d marks: %v, want %v", c.scale, c.most, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%g seconds a pixel, %d marks: %v, want %v", c.scale, c.most, got, c.want)
			}
		}
	}
}
