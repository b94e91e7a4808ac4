package assets

import _ "embed"

// SchemaName is the file name by which datasets refer to the schema of their format, as "$schema".
const SchemaName = "dateline.schema.json"

// Schema is the JSON Schema (2020-12) of datasets, for editors that complete and check what is written. It takes every
// dataset that package data takes, and some that it refuses.
//
//go:embed dateline.schema.json
var Schema []byte
