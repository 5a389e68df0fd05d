/** The line by which editors find the JSON Schema of a YAML file: of the published package, whoever keeps the repository. */
export function schemaLine(schema: 'promptgate' | 'cases'): string {
  return `# yaml-language-server: $schema=https://unpkg.com/promptgate/schema/${schema}.schema.json`;
}
