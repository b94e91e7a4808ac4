//go:build e2e && linux

package e2e

import (
	"fmt"
	"image"
	"os"
	"os/exec"
	"strings"
	"time"
)

// Do plays xdotool commands, one a line, such as "mousemove 700 300 click 1" or "key ctrl+f". Lines that
// are empty or begin with # are left out.
func (d *Display) Do(lines string) {
	d.t.Helper()
	for line := range strings.Lines(lines) {
		if words := strings.Fields(line); len(words) > 0 && !strings.HasPrefix(words[0], "#") {
			d.xdo(words...)
		}
	}
}

// xdo runs one xdotool command and returns what it printed.
func (d *Display) xdo(args ...string) string {
	d.t.Helper()
	out, err := d.try("xdotool", args...)
	if err != nil {
		d.t.Fatal(err)
	}
	return strings.TrimSpace(out)
}

// Key presses keys by their X names, such as "ctrl+f" or "Escape".
func (d *Display) Key(keys ...string) {
	d.t.Helper()
	d.xdo(append([]string{"key", "--clearmodifiers", "--delay", "30"}, keys...)...)
}

// Type types a text of plain ASCII: other letters have no key here and get lost; SetClipboard and paste them.
func (d *Display) Type(text string) {
	d.t.Helper()
	d.xdo("type", "--delay", "20", "--", text)
}

// Move moves the mouse.
func (d *Display) Move(to image.Point) {
	d.t.Helper()
	d.Do(fmt.Sprintf("mousemove %d %d", to.X, to.Y))
}

// Click clicks with the left button. The program is given a moment to see the mouse arrive first.
func (d *Display) Click(at image.Point) {
	d.t.Helper()
	d.Do(fmt.Sprintf("mousemove %d %d sleep 0.05 click 1", at.X, at.Y))
}

// Wheel turns the mouse wheel: up for a positive number of notches, else down.
func (d *Display) Wheel(at image.Point, notches int) {
	d.t.Helper()
	button := 4
	if notches < 0 {
		button, notches = 5, -notches
	}
	d.Do(fmt.Sprintf("mousemove %d %d sleep 0.05 click --repeat %d --delay 60 %d", at.X, at.Y, notches, button))
}

// Drag drags with a button (1 left, 2 middle) from one place to another, in steps as a hand does.
func (d *Display) Drag(button int, from, to image.Point) {
	d.t.Helper()
	const steps = 12
	script := fmt.Sprintf("mousemove %d %d sleep 0.05 mousedown %d", from.X, from.Y, button)
	way := to.Sub(from)
	for i := 1; i <= steps; i++ {
		at := from.Add(way.Mul(i).Div(steps))
		script += fmt.Sprintf(" sleep 0.03 mousemove %d %d", at.X, at.Y)
	}
	d.Do(script + fmt.Sprintf(" sleep 0.05 mouseup %d", button))
}

// Clipboard is the text on the clipboard, "" where there is none. It is gone with the program that put it there.
func (d *Display) Clipboard() string {
	d.t.Helper()
	text, err := d.try("xsel", "--clipboard", "--output")
	if err != nil {
		d.t.Fatal(err)
	}
	return text
}

// SetClipboard puts a text on the clipboard.
func (d *Display) SetClipboard(text string) {
	d.t.Helper()
	cmd := exec.Command("xsel", "--clipboard", "--input") // goes on in the background: not to be waited for by try
	cmd.Env = append(os.Environ(), "DISPLAY="+d.name)
	cmd.Stdin = strings.NewReader(text)
	if err := cmd.Run(); err != nil {
		d.t.Fatalf("xsel: %v", err)
	}
}

// WaitFor waits until a condition holds, and fails the test where it does not in time or the program ends.
func (d *Display) WaitFor(what string, condition func() bool) {
	d.t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		for _, p := range d.programs {
			p.mustRun()
		}
		if condition() {
			return
		}
		if time.Now().After(deadline) {
			d.t.Fatalf("waited %v in vain for %s", patience, what)
		}
	}
}

// WaitChange waits until a rectangle of the screen is no longer as it was: that the program has answered.
func (d *Display) WaitChange(before *image.RGBA, in image.Rectangle) {
	d.t.Helper()
	d.WaitFor(fmt.Sprintf("a change in %v", in), func() bool {
		return Difference(before, d.Screenshot(), in, 0) > 0
	})
}

// WaitStill waits until a rectangle of the screen does not change for a fifth of a second, and returns the
// screenshot. After an action, WaitChange first: a program that has not answered yet is still, too. A
// focused text field is never still, its cursor blinks.
func (d *Display) WaitStill(in image.Rectangle) *image.RGBA {
	d.t.Helper()
	before, since := d.Screenshot(), time.Now()
	d.WaitFor(fmt.Sprintf("stillness in %v", in), func() bool {
		now := d.Screenshot()
		if Difference(before, now, in, 0) > 0 {
			before, since = now, time.Now()
		}
		return time.Since(since) >= 200*time.Millisecond
	})
	return before
}
