package exchange

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// rowsText writes rows with their lines, cells parted by ¦.
func rowsText(rows []tableRow) string {
	var b strings.Builder
	for _, row := range rows {
		fmt.Fprintf(&b, "%d:%s\n", row.line, strings.Join(row.cells, "¦"))
	}
	return b.String()
}

func TestSplitTable(t *testing.T) {
	tests := []struct {
		name, text, want string
		delimiter        rune
		loose            []int
	}{
		{"commas", "a,b\n1,2\n", "1:a¦b\n2:1¦2\n", ',', nil},
		{"semicolons with decimal commas", "a;b;c\n1,5;2,5;3\n", "1:a¦b¦c\n2:1,5¦2,5¦3\n", ';', nil},
		{"tabs with commas in the texts", "a\tb\n1, 2\t3, 4, 5\n", "1:a¦b\n2:1, 2¦3, 4, 5\n", '\t', nil},
		{"vertical bars", "a|b\n1|2;3\n", "1:a¦b\n2:1¦2;3\n", '|', nil},
		{"lists with semicolons", "a,b\n1,x; y; z\n2,u; v\n", "1:a¦b\n2:1¦x; y; z\n3:2¦u; v\n", ',', nil},
		{"quotation marks", "a,b\n\"x, \"\"y\"\"\",\"1\n2\"\n3,4\n", "1:a¦b\n2:x, \"y\"¦1\n2\n4:3¦4\n", ',', nil},
		{"CRLF and blank lines", "a,b\r\n\r\n,\r\n1,2\r\n", "1:a¦b\n4:1¦2\n", ',', nil},
		{"lines of an old Macintosh", "a,b\r1,2\r", "1:a¦b\n2:1¦2\n", ',', nil},
		{"ragged", "a,b,c\n1,2\n3,4,5,6\n", "1:a¦b¦c\n2:1¦2\n3:3¦4¦5¦6\n", ',', nil},
		{"declared", "sep=;\na,x;b,y\n1;2\n", "2:a,x¦b,y\n3:1¦2\n", ';', nil},
		{"declared for no delimiter", "sep=x\n", "", 0, nil},
		{"quotation marks in a cell", "a,b\n5\" pipe,2\n3,4\n", "1:a¦b\n2:5\" pipe¦2\n3:3¦4\n", ',', []int{2}},
		{
			"a cell that begins with a quotation",
			"a,b,c\n1,\"Le Monde\" dit que,Paris\n2,\"x\",y\n", "1:a¦b¦c\n2:1¦\"Le Monde\" dit que¦Paris\n3:2¦x¦y\n", ',',
			[]int{2},
		},
		{"a quotation in a quoted cell", "a,b\n1,\"He said \"hi, you\" there\"\n2,3\n", "1:a¦b\n2:1¦He said \"hi, you\" there\n3:2¦3\n", ',', []int{2}},
		{"the same over lines", "a,b,c\n1,T,\"He said \"hi\" to\nall\"\n2,3,4\n", "1:a¦b¦c\n2:1¦T¦He said \"hi\" to\nall\n4:2¦3¦4\n", ',', []int{2}},
		{"never closed", "a,b\n1,2\n3,\"4\n5,6\n7,8\n", "1:a¦b\n2:1¦2\n3:3¦\"4\n4:5¦6\n5:7¦8\n", ',', []int{3}},
		{"cut off in a quoted cell", "a,b\n1,\"2", "1:a¦b\n2:1¦\"2\n", ',', []int{2}},
		{"no table", "just a line\nand another\n", "", 0, nil},
	}
	for _, test := range tests {
		split, err := splitTable(test.text)
		if test.delimiter == 0 {
			if err == nil {
				t.Errorf("%s: %q", test.name, rowsText(split.rows))
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if got := rowsText(split.rows); got != test.want || split.delimiter != test.delimiter || !reflect.DeepEqual(split.loose, test.loose) {
			t.Errorf("%s: got %q at %q, loose %v; want %q at %q, loose %v",
				test.name, got, split.delimiter, split.loose, test.want, test.delimiter, test.loose)
		}
		notes := strings.Join(split.notes(), " ")
		if strings.Contains(notes, "Quotation marks") != (len(test.loose) > 0) || strings.Contains(notes, "parted by") != strings.ContainsRune(";|", test.delimiter) {
			t.Errorf("%s: notes %q", test.name, notes)
		}
	}
}

// Of a megabyte in which all quotation marks are wrong nothing is lost. Were the time for it not proportional to its length,
// this would take minutes.
func TestLooseIsLinear(t *testing.T) {
	for _, line := range []string{`1,"a` + "\n", `1,"a"b` + "\n", `1,a"b` + "\n", `"""` + "\n", `"a""b` + "\n", `1,"",""",` + "\n"} {
		text := "x,y\n" + strings.Repeat(line, (1<<20)/len(line))
		split, err := splitTable(text)
		if err != nil {
			t.Fatal(err)
		}
		if length := len(rowsText(split.rows)); length < len(text)/3 {
			t.Errorf("%q: of %d bytes %d are left", line, len(text), length)
		}
	}
}
