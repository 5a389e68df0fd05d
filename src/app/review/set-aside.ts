import type { PromptDesign } from '../../core/design/design-review.ts';
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
  const detail = wordAside(
    aside.map(({ key }) => key),
    cases.length,
  );
  const isUnsent = aside.every(({ golden }) => golden.notRun.some(({ unsent }) => unsent));
  return {
    change: { ...change, exam: { ...change.exam, cases: kept }, setAside: aside.length },
    unreviewed: [{ path: change.path, why: isUnsent ? 'not-sent' : 'not-run', detail }],
  };
}

/** The cases that could not be rendered, told as those are that cannot be run. */
export function tellUnrendered({ change, unrendered = [] }: PromptDesign): Report['unreviewed'] {
  const [first] = unrendered;
  if (first === undefined) return [];
  const named = wordAside(
    unrendered.map(({ key }) => key),
    change.exam.cases.length + unrendered.length,
  );
  const why = unrendered.every(({ problem }) => problem.unsent) ? 'not-sent' : 'unrendered';
  return [{ path: change.path, why, detail: `${named}. ${first.problem.what}` }];
}

function wordAside(keys: readonly string[], all: number): string {
  const more = keys.length > mostNamed ? ` and ${keys.length - mostNamed} more` : '';
  return `${keys.length} of ${all}: ${keys.slice(0, mostNamed).join(', ')}${more}`;
}
