package main

import (
	"strings"

	"github.com/spf13/cobra"

	"windscreen/engine/authoring"
)

// schemaCommand prints JSON Schemas.
func (a *app) schemaCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of a kind of file, for editors and programs",
		Long: `Schema prints a JSON Schema (draft 2020-12). With it, an editor that has a YAML
language server can complete and check files. Save the schema and name it in
the first line of a file:

  # yaml-language-server: $schema=case.schema.json

Or map it to a pattern of file names in the editor's settings. A schema checks
only the form of a file. Eval, lint and test check the rest.

Eval on several cases prints a list in JSON and a document for each case in
YAML. Each answer by itself meets the schema of its kind.`,
		Example: `  windscreen schema case > case.schema.json
  windscreen schema rules --file policy > policy.schema.json`,
		Args:                       unknownCommand,
		SuggestionsMinimumDistance: 2,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usage("name a kind of file or answer: %s", strings.Join(names(cmd), ", "))
		},
	}
	cmd.AddCommand(a.caseSchema(), a.rulesSchema(),
		a.fixedSchema(authoring.ScenarioSchema, "Print the JSON Schema of a file of scenarios",
			`Scenario prints the schema of what windscreen test runs: cases with the results
that they must have. Only "windscreen test" checks the cases inside.`),
		a.fixedSchema(authoring.PicksSchema, "Print the JSON Schema of a file of practice picks",
			`Picks prints the schema of what windscreen picks measures: made-up first
referrals, each with the five questions to ask next. Only "windscreen picks"
checks the cases and the facts inside.`),
		a.fixedSchema(authoring.LeftSchema, "Print the JSON Schema of a list of changes that are left",
			`Left prints the schema of what windscreen mutate --left reads: changes that no
scenario notices, with the reason why each is left. Only "windscreen mutate"
checks whether there are such changes.`),
		a.fixedSchema(authoring.RecommendationSchema, "Print the JSON Schema of an answer",
			`Recommendation prints the schema of what windscreen eval prints in JSON and
YAML for one child, in brief or with --full: the first screen, and the
recommendation behind it.`),
		a.fixedSchema(authoring.FamilySchema, "Print the JSON Schema of an answer for a family",
			`Family prints the schema of what windscreen eval prints in JSON and YAML for a
case about several children, in brief or with --full: the first screen, and the
recommendation for each child.`),
		a.fixedSchema(authoring.CopySchema, "Print the JSON Schema of a copy for a family",
			`Copy prints the schema of what windscreen eval --for-family prints in JSON and
YAML: the page that may be handed to the family.`))
	cmd.AddCommand(a.reportSchemas()...)
	return cmd
}

// reportSchemas print the schemas of the other answers for programs, which the HTTP API gives too.
func (a *app) reportSchemas() []*cobra.Command {
	return []*cobra.Command{
		a.fixedSchema(authoring.VerdictSchema, "Print the JSON Schema of a verdict",
			`Verdict prints the schema of what the HTTP API (windscreen serve) gives for
size=verdict: the decision on a case, without its explanation.`),
		a.fixedSchema(authoring.QuestionsSchema, "Print the JSON Schema of a list of questions",
			`Questions prints the schema of what windscreen questions prints in JSON.`),
		a.fixedSchema(authoring.WhyNotSchema, "Print the JSON Schema of what keeps a level away",
			`Why-not prints the schema of what the HTTP API (windscreen serve) gives at
/v1/why-not: why no higher level is recommended, and what would change that.`),
		a.fixedSchema(authoring.ComparisonSchema, "Print the JSON Schema of a comparison",
			`Comparison prints the schema of what windscreen compare prints in JSON.`),
		a.fixedSchema(authoring.ServicesSchema, "Print the JSON Schema of a list of services",
			`Services prints the schema of what windscreen services --case prints in JSON.`),
		a.fixedSchema(authoring.DirectorySchema, "Print the JSON Schema of the services of policies",
			`Directory prints the schema of what windscreen services without a case prints
in JSON.`),
		a.fixedSchema(authoring.FactsSchema, "Print the JSON Schema of a list of facts",
			`Facts prints the schema of what windscreen facts prints in JSON.`),
		a.fixedSchema(authoring.PoliciesSchema, "Print the JSON Schema of the list of policies",
			`Policies prints the schema of what windscreen policies prints in JSON.`),
		a.fixedSchema(authoring.DiagnosticsSchema, "Print the JSON Schema of a list of faults",
			`Diagnostics prints the schema of what windscreen lint prints in JSON.`),
		a.fixedSchema(authoring.ValidationSchema, "Print the JSON Schema of what is wrong with a case",
			`Validation prints the schema of what the HTTP API (windscreen serve) gives at
/v1/validate: whether a case can be answered, and what is wrong with it.`),
	}
}

// caseSchema prints the schema of a case.
func (a *app) caseSchema() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "case",
		Short: "Print the JSON Schema of a case",
		Long: `Case prints the schema of a case, made from the vocabulary: every fact with its
question, and what each of its values means. It accepts everything that eval
accepts. Eval also refuses what a schema cannot check: dates after as_of,
values that contradict each other, and evidence for a fact that is not stated.`,
		Example: `  windscreen schema case > case.schema.json
  windscreen schema case --rules my-rules > case.schema.json`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(*cobra.Command, []string) error {
			e, err := loadToTry(dir)
			if err != nil {
				return err
			}
			return a.printSchema(e.CaseSchema())
		},
	}
	addRules(cmd, &dir)
	return cmd
}

// rulesSchema prints the schemas of what policy authors write.
func (a *app) rulesSchema() *cobra.Command {
	file := oneOf(authoring.RulesSchema, authoring.PolicySchema, authoring.ClausesSchema, authoring.VocabularySchema,
		authoring.FrequenciesSchema)
	file.name = "KIND"
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "Print the JSON Schema of a kind of rule file",
		Long: `Rules prints the schema of one kind of rule file. Choose the kind with --file:

  rules        rules of any kind: every file of a policy except the next two
  policy       policy.yaml
  clauses      clauses.yaml, and every file in the folder clauses
  vocabulary   a file in the folder vocabulary
  frequencies  a file in the folder frequencies

Each kind has its own schema, because an editor maps a schema to a pattern of
file names. It can then say what is wrong with that kind of file.`,
		Example: `  windscreen schema rules > rules.schema.json
  windscreen schema rules --file policy > policy.schema.json
  windscreen schema rules --file vocabulary > vocabulary.schema.json`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(*cobra.Command, []string) error {
			return a.printSchema(authoring.Schema(file.value))
		},
	}
	cmd.Flags().Var(file, "file", "the kind of file")
	return cmd
}

// fixedSchema prints a schema that is the same under every rule root.
func (a *app) fixedSchema(kind authoring.SchemaKind, short, long string) *cobra.Command {
	return &cobra.Command{
		Use:     string(kind),
		Short:   short,
		Long:    long,
		Example: "  windscreen schema " + string(kind) + " > " + string(kind) + ".schema.json",
		Args:    arguments(0, 0, "no argument"),
		RunE: func(*cobra.Command, []string) error {
			return a.printSchema(authoring.Schema(kind))
		},
	}
}

// printSchema prints a schema that could be made.
func (a *app) printSchema(data []byte, err error) error {
	if err != nil {
		return err
	}
	return a.print(data)
}
