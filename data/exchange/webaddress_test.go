package exchange

import "testing"

func TestWebAddress(t *testing.T) {
	tests := []struct {
		text          string
		web, absolute bool
	}{
		{"https://a.example", true, true},
		{"HTTP://a.example/b?c#d", true, true},
		{"mailto:a@b.example", false, true},
		{"https:///a", false, false},
		{"ftp://a.example", false, false},
		{"javascript:f()", false, false},
		{"//a.example/b", false, false},
		{"/a", false, false},
		{"a.example", false, false},
		{"https://a b", false, false},
		{"", false, false},
	}
	for _, test := range tests {
		if web, absolute := isWebAddress(test.text), isAbsolute(test.text); web != test.web || absolute != test.absolute {
			t.Errorf("%q: got %v, %v", test.text, web, absolute)
		}
	}
}
