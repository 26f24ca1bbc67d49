package web

// Kind is a kind of problem. The comment of each says to programs what it means, in the description of the API.
type Kind string

// The kinds of problem.
const (
	// KindNotFound: there is nothing at this path.
	KindNotFound Kind = "not-found"
	// KindMethod: the path does not take the method; the header Allow names those that it takes.
	KindMethod Kind = "method-not-allowed"
	// KindHost: the Host of the request is not this machine.
	KindHost Kind = "wrong-host"
	// KindOrigin: the request comes from a page of another site.
	KindOrigin Kind = "wrong-origin"
	// KindTooLarge: the body has more bytes than the limit.
	KindTooLarge Kind = "too-large"
	// KindSlow: the body did not arrive in time.
	KindSlow Kind = "body-too-slow"
	// KindUnreadable: the body broke off, or is not what its headers say.
	KindUnreadable Kind = "body-unreadable"
	// KindNoBody: the request has no body, and the path takes a case.
	KindNoBody Kind = "no-body"
	// KindMediaType: Content-Type names neither JSON nor YAML.
	KindMediaType Kind = "wrong-media-type"
	// KindEncoding: Content-Encoding names an encoding, such as gzip; none is taken.
	KindEncoding Kind = "wrong-encoding"
	// KindBusy: too much is going on. The header Retry-After says in how many seconds to try again. Nothing is stored, so the
	// same request may be sent again.
	KindBusy Kind = "busy"
	// KindUnknownParameter: the path takes no parameter of this name; parameter has the name.
	KindUnknownParameter Kind = "unknown-parameter"
	// KindParameter: a parameter has a value that it cannot have; parameter has its name.
	KindParameter Kind = "bad-parameter"
	// KindHeader: a header has a value that it cannot have; header has its name.
	KindHeader Kind = "bad-header"
	// KindPolicy: the parameter policy names neither a policy nor a council.
	KindPolicy Kind = "unknown-policy"
	// KindChild: the header Windscreen-Child is no label of a child in the case; diagnostics has those that are.
	KindChild Kind = "unknown-child"
	// KindCase: the case has faults; diagnostics has each of them.
	KindCase Kind = "bad-case"
	// KindNoCopy: there must be no copy for the family, or for that person; withheld says why, and what to find out first.
	KindNoCopy Kind = "no-copy"
	// KindRules: the rules have faults, so there is no answer.
	KindRules Kind = "bad-rules"
	// KindFault: a fault of the program; please report it with the Request-Id.
	KindFault Kind = "internal-fault"
	// KindUnavailable: the service is stopping.
	KindUnavailable Kind = "not-ready"
)

// titles are the kinds in words.
var titles = map[Kind]string{
	KindNotFound: "There is nothing here", KindMethod: "The method is not allowed here", KindHost: "The host is not this machine",
	KindOrigin: "The request comes from another site", KindTooLarge: "The body is too large", KindSlow: "The body came too slowly",
	KindUnreadable: "The body cannot be read", KindNoBody: "There is no body", KindMediaType: "The media type is not taken",
	KindEncoding: "The encoding is not taken", KindBusy: "The service is busy", KindUnknownParameter: "There is no such parameter",
	KindParameter: "A parameter is wrong", KindHeader: "A header is wrong", KindPolicy: "There is no such policy",
	KindChild: "There is no such child in the case", KindCase: "The case has faults",
	KindNoCopy: "There must be no copy", KindRules: "The rules have faults",
	KindFault: "A fault of the program", KindUnavailable: "The service is not ready",
}

// typePrefix begins every type of problem.
const typePrefix = "urn:windscreen:problem:"

// Type is the kind as problem details write it.
func (k Kind) Type() string { return typePrefix + string(k) }

// Title is the kind in words.
func (k Kind) Title() string { return titles[k] }
