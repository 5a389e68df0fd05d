import type { Reason } from '../../core/gate/reason.ts';
import type { Report, ReportRow } from '../../core/report/report.ts';
import { casesOf } from '../cases-of.ts';
import { showNumberOf, showPoints, showScore } from '../show-quantity.ts';
import { list, listNames, own, type Phrase, say } from './say.ts';
import { wordBrokenCases } from './word-broken-cases.ts';
import { wordFallen } from './word-fallen.ts';
import { wordReason } from './word-reason.ts';
import { wordWhere } from './word-where.ts';

/** What broke, where, from what to what, and what holds, in one line: how many first, then which. */
export function wordRegression(report: Report): Phrase {
  const worse = report.prompts.filter(({ verdict }) => verdict === 'regressed');
  const [only, ...more] = worse;
  if (only === undefined || report.prompts.length === 1) return wordOne(report);
  const count = `${worse.length} of ${report.prompts.length} changed prompts got worse`;
  if (more.length === 0) return say`${own(count)}, ${only.path}: ${wordOne({ ...report, prompts: [only] })}`;
  const among = { ...report, prompts: worse };
  const broke = new Set(casesOf(among, 'regressed').map(({ prompt, case: { id } }) => `${prompt.path}\n${id}`)).size;
  const fallen = casesOf(among, 'fell');
  const counts = [
    ...(broke > 0 ? [own(`${showNumberOf(broke, 'case')} broke`)] : []),
    ...(fallen.length > 0 ? [wordFallen(fallen)] : []),
  ];
  const paths = listNames(
    worse.map(({ path }) => path),
    3,
  );
  return say`${own(count)}: ${paths}${counts.length === 0 ? [] : say`; ${list(counts)}`}`;
}

function wordOne(report: Report): Phrase {
  return wordBrokenCases(report, 'block') ?? wordFall(report) ?? wordRule(report);
}

function wordFall(report: Report): Phrase | undefined {
  const rows = report.prompts.flatMap((prompt) => prompt.models.map((row) => ({ prompt, row })));
  const isFall = ({ kind }: Reason) => kind === 'suite';
  const apart = rows.filter(({ row }) => row.verdict === 'regressed' && row.reasons.some(isFall));
  const pooled = rows.filter(({ prompt, row }) => row.pooledOnly && prompt.reasons.some(isFall));
  const fallen = apart.length > 0 ? apart : pooled;
  const first = fallen[0];
  if (first === undefined) return undefined;
  const where = wordWhere(report, fallen);
  const cases = fallen.flatMap(({ prompt, row }) =>
    row.cases.filter(({ state }) => state === 'fell').map((one) => ({ prompt, row, case: one })),
  );
  if (cases.length === 0) {
    return say`Replies got worse ${where}${wordScore(first.row)}; ${wordBlame(fallen)}`;
  }
  const names = [...new Set(cases.map(({ case: { id } }) => id))];
  const all = new Set(fallen.flatMap(({ row }) => row.cases.map(({ id }) => id))).size;
  const named = names.length === 1 ? [] : say` (${listNames(names, 3)})`;
  return say`${wordFallen(cases, where)}${named}${own(all === names.length ? '; none holds' : `; ${showNumberOf(all - names.length, 'other')} did not fall`)}`;
}

/** Cases that are confirmed worse, though each by less than what blocks. */
function wordBlame(fallen: readonly { readonly row: ReportRow }[]): Phrase {
  const cases = fallen.flatMap(({ row }) =>
    row.reasons.flatMap((reason) => (reason.kind === 'leaning-case' && reason.confirmed ? [reason.case] : [])),
  );
  const names = [...new Set(cases)];
  if (names.length > 0) return say`${listNames(names, 3)} ${own(names.length === 1 ? 'is' : 'are')} surely worse`;
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
