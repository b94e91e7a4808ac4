package exchange

import "testing"

func TestReadColor(t *testing.T) {
	tests := []struct{ text, want string }{
		{"#1a2B3c", "#1A2B3C"},
		{" #abc ", "#AABBCC"},
		{"Red", "#FF0000"},
		{"rebeccapurple", ""}, // of CSS 4
		{"#12345", ""},
		{"#ggg", ""},
		{"rgb(1,2,3)", ""},
		{"", ""},
	}
	for _, test := range tests {
		if got, ok := readColor(test.text); got != test.want || ok != (test.want != "") {
			t.Errorf("%q: got %q %v, want %q", test.text, got, ok, test.want)
		}
	}
}
