package app

import (
	"github.com/spf13/cobra"

	"dateline/assets"
)

func schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of datasets",
		Long: "Print the JSON Schema (2020-12) of datasets. An editor that knows JSON Schema completes and checks a dataset\n" +
			"that has the schema beside it and says so: \"$schema\": \"" + assets.SchemaName + "\".",
		Example: "  dateline schema > " + assets.SchemaName,
		Args:    usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := cmd.OutOrStdout().Write(assets.Schema)
			return err
		},
	}
}
