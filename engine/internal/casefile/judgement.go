package casefile

import (
	"strconv"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
)

// judgement reads the professional judgement recorded with the case.
func (p *reading) judgement(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		p.fault(n, diagnostic.WrongShape, "write judgement: {level: 3, by: team manager, reason: …}", "judgement is a mapping")
		return
	}
	j := &Judgement{}
	for k, v := range p.pairs(n) {
		switch k.Value {
		case "level":
			level, err := strconv.Atoi(v.Value)
			if v.Kind != yaml.ScalarNode || err != nil || v.Value != strconv.Itoa(level) || level < 0 {
				p.fault(v, diagnostic.WrongType, "write the number of a level", "%q is not a level", v.Value)
				continue
			}
			j.Level = level
			p.c.JudgementAt = p.file.At(v, diagnostic.OffScale, "", "")
		case "by":
			j.By = p.role(v, "by", "a role, for example by: team manager")
		case "reason":
			j.Reason = p.free(v, "reason")
		default:
			p.fault(k, diagnostic.UnknownKey, source.DidYouMean(k.Value, []string{"level", "by", "reason"}),
				"a judgement has no %s", k.Value)
		}
	}
	for key, missing := range map[string]bool{"level": j.Level == 0, "by": j.By == "", "reason": j.Reason == ""} {
		if missing && !has(n, key) {
			p.missing(p.file, n, key, "a judgement has a level, by whom, and the reason", "the judgement has no %s", key)
		}
	}
	p.c.Judgement = j
}
