package main

import (
	"windscreen/engine/authoring"

	"github.com/spf13/cobra"
)

// schemaCommand prints JSON Schemas.
func (a *app) schemaCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of a kind of file, for editors and programs",
		Long: `Schema prints a JSON Schema (draft 2020-12). An editor with a YAML language
server completes and checks files by it: save the schema, and name it in the
first line of a file as

  # yaml-language-server: $schema=case.schema.json

or map it to a pattern of file names in the editor's settings. A schema checks
the form of a file. Whether its meaning holds together is for eval, lint and
test.`,
		Example: `  windscreen schema case > case.schema.json
  windscreen schema rules --file policy > policy.schema.json`,
		Args:                       unknownCommand,
		SuggestionsMinimumDistance: 2,
		RunE: func(*cobra.Command, []string) error {
			return usage("say of what: case, scenario, rules or recommendation")
		},
	}
	cmd.AddCommand(a.caseSchema(), a.rulesSchema(),
		a.fixedSchema(authoring.ScenarioSchema, "Print the JSON Schema of a file of scenarios",
			`Scenario prints the schema of what windscreen test runs: cases with what must
come out of them. The cases inside are checked by "windscreen test" alone.`),
		a.fixedSchema(authoring.RecommendationSchema, "Print the JSON Schema of an answer",
			`Recommendation prints the schema of what windscreen eval prints in JSON and
YAML.`))
	return cmd
}

// caseSchema prints the schema of a case.
func (a *app) caseSchema() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "case",
		Short: "Print the JSON Schema of a case",
		Long: `Case prints the schema of a case. It is made from the vocabulary: every fact,
with its question, and what each of its values means. It refuses nothing that
eval accepts. What it cannot see, eval refuses: dates after as_of, values that
contradict one another, evidence for a fact that is not stated.`,
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
	file := oneOf(authoring.RulesSchema, authoring.PolicySchema, authoring.ClausesSchema, authoring.VocabularySchema)
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "Print the JSON Schema of a kind of rule file",
		Long: `Rules prints the schema of one kind of file of a rule root, chosen by --file:

  rules       rules of any kinds: every file of a policy but these two
  policy      policy.yaml
  clauses     clauses.yaml, and every file in the folder clauses
  vocabulary  a file of the folder vocabulary

Each kind has a schema of its own, because an editor maps a schema to a
pattern of file names, and says of a mistake what is wrong with that kind of
file. One schema for all four could say only that a file is none of them.`,
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
