import type { Position } from '../core/problem.ts';
import type { Report, ReportPrompt } from '../core/report/report.ts';
import { problemsOf } from '../core/report/report-outcome.ts';
import { clip } from '../core/text/clip.ts';
import { showHidden } from '../core/text/show-hidden.ts';
import { changedFiles, firstChangedLine, lineOfCase } from './annotations/places.ts';
import type { PlacedCase } from './cases-of.ts';
import { headlineOf } from './opening/opening-of.ts';
import { failedChecks } from './pick-replies.ts';
import { reasonsToTell } from './reasons-to-tell.ts';
import { mostTellingCase, shownCases } from './telling-cases.ts';
import { tellingPair } from './telling-pair.ts';
import { list, listNames, own, type Phrase, plain, quote, say, upperFirst } from './wording/say.ts';
import { wordChange } from './wording/word-change.ts';
import { wordReason } from './wording/word-reason.ts';
import { wordServed } from './wording/word-served.ts';
import { mendUnreviewed, wordUnreviewed } from './wording/word-unreviewed.ts';
import { worstPromptsFirst } from './worst-first.ts';

/** What the runner shows on the Files tab: lines and columns from 1. */
export type Annotation = {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  /** At most 4,096 characters, where the runner would cut it. */
  readonly message: string;
} & Partial<Position>;

const mostOfALevel = 10;
const longestMessage = 4096;
/** Characters of each of the replies that are shown. */
const longestReply = 600;
/** Checks that are named of a case. */
const mostChecks = 3;
const mostReasons = 3;

/**
 * The report as annotations, at most ten of each level (the runner takes no more of a step): one a prompt at the first line that
 * changed, the worst prompt first, then one a case that broke where its file is in the diff. None says what another one says.
 */
export function writeAnnotations(given: Report): readonly Annotation[] {
  const report = worstPromptsFirst(given);
  const all = [
    ...verdicts(report),
    ...problems(report),
    ...cases(report),
    ...unreviewed(report),
    ...wordServed(report).map((told) => annotation('warning', 'Promptgate: another model answered', told)),
  ];
  const taken = { error: 0, warning: 0, notice: 0 };
  const told = new Set<string>();
  return all.filter(({ level, message }) => {
    if (told.has(message)) return false;
    told.add(message);
    taken[level] += 1;
    return taken[level] <= mostOfALevel;
  });
}

/** What became of each prompt; of those that pass, and of a review that came to none, one word for all. */
function verdicts(report: Report): readonly Annotation[] {
  if (report.verdict === 'skipped') return [];
  // What is wrong with the input stands where that is.
  const isFaulty = problemsOf(report).length > 0;
  const judged = report.prompts.filter(
    ({ problems: held = [], verdict }) => held.length === 0 && !(isFaulty && verdict === 'invalid'),
  );
  if (judged.length === 0 && isFaulty) return [];
  const [only, ...more] = report.prompts;
  if (only !== undefined && more.length === 0) return [ofPrompt(only, report, report)];
  const told = judged.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'skipped');
  if (told.length === 0) return [annotation(levelOf(report), titleOf(report.verdict), headlineOf(report))];
  return told.map((prompt) =>
    ofPrompt(prompt, report, {
      ...report,
      prompts: [prompt],
      verdict: prompt.verdict,
      unreviewed: [],
      problems: [],
      reasons: report.reasons.filter((one) => one.prompt === prompt.path),
      gate: { ...report.gate, open: !blocks(prompt, report) },
    }),
  );
}

/** @param alone the report as if it were about this prompt only */
function ofPrompt(prompt: ReportPrompt, report: Report, alone: Report): Annotation {
  const at = prompt.change === 'removed' ? {} : { file: prompt.path, ...firstChangedLine(prompt) };
  const several = report.prompts.length > 1;
  const headline = several ? say`${prompt.path}: ${headlineOf(alone)}` : headlineOf(alone);
  const shown = alone.mode === 'check' || alone.verdict === 'pass' ? undefined : mostTellingCase(alone);
  const evidence = shown === undefined ? reasons(prompt, alone) : replies(shown);
  return annotation(levelOf(alone), titleOf(alone.verdict), list([headline, ...evidence], '\n'), at);
}

