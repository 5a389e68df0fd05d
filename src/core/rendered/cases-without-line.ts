import type { GoldenCase } from '../golden-case.ts';
import type { Problem } from '../problem.ts';
import type { Prompt } from '../prompt.ts';
import { suggestNearest } from '../suggest-nearest.ts';
import { lacksLine } from './rendered-line.ts';

/** Golden cases that their snapshot has no line for: it is old, or the id is mistyped. Left out in silence, they would judge nothing. */
export function casesWithoutLine(prompt: Prompt, cases: readonly GoldenCase[]): readonly Problem[] {
  const ids = [...(prompt.rendered?.keys() ?? [])];
  return cases.flatMap(({ id, at }): readonly Problem[] => {
    if (!lacksLine(prompt, id)) return [];
    const nearest = suggestNearest(id, ids);
    const renew = 'ender it anew with `promptgate snapshot -- COMMAND`.';
    const fix = nearest === undefined ? `R${renew}` : `Did you mean \`${nearest}\`? If not, r${renew}`;
    const what = `\`${prompt.path}\` has no line for the case \`${id}\`.`;
    return [{ reason: 'files', what, at, fix }];
  });
}
