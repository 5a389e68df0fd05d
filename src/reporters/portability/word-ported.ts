import type { PortabilityReport, PortedModel, PortedPrompt } from '../../core/portability/portability-report.ts';
import { knownOn } from '../../core/retirement/known-retirements.ts';
import { daysUntil } from '../../core/retirement/retirement-day.ts';
import { showDuration, showMoney, showNumberOf, showPercent, showPoints, showScore } from '../show-quantity.ts';
import { list, listNames, own, type Phrase, quote, say } from '../wording/say.ts';

/** What came of it in one line: how many models are safe, or why nothing can be said. */
export function wordHeading({ verdict, prompts, problems, notes, retiring = [] }: PortabilityReport): Phrase {
  const [problem] = problems;
  if (problem !== undefined) return say`⚠️ Not told: ${quote(problem.what)}`;
  if (verdict === 'skipped') return say`⚪ Nothing to ask: ${quote(notes[0] ?? 'no prompt is concerned')}`;
  if (verdict === 'unreviewed') return own('⚪ Not told: no prompt here has golden cases');
  if (verdict === 'invalid') {
    const why = prompts.flatMap(({ models }) => models.flatMap((model) => model.why ?? []))[0];
    return say`⚠️ Not told: no model could be used${why === undefined ? [] : say`: ${quote(why)}`}`;
  }
  const [first] = retiring;
  if (first !== undefined)
    return say`⏳ ${first.model} ends on ${own(first.day)}${own(retiring.length > 1 ? `, and ${showNumberOf(retiring.length - 1, 'other model')} after it` : '')}`;
  if (prompts.length === 0) return own('✅ No model in use ends soon');
  const [only, ...others] = prompts;
  if (only !== undefined && others.length === 0) return wordPrompt(only);
  const some = prompts.filter(({ models }) => models.some((model) => model.verdict === 'safe')).length;
  return own(
    `${some === prompts.length ? '✅' : '🤷'} ${some} of ${showNumberOf(prompts.length, 'prompt')} can move to another model`,
  );
}

/** On how many models a prompt is safe. */
export function wordPrompt({ path, models }: PortedPrompt): Phrase {
  const safe = models.filter(({ verdict }) => verdict === 'safe').map(({ model }) => model);
  if (safe.length > 0)
    return say`✅ ${path} is safe on ${safe.length} of ${own(showNumberOf(models.length, 'model'))}: ${listNames(safe)}`;
  const open = models.some(({ verdict }) => verdict === 'unclear');
  return open
    ? say`🤷 ${path} is not shown safe on any of ${own(showNumberOf(models.length, 'model'))}`
    : say`⛔ ${path} is safe on none of ${own(showNumberOf(models.length, 'model'))}`;
}

/** The models that are named among the safe ones, and what each is named for; empty where none is safe. */
export function wordChosen({ reference, models, cheapestSafe, fastestSafe, best }: PortedPrompt): Phrase {
  const find = (name: string | null) => models.find(({ model }) => model === name);
  const [cheap, fast, top] = [find(cheapestSafe), find(fastestSafe), find(best)];
  const told = [
    cheap === undefined
      ? []
      : say`cheapest safe: ${cheap.model} at ${own(`${showMoney(cheap.usdPer1000)} per 1,000${against(cheap.usdPer1000, reference.usdPer1000)}`)}`,
    fast === undefined
      ? []
      : say`fastest safe: ${fast.model} at ${own(`${showDuration(fast.latencyMs.p50)}${against(fast.latencyMs.p50, reference.latencyMs.p50)}`)}`,
    top === undefined ? [] : say`best: ${top.model}${own(top.score === null ? '' : ` at ${showScore(top.score)}`)}`,
  ].filter((phrase) => phrase.length > 0);
  return list(told, '; ');
}

/** What a reader must know beside the matrix. */
export function wordBeside({ problems, unreviewed, notes, retiring = [] }: PortabilityReport): readonly Phrase[] {
  return [
    ...retiring.map(({ model, day, prompts, roles, successors }) => {
      const users = listNames([...prompts, ...roles], 5);
      const tried =
        successors.length === 0
          ? own('no successor is known; name some in `successors`')
          : say`tried in its place: ${listNames(successors)}`;
      return say`${model} ends on ${own(day)}. It is used by ${users}; ${tried}.`;
    }),
    ...problems.map(({ what, fix }) => (fix === undefined ? quote(what) : say`${quote(what)} ${quote(fix)}`)),
    ...unreviewed.map(({ path, why }) => say`${path} was not asked: ${quote(why)}`),
    ...notes.map(quote),
  ];
}

