import type { CheckKinds } from '../../core/check-kind.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import type { Message } from '../../core/prompt.ts';
import type { Answer } from '../../core/reply.ts';
import type { CheckScore } from '../../core/score.ts';
import { judgedChecks } from '../../core/scoring/judged-checks.ts';
import type { NamedCheck } from '../../core/scoring/named-checks.ts';
import { scoreReply } from '../../core/scoring/score-reply.ts';
import type { Ask, Roles } from './answer-asking.ts';
import { askUntilDone } from './ask-until-done.ts';

/** A text to be judged as a reply of a case. */
export type TextToJudge = {
  readonly golden: GoldenCase;
  readonly messages: readonly Message[];
  readonly text: string;
};

export type JudgeTextDeps = {
  readonly ask: Ask;
  readonly roles: Roles;
  readonly kinds: CheckKinds;
  readonly votes: number;
};

/** What one check of a text came to. */
export type JudgedCheck = { readonly named: NamedCheck; readonly score: CheckScore };

/** Draws from here on belong to nobody's votes: judging again is an experiment of its own. */
export const drawsAgain = 1000;

/** Nothing is known of a call here; judges read the text alone. */
const noCall: Omit<Answer, 'text' | 'vectors'> = {
  toolCalls: [],
  finishReason: 'stop',
  usage: {},
  servedModel: '',
  servedBy: '',
  latencyMs: 0,
  at: 0,
};

/**
 * Has a text judged by every check of its case that a model grades, each by itself: one that cannot be scored keeps no
 * other from being asked. Calls go through the run's one pool.
 * @param from first draw: judgements from different draws are independent of one another
 * @param wanted which of the checks; all where it is left out
 */
export async function judgeText(
  given: TextToJudge,
  from: number,
  deps: JudgeTextDeps,
  wanted: (named: NamedCheck) => boolean = () => true,
): Promise<readonly JudgedCheck[]> {
  const checks = judgedChecks(given.golden, deps.kinds).filter(wanted);
  return Promise.all(checks.map(async (named) => ({ named, score: await judgeBy(named, given, from, deps) })));
}

async function judgeBy(
  { check }: NamedCheck,
  { golden, messages, text }: TextToJudge,
  from: number,
  { ask, roles, kinds, votes }: JudgeTextDeps,
): Promise<CheckScore> {
  // A weight of 0 observes: it is judged here all the same.
  const alone: GoldenCase = { ...golden, checks: [{ ...check, weight: 1, required: false }], notRun: [] };
  const score = await askUntilDone(
    (answers) => {
      const scoring = scoreReply({ golden: alone, kinds, messages, text, answer: noCall, votes, answers });
      return scoring.kind === 'score'
        ? { kind: 'done', result: scoring.score }
        : { kind: 'ask', askings: scoring.askings.map((asking) => ({ ...asking, trial: asking.trial + from })) };
    },
    { roles, ask },
  );
  const [only] = score.checks;
  return only ?? { kind: 'unscored', check: check.name, scorer: check.kind, why: 'it scores no reply' };
}
