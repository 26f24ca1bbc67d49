package term

// Part is what a step of the pathway is about.
type Part string

// The parts.
const (
	PartFrontDoor  Part = "front_door"
	PartForm       Part = "form"
	PartLead       Part = "lead"
	PartAssessment Part = "assessment"
	PartPlan       Part = "plan"
	PartReview     Part = "review"
	PartMovement   Part = "movement"
)

var parts = Table[Part]{
	{PartFrontDoor, "front door", "whom to go to"},
	{PartForm, "form", "on which form"},
	{PartLead, "lead", "who leads and holds the plan together"},
	{PartAssessment, "assessment", "how needs are assessed"},
	{PartPlan, "plan", "what help is given, and by what plan"},
	{PartReview, "review", "when and how the plan is looked at again"},
	{PartMovement, "movement", "how a family moves from one level or service to another"},
}

// Table is the table of parts, in the order in which help is reached.
func (Part) Table() Table[Part] { return parts }

// Force is how strongly a document asks for a step.
type Force string

// The forces.
const (
	ForceHelpful  Force = "helpful"
	ForceExpected Force = "expected"
	ForceRequired Force = "required"
)

var forces = Table[Force]{
	{ForceHelpful, "helpful", "the document suggests it"},
	{ForceExpected, "expected", "the document expects it"},
	{ForceRequired, "required", "the document, or the law, demands it"},
}

// Table is the table of forces, the weakest first.
func (Force) Table() Table[Force] { return forces }
