package data

import "iter"

// shape is the JSON type a field must have.
type shape uint8

const (
	shapeText    shape = iota // a string
	shapeWhole                // a number without fraction or exponent
	shapeTexts                // an array of strings
	shapeObjects              // an array of objects
)

func (s shape) String() string {
	return [...]string{"a text", "a whole number", "a list of texts", "a list of objects"}[s]
}

// field is one key an object may have.
type field struct {
	name     string
	shape    shape
	required bool
	object   *object // what the elements of shapeObjects are
}

// object is what an object of the dataset may and must contain: at most 64 fields.
type object struct {
	noun   string // as in "an event has no field …"
	fields []field
}

// find returns the index of a field, or -1.
func (o *object) find(name []byte) int {
	for i := range o.fields {
		if string(name) == o.fields[i].name {
			return i
		}
	}
	return -1
}

// names yields the names of the fields.
func (o *object) names() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range o.fields {
			if !yield(o.fields[i].name) {
				return
			}
		}
	}
}

// datasetObject returns the format: every object with its fields. The wire structs in wire.go are its mirror, and a
// test holds the two together.
func datasetObject() *object {
	return &object{"a dataset", []field{
		{name: "$schema"},
		{name: "format", shape: shapeWhole, required: true},
		{name: "title", required: true},
		{name: "summary"},
		{name: "language"},
		{name: "span"},
		{name: "lanes", shape: shapeObjects, required: true, object: laneObject()},
		{name: "sources", shape: shapeObjects, object: sourceObject()},
		{name: "events", shape: shapeObjects, object: eventObject()},
		{name: "disputes", shape: shapeObjects, object: disputeObject()},
	}}
}

func laneObject() *object {
	return &object{"a lane", []field{
		{name: "id", required: true},
		{name: "title"},
		{name: "color"},
		{name: "marker"},
	}}
}

func sourceObject() *object {
	return &object{"a source", []field{
		{name: "id", required: true},
		{name: "title"},
		{name: "publisher"},
		{name: "author"},
		{name: "published"},
		{name: "language"},
		{name: "url"},
		{name: "file"},
	}}
}

func eventObject() *object {
	return &object{"an event", []field{
		{name: "id", required: true},
		{name: "lanes", shape: shapeTexts, required: true},
		{name: "date", required: true},
		{name: "title", required: true},
		{name: "summary"},
		{name: "status"},
		{name: "people", shape: shapeTexts},
		{name: "places", shape: shapeTexts},
		{name: "tags", shape: shapeTexts},
		{name: "claims", shape: shapeObjects, object: &object{"a claim", []field{
			{name: "source", required: true},
			{name: "quote"},
			{name: "locator"},
			{name: "date"},
		}}},
		{name: "known", shape: shapeObjects, object: &object{"an entry of known", []field{
			{name: "by", required: true},
			{name: "date", required: true},
			{name: "claim", shape: shapeWhole},
		}}},
		{name: "links", shape: shapeObjects, object: &object{"a link", []field{
			{name: "to", required: true},
			{name: "kind", required: true},
		}}},
	}}
}

func disputeObject() *object {
	return &object{"a dispute", []field{
		{name: "id", required: true},
		{name: "question", required: true},
		{name: "events", shape: shapeTexts},
		{name: "answers", shape: shapeObjects, object: &object{"an answer", []field{
			{name: "source", required: true},
			{name: "answer", required: true},
			{name: "quote"},
		}}},
	}}
}
