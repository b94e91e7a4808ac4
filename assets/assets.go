// Package assets holds what is embedded in the program: the bundled dataset,
// the fonts and the icon.
package assets

import _ "embed"

// AtarName is the name that messages give the bundled dataset.
const AtarName = "atar.json"

// Atar is the bundled dataset, the chronology of Oussama Atar.
//
//go:embed atar.json
var Atar []byte

// Icon is the program's icon, a PNG of 512 by 512 pixels.
//
//go:embed icon.png
var Icon []byte

// The fonts, all TrueType with glyf outlines, under the SIL Open Font License
// 1.1 (fonts/OFL.txt). Window and chart use the same ones, so that both measure
// text alike.
var (
	//go:embed fonts/NotoSans-Regular.ttf
	Sans []byte
	//go:embed fonts/NotoSans-Bold.ttf
	SansBold []byte
	//go:embed fonts/NotoSerif-Regular.ttf
	Serif []byte
	//go:embed fonts/NotoSansArabic-Regular.ttf
	SansArabic []byte
	//go:embed fonts/NotoSansHebrew-Regular.ttf
	SansHebrew []byte
)
