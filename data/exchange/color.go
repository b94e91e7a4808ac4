package exchange

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/image/colornames"
)

// hexColor is a colour of six hexadecimal digits, perhaps with two more for how opaque it is.
var hexColor = regexp.MustCompile(`^(#[0-9A-Fa-f]{6})(?:[0-9A-Fa-f]{2})?$`)

// readColor returns a colour of CSS that is a name or hexadecimal as #RRGGBB in upper case.
func readColor(text string) (color string, ok bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	if named, ok := colornames.Map[text]; ok {
		return fmt.Sprintf("#%02X%02X%02X", named.R, named.G, named.B), true
	}
	digits, ok := strings.CutPrefix(text, "#")
	if !ok || strings.Trim(digits, "0123456789abcdef") != "" {
		return "", false
	}
	switch len(digits) {
	case 3:
		digits = strings.Repeat(digits[:1], 2) + strings.Repeat(digits[1:2], 2) + strings.Repeat(digits[2:], 2)
	case 6:
	default:
		return "", false
	}
	return "#" + strings.ToUpper(digits), true
}
