// Package readable puts the conditions of rules in words, for people who do not read CEL. It says what a
// condition asks, whatever the case; package recommend says what it came to in one.
package readable
