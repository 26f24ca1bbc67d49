// Package rules carries the rule files that Windscreen ships, embedded. It holds
// no logic: everything that decides is in the YAML beside this file, which
// README.md explains to the people who write it.
package rules

import "embed"

// FS is the shipped rule root: the vocabulary, what policies share, a folder for
// each edition of each council's document, and figures for cases that are made up.
//
//go:embed vocabulary shared authorities frequencies
var FS embed.FS
