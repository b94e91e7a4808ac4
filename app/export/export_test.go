package export

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"dateline/data/edtf"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

func drawn(t testing.TB, format Format, o Options) ([]byte, Report) {
	t.Helper()
	content, report, err := Draw(context.Background(), format, o)
	if err != nil {
		t.Fatal(err)
	}
	return content, report
}

// TestDraw_Golden compares whole files; GOLDEN_UPDATE=1 writes them anew.
func TestDraw_Golden(t *testing.T) {
	for _, name := range []string{"small.png", "small.svg", "dark.png", "looks.png", "looks.svg", "looks-dark.png"} {
		t.Run(name, func(t *testing.T) {
			o := light(small(t))
			if strings.HasPrefix(name, "looks") {
				o = with(t, looked(t), extras{evidence: true, chain: true, known: true, gaps: true})
			}
			o.Width, o.Height = 720, 460
			if strings.Contains(name, "dark") {
				o.Theme = palette.Dark()
			}
			format, err := FormatOf(name)
			if err != nil {
				t.Fatal(err)
			}
			got, _ := drawn(t, format, o)
			checkGolden(t, name, got)
		})
	}
}

func checkGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("GOLDEN_UPDATE") != "" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) && !samePicture(got, want) {
		failed := filepath.Join(t.ArtifactDir(), name)
		_ = os.WriteFile(failed, got, 0o644)
		t.Errorf("differs from %s: see %s; GOLDEN_UPDATE=1 accepts it", path, failed)
	}
}

// samePicture reports whether two PNGs have the same pixels; how they are
// compressed may change with the version of Go.
func samePicture(a, b []byte) bool {
	first, errA := png.Decode(bytes.NewReader(a))
	second, errB := png.Decode(bytes.NewReader(b))
	return errA == nil && errB == nil && reflect.DeepEqual(first, second)
}

func TestDraw_sameBytesEachTime(t *testing.T) {
	for _, format := range []Format{PNG, SVG} {
		for name, set := range datasets(t) {
			o := light(set)
			o.Width, o.Height = 800, 500
			first, _ := drawn(t, format, o)
			second, _ := drawn(t, format, o)
			if !bytes.Equal(first, second) {
				t.Errorf("%v of %s differs from one time to the next", format, name)
			}
		}
	}
}

func TestDraw_PNGDimensions(t *testing.T) {
	for _, c := range []struct {
		width, height int
		scale         float64
		wantW, wantH  int
	}{
		{0, 0, 0, 1600, 900},
		{320, 200, 1, 320, 200},
		{640, 400, 2, 1280, 800},
		{641, 401, 0.5, 321, 201},
		{333, 222, 1.5, 500, 333},
	} {
		o := light(small(t))
		o.Width, o.Height, o.Scale = c.width, c.height, c.scale
		content, _ := drawn(t, PNG, o)
		img, err := png.Decode(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		if size := img.Bounds().Size(); size.X != c.wantW || size.Y != c.wantH {
			t.Errorf("%+v: got %v", c, size)
		}
		if _, _, _, a := img.At(0, 0).RGBA(); a != 0xffff {
			t.Errorf("%+v: the page is not opaque", c)
		}
	}
}

// texts returns the texts of an SVG that is well formed.
func texts(t *testing.T, svg []byte) []string {
	t.Helper()
	var all []string
	inText := false
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("not well formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "text"
			if token.Name.Local == "script" {
				t.Error("a title has become markup")
			}
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				all = append(all, string(token))
			}
		}
	}
}

func TestDraw_SVGTextsAreEscaped(t *testing.T) {
	set := small(t)
	content, _ := drawn(t, SVG, light(set))
	all := strings.Join(texts(t, content), "\n")
	for _, want := range []string{set.Title, set.Events.Title(5), set.Lanes[0].Title, set.Lanes[1].Title, "“A <b> & “c””"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not among the texts:\n%s", want, all)
		}
	}
	header := `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900" viewBox="0 0 160000 90000"`
	if !bytes.HasPrefix(content, []byte(header)) {
		t.Errorf("header: %.200s", content)
	}
	if bytes.Contains(content, []byte("class=")) || bytes.Contains(content, []byte("rgba(")) {
		t.Error("go-chart's own styles are left")
	}
}

func TestDraw_SVGIsWellFormedForAll(t *testing.T) {
	for _, set := range datasets(t) {
		content, _ := drawn(t, SVG, light(set))
		if len(texts(t, content)) == 0 {
			t.Errorf("%s: no texts", set.Title)
		}
	}
}

