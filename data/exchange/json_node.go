package exchange

import "strings"

// get returns a field of an object and takes note that it is known; nil if there is none or it is null. Of several of the
// same name it is the last, as JavaScript has it.
func (n *jsonNode) get(key string) *jsonNode {
	if n == nil || n.kind != jsonObject {
		return nil
	}
	for i := len(n.keys) - 1; i >= 0; i-- {
		if n.keys[i] != key {
			continue
		}
		if n.taken == nil {
			n.taken = map[string]bool{}
		}
		n.taken[key] = true
		if n.values[i].kind == jsonNull {
			return nil
		}
		return n.values[i]
	}
	return nil
}

// has reports whether an object has a field that says something.
func (n *jsonNode) has(key string) bool {
	if n == nil || n.kind != jsonObject {
		return false
	}
	for i, k := range n.keys {
		if k == key && !n.values[i].empty() {
			return true
		}
	}
	return false
}

// elements returns the values of an array; none of anything else.
func (n *jsonNode) elements() []*jsonNode {
	if n == nil || n.kind != jsonArray {
		return nil
	}
	return n.values
}

// isObject reports whether the node is an object.
func (n *jsonNode) isObject() bool { return n != nil && n.kind == jsonObject }

// scalar returns the text of a string, number, true or false, without white space around it, which does not include a
// non-breaking space; "" for anything else.
func (n *jsonNode) scalar() string {
	if n == nil || n.kind == jsonArray || n.kind == jsonObject {
		return ""
	}
	return strings.Trim(n.text, " \t\r\n\f")
}

// words returns a field's text, "" if there is none. A list or object is not taken.
func (n *jsonNode) words(key string) string {
	value := n.get(key)
	if value == nil {
		return ""
	}
	if value.kind == jsonArray || value.kind == jsonObject {
		delete(n.taken, key)
		return ""
	}
	return value.scalar()
}

// empty reports whether a value says nothing: null, an empty text, or a list or object of nothing else.
func (n *jsonNode) empty() bool {
	switch {
	case n == nil || n.kind == jsonNull:
		return true
	case n.kind == jsonString:
		return strings.TrimSpace(n.text) == ""
	case n.kind != jsonArray && n.kind != jsonObject:
		return false
	}
	for _, value := range n.values {
		if !value.empty() {
			return false
		}
	}
	return true
}

// rest calls lose for each field that nobody has asked for and that says something, with its name and its value as it is
// written; of a field that is there twice for all but the last. Objects that have been asked for must be called by
// themselves.
func (n *jsonNode) rest(lose func(name, value string)) {
	if n == nil || n.kind != jsonObject {
		return
	}
	last := make(map[string]int, len(n.keys))
	for i, key := range n.keys {
		last[key] = i
	}
	for i, key := range n.keys {
		if n.taken[key] && last[key] == i || n.values[i].empty() {
			continue
		}
		lose(key, shortened(string(n.values[i].raw)))
	}
}

// put adds a field.
func (n *jsonNode) put(key string, value *jsonNode) {
	n.keys = append(n.keys, key)
	n.values = append(n.values, value)
}
