import { isBeyondDays } from './beyond-days.ts';
import { type Confirmation, confirmAlarm, confirmingAlpha, type Held } from './confirm-alarm.ts';
import { caseChannel, type Suspicion, valuesTowards } from './drift.ts';
import type { DriftLine, DriftRun } from './drift-line.ts';

/** Fresh replies a case that an alarm is confirmed by. */
export const freshReplies = 5;

/** The level of score and cases together; all other channels share as much among them. */
function levelOf(channel: string, all: readonly Suspicion[]): number {
  const isMain = (name: string): boolean => name === 'score' || name === 'case';
  return confirmingAlpha / all.filter((one) => isMain(one.channel) === isMain(channel)).length;
}

/**
 * What fresh replies make of each suspicion, as lines of the history; none where too few came to say: the alarm then waits for the
 * next run.
 * @param runs all of the row; those before a suspicion's begin are the usual
 * @param fresh the suspected cases asked again, by itself a run that no statistic reads
 */
export function lookAgain(
  suspected: readonly Suspicion[],
  runs: readonly DriftRun[],
  fresh: DriftRun,
): readonly Extract<DriftLine, { kind: 'confirmation' }>[] {
  return suspected.flatMap((one) => {
    const usual = runs.slice(0, one.since.at);
    const { p, alpha, cases, replies, ...told }: Confirmation = confirmAlarm(
      heldAgainst(one, usual, fresh),
      one.cases,
      one.isSuite,
      levelOf(one.channel, suspected),
    );
    if (2 * replies < wantedOf(one, fresh)) return [];
    const { version, at, run, prompt, model } = fresh;
    const confirmed =
      told.confirmed && (one.channel !== 'grade' || isBeyondDays(usual, fresh, one.towards, one.asked ?? 'alone'));
    const layer = `${one.channel}/${one.towards === 1 ? 'higher' : 'lower'}`;
    return [
      { kind: 'confirmation' as const, version, at, run, prompt, model, layer, confirmed, p, alpha, cases, replies },
    ];
  });
}

/** Replies that a look asks for: of all cases, since the suspected ones are looked at among them. */
function wantedOf({ isSuite, cases }: Suspicion, fresh: DriftRun): number {
  const asked = isSuite ? fresh.cases : fresh.cases.filter(({ id }) => cases.includes(id));
  return freshReplies * asked.length;
}

function heldAgainst({ channel, towards }: Suspicion, usual: readonly DriftRun[], fresh: DriftRun): readonly Held[] {
  const name = channel === 'case' ? caseChannel(fresh) : channel;
  const before = Map.groupBy(
    usual.flatMap(({ cases }) => cases),
    ({ key }) => key,
  );
  return fresh.cases.map((one) => ({
    id: one.id,
    usual: (before.get(one.key) ?? []).flatMap((held) => valuesTowards(held, name, towards)),
    fresh: valuesTowards(one, name, towards),
  }));
}
