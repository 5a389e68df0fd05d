import { hash } from '../../core/hash.ts';
import { canonicalJson, type JsonObject } from '../../core/json.ts';
import { showOnOneLine } from '../../core/text/show-on-one-line.ts';

/** A test of promptfoo by what tells it from others. */
export type PromptfooCase = { readonly description: string; readonly vars: JsonObject };

/**
 * The same case has the same name in every file and every format: its description, else its vars; told apart by a hash of these. An empty variable is as one that is not set: its tables cannot tell them apart.
 */
export function promptfooCaseNames(cases: readonly PromptfooCase[]): (one: PromptfooCase) => string {
  const holders = new Map<string, Set<string>>();
  for (const { description, vars } of cases) {
    holders.set(description, (holders.get(description) ?? new Set()).add(canonicalJson(setVars(vars))));
  }
  return ({ description, vars: written }) => {
    const vars = setVars(written);
    const mark = `#${hash(vars).slice(0, 8)}`;
    if (description !== '') return (holders.get(description)?.size ?? 0) > 1 ? `${description} ${mark}` : description;
    const shown = Object.entries(vars)
      .map(([key, value]) => `${key}=${typeof value === 'string' ? value : canonicalJson(value)}`)
      .join(', ');
    const line = showOnOneLine(shown, 80);
    if (shown === '') return 'without variables';
    return line === shown ? line : `${line} ${mark}`;
  };
}

/** Variables of the case as the file of tests has them; the tool adds its own while it runs. */
function setVars(vars: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(vars).filter(([name, value]) => !name.startsWith('_') && name !== 'sessionId' && value !== ''),
  );
}
