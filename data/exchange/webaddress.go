package exchange

import "net/url"

// isWebAddress reports whether a text is an address that a source may have: absolute, http or https.
func isWebAddress(text string) bool {
	address, err := url.Parse(text)
	return err == nil && (address.Scheme == "http" || address.Scheme == "https") && address.Host != ""
}

// isAbsolute reports whether an address leads to the same place wherever it stands, and is not a script: one of the web,
// or of mail.
func isAbsolute(address string) bool {
	parsed, err := url.Parse(address)
	return err == nil && parsed.Scheme == "mailto" || isWebAddress(address)
}
