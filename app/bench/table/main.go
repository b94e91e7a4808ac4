// Command table passes on what "go test -bench" prints and adds a table of it by the number of events, in Markdown.
// Its exit status is 1 where something failed: in a pipe, that of go test is lost.
package main

import (
	"bufio"
	"fmt"
	"os"

	"dateline/app/bench"
)

func main() {
	var output bench.Output
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		fmt.Println(lines.Text())
		output.Line(lines.Text())
	}
	fmt.Print("\n", bench.BySize(output.Results))
	if err := lines.Err(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if output.Failed {
		os.Exit(1)
	}
}
