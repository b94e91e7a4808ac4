// Dateline is a program for reading a chronology with its evidence.
package main

import (
	"os"

	"dateline/app"
)

func main() { os.Exit(app.Main(os.Args[1:])) }
