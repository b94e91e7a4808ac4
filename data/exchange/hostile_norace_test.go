//go:build !race

package exchange

// raceTimes is 1 without the race detector, which makes more of the same.
const raceTimes = 1
