package workbench

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"mime"
	"net/http"
	"path"
	"strings"
)

// The style sheet and the script are built from .ci/web, which also checks that they are what it builds.
//
//go:embed assets
var built embed.FS

// assets are the files that pages load, by name.
type assets map[string]asset

// asset is a file, and the beginning of its hash: an address with it never means another file.
type asset struct {
	data []byte
	hash string
}

// readAssets reads what is embedded.
func readAssets() (assets, error) {
	out := assets{}
	files, err := built.ReadDir("assets")
	if err != nil {
		return nil, fmt.Errorf("reading the assets of the workbench: %w", err)
	}
	for _, f := range files {
		data, err := built.ReadFile(path.Join("assets", f.Name()))
		if err != nil {
			return nil, fmt.Errorf("reading the assets of the workbench: %w", err)
		}
		sum := sha256.Sum256(data)
		out[f.Name()] = asset{data, hex.EncodeToString(sum[:8])}
	}
	return out, nil
}

// address is where a page loads a file from. A name without a file is an error.
func (a assets) address(name string) (string, error) {
	file, there := a[name]
	if !there {
		return "", fmt.Errorf("the workbench has no %s", name)
	}
	return assetPath + name + "?" + file.hash, nil
}

// ServeHTTP serves a file. A browser may keep what it asked for by its hash.
func (a assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	file, there := a[strings.TrimPrefix(r.URL.Path, assetPath)]
	if !there {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(r.URL.Path)))
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if r.URL.RawQuery == file.hash {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	_, _ = w.Write(file.data) // whoever asked may have gone
}
