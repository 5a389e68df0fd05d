import type { Report, ReportRow } from '../../core/report/report.ts';
import { casesOf } from '../count-checked.ts';
import { list, listNames, own, type Phrase, say } from './say.ts';
import { wordCause } from './word-unreviewed.ts';
import { wordWhere } from './word-where.ts';

/** What nothing checked, in one line: how many prompts and which. Where in their files stands below it. */
export function wordNotChecked(report: Report): Phrase {
  const told = [...wordUnguarded(report), ...wordIdle(report)];
  return told.length === 0 ? own('A prompt changed that nothing guards') : list(told, '; ');
}

/** Why a prompt that had golden cases is none any more. */
const left: ReadonlySet<string> = new Set(['removed', 'unrecognised']);

/** Of one prompt, and of several. */
const wordGone = {
  removed: ['was removed', 'were removed'],
  unrecognised: ['is no longer read as a prompt', 'are no longer read as prompts'],
  both: ['is gone', 'are gone or no longer read as prompts'],
} as const;

function wordUnguarded({ mode, unreviewed, prompts }: Report): readonly Phrase[] {
  const paths = [...new Set(unreviewed.map(({ path }) => path))];
  const [first] = unreviewed;
  if (first === undefined) return [];
  if (unreviewed.every(({ why }) => why === 'budget')) {
    const which = paths.length > 1 ? say`${paths.length} prompts were` : say`${first.path} was`;
    return [say`${which} not asked on the config's new models: ${wordCause(first)}`];
  }
  if (unreviewed.every(({ why }) => left.has(why))) {
    const same = unreviewed.every(({ why }) => why === first.why);
    const how = same ? wordGone[first.why === 'removed' ? 'removed' : 'unrecognised'] : wordGone.both;
    const its = paths.length === 1 ? 'its golden cases no longer run' : 'their golden cases no longer run';
    return [say`${listNames(paths, 3)} ${own(how[paths.length === 1 ? 0 : 1])}, and ${own(its)}`];
  }
  if (paths.length > 1) {
    const shared = unreviewed.every(({ why }) => why === first.why) ? say`: ${wordCause(first, paths.length)}` : [];
    return mode === 'check'
      ? [say`Nothing guards ${paths.length} prompts${shared} (${listNames(paths, 3)})`]
      : [say`${paths.length} prompts changed that nothing guards${shared} (${listNames(paths, 3)})`];
  }
  const reviewed = prompts.find(({ path, models }) => path === first.path && models.length > 0);
  if (reviewed === undefined) {
    const which = own(mode === 'check' ? ' was not checked' : ' changed and nothing guards it');
    return [say`${first.path}${which}: ${wordCause(first)}`];
  }
  if (first.why !== 'not-run') return [say`${first.path} was checked only in part: ${wordCause(first)}`];
  const asked = own(`${reviewed.exam.length} of its ${casesOf(reviewed)} cases`);
  return [say`${first.path} was checked by ${asked}: ${own('nothing that the others ask for can be run here')}`];
}

/** Rows in which nothing passes, so that nothing could break. */
function wordIdle(report: Report): readonly Phrase[] {
  const found = report.prompts.flatMap((prompt) =>
    prompt.models.flatMap((row) => (isIdle(row) ? [{ prompt, row }] : [])),
  );
  const [first] = found;
  if (first === undefined) return [];
  const cases = new Set(found.flatMap(({ prompt, row }) => row.cases.map(({ id }) => `${prompt.path}\n${id}`))).size;
  const isNew = found.every(({ prompt }) => prompt.change === 'added');
  const none = cases === 1 ? 'The one golden case does not pass' : `None of ${cases} golden cases passes`;
  const before =
    cases === 1 ? 'The one golden case did not pass before' : `None of ${cases} golden cases passed before`;
  const where = wordWhere(report, found);
  return [isNew ? say`${own(none)} ${where}` : say`${own(before)} ${where}, so nothing could break`];
}

function isIdle({ reasons }: ReportRow): boolean {
  return reasons.some(({ kind }) => kind === 'nothing-passes');
}
