package app

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Each thing that can be drawn over a chart changes it; what is not there is
// said.
func TestCLI_ExportOver(t *testing.T) {
	folder := t.TempDir()
	pictures := map[string][]byte{}
	for _, flags := range []string{"", "--chain killed-in-syria", "--gaps", "--until-known", "--until-known --known-to authorities"} {
		path := filepath.Join(folder, "chart.png")
		args := append([]string{"export", "-o", path, "--scale", "1"}, strings.Fields(flags)...)
		if status, _, errOut := called(args...); status != statusOK {
			t.Fatalf("%s: status %d, %s", flags, status, errOut)
		}
		picture, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for before, other := range pictures {
			if bytes.Equal(picture, other) {
				t.Errorf("%q looks like %q", flags, before)
			}
		}
		pictures[flags] = picture
	}
	for flags, want := range map[string]string{
		"--chain nothing":                   `there is no event "nothing"`,
		"--until-known --known-to somebody": `nothing is said of what "somebody" knew`,
		"--known-to public":                 "--known-to also needs --known-by",
	} {
		args := append([]string{"export", "-o", filepath.Join(folder, "no.png")}, strings.Fields(flags)...)
		if status, _, errOut := called(args...); status != statusUnfit || !strings.Contains(errOut, want) {
			t.Errorf("%s: status %d, %s", flags, status, errOut)
		}
	}
}
