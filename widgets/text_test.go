package widgets

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"dateline/widgets/scene"
)

// Widths that are added up from letters are what the toolkit measures, but for
// kerning and rounding.
func TestTextMeasure(t *testing.T) {
	newKeyboard(t)
	m := newTextMeasure()
	for _, text := range []string{
		"", "Meeting of the National Security Council", "AVATAR, Tokyo; “Yes” – 1985…", "Győr, Zając, Straße, ĳ", "Привет, Афины",
		"Ωμέγα Αθήνα", "1,234,567", "اجتماع في بغداد", "e\u0301tonne\u0301", "北京", "a\u200db",
	} {
		for _, style := range []scene.TextStyle{scene.LabelText, scene.LaneText, scene.CountText, scene.StrongTick} {
			face := faceOf(style)
			want := float64(fyne.MeasureText(text, face.size, face.style).Width)
			for range 2 {
				if got := m.width(text, style); math.Abs(got-want) > 1+0.02*want {
					t.Errorf("%q in %v is %g wide, the toolkit says %g", text, face, got, want)
				}
			}
		}
	}
}

func BenchmarkTextMeasure(b *testing.B) {
	m := newTextMeasure()
	for b.Loop() {
		m.width("Meeting of the National Security Council", scene.LabelText)
	}
}
