package main

import (
	"slices"

	"windscreen/engine/coverage"
	"windscreen/engine/render"
)

// checklist prints how policies answer what a threshold document must set out.
func (a *app) checklist(c covering) error {
	e, err := load(c.rules)
	if err != nil {
		return err
	}
	if err := known(e, c.policy); err != nil {
		return err
	}
	report := e.Checklist()
	if c.policy != "" {
		ids := policiesOf(e, c.policy)
		report.Policies = slices.DeleteFunc(report.Policies, func(p coverage.PolicyChecklist) bool { return !slices.Contains(ids, p.ID) })
	}
	for _, p := range report.Policies {
		for i := range p.Items {
			p.Items[i].File = within(c.rules, p.Items[i].File)
		}
	}
	if err := show(a, render.Checklist, c.format, report, render.Options{}); err != nil {
		return err
	}
	if c.strict && report.Unanswered() > 0 {
		return errFindings
	}
	return nil
}
