import { howFarChecked } from '../../core/exam/how-far-checked.ts';
import type { PromptChange } from '../../core/prompt-change.ts';
import type { Report } from '../../core/report/report.ts';

const mostNamed = 5;

/**
 * Takes the cases out of which nothing can be run. They could never have a score, so asking them would only cost: the
 * prompt is plainly unreviewed in them, and never passed. What is not run, and where, the review's notes tell once.
 */
export function setAside(change: PromptChange): {
  readonly change: PromptChange;
  readonly unreviewed: Report['unreviewed'];
} {
  const { cases } = change.exam;
  const kept = cases.filter(({ golden }) => howFarChecked(golden) !== 'not-run');
  if (kept.length === cases.length) return { change, unreviewed: [] };
  const aside = cases.filter(({ golden }) => howFarChecked(golden) === 'not-run');
  const named = aside.slice(0, mostNamed).map(({ key }) => key);
  const more = aside.length > mostNamed ? ` and ${aside.length - mostNamed} more` : '';
  const detail = `${aside.length} of ${cases.length}: ${named.join(', ')}${more}`;
  return {
    change: { ...change, exam: { ...change.exam, cases: kept }, setAside: aside.length },
    unreviewed: [{ path: change.path, why: 'not-run', detail }],
  };
}
