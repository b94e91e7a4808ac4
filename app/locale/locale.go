// Package locale gives the program a language where the environment has none
// that the toolkit understands: with LANG=C it would print a warning as soon as
// it is initialised. Import it for its effect; it comes first because packages
// are initialised in the order of their import paths (Go 1.21, "Package
// initialization") and it needs the standard library alone.
package locale

import (
	"os"
	"strings"
)

// fallback is the language of the program's texts.
const fallback = "en_US.UTF-8"

func init() {
	for _, name := range [...]string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := os.Getenv(name)
		if value == "" {
			continue
		}
		if meansNone(value) {
			_ = os.Setenv(name, fallback) // fails for malformed names only
		}
		return
	}
	_ = os.Setenv("LANG", fallback)
}

// meansNone reports whether a value of the environment names no language,
// whatever the character encoding behind it.
func meansNone(value string) bool {
	language, _, _ := strings.Cut(value, ".")
	return language == "C" || language == "POSIX"
}
