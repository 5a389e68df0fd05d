import type { JsonObject } from '../../../core/json.ts';
import { assertionTypes } from './assertion-types.ts';

/** Types that `similar(0.8):…` gives a threshold; 0.8 for `similar`, 0.75 for the others, where none is written. */
const withThreshold: ReadonlySet<string> = new Set([
  'answer-relevance',
  'classifier',
  'context-faithfulness',
  'context-recall',
  'context-relevance',
  'cost',
  'latency',
  'levenshtein',
  'perplexity-score',
  'perplexity',
  'rouge-n',
  'similar',
  'starts-with',
]);

/**
 * The assertion that a cell of an `__expected` column stands for: `type: value` or `type(threshold): value`, a few
 * older spellings, and otherwise a text that the reply has to equal. After promptfoo's `src/csv.ts`.
 */
export function readExpected(cell: string): JsonObject {
  const script = /^(?:javascript|fn|eval):([\s\S]*)$/u.exec(cell);
  if (script !== null) return { type: 'javascript', value: (script[1] ?? '').trim() };
  const rubric = /^(?:grade|llm-rubric):([\s\S]*)$/u.exec(cell);
  if (rubric !== null) return { type: 'llm-rubric', value: rubric[1] ?? '' };
  if (/^python:/u.test(cell) || /^file:\/\/.*\.py(?::|$)/u.test(cell)) return { type: 'python', value: cell };
  if (/^file:\/\/.*\.[cm]?[jt]s(?::|$)/u.test(cell)) return { type: 'javascript', value: cell };

  const bare = cell.replace(/^not-/u, '');
  const negation = cell.slice(0, cell.length - bare.length);
  for (const type of assertionTypes) {
    if (!bare.startsWith(type)) continue;
    const rest = /^(?:\((\d+(?:\.\d+)?)\))?(?::([\s\S]*))?$/u.exec(bare.slice(type.length));
    if (rest === null) continue;
    const [, threshold, value] = rest;
    return {
      type: `${negation}${type}`,
      ...(value !== undefined && { value }),
      ...(withThreshold.has(type) && { threshold: Number(threshold ?? 0) || (type === 'similar' ? 0.8 : 0.75) }),
    };
  }
  return { type: 'equals', value: cell };
}
