import { starterValues } from '../cases/starters.ts';
import type { Json, JsonObject } from '../json.ts';
import { showOnOneLine } from '../text/show-hidden.ts';
import type { LaidOutPrompt } from './lay-out-prompt.ts';

/**
 * A first file of golden cases: two cases with the prompt's variables laid out, and three checks that any sensible reply
 * passes. It can be reviewed at once, and is to be made one's own.
 */
export function writeCases({ path, variables }: LaidOutPrompt): string {
  const cases = ([0, 1] as const).flatMap((at) => [
    `  - id: example-${at + 1}`,
    ...(variables.length === 0 ? [] : ['    vars:', ...lay(valuesOf(variables, at), 6)]),
  ]);
  return `${schemaLine('cases')}
# Golden cases of ${showOnOneLine(path, 300)}: put values here that your users really send, and checks that a good reply passes.
defaults:
  checks: # of every case
    - answers # is no refusal
    - max-words: 400
    - not-contains: "As an AI"
cases:
${cases.slice(0, variables.length === 0 ? 1 : undefined).join('\n')}
    # Checks of this case alone, such as:
    # checks:
    #   - contains: "30 days"
    #   - { judge: "Answers the question, politely.", min: 7 } # with \`judge\` in promptgate.yml
`;
}

function valuesOf(variables: readonly string[], at: 0 | 1): JsonObject {
  let values: JsonObject = {};
  for (const name of variables) {
    const example = starterValues.find((one) => one.name.test(name))?.values[at] ?? '';
    values = put(values, name.split('.'), example);
  }
  return values;
}

/** `user.name` is a name within a user. */
function put(values: JsonObject, [first = '', ...rest]: readonly string[], value: string): JsonObject {
  if (rest.length === 0) return { ...values, [first]: value };
  const held: Json = values[first] ?? {};
  return { ...values, [first]: put(isObject(held) ? held : {}, rest, value) };
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lay(values: JsonObject, indent: number): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const key = `${' '.repeat(indent)}${/^[A-Za-z_]\w*$/u.test(name) ? name : JSON.stringify(name)}:`;
    return isObject(value) ? [key, ...lay(value, indent + 2)] : [`${key} ${JSON.stringify(value)}`];
  });
}

/** The line by which editors find the JSON Schema of a YAML file: of the published package, whoever keeps the repository. */
export function schemaLine(schema: 'promptgate' | 'cases'): string {
  return `# yaml-language-server: $schema=https://unpkg.com/promptgate/schema/${schema}.schema.json`;
}
