package main

import (
	"context"

	"windscreen/engine/render"
)

// checklist prints how policies answer what a threshold document must set out.
func (a *app) checklist(ctx context.Context, c covering) error {
	e, err := load(c.rules)
	if err != nil {
		return err
	}
	if err := known(e, c.policy); err != nil {
		return err
	}
	root, err := loadToTry(c.rules)
	if err != nil {
		return err
	}
	report, err := root.Checklist(ctx, e.IDsOf(c.policy)...)
	if err != nil {
		return err
	}
	if err := show(a, render.Checklist, c.format, report, render.Options{}); err != nil {
		return err
	}
	if c.strict && report.Unanswered() > 0 {
		return errFindings
	}
	return nil
}
