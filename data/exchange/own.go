package exchange

import (
	"bytes"
	"encoding/json"

	"dateline/data"
)

// Own is Dateline's own format.
var Own = Format{
	Name: "dateline", Title: "Dateline dataset", Extensions: []string{".json"},
	Detect: detectOwn, Read: readOwn, Write: writeOwn,
}

// detectOwn goes by the fields that a dataset has and others do not: its format, and lanes.
func detectOwn(content []byte) int {
	trimmed := bytes.TrimSpace(bytes.TrimPrefix(content, []byte("\ufeff")))
	if !bytes.HasPrefix(trimmed, []byte("{")) {
		return 0
	}
	sure := 0
	for _, key := range []string{`"format"`, `"lanes"`} {
		if bytes.Contains(trimmed, []byte(key)) {
			sure += 45
		}
	}
	return sure
}

// readOwn reads a dataset, which is checked as the window checks it. The error is [data.Problems].
func readOwn(content []byte) (*Result, error) {
	if _, err := data.Parse("", content); err != nil {
		return nil, err
	}
	t, err := own(content)
	if err != nil {
		return nil, err
	}
	return &Result{Timeline: t}, nil
}

// writeOwn writes a dataset in its canonical form: fields in the order of the format, an indentation of two spaces,
// characters as themselves, a line break at the end.
func writeOwn(t *Timeline) ([]byte, []Loss, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(t); err != nil {
		return nil, nil, err
	}
	return b.Bytes(), nil, nil
}
