package engine

import "windscreen/engine/internal/recommend"

// Option asks for something beyond the plain answer to a case. Options never change what
// the rules come to. The zero Option is misuse.
type Option struct{ set func(*request) }

// request is what is asked of a case.
type request struct {
	recommend.Options
	under string
}

// Under asks for the answer under another policy than the case names: the policy with this
// id, or the edition of this council on the case's day.
func Under(name string) Option { return Option{func(q *request) { q.under = name }} }

// NotCommenced asks for cautions that rest on law which is not in force: Acts that
// have not commenced, and Bills. They are left out otherwise, and are marked as such.
func NotCommenced() Option { return Option{func(q *request) { q.NotCommenced = true }} }

// requestOf puts options together.
func requestOf(list []Option) (request, error) {
	var q request
	for _, option := range list {
		if option.set == nil {
			return q, errNoOption
		}
		option.set(&q)
	}
	return q, nil
}
