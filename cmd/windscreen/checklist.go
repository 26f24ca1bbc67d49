package main

import (
	"bytes"
	"context"

	"windscreen/engine/coverage"
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
	report, err := root.Checklist(ctx, policiesOf(e, c.policy)...)
	if err != nil {
		return err
	}
	if err := a.printChecklist(c.format, report); err != nil {
		return err
	}
	if c.strict && report.Unanswered() > 0 {
		return errFindings
	}
	return nil
}

// printChecklist prints a checklist.
func (a *app) printChecklist(format string, c *coverage.Checklist) error {
	var b bytes.Buffer
	var err error
	switch format {
	case "json":
		return a.printJSON(c)
	case "markdown":
		err = coverage.ChecklistMarkdown(&b, c)
	default:
		err = coverage.ChecklistText(&b, c)
	}
	if err != nil {
		return err
	}
	return a.print(b.Bytes())
}
