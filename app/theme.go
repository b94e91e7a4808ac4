package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dateline/assets"
	"dateline/widgets/palette"
)

// themeMode says which colours the window has.
type themeMode string

// The modes; an unknown one follows the system.
const (
	systemTheme themeMode = "system"
	lightTheme  themeMode = "light"
	darkTheme   themeMode = "dark"
)

// appTheme is the window's theme: our colours and fonts, the toolkit's icons.
type appTheme struct {
	mode          themeMode
	light, dark   palette.Palette
	regular, bold fyne.Resource
	quote         fyne.Resource // for italics, see widgets.QuoteStyle

	lightRoles, darkRoles map[fyne.ThemeColorName]color.Color
}

var _ fyne.Theme = (*appTheme)(nil)

func newTheme(mode themeMode) *appTheme {
	light, dark := palette.Light(), palette.Dark()
	return &appTheme{
		mode: mode, light: light, dark: dark,
		lightRoles: rolesOf(light), darkRoles: rolesOf(dark),
		regular: fyne.NewStaticResource("NotoSans-Regular.ttf", assets.Sans),
		bold:    fyne.NewStaticResource("NotoSans-Bold.ttf", assets.SansBold),
		quote:   fyne.NewStaticResource("NotoSerif-Regular.ttf", assets.Serif),
	}
}

// palette returns the colours for the mode and what the system wants.
func (t *appTheme) palette(system fyne.ThemeVariant) palette.Palette {
	if t.mode == darkTheme || t.mode != lightTheme && system == theme.VariantDark {
		return t.dark
	}
	return t.light
}

// Color is called by the toolkit.
func (t *appTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	p := t.palette(variant)
	if c, ok := t.roles(p)[name]; ok {
		return c
	}
	system := theme.VariantLight
	if p.Dark {
		system = theme.VariantDark
	}
	return theme.DefaultTheme().Color(name, system)
}

// roles returns the toolkit's colours that ours stand for.
func (t *appTheme) roles(p palette.Palette) map[fyne.ThemeColorName]color.Color {
	if p.Dark {
		return t.darkRoles
	}
	return t.lightRoles
}

func rolesOf(p palette.Palette) map[fyne.ThemeColorName]color.Color {
	return map[fyne.ThemeColorName]color.Color{
		theme.ColorNameBackground:          p.Surface,
		theme.ColorNameMenuBackground:      p.Surface,
		theme.ColorNameOverlayBackground:   p.Surface,
		theme.ColorNameHeaderBackground:    p.Surface,
		theme.ColorNameForeground:          p.Text,
		theme.ColorNameButton:              p.Button,
		theme.ColorNameDisabledButton:      p.Button,
		theme.ColorNameInputBackground:     p.Button,
		theme.ColorNameInputBorder:         palette.Over(p.Muted, 0.6, p.Surface),
		theme.ColorNamePrimary:             p.Accent,
		theme.ColorNameHyperlink:           p.Accent,
		theme.ColorNameForegroundOnPrimary: p.OnAccent,
		theme.ColorNamePlaceHolder:         p.Muted,
		theme.ColorNameDisabled:            p.Muted,
		theme.ColorNameSeparator:           p.Line,
		theme.ColorNameHover:               palette.Fade(p.Text, 0.07),
		theme.ColorNamePressed:             palette.Fade(p.Text, 0.14),
		theme.ColorNameFocus:               palette.Fade(p.Accent, 0.35),
		theme.ColorNameSelection:           palette.Fade(p.Accent, 0.35),
		theme.ColorNameError:               p.Error,
		theme.ColorNameScrollBar:           palette.Fade(p.Muted, 0.6),
		theme.ColorNameScrollBarBackground: color.Transparent,
	}
}

// Font is called by the toolkit.
func (t *appTheme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Italic:
		return t.quote
	case style.Bold:
		return t.bold
	}
	return t.regular
}

// Icon is called by the toolkit.
func (t *appTheme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size is called by the toolkit.
func (t *appTheme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 13.5
	case theme.SizeNameSubHeadingText:
		return 15
	case theme.SizeNameHeadingText:
		return 20
	case theme.SizeNameCaptionText:
		return 12
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 5
	case theme.SizeNameInnerPadding:
		return 7
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	}
	return theme.DefaultTheme().Size(name)
}
