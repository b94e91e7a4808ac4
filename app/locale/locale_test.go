package locale

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestMeansNone(t *testing.T) {
	for value, want := range map[string]bool{
		"C": true, "POSIX": true, "C.UTF-8": true, "C.utf8": true, "C.UTF8": true, "C.ISO-8859-1": true,
		"en_US.UTF-8": false, "de": false, "fr_BE@euro": false, "CA": false, "Czech": false, "c_": false,
	} {
		if got := meansNone(value); got != want {
			t.Errorf("meansNone(%q) = %v", value, got)
		}
	}
}

// The environment is read as the package is initialised, hence in a process of
// its own: this test's, told to print what has become of the variables.
func TestEnvironment(t *testing.T) {
	if os.Getenv("LOCALE_TEST_PRINT") != "" {
		for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
			os.Stdout.WriteString(name + "=" + os.Getenv(name) + "|")
		}
		return
	}
	for _, c := range []struct{ lcAll, lcMessages, lang, want string }{
		{"", "", "", "LC_ALL=|LC_MESSAGES=|LANG=en_US.UTF-8|"},
		{"", "", "C", "LC_ALL=|LC_MESSAGES=|LANG=en_US.UTF-8|"},
		{"C", "", "de_DE.UTF-8", "LC_ALL=en_US.UTF-8|LC_MESSAGES=|LANG=de_DE.UTF-8|"},
		{"", "POSIX", "de_DE.UTF-8", "LC_ALL=|LC_MESSAGES=en_US.UTF-8|LANG=de_DE.UTF-8|"},
		{"", "fr_BE.UTF-8", "C", "LC_ALL=|LC_MESSAGES=fr_BE.UTF-8|LANG=C|"},
		{"de_DE", "C", "C", "LC_ALL=de_DE|LC_MESSAGES=C|LANG=C|"},
	} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestEnvironment$")
		cmd.Env = append(os.Environ(), "LOCALE_TEST_PRINT=1",
			"LC_ALL="+c.lcAll, "LC_MESSAGES="+c.lcMessages, "LANG="+c.lang)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if got := string(out); !strings.HasPrefix(got, c.want) {
			t.Errorf("%+v: %s", c, got)
		}
	}
}
