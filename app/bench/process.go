package bench

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"time"
)

// Self stands for the process that asks, where a process is wanted.
const Self = "self"

// tick is what Linux counts processor time in, on every machine.
const tick = 10 * time.Millisecond

// CPU returns the processor time that a process has used so far. Only Linux tells, in hundredths of a second.
func CPU(process string) (time.Duration, error) {
	content, err := os.ReadFile("/proc/" + process + "/stat")
	if err != nil {
		return 0, err
	}
	return used(content)
}

// used reads what /proc/PID/stat says. The second field is the program's name in brackets and may hold spaces and
// brackets; user and system time are the 12th and 13th after it.
func used(stat []byte) (time.Duration, error) {
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	if len(fields) < 13 {
		return 0, fmt.Errorf("%q says nothing of processor time", stat)
	}
	user, err := strconv.ParseInt(string(fields[11]), 10, 64)
	if err != nil {
		return 0, err
	}
	system, err := strconv.ParseInt(string(fields[12]), 10, 64)
	return time.Duration(user+system) * tick, err
}

// PSS returns the memory of a process in bytes, with its share of what it has in common with others. Only Linux tells.
func PSS(process string) (int64, error) {
	content, err := os.ReadFile("/proc/" + process + "/smaps_rollup")
	if err != nil {
		return 0, err
	}
	return proportional(content)
}

// proportional reads what /proc/PID/smaps_rollup says.
func proportional(rollup []byte) (int64, error) {
	for line := range bytes.Lines(rollup) {
		fields := bytes.Fields(line)
		if len(fields) == 3 && string(fields[0]) == "Pss:" && string(fields[2]) == "kB" {
			kilobytes, err := strconv.ParseInt(string(fields[1]), 10, 64)
			return kilobytes << 10, err
		}
	}
	return 0, fmt.Errorf("%q says nothing of memory", rollup)
}
