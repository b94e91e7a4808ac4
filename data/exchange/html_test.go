package exchange

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPlainText(t *testing.T) {
	tests := []struct {
		html, want string
		lost       []string
	}{
		{"", "", nil},
		{"plain", "plain", nil},
		{"  run \n\t together  ", "run together", nil},
		{"non\u00a0breaking\u00a0\u00a0space", "non\u00a0breaking\u00a0\u00a0space", nil},
		{"a &lt; b &amp;amp; c &eacute;&#233;&#x1F600;&nbsp;&unknown;", "a < b &amp; c éé😀\u00a0&unknown;", nil},
		{"1 < 2 > 0, AT&T, a<3", "1 < 2 > 0, AT&T, a<3", nil},
		{"<", "<", nil},
		{"a<>b", "a<>b", nil},
		{"</", "</", nil},
		{`<p title="never closed>x</p>`, `<p title="never closed>x</p>`, nil},
		{`<a href="https://a.b" title="a > b">x`, "x (https://a.b)", []string{"a hint “a > b”"}},
		{"<a href='https://a.b'>https://a.b</a>", "https://a.b", nil},
		{"a<br>b<br/>c<BR />d", "a\nb\nc\nd", nil},
		{"never closed <b", "never closed <b", nil},
		{"never closed <a href='x", "never closed <a href='x", nil},
		{"<p>One</p> <p>Two<br>three<br><br/>four</p>", "One\n\nTwo\nthree\n\nfour", nil},
		{"<p>One<p>Two", "One\n\nTwo", nil},
		{"one<div>two</div>three", "one\ntwo\nthree", nil},
		{"<h1>Head</h1>text<hr>more", "Head\n\ntext\n\nmore", nil},
		{"x<b>y</b>z <i>i</i>", "xyz i", []string{"formatting (b, i)"}},
		{"<span class=lead>a</span><span class=''>b</span><p class=lead>c", "ab\n\nc", []string{"formatting (span)"}},
		{"<span style='color:red'>red</span>", "red", []string{"formatting (style)"}},
		{"<ul><li>a</li><li>b</li></ul><ol><li>c<li>d</ol>e", "• a\n• b\n\n1. c\n2. d\n\ne", nil},
		{"<ul><li>a<ol><li>b</ol><li>c</ul>", "• a\n1. b\n• c", nil},
		{"<table><tr><th>1<th>2</tr><tr><td>3</td><td>4</td></tr></table>", "1 | 2\n3 | 4", nil},
		{"<pre>  a\n\n b</pre>", "  a\n\n b", nil},
		{`see <a href="https://a.b/c?d=1&amp;e=2">this</a>.`, "see this (https://a.b/c?d=1&e=2).", nil},
		{`<a href="https://a.b">https://a.b</a>`, "https://a.b", nil},
		{`<a href="https://a.b"><img src="x.png"></a>`, "https://a.b", []string{"the picture “x.png”"}},
		{`<a href="mailto:a@b.c">a@b.c</a>`, "a@b.c", nil},
		{
			`<a href="/c">c</a> <a href="javascript:f()">d</a> <a name=e>e</a>`, "c d e",
			[]string{"a link to “/c”", "a link to “javascript:f()”"},
		},
		{`<a href="http://1">a<a href="http://2">b`, "a (http://1)b (http://2)", nil},
		{`<img src="a.jpg" alt="A cat">x<img src="a.jpg" alt="A cat">`, "x", []string{"the picture “a.jpg”, described as “A cat”"}},
		{
			"a<script>if (1 < 2) {}</script>b<style>p > a {}</style>c", "abc",
			[]string{"the script “if (1 < 2) {}”", "the style sheet “p > a {}”"},
		},
		{"a<SCRIPT src=x.js></SCRIPT>b", "ab", nil},
		{"a<SCRIPT>alert('<b>')</Script >b", "ab", []string{"the script “alert('<b>')”"}},
		{"a<script>never closed", "a", []string{"the script “never closed”"}},
		{"a<!-- <b>no</b> -->b", "ab", []string{"the comment “<b>no</b>”"}},
		{`<b onclick="f()" title="Hint">x</b>`, "x", []string{"the script “f()”", "a hint “Hint”", "formatting (b)"}},
		{`<iframe src="https://v/1">old</iframe>x`, "x", []string{"the embedded page “https://v/1”", "what old browsers show instead, “old”"}},
		{
			`<video src=v.mp4></video><audio src=a.mp3></audio><svg><text>t</text></svg>`, "t",
			[]string{"the video “v.mp4”", "the sound “a.mp3”", "a drawing or formula", "formatting (text)"},
		},
		{
			`<object data=o.swf></object><input name=n><video><source src=a.webm></video>x`, "x",
			[]string{"the embedded page “o.swf”", "a field of a form", "the video", "the sound, video or picture “a.webm”"},
		},
		{`<link rel=stylesheet href=a.css>x`, "x", []string{"the style sheet or file “a.css”"}},
		{"a<!-- note -->b<!DOCTYPE html>c", "abc", []string{"the comment “note”"}},
		{"a<!-- never closed", "a", []string{"the comment “never closed”"}},
		{"<textarea>&lt;b></textarea>", "<b>", nil},
		{"<my-tag>x</my-tag>", "x", []string{"formatting (my-tag)"}},
		{"</p></b></a>x</ul></pre>", "x", nil},
		{"\u202eabc\u0007\x00\ufffd", "\u202eabc\u0007\x00\ufffd", nil},
		{"a\r\nb\rc", "a b c", nil},
	}
	for _, test := range tests {
		got, lost := PlainText(test.html)
		if got != test.want || !slices.Equal(lost, test.lost) {
			t.Errorf("%q: got %q %q, want %q %q", test.html, got, lost, test.want, test.lost)
		}
	}
}

