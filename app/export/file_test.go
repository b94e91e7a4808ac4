package export

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// only returns the one file of a folder.
func only(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Fatalf("%d files, want 1 (%v)", len(entries), err)
	}
	return entries[0].Name()
}

func TestWriteFile_replacesWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.png")
	for _, content := range []string{"first, longer", "second"} {
		if err := WriteFile(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); string(got) != content || err != nil {
			t.Errorf("%q, %v", got, err)
		}
		if name := only(t, filepath.Dir(path)); name != "a.png" {
			t.Errorf("left behind: %s", name)
		}
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm()&^0o644 != 0 {
		t.Errorf("permissions %v, %v", info.Mode(), err)
	}
}

func TestWriteFile_keepsPermissionsAndLinks(t *testing.T) {
	folder, elsewhere := t.TempDir(), t.TempDir()
	target, link := filepath.Join(elsewhere, "target.svg"), filepath.Join(folder, "link.svg")
	if err := os.WriteFile(target, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err)
	}
	if err := WriteFile(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	info, err := os.Stat(target)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("permissions %v, %v", info.Mode(), err)
	}
	if got, _ := os.ReadFile(target); string(got) != "new" {
		t.Errorf("content %q", got)
	}
}

func TestWriteFile_failsWithoutTraces(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(folder, "missing")
	for path, want := range map[string]string{
		filepath.Join(missing, "a.png"): missing,
		filepath.Join(file, "a.png"):    file,
		folder:                          "folder",
	} {
		err := WriteFile(path, []byte("content"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
		if name := only(t, folder); name != "file" {
			t.Errorf("left behind: %s", name)
		}
	}
}