/** Why, where no case tells it. */
function reasons(prompt: ReportPrompt, { verdict, mode }: Report): readonly Phrase[] {
  if (verdict !== 'regressed') return [];
  return reasonsToTell(prompt)
    .slice(0, mostReasons)
    .map((reason) => say`${upperFirst(wordReason(reason, mode))}.`);
}

/** The case that tells most, with its two replies. */
function replies(placed: PlacedCase): readonly Phrase[] {
  const pair = tellingPair(placed, longestReply);
  return [
    say`${placed.case.id} on ${placed.row.id}: ${pair.change}`,
    ...(pair.asked === '' ? [] : [say`Asked: ${quote(clip(pair.asked, longestReply / 2))}`]),
    ...(pair.before === undefined ? [] : [say`Before: ${quote(pair.before)}`]),
    say`Now: ${quote(pair.now)}`,
  ];
}

/** Each fault where it is; one that is nowhere in a file, such as a refused key, at the prompt that it kept from being asked. */
function problems(report: Report): readonly Annotation[] {
  const [only, ...more] = report.prompts;
  const place =
    only === undefined || more.length > 0 || only.change === 'removed'
      ? {}
      : { file: only.path, ...firstChangedLine(only) };
  return problemsOf(report).map(({ problem: { what, at, fix } }) =>
    annotation('error', titleOf('invalid'), say`${what}${fix === undefined ? [] : say` ${fix}`}`, at ?? place),
  );
}

/** The cases that broke, fell or fail, each once with the models it is so on, at its line in a file that the reader sees changed. */
function cases(report: Report): readonly Annotation[] {
  const files = changedFiles(report);
  const byCase = Map.groupBy(shownCases(report), ({ prompt, case: { id } }) => JSON.stringify([prompt.path, id]));
  return [...byCase.values()].flatMap((placed): readonly Annotation[] => {
    const [first] = placed;
    const at = first === undefined ? undefined : lineOfCase(first);
    if (first === undefined || at === undefined || !(report.mode === 'check' || files.has(at.file))) return [];
    const isProven = first.why !== 'example' && placed.some(({ case: { state } }) => state !== 'fell');
    const level = isProven && blocks(first.prompt, report) ? 'error' : 'warning';
    return [annotation(level, titleOf(first.prompt.verdict), wordCase(first, placed), at)];
  });
}

const verbs = {
  broke: 'got worse',
  fell: 'fell, not proven by itself,',
  fails: 'fails',
  example: 'fell most, not proven by itself,',
} as const;

function wordCase(first: ReturnType<typeof shownCases>[number], placed: readonly PlacedCase[]): Phrase {
  const models = listNames([...new Set(placed.map(({ row }) => row.id))], 4);
  const failed = failedChecks({ replies: placed.flatMap(({ case: one }) => one.replies) });
  const fails = failed.length === 0 ? [] : say` Fails ${listNames(failed, mostChecks)}.`;
  return say`${first.case.id} ${own(verbs[first.why])} on ${models}: ${wordChange(first.case)}.${fails}`;
}

function unreviewed(report: Report): readonly Annotation[] {
  return report.unreviewed.map((one) =>
    annotation('warning', titleOf('unreviewed'), say`${upperFirst(wordUnreviewed(one))}. ${mendUnreviewed(one)}`, {
      file: one.path,
    }),
  );
}

function blocks({ verdict }: ReportPrompt, { gate, accepted }: Report): boolean {
  return (
    !gate.open && gate.failOn.some((word) => word === verdict) && !(verdict === 'regressed' && accepted.length > 0)
  );
}

function levelOf({ gate, verdict }: Report): Annotation['level'] {
  return !gate.open ? 'error' : verdict === 'pass' ? 'notice' : 'warning';
}

const titles = {
  regressed: 'got worse',
  failing: 'cases fail',
  invalid: 'not reviewed',
  inconclusive: 'cannot tell',
  unreviewed: 'not checked',
  pass: 'holds',
  skipped: 'nothing to review',
} as const satisfies Record<Report['verdict'], string>;

function titleOf(verdict: Report['verdict']): string {
  return `Promptgate: ${titles[verdict]}`;
}

function annotation(level: Annotation['level'], title: string, phrase: Phrase, at: Partial<Position> = {}): Annotation {
  const place = at.file === undefined ? at : { ...at, file: showHidden(at.file) };
  return { level, title, message: clip(plain(phrase, showHidden), longestMessage), ...place };
}
