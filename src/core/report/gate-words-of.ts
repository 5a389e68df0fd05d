import type { GateWord } from '../verdict.ts';
import type { Report } from './report.ts';

/** All that the gate is asked of: the verdict of each prompt and row, and of what has none. */
export function gateWordsOf({
  prompts,
  problems,
  unreviewed,
  exchangedJudge,
}: Pick<Report, 'prompts' | 'problems' | 'unreviewed' | 'exchangedJudge'>): readonly GateWord[] {
  return [
    ...prompts.flatMap((prompt) => [prompt.verdict, ...prompt.models.map((row) => row.verdict)]),
    ...(problems.length > 0 ? (['invalid'] as const) : []),
    ...unreviewed.flatMap(({ why }) =>
      why === 'removed' || why === 'unrecognised' ? (['unreviewed', why] as const) : (['unreviewed'] as const),
    ),
    // Another exam is no regression of a prompt; that it holds for what the old one did is not known.
    ...(exchangedJudge === undefined ? [] : [exchangedJudge.differs ? ('inconclusive' as const) : ('pass' as const)]),
  ];
}
