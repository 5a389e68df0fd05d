import { closeReport, type ReviewFacts } from '../../core/assemble/assemble-report.ts';
import { hash } from '../../core/hash.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { Report } from '../../core/report/report.ts';
import type { ColumnNames } from '../../core/settings/score-columns.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { BothSides } from '../../core/side.ts';
import { readScoreFile, scoreFormats } from '../../formats/scores/index.ts';
import type { ScoreFile, ScoreFormat } from '../../formats/scores/types.ts';
import { pairsOf } from './close-row.ts';
import { judgeSubject } from './judge-subject.ts';
import { type PairedSubject, pairScoreFiles } from './pair-score-files.ts';

export type ScoreText = { readonly path: string; readonly text: string };

/** What of the report does not come from the files. */
type Facts = Pick<ReviewFacts, 'tool' | 'pull' | 'startedAt' | 'settings' | 'notes' | 'spent'> & {
  readonly columns?: ColumnNames;
};

/**
 * Compares two score files by the gate that reviews use, at one look. Pure.
 * @throws ProblemError where a file cannot be read, or the two have no case in common
 */
export function compareScoreFiles(texts: BothSides<ScoreText>, { columns, ...facts }: Facts): Report {
  const files = readBoth(texts, columns);
  const paths = { old: texts.old.path, new: texts.new.path };
  const paired = pairScoreFiles(files.old, files.new, paths);
  const strangers = paired.subjects.flatMap((subject) => nothingShared(subject, files, paths, subject.removed[0]));
  const [first, ...rest] = strangers;
  if (first !== undefined) throw new ProblemError(first, ...rest);
  const compared = paired.subjects.filter((subject) => subject.compared && subject.rows.some((row) => row.compared));
  if (compared.length === 0) throw new ProblemError(nothingPaired(files, paths));

  const { gate, ...settings } = facts.settings;
  const trials = typicalTrials(compared);
  const judged: Settings = { ...settings, gate, sampling: 'fixed', trials };
  // Each compared subject gets its part of alpha, so that many block no more often than one.
  const share = { ...gate, alpha: gate.alpha / compared.length, sampling: 'fixed', trials } as const;
  const prompts = paired.subjects.map((subject) => judgeSubject(subject, share, paths.new));
  const kinds = `${paths.old} (${formatOf(files.old)?.called}) with ${paths.new} (${formatOf(files.new)?.called})`;
  return closeReport(
    {
      ...facts,
      settings: judged,
      fingerprint: hash({
        form: 1,
        mode: 'compare',
        old: texts.old.text,
        new: texts.new.text,
        gate,
        ...(columns === undefined ? {} : { columns: Object.fromEntries(columns) }),
      }),
      unreviewed: [],
      problems: paired.subjects.flatMap((subject) => lost(subject, paths)),
      notes: [
        `Compared ${kinds}.`,
        ...(columns === undefined || isTable(files.old) || isTable(files.new) ? [] : [columnsUnused]),
        ...wordTooFew(files, prompts),
        ...facts.notes,
        ...new Set(paired.notes),
      ],
      ended: 'complete',
      accepted: [],
      links: {},
    },
    prompts,
  );
}

const columnsUnused = '`columns` names columns of a table, and neither file is one: it was not used.';

function isTable(file: ScoreFile): boolean {
  return formatOf(file)?.takesColumns === true;
}

function formatOf({ kind }: ScoreFile): ScoreFormat | undefined {
  return scoreFormats.find(({ name }) => name === kind);
}

function readBoth(texts: BothSides<ScoreText>, columns: ColumnNames | undefined): BothSides<ScoreFile> {
  const old = readScoreFile(texts.old.text, texts.old.path, columns);
  // What is wrong with a file that is both is told once.
  const same = texts.old.path === texts.new.path && old.kind === 'broken';
  const next = same ? { ...old, problems: [] } : readScoreFile(texts.new.text, texts.new.path, columns);
  if (old.kind === 'read' && next.kind === 'read') return { old: old.file, new: next.file };
  const problems = [old, next].flatMap((read) => (read.kind === 'broken' ? read.problems : []));
  const [first, ...rest] = problems;
  if (first === undefined) throw new Error('a score file is broken without a problem');
  throw new ProblemError(first, ...rest);
}

