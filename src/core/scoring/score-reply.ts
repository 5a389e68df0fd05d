import type { CheckKinds, ScorerInput, ScorerResult } from '../check-kind.ts';
import { howFarChecked } from '../exam/compare-case.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { Json } from '../json.ts';
import type { CheckScore, Score } from '../score.ts';
import { type Asking, answersUnder, asAskings } from './asking.ts';
import { type NamedCheck, namedChecks } from './named-checks.ts';
import { isJudged } from './needs-of.ts';
import { scoreByScript } from './score-by-script.ts';
import { transformOutput } from './transform-output.ts';

/** All about one reply. Answers are kept under the keys of the askings. */
export type ReplyToScore = Omit<ScorerInput<unknown>, 'argument' | 'options' | 'min'> & { readonly kinds: CheckKinds };

/** The score, or what must be asked first (never empty). Ask it, add the answers under their keys, call again. */
export type Scoring =
  | { readonly kind: 'score'; readonly score: Score }
  | { readonly kind: 'ask'; readonly askings: readonly Asking[] };

/**
 * Scores one reply by the checks of its case. Pure: equal input gives an equal result.
 * Nothing more is asked once a check is unscored, or where nothing of the case can be run: no answer could give the
 * reply a score then. What is not run of a case that is checked in part is left out of its score.
 */
export function scoreReply(reply: ReplyToScore): Scoring {
  const results = namedChecks(reply.golden, reply.kinds).map((named) => ({ named, result: resultOf(named, reply) }));
  const hopeless =
    howFarChecked(reply.golden) === 'not-run' || results.some(({ result }) => result.kind === 'unscored');
  const askings = results.flatMap(({ named, result }) =>
    result.kind === 'ask' ? asAskings(named.prefix, result.questions, reply.answers) : [],
  );
  if (!hopeless && askings.length > 0) return { kind: 'ask', askings };
  const checks = results.map(({ named, result }) => checkScore(named, result));
  const { golden, sandbox } = reply;
  const score = combineScores([...lostChecks(golden), ...checks], golden.min);
  if (golden.scoring === undefined) return { kind: 'score', score };
  return { kind: 'score', score: scoreByScript(score, golden.scoring, golden, sandbox) };
}

function lostChecks(golden: GoldenCase): readonly CheckScore[] {
  if (howFarChecked(golden) !== 'not-run') return [];
  return golden.notRun.map(({ name, why = 'has no counterpart here' }) => {
    return { kind: 'unscored', check: name, scorer: name, why };
  });
}

function resultOf({ check, kind, prefix }: NamedCheck, reply: ReplyToScore): ScorerResult {
  if (kind === undefined) return { kind: 'unscored', why: `there is no check named ${check.kind}` };
  const { kinds: _, ...rest } = reply;
  const output = check.options['turn'] === 'last' ? lastTurn(reply) : outputOf(reply);
  const text = typeof output === 'string' ? output : JSON.stringify(output);
  const made = transformOutput(check, { ...rest, text, output, answers: answersUnder(prefix, reply.answers) });
  if (made.kind === 'result') return made.result;
  return kind.score({
    ...made.read,
    argument: check.argument,
    options: check.options,
    ...(check.min !== undefined && { min: check.min }),
  });
}

/** The last thing the assistant said in a simulated conversation; the reply itself where there was none. */
function lastTurn({ text, transcript }: ReplyToScore): string {
  return transcript?.findLast(({ role }) => role === 'assistant')?.content ?? text;
}

function outputOf({ golden, text, answer: { toolCalls } }: ReplyToScore): Json {
  if (golden.callsAsText !== true || text !== '' || toolCalls.length === 0) return text;
  return toolCalls.map(({ name, arguments: written }, index) => {
    return { id: `call_${index}`, type: 'function', function: { name, arguments: written } };
  });
}

