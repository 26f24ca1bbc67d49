// Package rules carries the rule files that Windscreen ships, embedded. It holds
// no logic: everything that decides is in the YAML beside this file, which
// README.md explains to the people who write it.
package rules

import "embed"

// FS is the shipped rule root: the folder vocabulary and one folder for each
// policy.
//
//go:embed */*
var FS embed.FS
