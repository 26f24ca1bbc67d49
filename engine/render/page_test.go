package render_test

import (
	"testing"

	"windscreen/engine/render"
)

func TestPagesLookAsTheyDidBefore(t *testing.T) {
	wide, colour := render.Options{}, render.Options{Colour: true}
	goldens(t, map[string]look{
		"page/mark.txt":      {of(render.Page, markAfterPunishment()), render.Text, wide},
		"page/mark.ansi":     {of(render.Page, markAfterPunishment()), render.Text, colour},
		"page/mark-40.txt":   {of(render.Page, markAfterPunishment()), render.Text, render.Options{Width: 40}},
		"page/mark.md":       {of(render.Page, markAfterPunishment()), render.Markdown, wide},
		"page/mark.html":     {of(render.Page, markAfterPunishment()), render.HTML, wide},
		"page/mark.json":     {of(render.Page, markAfterPunishment()), render.JSON, wide},
		"page/mark.yaml":     {of(render.Page, markAfterPunishment()), render.YAML, wide},
		"page/judgement.txt": {of(render.Page, judgedHigher()), render.Text, wide},
		"page/judgement.md":  {of(render.Page, judgedHigher()), render.Markdown, wide},
		"page/family.txt":    {of(render.Page, threeChildren()), render.Text, wide},
		"page/family.md":     {of(render.Page, threeChildren()), render.Markdown, wide},
		"page/nothing.txt":   {of(render.Page, nothingFound()), render.Text, wide},
		"page/nothing.md":    {of(render.Page, nothingFound()), render.Markdown, wide},
	})
}