function checkScore({ check, kind }: NamedCheck, result: ScorerResult): CheckScore {
  const named = { check: check.name, scorer: check.kind };
  if (result.kind === 'unscored') return { kind: 'unscored', ...named, why: result.why };
  if (result.kind === 'ask' || kind === undefined) {
    return { kind: 'unscored', ...named, why: 'not asked, as the reply has no score without its other checks' };
  }
  if (!(result.value >= 0 && result.value <= 1)) {
    return { kind: 'unscored', ...named, why: `${check.kind} gave ${result.value}, which is not within 0–1` };
  }
  const plain = result.passed ?? passes(kind, result.value, check.min);
  const turned = check.not === true && result.threw !== true;
  const passed = turned && plain !== undefined ? !plain : plain;
  return {
    kind: 'scored',
    ...named,
    value: turned ? 1 - result.value : result.value,
    binary: kind.scale === 'binary',
    ...(isJudged(kind.needsWith?.(check.argument) ?? kind.needs) && { judged: true }),
    weight: check.weight,
    required: check.required,
    ...(check.set && { set: check.set }),
    reason: result.reason,
    ...(passed !== undefined && { passed }),
    ...(result.details && { details: result.details }),
  };
}

function passes(kind: NonNullable<NamedCheck['kind']>, value: number, min: number | undefined): boolean | undefined {
  if (kind.scale === 'binary') return value >= 1;
  return min === undefined ? undefined : value >= unitMark(min, kind.minRange) - 1e-9;
}

/** A pass mark as users write it (1–10 for judges), on the scale of scores 0–1: 7 of 1–10 is 6/9. */
export function unitMark(min: number, [low, high]: readonly [number, number]): number {
  return (min - low) / (high - low);
}

type Scored = Extract<CheckScore, { kind: 'scored' }>;

/** Means of equal shares, such as three of five, come out a little below what is written. */
const rounding = 1e-9;

/**
 * A reply's score from its checks': the weighted mean in 0–1, 0 where a required check fails its mark (or, without
 * one, scores 0). It passes when every check with a pass mark does, and every set of checks by the mean of its members;
 * without any mark there is no pass. One unscored check makes the reply unscored: leaving it out would raise the mean,
 * counting it as 0 lower it.
 * @param min pass mark of the case: then the mean alone decides.
 */
export function combineScores(checks: readonly CheckScore[], min?: number): Score {
  const unscored = checks.filter((check) => check.kind === 'unscored');
  if (unscored.length > 0) {
    return { kind: 'unscored', why: unscored.map(({ check, why }) => `${check}: ${why}`).join('; '), checks };
  }
  const scored = checks.filter((check) => check.kind === 'scored');
  if (scored.length === 0) return { kind: 'unscored', why: 'no check scores this reply', checks };
  const mean = meanOf(scored);
  if (mean === undefined) return { kind: 'unscored', why: 'every check has weight 0', checks };

  const failsRequired = scored.some((check) => check.required && !(check.passed ?? check.value > 0));
  const value = failsRequired ? 0 : Math.min(1, Math.max(0, mean));
  const passes = min === undefined ? passMarks(scored) : value >= min - rounding;
  return { kind: 'scored', value, ...(passes !== undefined && { passes }), checks };
}

function passMarks(scored: readonly Scored[]): boolean | undefined {
  const sets = Map.groupBy(scored, ({ set }) => set?.name);
  const marks = [...sets].flatMap(([name, members]): readonly boolean[] => {
    const min = members[0]?.set?.min;
    if (name === undefined || min === undefined) return members.flatMap(({ passed }) => passed ?? []);
    return [(meanOf(members) ?? 0) >= min - rounding];
  });
  return marks.length === 0 ? undefined : marks.every(Boolean);
}

function meanOf(scored: readonly Scored[]): number | undefined {
  const weight = scored.reduce((sum, check) => sum + check.weight, 0);
  return weight > 0 ? scored.reduce((sum, check) => sum + check.value * (check.weight / weight), 0) : undefined;
}