/** All that is told of a model in a row: what it comes to, and what is to know of it. */
export function wordAll(model: PortedModel, { margin, startedAt }: PortabilityReport): Phrase {
  const phrases = [wordModel(model, margin), ...wordTrouble(model, startedAt)];
  return list(
    phrases.filter((phrase) => phrase.length > 0),
    '; ',
  );
}

/** What a model comes to in a clause: what breaks, how it leans, or why nothing can be said. */
function wordModel({ verdict, why, failing, delta, low }: PortedModel, margin: number): Phrase {
  if (why !== undefined) return quote(why);
  const points = delta === null ? 'no score to hold against the reference' : wordDelta(delta);
  switch (verdict) {
    case 'safe':
      return [
        ...own(low === null ? points : `${points}; at most ${showPoints(Math.min(0, low))} worse`),
        ...(failing.length === 0 ? [] : say`; yet look at ${listNames(failing, 3)}`),
      ];
    case 'unsafe':
      return failing.length > 0
        ? say`${listNames(failing, 3)} ${own(failing.length === 1 ? 'fails' : 'fail')}; ${own(points)}`
        : own(points);
    case 'unclear': {
      const bound = low === null ? '' : `; it may be ${showPoints(low)} worse, and ${showPoints(margin)} are allowed`;
      return own(`${points}${bound}`);
    }
    case 'unusable':
      return own('no reply of it could be scored');
  }
}

/** Days before a model's end from which it is told in words. */
const soon = 90;

/** What became of the parameters and of the form of replies, and that the model ends soon. @param today ISO 8601 */
function wordTrouble({ refused, ignored, formatErrors, retires }: PortedModel, today: string): readonly Phrase[] {
  const left = retires === null ? undefined : daysUntil(retires, today);
  return [
    ...(left === undefined || left >= soon
      ? []
      : [own(left > 0 ? `ends in ${showNumberOf(left, 'day')}` : 'has ended')]),
    ...(refused.length === 0 ? [] : [say`refuses ${listNames(refused)}`]),
    ...(ignored.length === 0
      ? []
      : [say`takes ${listNames(ignored)} and shows nothing of ${own(ignored.length === 1 ? 'it' : 'them')}`]),
    ...(formatErrors.failed === 0
      ? []
      : [own(`${formatErrors.failed} of ${showNumberOf(formatErrors.of, 'reply', 'replies')} in the wrong form`)]),
  ];
}

/** How it was asked, and what that took. */
export function wordAsked({ calls, costUsd, margin, alpha, prompts }: PortabilityReport): Phrase {
  const ends = prompts.some(({ models }) => models.some(({ retires }) => retires !== null));
  const days = ends ? ` Days on which models end: as services say them, else as read on ${knownOn}.` : '';
  const saved =
    calls.toTheEnd === 0
      ? ''
      : `, ${showPercent(1 - Math.min(1, calls.replies / calls.toTheEnd))} fewer than asking all to the end`;
  return own(
    `Safe: shown to be less than ${showPoints(margin)} worse than the reference, and no golden case proven broken; one that is as much worse is called safe at most ${showPercent(alpha)} of the time. ${showNumberOf(calls.replies, 'reply', 'replies')}${saved}; ${showNumberOf(calls.made, 'call')} made, ${showMoney(costUsd)}.${days}`,
  );
}

function against(value: number | null, reference: number | null): string {
  if (value === null || reference === null || reference === 0) return '';
  const change = value / reference - 1;
  if (Math.abs(change) < 0.005) return ' (as the reference)';
  return ` (${change < 0 ? '−' : '+'}${showPercent(Math.abs(change))})`;
}

function wordDelta(delta: number): string {
  if (Math.abs(delta) < 0.0005) return 'as good as the reference';
  return `${showPoints(delta)} ${delta < 0 ? 'under' : 'over'} the reference`;
}
