import type { CheckKinds } from '../../core/check-kind.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import type { Message } from '../../core/prompt.ts';
import { type CellRun, type PromptRun, readTranscript, type SideRun, type TrialRun } from '../../core/run/trial-run.ts';
import { comparePair, type PairScore } from '../../core/scoring/compare-pair.ts';
import { wordTranscript } from '../../core/scoring/conversation.ts';
import { type Ask, askUntilDone, type Roles } from './answer-asking.ts';

export type PairsDeps = { readonly ask: Ask; readonly roles: Roles; readonly kinds: CheckKinds };

/**
 * Lets the judge compare old and new reply of each trial where a case asks for it (`prefer`). Done once the sampling is
 * over, since nothing of the gate rests on it, and for uniform rounds alone: they hold every case equally often.
 */
export async function comparePairs(run: PromptRun, deps: PairsDeps): Promise<PromptRun> {
  const compareCell = async (held: CellRun): Promise<CellRun> => ({
    ...held,
    trials: await Promise.all(held.trials.map((trial) => compareTrial(held.cell, trial, deps))),
  });
  return { ...run, cells: await Promise.all(run.cells.map(compareCell)) };
}

async function compareTrial(cell: DesignCell, trial: TrialRun, deps: PairsDeps): Promise<TrialRun> {
  const { old: before, new: after, uniform } = trial;
  const { golden } = cell.exam;
  const { kinds } = deps;
  const wanted = golden.checks.filter(({ kind }) => kinds.get(kind)?.compare !== undefined);
  if (!uniform || cell.identical || before === undefined || wanted.length === 0) return trial;
  const said = { old: saidIn(before, deps.ask), new: saidIn(after, deps.ask) };
  if (said.old === undefined || said.new === undefined) {
    const why = 'a reply is missing';
    return { ...trial, pairs: wanted.map(({ name }): PairScore => ({ kind: 'unscored', check: name, why })) };
  }
  const texts = { old: said.old.whole, new: said.new.whole };
  const last = { old: said.old.last, new: said.new.last };
  const pairs = await askUntilDone((answers) => {
    const scoring = comparePair({ golden, kinds, texts, last, answers });
    return scoring.kind === 'scores' ? { kind: 'done', result: scoring.scores } : scoring;
  }, deps);
  return { ...trial, pairs };
}

type Said = { readonly whole: string; readonly last: string };

/** What a side said: its reply, or its conversation in words. */
function saidIn({ reply, conversation }: SideRun, ask: Ask): Said | undefined {
  if (reply.kind === 'failed') return undefined;
  const readText = (call: string): string | undefined => ask.kept(call)?.text;
  if (conversation === undefined) {
    const text = readText(reply.call);
    return text === undefined ? undefined : { whole: text, last: text };
  }
  const transcript = readTranscript(conversation.turns, readText);
  return transcript === undefined ? undefined : { whole: wordTranscript(transcript), last: lastReply(transcript) };
}

function lastReply(transcript: readonly Message[]): string {
  return transcript.findLast(({ role }) => role === 'assistant')?.content ?? '';
}
