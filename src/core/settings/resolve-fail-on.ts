import type { Problem } from '../problem.ts';
import type { GateWord } from '../verdict.ts';
import type { Inputs } from './inputs.ts';
import type { Config } from './parse-config.ts';

/** Words that fail runs of a schedule, by their mode; `alert`: an alert is open. */
const scheduled = { drift: ['drifted', 'alert'], monitor: ['moved', 'unknown', 'alert'] } as const;
type Scheduled = typeof scheduled;
type Word = Config['fail-on'][number];

/** What fails a run, by what is run: a word that another kind of run ends with says nothing of this one. */
export type FailOn = {
  readonly review: readonly GateWord[];
  readonly drift: readonly 'drifted'[];
  readonly monitor: readonly Scheduled['monitor'][number][];
};

/** Weighs the verdicts that input and config say fail a run. */
export function resolveFailOn(inputs: Inputs, config: Config): FailOn {
  const listed = inputs['fail-on'] ?? config['fail-on'];
  const said = inputs['fail-on'] ?? (config.saysFailOn ? config['fail-on'] : undefined);
  return {
    review: listed.filter(isOfReview),
    // A drift fails its run unless someone says which verdicts do, and it is none of them. An alert of it is open as long as it lasts.
    drift: said === undefined || scheduled.drift.some((word) => said.includes(word)) ? ['drifted'] : [],
    monitor: scheduled.monitor.filter((word) => listed.includes(word)),
  };
}

/** What the input says fails this run and no run of its mode ever ends with: nobody is to wait for it. */
export function misplacedFailOn({ mode, 'fail-on': listed = [] }: Inputs): readonly Problem[] {
  const isScheduled = mode === 'drift' || mode === 'monitor';
  // Of any mode `invalid` fails the run.
  const known: readonly Word[] = isScheduled ? [...scheduled[mode], 'invalid'] : [];
  const strange = listed.filter((word) => (isScheduled ? !known.includes(word) : !isOfReview(word)));
  if (strange.length === 0) return [];
  const named = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');
  const takes = isScheduled ? ` It takes ${named(scheduled[mode])}, or \`never\`.` : '';
  const what = `no run in \`mode: ${mode}\` ends with what its input \`fail-on\` names: ${named(strange)}.${takes}`;
  return [{ reason: 'config', what, fix: 'Leave it out there. The config may name words of all modes.' }];
}

function isOfReview(word: Word): word is Exclude<Word, Scheduled[keyof Scheduled][number]> {
  return word !== 'drifted' && word !== 'moved' && word !== 'unknown' && word !== 'alert';
}
