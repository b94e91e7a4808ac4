package bench

// Report is what a program that measures itself prints, as one line of JSON. Times are in milliseconds and count from
// the start of its process, memory is PSS in bytes. What was not measured is 0.
type Report struct {
	FirstFrame float64  `json:"first_frame_ms"`            // the first frame with the dataset in it is painted
	File       string   `json:"file,omitempty"`            // the dataset, "" for the bundled one
	Events     int      `json:"events,omitempty"`          // in it
	AtFirst    int64    `json:"pss_first_frame,omitempty"` // memory at the first frame
	Series     []Series `json:"series,omitempty"`
	AtEnd      int64    `json:"pss,omitempty"` // memory after the series
	Indexed    float64  `json:"index_ms,omitempty"`
	AtIndex    int64    `json:"pss_index,omitempty"` // memory once the texts can be searched
}

// Series are steps of one kind, one after the other. Times are in milliseconds.
type Series struct {
	Name      string    `json:"name"`
	Intervals []float64 `json:"intervals_ms"`        // from one step's painted frame to the next one's
	Steps     []float64 `json:"steps_ms,omitempty"`  // from a step's change to its painted frame
	CPU       float64   `json:"cpu_ms,omitempty"`    // processor time of all steps together
	Server    float64   `json:"server_ms,omitempty"` // that of the X server meanwhile
}
