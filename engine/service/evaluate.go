package service

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"strconv"

	"windscreen/engine"
	"windscreen/engine/internal/web"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// toEvaluate is a case, and how to answer it.
type toEvaluate struct {
	RawBody      []byte
	Type         string `header:"Content-Type" hidden:"true"`
	Policy       string `query:"policy" maxLength:"100" doc:"The policy or council to answer under, whichever the case names."`
	Child        string `header:"Windscreen-Child" maxLength:"400" doc:"The label of one child of a case about several, percent-encoded."`
	Size         string `query:"size" enum:"verdict,brief,full" default:"brief" doc:"The decision alone, the first screen, or everything."`
	Reader       string `query:"reader" maxLength:"100" doc:"Whom the answer is for, whatever the case says."`
	NotCommenced bool   `query:"not_commenced" doc:"Also cautions on law that is not in force."`
	CopyFor      string `query:"copy_for" maxLength:"100" doc:"The copy to hand over instead of the answer: whom it is for."`
}

// posted is what is asked as everywhere.
func (in *toEvaluate) posted() *posted {
	return &posted{RawBody: in.RawBody, Type: in.Type, Policy: in.Policy, Child: in.Child}
}

// evaluate answers a case.
func (a *api) evaluate(ctx context.Context, in *toEvaluate) (*answered, error) {
	e := a.rules.Engine()
	if err := checkCopy(e, in); err != nil {
		return nil, err
	}
	if in.Size == "verdict" {
		return a.verdict(ctx, e, in)
	}
	var more []engine.Option
	if in.NotCommenced {
		more = append(more, engine.NotCommenced())
	}
	if in.Reader != "" {
		if term.Order(term.Reader(in.Reader)) < 0 {
			return nil, web.NewProblem(http.StatusUnprocessableEntity, web.KindParameter,
				"The parameter reader is none of the readers that there are.").Of("reader")
		}
		more = append(more, engine.For(term.Reader(in.Reader)))
	}
	full := in.Size == "full"
	if !full && in.CopyFor == "" { // a copy needs to know what could stop the telling
		more = append(more, engine.BriefData())
	}
	n, warnings, err := in.posted().answer(e, more...)
	if in.CopyFor != "" {
		return copied(ctx, n, warnings, err, in.CopyFor)
	}
	return show(ctx, warnings, err, func(b *bytes.Buffer) error {
		return render.Families(b, render.JSON, []render.Named{n}, render.Options{Full: full})
	})
}

// verdict decides a case.
func (a *api) verdict(ctx context.Context, e *engine.Engine, in *toEvaluate) (*answered, error) {
	if in.Reader != "" || in.NotCommenced {
		parameter := "reader"
		if in.Reader == "" {
			parameter = "not_commenced"
		}
		return nil, web.NewProblem(http.StatusUnprocessableEntity, web.KindParameter,
			"A verdict is the same for every reader and holds no cautions: leave out reader and not_commenced.").Of(parameter)
	}
	options, err := in.posted().options(e)
	if err != nil {
		return nil, err
	}
	label, err := labelOf(in.Child)
	if err != nil {
		return nil, err
	}
	name, err := nameFor(in.Type)
	if err != nil {
		return nil, err
	}
	v, ours := a.verdicts.Get().(*engine.Verdict)
	if !ours {
		v = new(engine.Verdict)
	}
	defer a.verdicts.Put(v)
	looked := "" // a verdict on JSON does not look for what deserves a second look
	if name == nameJSON && label == "" {
		err = e.VerdictJSON(in.RawBody, v, options...)
	} else {
		var warnings int
		warnings, err = in.strictly(e, label, v, options)
		looked = strconv.Itoa(warnings)
	}
	if err != nil {
		return nil, failed(ctx, err)
	}
	d, there := v.Decided(label)
	if !there {
		return nil, failed(ctx, errors.New("the child has no verdict"))
	}
	sum := sha256.Sum256(in.RawBody)
	d.Receipt.TextSHA256 = hex.EncodeToString(sum[:])
	out, err := whole(func(b *bytes.Buffer) error { return render.Verdict(b, render.JSON, d, render.Options{}) })
	if err != nil {
		return nil, failed(ctx, err)
	}
	return &answered{out.ContentType, looked, out.Body}, nil
}

// strictly decides a case by the reader that all other answers use.
func (in *toEvaluate) strictly(
	e *engine.Engine, label string, v *engine.Verdict, options []engine.Option,
) (warnings int, err error) {
	c, err := in.posted().read(e)
	if err == nil {
		err = checkChild(c, label)
	}
	if err != nil {
		return 0, err
	}
	return len(c.Warnings()), e.Verdict(c, v, options...)
}
