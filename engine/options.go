package engine

import "windscreen/engine/internal/recommend"

// Option asks for something beyond the plain answer. Options never change what the
// rules come to.
type Option func(*recommend.Options)

// NotCommenced asks for cautions that rest on law which is not in force: Acts that
// have not commenced, and Bills. They are left out otherwise, and are marked as such.
func NotCommenced() Option { return func(o *recommend.Options) { o.NotCommenced = true } }

// optionsOf puts options together.
func optionsOf(list []Option) recommend.Options {
	var o recommend.Options
	for _, option := range list {
		option(&o)
	}
	return o
}
