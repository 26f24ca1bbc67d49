package engine

import "windscreen/engine/document"

// Document is the policy as people read it: every rule in words, by level and domain, with the
// clauses behind it, the contacts and the choices that the document left open. It is the
// caller's own. The error is misuse.
func (p *Policy) Document() (*document.Document, error) {
	if err := p.usable(); err != nil {
		return nil, err
	}
	return p.unit.Maker.Document(), nil
}
