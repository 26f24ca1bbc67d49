package testroot

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

// Seed is from where a test draws at random: what RAPID_SEED says, which properties follow too, or else any number,
// which the test logs.
func Seed(t testing.TB) uint64 {
	if seed, err := strconv.ParseUint(os.Getenv("RAPID_SEED"), 0, 64); err == nil && seed > 0 {
		return seed
	}
	seed := rand.Uint64()
	t.Logf("RAPID_SEED=%d repeats this", seed)
	return seed
}
