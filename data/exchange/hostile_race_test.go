//go:build race

package exchange

// raceTimes is how many times as much memory the race detector makes of the same.
const raceTimes = 12
