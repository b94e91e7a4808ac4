// Package search finds words in numbered documents, each of several texts: whole words in any order, the last one
// also by its beginning, whatever their case and accents.
//
// # Words
//
// A word is a run of letters, digits and marks; all else separates words, an apostrophe too, even the one that Unicode
// counts among the letters (U+02BC). Words are compared as folded: taken apart as by NFKD, without nonspacing and
// enclosing marks, in one case. So É, é and e are the same, ß is ss, ς is σ, ﬁ is fi and İ is i. Letters that Unicode
// does not take apart, though they were made of another (ø, ł, đ, ı, æ and a few more), are folded by a table, and
// what only shapes a word on paper is left out of it: soft hyphen, zero width joiner, Arabic tatweel.
//
// A folded word is cut to its first 64 bytes, at the end of a character, in texts and queries alike: words that differ
// only behind that are the same. A run of which nothing is left, as of marks alone, is no word. Scripts that write no
// spaces make long words, which are found only by their beginning.
//
// # Index
//
// Documents are indexed in segments of up to SegmentSize, which several goroutines can build and search. A segment
// has its words in order, each written as the difference from the one before; for each word the documents that have
// it, as differences too, or as a bitset where that is smaller; and bitsets for stretches of many words, so that short
// prefixes are found fast. All of that is in a few slices without pointers.
package search
