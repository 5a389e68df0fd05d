import type { Report } from '../../core/report/report.ts';
import { showNumberOf } from '../show-quantity.ts';
import { listNames, own, type Phrase, quote, say } from '../wording/say.ts';
import { wordNotChecked } from '../wording/word-not-checked.ts';
import { mendUnreviewed, wordCause } from '../wording/word-unreviewed.ts';
import type { Told } from './told.ts';
import { wordOtherPrompts } from './word-cases.ts';

const gone: ReadonlySet<string> = new Set(['removed', 'unrecognised']);

/** What nothing checked: how many prompts, why, and what would mend it. */
export function openUnchecked(report: Report): Told {
  const { unreviewed, prompts } = report;
  const paths = [...new Set(unreviewed.map(({ path }) => path))];
  const [first] = unreviewed;
  const isPartly = prompts.some(({ path, models }) => models.length > 0 && paths.includes(path));
  const isPlain =
    first !== undefined && unreviewed.every(({ why }) => why === first.why) && !isPartly && first.why !== 'budget';
  const idle = prompts.some(({ models }) =>
    models.some(({ reasons }) => reasons.some(({ kind }) => kind === 'nothing-passes')),
  );
  if (!isPlain || idle) {
    const full = wordNotChecked(report);
    const short = own(
      paths.length > 0
        ? `${showNumberOf(paths.length, 'prompt')} ${paths.length === 1 ? 'is' : 'are'} not guarded`
        : 'no golden case passed before',
    );
    return {
      fact: [full, beforeColon(full), short],
      more: [say`${full}.`, first === undefined ? [] : mendUnreviewed(first)],
    };
  }
  const cause = wordCause(first, paths.length)
    .map(({ text }) => text)
    .join('');
  const verb = /^(?:it|they) (.*)$/u.exec(cause)?.[1];
  const one =
    paths.length === 1
      ? say`${first.path}`
      : own(`${paths.length} ${report.mode === 'check' ? '' : 'changed '}prompts`);
  const said = verb === undefined ? say`${one}: ${own(cause)}` : say`${one} ${own(verb)}`;
  const consequence = gone.has(first.why)
    ? 'Golden cases that guarded it no longer run.'
    : 'Nothing says that it still works.';
  const several = gone.has(first.why)
    ? 'Golden cases that guarded them no longer run.'
    : 'Nothing says that they still work.';
  return {
    fact: [said],
    more: [
      paths.length === 1
        ? own(consequence)
        : say`${listNames(paths, 3)}: ${own(several.replace('Nothing', 'nothing'))}`,
      paths.length === 1 && first.detail !== undefined && !gone.has(first.why) ? say`(${quote(first.detail)}.)` : [],
      mendUnreviewed(first),
      wordOtherPrompts({ ...report, unreviewed: [] }),
    ],
  };
}

/** What a sentence says before it tells why. */
function beforeColon(phrase: Phrase): Phrase {
  const at = phrase.findIndex(({ kind, text }) => kind === 'ours' && text.includes(': '));
  const part = phrase[at];
  if (part === undefined) return phrase;
  return [...phrase.slice(0, at), ...own(part.text.slice(0, part.text.indexOf(': ')))];
}
