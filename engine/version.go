package engine

// version is the version of the engine. A release sets it from its tag when it is
// linked: go build -ldflags '-X windscreen/engine.version=1.2.3'. Every other build
// is a "dev" one. Nothing else changes it.
var version = "dev"

// Version is the version of the engine, which receipts record and the command prints: that
// of the release, such as "1.2.3", or "dev" for any other build.
func Version() string { return version }
