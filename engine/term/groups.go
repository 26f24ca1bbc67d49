package term

// Group is one list of words as data.
type Group struct {
	// Type is the name of the Go type.
	Type string
	// Words is its table.
	Words Table[string]
}

// Groups are all lists of this package.
func Groups() []Group {
	return []Group{
		group[Agreement]("Agreement"), group[Inform]("Inform"), group[Sharing]("Sharing"), group[Answer]("Answer"),
		group[Strength]("Strength"), group[Part]("Part"), group[Force]("Force"),
		group[Doer]("Doer"), group[Awaits]("Awaits"), group[Outcome]("Outcome"), group[Deed]("Deed"), group[Whom]("Whom"),
		group[State]("State"), group[Truth]("Truth"), group[Met]("Met"),
		group[Kind]("Kind"), group[Citing]("Citing"), group[Asked]("Asked"), group[Answered]("Answered"),
		group[Verified]("Verified"), group[Status]("Status"), group[NoRule]("NoRule"),
		group[FactType]("FactType"), group[Of]("Of"), group[Need]("Need"), group[ConflictSeverity]("ConflictSeverity"), group[Unit]("Unit"),
		group[Standing]("Standing"), group[Reader]("Reader"),
		group[Days]("Days"),
		group[Aspect]("Aspect"), group[Severity]("Severity"), group[Every]("Every"), group[Change]("Change"),
	}
}

func group[T Closed[T]](name string) Group { return Group{name, TableOf[T]().plain()} }
