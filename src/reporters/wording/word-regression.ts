import type { Reason } from '../../core/gate/reason.ts';
import type { Report, ReportRow } from '../../core/report/report.ts';
import { showNumberOf, showPoints, showScore } from '../show-quantity.ts';
import { list, listNames, own, type Phrase, say } from './say.ts';
import { wordBrokenCases } from './word-broken-cases.ts';
import { wordReason } from './word-reason.ts';
import { wordWhere } from './word-where.ts';

/** What broke, where, from what to what, and what holds, in one line. */
export function wordRegression(report: Report): Phrase {
  return wordBrokenCases(report, 'block') ?? wordFall(report) ?? wordRule(report);
}

function wordFall(report: Report): Phrase | undefined {
  const rows = report.prompts.flatMap((prompt) => prompt.models.map((row) => ({ prompt, row })));
  const fallen = rows.filter(
    ({ row }) => row.verdict === 'regressed' && row.reasons.some(({ kind }) => kind === 'suite'),
  );
  const first = fallen[0];
  if (first === undefined) return undefined;
  return say`Replies got worse ${wordWhere(report, fallen)}${wordScore(first.row)}; ${wordBlame(fallen)}`;
}

/** Cases that are confirmed worse, though each by less than what blocks. */
function wordBlame(fallen: readonly { readonly row: ReportRow }[]): Phrase {
  const cases = fallen.flatMap(({ row }) =>
    row.reasons.flatMap((reason) => (reason.kind === 'leaning-case' && reason.confirmed ? [reason.case] : [])),
  );
  const names = [...new Set(cases)];
  if (names.length > 0) return say`${listNames(names, 3)} ${own(names.length === 1 ? 'is' : 'are')} surely worse`;
  const fell = fallen.flatMap(({ row }) => row.cases.filter(({ delta }) => delta !== null && delta <= -0.5));
  const ids = [...new Set(fell.map(({ id }) => id))];
  if (ids.length > 0) return say`${listNames(ids, 3)} fell most, not proven one by one`;
  return own('no single case is to blame');
}

function wordScore(row: ReportRow): Phrase {
  const { old, new: now, delta } = row.score;
  if (old === null || now === null || delta === null) return [];
  return own(`: score ${showScore(old)} → ${showScore(now)}, ${showPoints(delta)} down`);
}

/** Pooled tests, metrics and the gate's rules: the first of them, and how many more there are. */
function wordRule(report: Report): Phrase {
  const pooled = report.prompts.flatMap((prompt) => prompt.reasons);
  const ofRows = report.prompts.flatMap(({ models }) => models.flatMap((row) => row.reasons));
  const rules = [...pooled, ...ofRows].filter(({ kind }) => blockingRules.has(kind));
  const first = rules[0];
  if (first === undefined) return own('Something got worse');
  const more = rules.length - 1;
  return list(
    [upperFirst(wordReason(first)), ...(more > 0 ? [own(`${showNumberOf(more, 'more finding')} below`)] : [])],
    '; ',
  );
}

const blockingRules: ReadonlySet<Reason['kind']> = new Set(['suite', 'metric', 'min-score', 'cost', 'latency']);

/** The phrase as the start of a sentence. */
export function upperFirst(phrase: Phrase): Phrase {
  const [first, ...rest] = phrase;
  if (first?.kind !== 'ours') return phrase;
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}
