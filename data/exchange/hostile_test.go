package exchange

import (
	"errors"
	"fmt"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/data"
)

// readers returns the formats that are read.
func readers() []*Format {
	var list []*Format
	for _, f := range Formats() {
		if f.Read != nil {
			list = append(list, f)
		}
	}
	return list
}

// allocated returns how many bytes are allocated while a function runs.
func allocated(do func()) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}

// The bounds of what reading may allocate: some for a start (a thousand rows with wrong quotation marks are tried again), and so many times the content. Lines of one letter, each of
// which is a loss, take the most.
const (
	allocatedAtOnce = 512 << 20
	allocatedTimes  = 1500
)

// longestError is how long the message of an error may be, which has beginnings of texts in it.
const longestError = 6000

// readHostile reads content and asserts that either a valid dataset comes out or a clear error, at a cost that its size
// bounds. It returns what was read, or the error.
func readHostile(t testing.TB, name string, content []byte, f *Format) (*Loaded, error) {
	t.Helper()
	var loaded *Loaded
	var err error
	cost := allocated(func() { loaded, err = Parse("hostile.txt", content, Options{Format: f}) })
	if most := raceTimes * (allocatedAtOnce + allocatedTimes*len(content)); cost > most {
		t.Errorf("%s as %s: %d bytes take %d MB", name, titleOf(f), len(content), cost>>20)
	}
	if err != nil {
		checkError(t, name, err)
		return nil, err
	}
	checkSet(t, name, loaded)
	return loaded, nil
}

func titleOf(f *Format) string {
	if f == nil {
		return "what it is detected to be"
	}
	return f.Title
}

// checkError asserts that an error says whose fault it is in a text that can be shown.
func checkError(t testing.TB, name string, err error) {
	t.Helper()
	text := err.Error()
	if problems, ok := errors.AsType[data.Problems](err); ok && len(problems) > 1 {
		text = problems[:1].Error()
	}
	if !strings.Contains(text, "hostile.txt") || len(text) > longestError || !utf8.ValidString(text) || len(text) < 20 {
		t.Errorf("%s: the error is %d bytes: %.300q", name, len(text), text)
	}
}

// checkSet asserts that what was read is whole: each event can be had.
func checkSet(t testing.TB, name string, loaded *Loaded) {
	t.Helper()
	set := loaded.Set
	for _, i := range []int{0, set.Events.Len() / 2, set.Events.Len() - 1} {
		if i < 0 || i >= set.Events.Len() {
			continue
		}
		if e, err := set.Events.At(i); err != nil || e.Title == "" || len(e.Lanes) == 0 || !utf8.ValidString(e.Title) {
			t.Errorf("%s: event %d is %+v, %v", name, i, e, err)
		}
	}
	for _, loss := range loaded.Losses[:min(len(loaded.Losses), 100)] {
		if loss.What == "" {
			t.Errorf("%s: a loss says nothing", name)
		}
	}
}

// Every input goes into every reader, whatever it is made for: a clear error or a valid dataset, nothing else.
func TestHostile_EveryReader(t *testing.T) {
	for _, input := range hostileInputs {
		content := []byte(input.make(min(input.size, 5_000)))
		for _, f := range append([]*Format{nil}, readers()...) {
			readHostile(t, input.name, content, f)
		}
	}
}

// What is said of each input in the format that it is made for.
func TestHostile_Outcomes(t *testing.T) {
	for _, input := range hostileInputs {
		loaded, err := readHostile(t, input.name, []byte(input.make(input.size)), input.as)
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = fmt.Sprintf("%s: %d events in %d lanes, %d losses", loaded.Format.Name, loaded.Set.Events.Len(), len(loaded.Set.Lanes), len(loaded.Losses))
			for _, loss := range loaded.Losses[:min(3, len(loaded.Losses))] {
				got += "\n" + loss.String()
			}
		}
		if !regexp.MustCompile(input.want).MatchString(got) {
			t.Errorf("%s: got %.400q, want %q", input.name, got, input.want)
		}
	}
}

