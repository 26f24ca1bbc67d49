package authoring

import (
	"context"

	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/mutate"
)

// draw draws the sample that was asked for, from the wanted changes of all policies.
func (m *mutating) draw(ctx context.Context) error {
	if m.options.Sample == 0 {
		return nil
	}
	var all []*mutate.Change
	met := map[string]bool{}
	err := m.catalogue.Each(ctx, m.catalogue.IDs(), func(p *catalogue.Policy) error {
		for _, c := range mutate.Of(m.parser, p.Policy) {
			if key := c.Key(); m.wanted(c) && !met[key] {
				met[key] = true
				all = append(all, c)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	m.of, m.drawn = len(all), map[string]bool{}
	for _, c := range mutate.Sample(all, m.options.Sample, m.options.Seed) {
		m.drawn[c.Key()] = true
	}
	return nil
}
