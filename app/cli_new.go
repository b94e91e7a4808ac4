package app

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"dateline/app/atomicfile"
	"dateline/assets"
)

func newCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "new FILE",
		Short: "Write a small dataset to begin with, which explains itself",
		Long: "Write a small dataset to FILE, whose texts explain its fields, for you to edit; and beside it the JSON\n" +
			"Schema by which an editor completes and checks what you write. Nothing is overwritten. Where FILE is -,\n" +
			"the dataset alone is written to the standard output.",
		Example: "  dateline new chronology.json",
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			path := args[0]
			if path == standardOutput {
				_, err := io.WriteString(cmd.OutOrStdout(), newDataset)
				return err
			}
			if filepath.Base(path) == assets.SchemaName {
				return errUsage{fmt.Errorf("%s is the name of the schema beside the dataset: give the dataset another", assets.SchemaName)}
			}
			if err := writeNew(path, []byte(newDataset)); err != nil {
				return err
			}
			if _, err := fmt.Fprintf(cmd.OutOrStdout(), "%s: written, now yours to edit\n", path); err != nil {
				return err
			}
			return writeSchema(cmd.OutOrStdout(), filepath.Join(filepath.Dir(path), assets.SchemaName))
		},
	}
}

// writeNew writes a file that must not be there.
func writeNew(path string, content []byte) error {
	_, err := os.Lstat(path)
	switch {
	case err == nil:
		return fmt.Errorf("%s is there already and was left as it is: choose another name", path)
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("write %s: %w", path, withoutPath(err))
	}
	return atomicfile.Write(path, content)
}

// writeSchema writes the schema, unless there is a file of that name, and says so.
func writeSchema(out io.Writer, path string) error {
	there, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := writeNew(path, assets.Schema); err != nil {
			return err
		}
		_, err = fmt.Fprintf(out, "%s: written, for editors that complete and check\n", path)
	case err != nil || !bytes.Equal(there, assets.Schema):
		_, err = fmt.Fprintf(out, "%s: there is another one already, which was left as it is; “dateline schema” prints that of this version\n", path)
	}
	return err
}

// newDataset is what a new dataset begins as. It has every field of the format. JSON has no comments: its texts explain
// the fields.
const newDataset = `{
  "$schema": "dateline.schema.json",
  "format": 1,
  "title": "A new chronology",
  "summary": "This file is there to be changed: replace its texts by yours and take out what you do not need. Needed are only “format” (always 1), “title” and “lanes”, and of an event “id”, “lanes”, “date” and “title”. “language” is the language that you write in, “span” the time that the chronology is about. “dateline validate FILE” tells what is wrong and where; “dateline fmt FILE” puts the layout in order. By “$schema” an editor finds the description of all fields; many complete and check by it while you write.",
  "language": "en",
  "span": "2019/2021",
  "lanes": [
    { "id": "first", "title": "A lane is a person, a body or a theme", "color": "#0072B2", "marker": "circle" },
    { "id": "second", "title": "Where a lane has no colour or marker, it is given one" }
  ],
  "sources": [
    { "id": "article", "title": "A source is a publication: its title", "publisher": "Who published it", "author": "Who wrote it", "published": "2021-03-05", "language": "en", "url": "https://example.org/", "file": "" },
    { "id": "book", "title": "Another source; of another publisher, and so independent of the first", "publisher": "Another publisher", "published": "2021" }
  ],
  "events": [
    {
      "id": "begins",
      "lanes": ["first"],
      "date": "2019-04-09",
      "title": "An event needs no more than this",
      "summary": "“id” is its own name, made of a to z, 0 to 9 and hyphens, by which others refer to it. “lanes” are the ids of the lanes it is shown in; the first is its home. “date” is as exact as the source, and no further: 2019-04-09 is a day, 2019-04 some time in a month, 2019 in a year, 2019-04-09T21:16+01:00 a minute. “summary” is a few sentences like these, and may be left out as all that follows."
    },
    {
      "id": "goes-on",
      "lanes": ["first", "second"],
      "date": "2019-06~/2020",
      "title": "A date can leave open what is not known",
      "summary": "2019/2020 is from one to the other, 2019/.. since then, 2019~ about, 2019? uncertain, 201X some year of the 2010s, 2019-22 a summer (21 spring, 23 autumn, 24 winter), [2019-11..2020-02] one month among these. “dateline date TEXT” tells what a date means. “links” lead to other events: leads-to, part-of, same-as, contradicts, reveals (this made the other known) or before.",
      "links": [
        { "to": "ends", "kind": "leads-to" }
      ]
    },
    {
      "id": "ends",
      "lanes": ["second"],
      "date": "2021-02",
      "title": "An event with all that can be said of it",
      "summary": "“status” says how well it is attested: established, reported, alleged, disputed or false. “people”, “places” and “tags” are names to find it by, written alike everywhere. “claims” are the evidence: a source, its words (“quote”), where in it they are (“locator”), and a “date” only where the source gives another. “known” says to whom it is known (“by”: public, a lane, or any name) since when, and by which of the claims, counted from 0. A source’s “file” is its text, a file beside this one; empty as here, or left out, it has none.",
      "status": "disputed",
      "people": ["Ann Able", "Bob Baker"],
      "places": ["Brussels"],
      "tags": ["example"],
      "claims": [
        { "source": "article", "quote": "The very words of the source.", "locator": "third paragraph" },
        { "source": "book", "quote": "What another source says of it.", "locator": "p. 12", "date": "2021-01" }
      ],
      "known": [
        { "by": "Ann Able", "date": "2021-02", "claim": 0 },
        { "by": "public", "date": "2021-03-05" }
      ]
    }
  ],
  "disputes": [
    {
      "id": "when-it-ended",
      "question": "A dispute is a question that the sources answer differently: when did it end?",
      "events": ["ends"],
      "answers": [
        { "source": "article", "answer": "In February 2021: an answer in your words, with those of the source.", "quote": "The very words of the source." },
        { "source": "book", "answer": "In January 2021.", "quote": "What another source says of it." }
      ]
    }
  ]
}
`