// Four times as much input takes some four times as much, not sixteen.
func TestHostile_Growth(t *testing.T) {
	for _, input := range hostileInputs {
		if !input.grows {
			continue
		}
		size := min(input.size, 20_000)
		few, many := []byte(input.make(size/4)), []byte(input.make(size))
		for _, f := range append([]*Format{nil}, readers()...) {
			once := allocated(func() { _, _ = Parse("a", few, Options{Format: f}) })
			more := allocated(func() { _, _ = Parse("a", many, Options{Format: f}) })
			if more > 7*once+raceTimes*4<<20 {
				t.Errorf("%s as %s: %d bytes take %d kB, %d bytes %d kB", input.name, titleOf(f), len(few), once>>10, len(many), more>>10)
			}
		}
	}
}

// A file that ends anywhere is an error, or what is whole of it.
func TestHostile_Truncated(t *testing.T) {
	whole := bundled(t)
	for _, f := range Formats() {
		if f.Read == nil || f.Write == nil {
			continue
		}
		content, _, err := f.Write(whole)
		if err != nil {
			t.Fatal(err)
		}
		for i := range 60 {
			cut := content[:len(content)*i/60+i]
			readHostile(t, fmt.Sprintf("%s cut off at %d", f.Name, len(cut)), cut, f)
		}
		if _, err := readHostile(t, f.Name+" whole", content, f); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// Other encodings than UTF-8 are read as what they are, or refused; never as something else.
func TestHostile_Encodings(t *testing.T) {
	for _, f := range Formats() {
		if f.Read == nil || f.Write == nil {
			continue
		}
		content, _, err := f.Write(&Timeline{
			Format: 1, Title: "Été", Lanes: []Lane{{ID: "a", Title: "Dépêches"}},
			Events: []Event{{ID: "e", Lanes: []string{"a"}, Date: "2001-02-03", Title: "Dépêche à Liège"}},
		})
		if err != nil {
			t.Fatal(err)
		}
		text := strings.TrimPrefix(string(content), "\ufeff")
		for encoding, bytes := range map[string][]byte{
			"with a byte order mark": []byte("\ufeff" + text), "UTF-16LE": inUTF16(text, false, true), "UTF-16BE": inUTF16(text, true, true),
			"UTF-16LE without a mark": inUTF16(text, false, false), "Latin-1": inLatin1(text), "lines of CR": []byte(strings.ReplaceAll(text, "\n", "\r")),
			"invalid UTF-8": []byte(strings.Replace(text, "Liège", "Li\xffge", 1)),
		} {
			loaded, err := readHostile(t, f.Name+" "+encoding, bytes, f)
			if err != nil {
				continue // it says why
			}
			if loaded.Set.Events.Len() != 1 {
				t.Errorf("%s %s: %d events", f.Name, encoding, loaded.Set.Events.Len())
				continue
			}
			title := loaded.Set.Events.Title(0)
			if encoding == "invalid UTF-8" {
				title = regexp.MustCompile(`Li.*ge`).ReplaceAllString(title, "Liège")
				title = strings.NewReplacer("DÃ©pÃªche", "Dépêche", "Ã\u00a0", "à").Replace(title)
			}
			if title != "Dépêche à Liège" {
				t.Errorf("%s %s: the title is %q", f.Name, encoding, title)
			}
		}
	}
}

func inUTF16(text string, big, mark bool) []byte {
	var out []byte
	if mark {
		text = "\ufeff" + text
	}
	for _, r := range text { // none of it is beyond the basic plane
		if big {
			out = append(out, byte(r>>8), byte(r))
		} else {
			out = append(out, byte(r), byte(r>>8))
		}
	}
	return out
}

func inLatin1(text string) []byte {
	var out []byte
	for _, r := range text {
		if r > 0xff {
			r = '?'
		}
		out = append(out, byte(r))
	}
	return out
}
