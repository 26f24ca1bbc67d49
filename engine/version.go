package engine

// Version is the version of the engine, as receipts record it.
const Version = "0.1.0"