/** A row that both files have and that shares no case: to pass over it would be a pass without a comparison. */
function nothingShared(
  { name, rows }: PairedSubject,
  files: BothSides<ScoreFile>,
  paths: BothSides<string>,
  removed: string | undefined,
): readonly Problem[] {
  const strange = rows.find(({ compared, cases }) => compared && cases.every((one) => one.old === undefined));
  if (strange === undefined) return [];
  const [added] = strange.cases;
  const inOld = removed === undefined ? '' : `\`${removed}\` is only in ${paths.old}, `;
  const example = added === undefined ? '' : ` (${inOld}\`${added.id}\` only in ${paths.new})`;
  const what = `\`${name}\` (${strange.id}) has no case that is in both files${example}.`;
  const named = files.old.kind === files.new.kind ? '' : ' Files of different tools may name them differently.';
  return [{ reason: 'files', what, at: { file: paths.new }, fix: `Name the cases alike in both files.${named}` }];
}

/** Cases that only the old file has: an evaluation that broke on its hard cases must not pass by leaving them out. */
function lost({ name, removed }: PairedSubject, paths: BothSides<string>): readonly Problem[] {
  const [first, ...more] = removed;
  if (first === undefined) return [];
  const cases = more.length === 0 ? `The case \`${first}\`` : `\`${first}\` and ${more.length} more of the cases`;
  const what = `${cases} of \`${name}\` ${more.length === 0 ? 'is' : 'are'} in ${paths.old} and not in ${paths.new}.`;
  const fix = `Evaluate all cases; where some were dropped on purpose, drop them from ${paths.old} too.`;
  return [{ reason: 'files', what, at: { file: paths.new }, fix }];
}

function nothingPaired(files: BothSides<ScoreFile>, paths: BothSides<string>): Problem {
  const list = (file: ScoreFile) =>
    file.subjects
      .slice(0, 3)
      .map(({ name }) => `\`${name.slice(0, 60)}\``)
      .join(', ');
  const what = `The two files have nothing in common: ${paths.old} has ${list(files.old)}, ${paths.new} ${list(files.new)}.`;
  return { reason: 'files', what, at: { file: paths.new }, fix: 'Give prompts or tasks the same name in both files.' };
}

/** The lower median of the pairs a case has: what the design is said to be able to see. */
function typicalTrials(subjects: readonly PairedSubject[]): number {
  const counts = subjects
    .flatMap(({ rows }) => rows.flatMap(({ cases }) => cases.filter(({ old }) => old !== undefined).map(pairsOf)))
    .toSorted((one, other) => one - other);
  return counts[Math.floor((counts.length - 1) / 2)] ?? 1;
}

/** What files lack in which not even a case that breaks completely could be proven, and how to come by it. */
function wordTooFew(files: BothSides<ScoreFile>, prompts: Report['prompts']): readonly string[] {
  const blind = prompts
    .flatMap(({ models }) => models)
    .flatMap(({ reasons }) => reasons.flatMap((reason) => (reason.kind === 'blind' ? [reason] : [])));
  const [first] = blind;
  if (first === undefined) return [];
  const held = first.trials === 1 ? 'one score' : `${first.trials} scores`;
  const lacks = `The files hold ${held} a case, and one case that goes from right to wrong may then be chance.`;
  const needed = Math.max(...blind.map(({ trialsNeeded }) => trialsNeeded ?? 0));
  if (needed === 0) return [`${lacks} With so few cases no number of scores would tell: add cases.`];
  const formats = new Set([files.old, files.new].flatMap((file) => formatOf(file) ?? []));
  const how = Array.from(formats, ({ repeat }) => repeat(needed));
  return [`${lacks} Measure each case ${needed} times on both sides: ${how.join('; ')}.`];
}
