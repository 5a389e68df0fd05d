import { showPosition } from '../../core/position.ts';
import type { PromptChange } from '../../core/prompt-change.ts';
import type { Report } from '../../core/report/report.ts';

const MOST_NAMED = 5;

/**
 * Takes the cases out that have an assertion of another tool without a counterpart here. They could never have a
 * score, so asking them would only cost: the prompt is plainly unreviewed in them, by name and line, and never passed.
 */
export function setAside(change: PromptChange): {
  readonly change: PromptChange;
  readonly unreviewed: Report['unreviewed'];
} {
  const kept = change.exam.cases.filter(({ golden }) => golden.notRun.length === 0);
  const aside = change.exam.cases.filter(({ golden }) => golden.notRun.length > 0);
  if (aside.length === 0) return { change, unreviewed: [] };
  const named = aside.slice(0, MOST_NAMED).map(({ key, golden }) => {
    return `${key}: ${golden.notRun.map(({ name, at }) => `${name} at ${showPosition(at)}`).join(', ')}`;
  });
  const more = aside.length > MOST_NAMED ? [`and ${aside.length - MOST_NAMED} more cases`] : [];
  return {
    change: { ...change, exam: { ...change.exam, cases: kept } },
    unreviewed: [{ path: change.path, why: 'not-run', detail: [...named, ...more].join('; ') }],
  };
}
