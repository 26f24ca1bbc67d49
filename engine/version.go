package engine

// version is the version of the engine. A release sets it from its tag when it is
// linked: go build -ldflags '-X windscreen/engine.version=1.2.3'. Every other build
// is a "dev" one. Nothing else changes it.
var version = "dev"

// Version is the version of the engine, as receipts record it and the command prints
// it: that of the release, such as "1.2.3", or "dev" where the program was built in
// any other way.
func Version() string { return version }
