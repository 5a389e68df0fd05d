import type { CheckKinds } from '../../core/check-kind.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import type { Message } from '../../core/prompt.ts';
import type { Answer } from '../../core/reply.ts';
import type { CheckScore, QuestionAnswers } from '../../core/score.ts';
import type { Asking } from '../../core/scoring/asking.ts';
import { binaryLabelFiles, type LabelledReply } from '../../core/scoring/human-label.ts';
import { gradesLikePeople, judgedChecks, type NamedCheck } from '../../core/scoring/named-checks.ts';
import { type Scoring, scoreReply } from '../../core/scoring/score-reply.ts';
import { type Ask, askUntilDone, type Roles } from './answer-asking.ts';

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

/** What a check asks of models first about a text; nothing where it needs none. */
export function firstAskings(
  named: NamedCheck,
  given: TextToJudge,
  deps: Pick<JudgeTextDeps, 'kinds' | 'votes'>,
): readonly Asking[] {
  const scoring = scoreAlone(named, given, deps, new Map());
  return scoring.kind === 'ask' ? scoring.askings : [];
}

function scoreAlone(
  { check }: NamedCheck,
  { golden, messages, text }: TextToJudge,
  { kinds, votes }: Pick<JudgeTextDeps, 'kinds' | 'votes'>,
  answers: QuestionAnswers,
): Scoring {
  // A weight of 0 observes: it is judged here all the same.
  const alone: GoldenCase = { ...golden, checks: [{ ...check, weight: 1, required: false }], notRun: [] };
  return scoreReply({ golden: alone, kinds, messages, text, answer: noCall, votes, answers });
}

async function judgeBy(
  named: NamedCheck,
  given: TextToJudge,
  from: number,
  { ask, roles, ...deps }: JudgeTextDeps,
): Promise<CheckScore> {
  const { check } = named;
  const score = await askUntilDone(
    (answers) => {
      const scoring = scoreAlone(named, given, deps, answers);
      return scoring.kind === 'score'
        ? { kind: 'done', result: scoring.score }
        : { kind: 'ask', askings: scoring.askings.map((asking) => ({ ...asking, trial: asking.trial + from })) };
    },
    { roles, ask },
  );
  const [only] = score.checks;
  return only ?? { kind: 'unscored', check: check.name, scorer: check.kind, why: 'it scores no reply' };
}

/** A case with the messages its prompt renders to. */
type RenderedCase = { readonly golden: GoldenCase; readonly messages: readonly Message[] };

/**
 * The replies that people labelled: a case's `reference`, where it has a `label`. Judged without the reference beside
 * it, which would be the very same text.
 */
export function labelledTexts(cases: readonly RenderedCase[]): readonly TextToJudge[] {
  return cases.flatMap(({ golden, messages }) => {
    const { reference, ...rest } = golden;
    return reference === undefined || golden.label === undefined ? [] : [{ golden: rest, messages, text: reference }];
  });
}

/** Has the judge grade what people labelled, by the checks whose grades stand on the labels' scale (1–10). */
export async function judgeLabelled(
  texts: readonly TextToJudge[],
  deps: JudgeTextDeps,
): Promise<readonly LabelledReply[]> {
  const binary = binaryLabelFiles(texts.map(({ golden }) => golden));
  const judged = await Promise.all(
    texts.map(async (given): Promise<readonly LabelledReply[]> => {
      const { label, at } = given.golden;
      if (label === undefined) return [];
      const checks = await judgeText(given, 0, deps, gradesLikePeople);
      return [{ label, binary: binary.has(at.file), checks: checks.map(({ score }) => score) }];
    }),
  );
  return judged.flat();
}
