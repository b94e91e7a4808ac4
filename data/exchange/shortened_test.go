package exchange

import (
	"strings"
	"testing"
)

func TestShortened(t *testing.T) {
	long := strings.Repeat("é", mostShown)
	tests := []struct{ text, want string }{
		{"", ""},
		{" \n\t", ""},
		{"  a\r\n b\u00a0c ", "a b c"},
		{long, long},
		{long + " \n", long},
		{long + "x", long + "…"},
		{long[2:] + " xx", long[2:] + " …"},
		{long[4:] + " x", long[4:] + " x"},
		{"a\xffb", "a\ufffdb"},
	}
	for _, test := range tests {
		if got := shortened(test.text); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}
