package data_test

import (
	"os"
	"regexp"
	"testing"

	"dateline/data"
	"dateline/data/edtf"
)

// What the README shows of the format must load.
func TestREADME_ExamplesAreValid(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := regexp.MustCompile("(?s)```json\n(.*?)```").FindAllSubmatch(readme, -1)
	if len(examples) == 0 {
		t.Fatal("the README shows no dataset")
	}
	for _, example := range examples {
		if _, err := data.Parse("README.md", example[1]); err != nil {
			t.Errorf("%v\n%s", err, example[1])
		}
	}
	rows := regexp.MustCompile("(?m)^\\| (`[^|]*`) \\|").FindAllSubmatch(readme, -1)
	dates := 0
	for _, row := range rows {
		for _, date := range regexp.MustCompile("`([^`]+)`").FindAllSubmatch(row[1], -1) {
			if text := string(date[1]); regexp.MustCompile(`\d{3}`).MatchString(text) {
				dates++
				if _, err := edtf.Parse(text); err != nil {
					t.Error(err)
				}
			}
		}
	}
	if dates < 10 {
		t.Errorf("found only %d dates in the README's table", dates)
	}
}
