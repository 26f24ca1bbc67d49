package authoring

import (
	"context"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/picksfile"
	"windscreen/engine/picks"
)

// PicksFile is a file of practice picks: made-up first referrals, each with the five questions that an experienced duty
// worker would ask next. fixtures/README.md describes its form.
type PicksFile struct {
	// Name appears in the report. If it ends in .json, the file is read as JSON.
	Name string
	Data []byte
}

// CheckPicks says what is wrong with files of practice picks, and remarks on questions that a case answers already. It
// does not look at what the program asks. The error is misuse.
func (r *Root) CheckPicks(files []PicksFile) (diagnostic.List, error) {
	if err := r.usable(); err != nil {
		return nil, err
	}
	return r.picks().Check(picksInputs(files)), nil
}

// Picks says, for every question of the files, at which place the program asks it, in the list from which the first screen
// takes its questions. If a file has a fault, Picks reports it and leaves the file out. A referral that is for any policy is
// answered under the policy, or the council's edition of its day, that its case names, or else under the one called
// otherwise. The error is a *diagnostic.Failure if there is no such policy or if a policy has faults; any other error is
// misuse, that of the context, or a fault of the engine.
func (r *Root) Picks(ctx context.Context, files []PicksFile, otherwise string) (*picks.Report, error) {
	if err := r.within(ctx); err != nil {
		return nil, err
	}
	return r.picks().Run(ctx, picksInputs(files), otherwise)
}

func (r *Root) picks() *picksfile.Runner {
	return &picksfile.Runner{Reader: r.reader, Catalogue: r.catalogue}
}

func picksInputs(files []PicksFile) []picksfile.Input {
	inputs := make([]picksfile.Input, len(files))
	for i, f := range files {
		inputs[i] = picksfile.Input(f)
	}
	return inputs
}
