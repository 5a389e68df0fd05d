import type { Report, ReportCase, ReportReply } from '../../core/report/report.ts';
import { showValue } from '../../core/template/fill-template.ts';
import { clip } from '../../core/text/clip.ts';
import { showScore, showTally } from '../show-quantity.ts';
import { outcomeOf } from '../wording/outcome.ts';
import { verdictWord } from '../wording/verdict-words.ts';
import { tellingFall } from '../wording/word-change.ts';
import { filesAtHead, replayOf } from './links-of.ts';
import type { PageCell, PageEntry, PageIndex } from './page-data.ts';
import type { Matrix, MatrixCase } from './place-cases.ts';

/** Characters of what was asked that the index holds; the rest is in the case's block. */
const mostAsked = 120;

/** The index of a page: all that filters, sorting and the matrix need of each case. Empty pieces: a turn for others. */
export function* indexCases(report: Report, { models, cases }: Matrix): Generator<'', PageIndex> {
  const failing: (readonly string[])[][] = [];
  for (const one of cases) {
    failing.push(one.on.map((asked) => (asked === undefined ? [] : newlyFailed(asked, report.mode))));
    yield '';
  }
  const failures = rank(failing.map((on) => new Set(on.flat())));
  const segments = rank(cases.map(({ exam }) => (exam?.segment === undefined ? [] : [exam.segment])));
  const tags = rank(cases.map(({ exam }) => new Set(exam?.tags ?? [])));
  const prompts = new Map(report.prompts.map((prompt, at) => [prompt, at]));
  const cells = new Map<string, { readonly at: number; readonly cell: PageCell }>();
  const cellOf = (one: ReportCase | undefined, failed: readonly string[]): number => {
    if (one === undefined) return -1;
    const fails = failed.map((name) => failures.indexOf(name));
    const cell: PageCell = {
      outcome: outcomeOf(one),
      ...talliesOf(one),
      ...(fails.length === 0 ? {} : { fails }),
    };
    const key = JSON.stringify(cell);
    const held = cells.get(key) ?? { at: cells.size, cell };
    cells.set(key, held);
    return held.at;
  };
  const entries: PageEntry[] = [];
  for (const [at, one] of cases.entries()) {
    entries.push({
      id: one.id,
      prompt: prompts.get(one.prompt) ?? 0,
      ...(one.exam?.segment === undefined ? {} : { segment: segments.indexOf(one.exam.segment) }),
      ...((one.exam?.tags.length ?? 0) === 0 ? {} : { tags: one.exam?.tags.map((tag) => tags.indexOf(tag)) ?? [] }),
      asked: clip(askedOf(one), mostAsked),
      ...numbersOf(one),
      on: one.on.map((asked, model) => cellOf(asked, failing[at]?.[model] ?? [])),
    });
    yield '';
  }
  const files = filesAtHead(report);
  const replay = replayOf(report);
  return {
    mode: report.mode,
    ...(files === undefined ? {} : { files }),
    ...(replay === undefined ? {} : { replay }),
    ...(report.pictures === undefined ? {} : { pictures: report.pictures }),
    prompts: report.prompts.map(({ path, verdict, diff, through = [] }) => ({
      path,
      verdict: verdictWord(verdict),
      diff: [diff, ...through.map((one) => one.diff ?? '')].join(''),
    })),
    models,
    segments,
    tags,
    failures,
    cells: [...cells.values()].map(({ cell }) => cell),
    cases: entries,
    alone: cases.every(({ on }) => on.every((one) => one === undefined || isAlone(one))),
  };
}

/** Nothing was asked on the old side, and nothing is missing there. */
export function isAlone({ old, identical }: Omit<ReportCase, 'replies'>): boolean {
  return !identical && old.of === 0 && old.missing === 0;
}

/** Passes before and now, or the graded check that fell where they do not tell. */
function talliesOf(one: ReportCase): Pick<PageCell, 'old' | 'now'> {
  const fall = tellingFall(one);
  if (fall !== undefined) return { old: showScore(fall.old), now: showScore(fall.new) };
  return { old: isAlone(one) ? '' : showTally(one.old), now: showTally(one.new) };
}

/** Names, the most frequent first. */
function rank(named: readonly Iterable<string>[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const names of named) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([name]) => name);
}

/** Graded checks that fell, and those that new replies fail more often than old ones; in a check, all that fail. */
function newlyFailed(one: ReportCase, mode: Report['mode']): readonly string[] {
  const share = (side: ReportReply['side']) => {
    const replies = one.replies.filter((reply) => reply.side === side);
    const failed = new Map<string, number>();
    for (const check of replies.flatMap(({ checks }) => checks))
      if (check.kind === 'scored' && check.passed === false)
        failed.set(check.check, (failed.get(check.check) ?? 0) + 1 / replies.length);
    return failed;
  };
  const [before, now] = [one.identical || mode === 'check' ? new Map<string, number>() : share('old'), share('new')];
  const failing = [...now].filter(([name, failed]) => failed > (before.get(name) ?? 0)).map(([name]) => name);
  return [...new Set([...(one.falls ?? []).flatMap(({ check }) => check ?? []), ...failing])];
}

function askedOf({ exam }: MatrixCase): string {
  return Object.values(exam?.vars ?? {})
    .map(showValue)
    .join(' · ')
    .replaceAll(/\s+/gu, ' ');
}

function numbersOf({ on }: MatrixCase): Pick<PageEntry, 'change' | 'cost' | 'latency'> {
  const deltas = on.flatMap((one) => one?.delta ?? []);
  const replies = on.flatMap((one) => one?.replies.filter(({ side }) => side === 'new') ?? []);
  const [lowest, highest] = [Math.min(...deltas), Math.max(...deltas)];
  const cost = meanOf(replies.flatMap(({ costUsd }) => costUsd ?? []));
  const latency = meanOf(replies.flatMap(({ latencyMs }) => latencyMs ?? []));
  return {
    ...(deltas.length === 0 ? {} : { change: Number((lowest < 0 ? lowest : highest).toPrecision(3)) }),
    ...(cost === undefined ? {} : { cost }),
    ...(latency === undefined ? {} : { latency }),
  };
}

function meanOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return Number((values.reduce((sum, value) => sum + value, 0) / values.length).toPrecision(3));
}
