package bench

import "testing"

func TestMarkdown(t *testing.T) {
	got := Markdown([][]string{{"what", "how", "µs"}, {"Räume", "", "1"}, {"x", "ab", "12,345"}}, 2)
	const table = "" +
		"| what  | how |     µs |\n" +
		"| ----- | --- | -----: |\n" +
		"| Räume |     |      1 |\n" +
		"| x     | ab  | 12,345 |\n"
	if got != table {
		t.Errorf("it is\n%s\nand should be\n%s", got, table)
	}
	if got := Markdown(nil, 1); got != "" {
		t.Errorf("of nothing it is %q", got)
	}
}

func TestNumber(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 0.00012345: "0.00012", 0.25: "0.250", 0.9994: "0.999", 0.9996: "1.00", 1: "1.00", 9.994: "9.99",
		9.996: "10.0", 16.66: "16.7", 99.94: "99.9", 99.96: "100", 999: "999", 1000: "1,000", 1234567.8: "1,234,568",
		-12.34: "-12.3",
	} {
		if got := Number(x); got != want {
			t.Errorf("%v is %q, want %q", x, got, want)
		}
	}
}

func TestUnits(t *testing.T) {
	for got, want := range map[string]string{
		Duration(0): "0 ns", Duration(12): "12.0 ns", Duration(999.4): "999 ns", Duration(999.9): "1.00 µs",
		Duration(1500): "1.50 µs", Duration(2.5e7): "25.0 ms", Duration(9e10): "90.0 s", Duration(3.6e12): "3,600 s",
		Bytes(512): "512 B", Bytes(598_819_973): "599 MB", Bytes(5e12): "5,000 GB",
	} {
		if got != want {
			t.Errorf("it is %q, want %q", got, want)
		}
	}
}
