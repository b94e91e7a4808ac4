// Package edtf reads dates in the Extended Date/Time Format (EDTF) of ISO 8601-2:2019, as specified by the Library of
// Congress on 2019-02-04 (https://www.loc.gov/standards/datetime/), and answers what a reader of a chronology asks of
// them: the earliest and latest instant, how precise, how certain, and in which words to show them.
//
// # What is read
//
// Levels 0 and 1 whole. Of level 2: years with an exponent (Y-17E7), significant digits (1950S2), seasons and other
// parts of a year (25 to 41), sets ([1667,1668]), lists ({1960,1961-12}), X in any place (156X-12-25) and qualifiers
// on a part, before or after it (2004-06~-11).
//
// # Where the package deliberately differs
//
//   - Times to the minute (T21:16) and to the hour (T21) are read, as ISO 8601-1 writes them: EDTF wants the seconds,
//     but a source that names only the minute must not be sharpened to a second.
//   - Ends of an interval and members of a set may have a time of day, which level 0 excludes: two moments of one
//     evening are an interval too.
//   - 24:00:00 is refused: ISO 8601-1:2019, on which EDTF rests, has no hour 24. So are leap seconds (:60), which a
//     count of seconds since 1970 cannot hold, and fractions of a second, which EDTF does not have.
//   - The year -0000 is refused, and with it the pattern -000X begins at -0001: year 0 has no sign.
//   - An interval needs at least one dated end: "/" and "../.." date nothing, and the specification shows neither.
//   - A time carries no qualifier and no X, as in EDTF; a date with one is refused where a time follows.
//
// # Bounds
//
// Instants are whole seconds since 1970-01-01T00:00:00Z in the proleptic Gregorian calendar with year 0 = 1 BCE.
// Both bounds are inclusive: the year 2013 lasts until 2013-12-31T23:59:59. A date without an offset is local time as
// written, and its bounds are computed as if it were UTC. The qualifiers ? ~ % do not widen the bounds, because the
// specification gives no amount to widen them by. Where X stand in a date, the bounds are the first and last day of the
// calendar that match it: XXXX-02-29 is 0000-02-29 to 9996-02-29. Significant digits do bound: 1950S2 is 1900 to 1999.
//
// # Seasons
//
// The specification leaves the months of a season open. Here they are the meteorological ones, whole calendar months:
// spring March to May, summer June to August, autumn September to November, winter December to February of the NEXT
// year, for 21 to 24 (hemisphere not said) and 25 to 28 (northern). Southern: spring (29) September to November,
// summer (30) December to February of the next year, autumn (31) March to May, winter (32) June to August. A season
// that crosses the new year belongs to the year it starts in, so that the four seasons of a year follow each other
// in the order of their codes.
package edtf
