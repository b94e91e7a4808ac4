package data

// The wire structs are the dataset as JSON has it: identifiers where the model has indexes, text where it has dates.

type wireSet struct {
	Schema   string        `json:"$schema,omitempty"`
	Format   int           `json:"format"`
	Title    string        `json:"title"`
	Summary  string        `json:"summary,omitempty"`
	Language string        `json:"language,omitempty"`
	Span     string        `json:"span,omitempty"`
	Lanes    []wireLane    `json:"lanes"`
	Sources  []wireSource  `json:"sources,omitempty"`
	Events   []wireEvent   `json:"events,omitempty"`
	Disputes []wireDispute `json:"disputes,omitempty"`
}

type wireLane struct {
	ID     string `json:"id"`
	Title  string `json:"title,omitempty"`
	Color  string `json:"color,omitempty"`
	Marker string `json:"marker,omitempty"`
}

type wireSource struct {
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Author    string `json:"author,omitempty"`
	Published string `json:"published,omitempty"`
	Language  string `json:"language,omitempty"`
	URL       string `json:"url,omitempty"`
	File      string `json:"file,omitempty"`
}

type wireEvent struct {
	ID      string      `json:"id"`
	Lanes   []string    `json:"lanes"`
	Date    string      `json:"date"`
	Title   string      `json:"title"`
	Summary string      `json:"summary,omitempty"`
	Status  string      `json:"status,omitempty"`
	People  []string    `json:"people,omitempty"`
	Places  []string    `json:"places,omitempty"`
	Tags    []string    `json:"tags,omitempty"`
	Claims  []wireClaim `json:"claims,omitempty"`
	Known   []wireKnown `json:"known,omitempty"`
	Links   []wireLink  `json:"links,omitempty"`
}

type wireClaim struct {
	Source  string `json:"source"`
	Quote   string `json:"quote,omitempty"`
	Locator string `json:"locator,omitempty"`
	Date    string `json:"date,omitempty"`
}

type wireKnown struct {
	By    string `json:"by"`
	Date  string `json:"date"`
	Claim *int   `json:"claim,omitempty"`
}

type wireLink struct {
	To   string `json:"to"`
	Kind string `json:"kind"`
}

type wireDispute struct {
	ID       string       `json:"id"`
	Question string       `json:"question"`
	Events   []string     `json:"events,omitempty"`
	Answers  []wireAnswer `json:"answers,omitempty"`
}

type wireAnswer struct {
	Source string `json:"source"`
	Answer string `json:"answer"`
	Quote  string `json:"quote,omitempty"`
}
