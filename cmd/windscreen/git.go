package main

import (
	"context"
	"os/exec"
)

// git runs git in a folder and gives what it prints.
func git(ctx context.Context, dir string, args ...string) ([]byte, error) {
	return exec.CommandContext(ctx, "git", append([]string{"-C", dir}, args...)...).Output()
}
