package data

import (
	"encoding/json"
	"errors"
	"fmt"

	fast "github.com/goccy/go-json"
)

// decode reads content, which has been found to be in order, into a fresh value. goccy/go-json is several times faster
// than encoding/json but has crashed on some inputs in the past: whatever is wrong with it, the answer is that of
// encoding/json.
func decode[T any](content []byte) (*T, error) {
	wire, err := decodeFast[T](content)
	if err != nil {
		return decodeStandard[T](content)
	}
	return wire, nil
}

// decodeFast decodes with goccy/go-json. Its result is never reused: old slice content would show through after [].
func decodeFast[T any](content []byte) (wire *T, err error) {
	defer func() {
		if r := recover(); r != nil {
			wire, err = nil, fmt.Errorf("goccy/go-json: %v", r)
		}
	}()
	wire = new(T)
	if err := fast.Unmarshal(content, wire); err != nil {
		return nil, err
	}
	return wire, nil
}

func decodeStandard[T any](content []byte) (*T, error) {
	wire := new(T)
	if err := json.Unmarshal(content, wire); err != nil {
		return nil, err
	}
	return wire, nil
}

// decodeFaulty reads content in which something wrong has been found, as far as it goes: values of a wrong type are
// left out, so that the rest can still be checked.
func decodeFaulty[T any](content []byte) (*T, error) {
	wire := new(T)
	err := json.Unmarshal(content, wire)
	if _, ok := errors.AsType[*json.UnmarshalTypeError](err); err != nil && !ok {
		return nil, err
	}
	return wire, nil
}
