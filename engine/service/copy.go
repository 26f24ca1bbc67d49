package service

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"windscreen/engine"
	"windscreen/engine/internal/web"
	"windscreen/engine/page"
	"windscreen/engine/render"
)

// forTheFamily is the value of copy_for that names nobody in particular.
const forTheFamily = "family"

// copiesFor are the values that copy_for may have under the rules of an engine.
func copiesFor(e *engine.Engine) []string { return append([]string{forTheFamily}, e.CopyFor()...) }

// checkCopy is the problem with what is asked of a copy; nil if there is none, or if no copy is asked for.
func checkCopy(e *engine.Engine, in *toEvaluate) error {
	problem := func(detail, parameter string) error {
		return web.NewProblem(http.StatusUnprocessableEntity, web.KindParameter, detail).Of(parameter)
	}
	switch known := copiesFor(e); {
	case in.CopyFor == "":
		return nil
	case !slices.Contains(known, in.CopyFor):
		return problem("The parameter copy_for names nobody whom a copy can be for. It takes "+strings.Join(known, ", ")+".", "copy_for")
	case in.Size != "brief":
		return problem("A copy has one size: leave out size.", "size")
	}
	return nil
}

// copied is the copy that an answer allows, or the problem that it allows none.
func copied(ctx context.Context, n render.Named, warnings int, err error, copyFor string) (*answered, error) {
	if err != nil {
		return nil, failed(ctx, err)
	}
	if copyFor == forTheFamily {
		copyFor = ""
	}
	c, err := page.CopyFor(n.Answer, n.Child, copyFor)
	var withheld *page.Withheld
	if errors.As(err, &withheld) {
		p := web.NewProblem(http.StatusUnprocessableEntity, web.KindNoCopy,
			"There must be no copy on this case as it stands: withheld says why, and what to find out first.")
		if withheld.Reason == page.WhichChild {
			p = p.In(headerChild)
		}
		p.Withheld = withheld.Data()
		return nil, p
	}
	if err == nil {
		c.HowToHand = page.HowToHand(n.Answer, n.Child, copyFor)
	}
	return show(ctx, warnings, err, func(b *bytes.Buffer) error {
		return render.Copies(b, render.JSON, []render.NamedCopy{{Copy: c}}, render.Options{})
	})
}