func TestDraw_reportsMissingCharacters(t *testing.T) {
	for _, format := range []Format{PNG, SVG} {
		_, report := drawn(t, format, light(small(t)))
		if got := string(report.Missing); got != "字漢" {
			t.Errorf("%v: missing %q", format, got)
		}
	}
	if _, report := drawn(t, PNG, light(atar(t))); len(report.Missing) > 0 {
		t.Errorf("the bundled chronology lacks %q", string(report.Missing))
	}
}

func TestDraw_stopsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, format := range []Format{PNG, SVG} {
		content, _, err := Draw(ctx, format, light(small(t)))
		if !errors.Is(err, context.Canceled) || content != nil {
			t.Errorf("%v: %d bytes, %v", format, len(content), err)
		}
	}
}

func TestOptions_Check(t *testing.T) {
	set := small(t)
	day := func(text string) edtf.Date { return edtf.MustParse(text) }
	for _, c := range []struct {
		name   string
		change func(*Options)
		want   string // in the error, "" for none
	}{
		{"defaults", func(*Options) {}, ""},
		{"no set", func(o *Options) { o.Set = nil }, "no dataset"},
		{"narrow", func(o *Options) { o.Width = 319 }, "at least 320 × 200"},
		{"negative", func(o *Options) { o.Height = -1 }, "at least 320 × 200"},
		{"wide", func(o *Options) { o.Width = 20001 }, "longer than 20000"},
		{"wide when scaled", func(o *Options) { o.Width, o.Scale = 5001, 4 }, "longer than 20000"},
		{"large", func(o *Options) { o.Width, o.Height = 20000, 5001 }, "most is 100 million"},
		{"largest", func(o *Options) { o.Width, o.Height = 20000, 5000 }, ""},
		{"coarse", func(o *Options) { o.Scale = 0.49 }, "scale of 0.49"},
		{"fine", func(o *Options) { o.Scale = 8.1 }, "between 0.5 and 8"},
		{"no lanes", func(o *Options) { o.Filter.Hidden = map[string]bool{"a": true, "b": true} }, "no lanes"},
		{"no such event", func(o *Options) { o.Chain = []int{0, 7} }, "no event 7 to stand out: the dataset has 7 events"},
		{"before the first", func(o *Options) { o.Chain = []int{-1} }, "no event -1"},
		{"a chain", func(o *Options) { o.Chain = []int{0, 6} }, ""},
		{"one lane", func(o *Options) { o.Filter.Hidden = map[string]bool{"a": true} }, ""},
		{"backwards", func(o *Options) { o.Filter.From, o.Filter.To = day("2015"), day("2014") }, "ends before it begins"},
		{"empty view", func(o *Options) { o.View = &scene.Span{From: 5, To: 5} }, "ends before it begins"},
		{"from the future", func(o *Options) { o.Filter.From = day("2050") }, "nothing from 2050 on"},
		{"to the past", func(o *Options) { o.Filter.To = day("1950") }, "nothing up to 1950"},
		{"no events", func(o *Options) { o.Filter.From, o.Filter.To = day("1950"), day("1951") }, ""},
	} {
		o := light(set)
		c.change(&o)
		err := o.Check()
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestFormatOf(t *testing.T) {
	for path, want := range map[string]Format{"a.png": PNG, "b/c.PNG": PNG, "d.e.svg": SVG, "F.Svg": SVG} {
		if got, err := FormatOf(path); got != want || err != nil {
			t.Errorf("%s: %v, %v", path, got, err)
		}
	}
	for _, path := range []string{"", "png", "a.jpg", "a.png.gz", "a."} {
		if _, err := FormatOf(path); err == nil || !strings.Contains(err.Error(), ".png") || !strings.Contains(err.Error(), ".svg") {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestSpanWords(t *testing.T) {
	at := func(text string) float64 { return float64(edtf.MustParse(text).Bounds().Earliest) }
	for _, c := range []struct{ from, to, want string }{
		{"1985", "2019", "1985 to 2018"},
		{"1985", "1986", "January 1985 to December 1985"},
		{"2015-01", "2016-07", "January 2015 to June 2016"},
		{"2015-11-03", "2015-11-18", "3 November 2015 to 17 November 2015"},
		{"2015-11-13T21:15:00Z", "2015-11-13T23:40:00Z", "13 November 2015, 21:15 (UTC) to 13 November 2015, 23:39 (UTC)"},
		{"-0043", "0015", "44 BCE to 14 CE"},
		{"Y-170000", "Y-160000", "170001 BCE to 160002 BCE"},
	} {
		if got := spanWords(scene.Span{From: at(c.from), To: at(c.to)}); got != c.want {
			t.Errorf("%s to %s: %q, want %q", c.from, c.to, got, c.want)
		}
	}
	year := 31556952.0
	if got := spanWords(scene.Span{From: 20000 * year, To: 20001 * year}); !strings.Contains(got, "21970") {
		t.Errorf("a year far ahead: %q", got)
	}
}