// Deep nesting and huge texts are as good as any.
func TestPlainTextLarge(t *testing.T) {
	const n = 200_000
	for _, tag := range []string{"<div>", "<b>", "<ul>", "<ol><li>", "<a href=x>", "<table><td>", "<pre>", "</p>", "<!-", "<!--", "<a ", "<a '", "<a \"><p>\n", "<script>", "</", "&amp", "<svg>"} {
		text, lost := PlainText(strings.Repeat(tag, n) + ">end")
		if !strings.Contains(text, "end") && len(lost) == 0 { // in a script
			t.Errorf("%s: the end is neither in the text nor lost", tag)
		}
	}
	lines := "a" + strings.Repeat("\n", 10*n) + "b"
	if text, lost := PlainText(HTMLText(lines)); text != lines || lost != nil {
		t.Error("many lines are others")
	}
	long := strings.Repeat("é ", n) + "end"
	if text, lost := PlainText(long); text != long || lost != nil {
		t.Error("a long text is another")
	}
}

// What people typed into a cell stays as it is, but for the markup.
func TestPlainTypedText(t *testing.T) {
	tests := []struct {
		html, want string
		lost       []string
	}{
		{" plain,  a\n\n b ", " plain,  a\n\n b ", nil},
		{"a  b\n\n<b>c</b>\n d &amp;\te", "a  b\n\nc\n d &\te", []string{"formatting (b)"}},
		{"<p>one</p>\n  <p>two</p>\n\nthree", "one\n\ntwo\n\nthree", nil},
		{"<p>one</p>  two <p>\n\nthree", "one\n\n  two \n\nthree", nil},
		{"<ul>\n<li>a</li>\n<li>b\n</ul>\n", "• a\n• b", nil},
		{"a<br>\n<br> b", "a\n\n\n b", nil},
		{"</pre>a  b", "a  b", nil},
		{`see <a href="https://a.b">this  page</a>!`, "see this  page (https://a.b)!", nil},
	}
	for _, test := range tests {
		got, lost := PlainTypedText(test.html)
		if got != test.want || !slices.Equal(lost, test.lost) {
			t.Errorf("%q: got %q %q, want %q %q", test.html, got, lost, test.want, test.lost)
		}
	}
	for _, text := range append(nastyTexts, "a\n\n\nb", "&amp;", "<br>", "a<b>c", "x\ry & z", "<  a\n\n  b>", "a\n\n\n\nb  \n  c &") {
		text = strings.ReplaceAll(text, "\r\n", "\n")
		if got, lost := PlainTypedText(HTMLText(text)); got != text || len(lost) > 0 {
			t.Errorf("%q comes back as %q, lost %q", text, got, lost)
		}
	}
}

func TestFramedPage(t *testing.T) {
	for fragment, want := range map[string]string{
		`<iframe width="9" src="https://a.b/?c=1&amp;d=2"></iframe>`: "https://a.b/?c=1&d=2", "<IFRAME SRC=x>": "x",
		"<iframe>": "", "<img src=x>": "none", "x<iframe src=x>": "none", "": "none", "<iframe src='x": "none",
	} {
		if got, ok := framedPage(fragment); ok != (want != "none") || ok && got != want {
			t.Errorf("%s: got %q, %v", fragment, got, ok)
		}
	}
}

// What is written as HTML is read as the same text.
func TestHTMLText(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"a < b & c > d \"e\" 'f'", "a &lt; b &amp; c &gt; d \"e\" 'f'"},
		{"one\ntwo", "one<br>two"},
		{"one\n\ntwo\nthree", "<p>one</p><p>two<br>three</p>"},
		{"one\n\n\n\n\ntwo", "<p>one</p><p><br><br><br>two</p>"},
		{"&lt; &amp;", "&amp;lt; &amp;amp;"},
	}
	for _, test := range tests {
		got := HTMLText(test.text)
		if got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
		if back, lost := PlainText(got); back != test.text || lost != nil {
			t.Errorf("%q: comes back as %q, lost %q", test.text, back, lost)
		}
	}
}

func FuzzPlainText(f *testing.F) {
	for _, seed := range []string{"<p>a<b>b", "<a href=http://x>y</a>", "&amp;<", "<ol><li>x", "<td>a<td>b<pre>\n c"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, html string) {
		text, _ := PlainText(html)
		if utf8.ValidString(html) && !utf8.ValidString(text) {
			t.Errorf("%q is not UTF-8", text)
		}
		if len(text) > 8*len(html)+8 {
			t.Errorf("%d bytes of HTML are %d of text", len(html), len(text))
		}
		words := strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \n\r\t\f", r) }), " ")
		if again, lost := PlainText(HTMLText(words)); again != words || lost != nil {
			t.Errorf("%q comes back as %q, lost %q", words, again, lost)
		}
	})
}
