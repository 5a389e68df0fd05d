import type { GateWord } from '../verdict.ts';
import type { Inputs } from './inputs.ts';
import type { Config } from './parse-config.ts';

/** Verdicts that fail runs of a schedule, each of a mode of its own. */
const scheduled = { drift: ['drifted'], monitor: ['moved', 'unknown'] } as const;
type Scheduled = typeof scheduled;

/** What fails a run, by what is run: a word that another kind of run ends with says nothing of this one. */
export type FailOn = {
  readonly review: readonly GateWord[];
  readonly drift: readonly Scheduled['drift'][number][];
  readonly monitor: readonly Scheduled['monitor'][number][];
};

/** Weighs the verdicts that input and config say fail a run. */
export function resolveFailOn(inputs: Inputs, config: Config): FailOn {
  const listed = inputs['fail-on'] ?? config['fail-on'];
  const said = inputs['fail-on'] ?? (config.saysFailOn ? config['fail-on'] : undefined);
  return {
    review: listed.filter((word) => word !== 'drifted' && word !== 'moved' && word !== 'unknown'),
    // A drift fails its run unless someone says which verdicts do, and it is none of them.
    drift: scheduled.drift.filter((word) => said === undefined || said.includes(word)),
    monitor: scheduled.monitor.filter((word) => listed.includes(word)),
  };
}
