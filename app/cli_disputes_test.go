package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCLI_Disputes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.json")
	if err := os.WriteFile(path, []byte(evidential), 0o600); err != nil {
		t.Fatal(err)
	}
	const whole = `When? (d)
  t: In 2005.
      “in 2005”
  u, 2020: In 2004.
  event four: Four (2004)

1 of 1 dispute
`
	tests := []struct{ flags, want string }{
		{"", strings.ReplaceAll(whole, "  t: ", "  p: ")},
		{"--lanes a", "0 of 1 dispute\n"},
		{"--known-by 2030 --known-to a", "0 of 1 dispute\n"},
		{"--json", `{"id":"d","question":"When?","events":["four"],"answers":[` +
			`{"source":"t","answer":"In 2005.","quote":"in 2005"},{"source":"u","answer":"In 2004."}]}` + "\n"},
	}
	for _, test := range tests {
		status, out, errOut := called(append([]string{"disputes", path}, strings.Fields(test.flags)...)...)
		if status != statusOK || out != test.want {
			t.Errorf("%s: status %d, %q, %q", test.flags, status, out, errOut)
		}
	}
}

// The bundled disputes are all listed, each answer with its quotation.
func TestCLI_DisputesOfTheBundledSet(t *testing.T) {
	status, out, _ := called("disputes", "--json")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if status != statusOK || len(lines) < 6 {
		t.Fatalf("status %d, %d lines", status, len(lines))
	}
	for _, line := range lines {
		var d disputeJSON
		if err := json.Unmarshal([]byte(line), &d); err != nil || len(d.Answers) < 2 || d.Answers[0].Quote == "" {
			t.Errorf("%v: %s", err, line)
		}
	}
}
