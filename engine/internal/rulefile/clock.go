package rulefile

// ClockEntry is how a policy counts working days. Each is a choice with a reason.
type ClockEntry struct {
	CountStartDay Parameter `yaml:"count_start_day" need:"yes" doc:"Whether the day of the start is day one."`
	CutOff        Parameter `yaml:"cut_off" need:"yes" doc:"Time of day, HH:MM, after which a start counts as the next working day; none for no cut-off."`
	DayEnds       Parameter `yaml:"day_ends" need:"yes" doc:"Time of day, HH:MM, at which a working day ends."`
}
