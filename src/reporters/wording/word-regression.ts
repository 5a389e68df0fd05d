import type { Reason } from '../../core/gate/reason.ts';
import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { showNumberOf, showPoints, showScore } from '../show-quantity.ts';
import { list, own, type Phrase, quote, say } from './say.ts';
import { wordReason } from './word-reason.ts';

type CaseReason = Extract<Reason, { kind: 'case' }>;
type Found = { readonly prompt: ReportPrompt; readonly row: ReportRow; readonly reason: CaseReason };

/** What broke, where, from what to what, and what holds, in one line. */
export function wordRegression(report: Report): Phrase {
  const rows = report.prompts.flatMap((prompt) => prompt.models.map((row) => ({ prompt, row })));
  const found = rows.flatMap(({ prompt, row }) =>
    row.reasons.flatMap((reason): Found[] =>
      reason.kind === 'case' && reason.blocks ? [{ prompt, row, reason }] : [],
    ),
  );
  if (found.length > 0)
    return say`${wordCases(found)} ${wordWhere(report, found)}${wordCounts(found)}${wordOthers(found)}`;
  const fallen = rows.filter(
    ({ row }) => row.verdict === 'regressed' && row.reasons.some(({ kind }) => kind === 'suite'),
  );
  const first = fallen[0];
  if (first !== undefined) {
    const where = wordWhere(report, fallen);
    return say`Replies got worse ${where}${wordScore(first.row)}; no single case is to blame`;
  }
  return wordRule(report);
}

/** `2 refund cases broke`: named alone, by what their ids share, or by their number. */
function wordCases(found: readonly Found[]): Phrase {
  const ids = [...new Set(found.map(({ reason }) => reason.case))];
  const verb = own(found.every(({ reason }) => reason.new.passes === 0) ? 'broke' : 'got worse');
  const only = ids.length === 1 ? ids[0] : undefined;
  if (only !== undefined) return say`${only} ${verb}`;
  const shared = sharedWord(ids);
  return shared === undefined ? say`${ids.length} cases ${verb}` : say`${ids.length} ${quote(shared)} cases ${verb}`;
}

/** The first word of ids such as `refund-window` and `refund-digital`, where all share it. */
function sharedWord(ids: readonly string[]): string | undefined {
  const firsts = new Set(ids.map((id) => /^(\p{L}{2,30})[-_./: ]/u.exec(id)?.[1]));
  const [first] = firsts;
  return firsts.size === 1 ? first : undefined;
}

function wordWhere(
  report: Report,
  found: readonly { readonly prompt: ReportPrompt; readonly row: ReportRow }[],
): Phrase {
  const prompts = [...new Set(found.map(({ prompt }) => prompt))];
  const rows = [...new Set(found.map(({ row }) => row))];
  const models = [...new Set(rows.map(({ id }) => id))];
  const all = prompts.reduce((sum, prompt) => sum + prompt.models.length, 0);
  const only = models.length === 1 ? models[0] : undefined;
  const onModels =
    only !== undefined
      ? say`on ${only}`
      : prompts.length > 1
        ? say`on ${models.length} models`
        : rows.length === all
          ? say`on all ${all} models`
          : say`on ${rows.length} of ${all} models`;
  if (report.prompts.length === 1) return onModels;
  const path = prompts.length === 1 ? prompts[0]?.path : undefined;
  return path === undefined ? say`${onModels} in ${prompts.length} prompts` : say`${onModels} in ${path}`;
}

function wordCounts(found: readonly Found[]): Phrase {
  const sum = { old: 0, new: 0, oldOf: 0, newOf: 0 };
  const shown = new Set<string>();
  for (const { reason } of found) {
    if (reason.old.passes === null || reason.new.passes === null) return own(`: ${showPoints(deepest(found))} down`);
    shown.add(`${reason.old.passes}/${reason.old.of} → ${reason.new.passes}/${reason.new.of}`);
    sum.old += reason.old.passes;
    sum.new += reason.new.passes;
    sum.oldOf += reason.old.of;
    sum.newOf += reason.new.of;
  }
  const [alike] = shown;
  if (shown.size === 1 && alike !== undefined) return own(`: ${alike}`);
  return own(`: together ${sum.old}/${sum.oldOf} → ${sum.new}/${sum.newOf}`);
}

function deepest(found: readonly Found[]): number {
  return Math.min(...found.map(({ reason }) => reason.delta));
}

/** Cases of the same rows that did not break on any of them. */
function wordOthers(found: readonly Found[]): Phrase {
  const rows = new Set(found.map(({ row }) => row));
  const cases = [...rows].flatMap((row) => row.cases.map((one) => ({ id: one.id, state: one.state })));
  const out = new Set(cases.filter(({ state }) => state !== 'same' && state !== 'improved').map(({ id }) => id));
  const hold = new Set(cases.map(({ id }) => id).filter((id) => !out.has(id)));
  if (hold.size === 0) return [];
  return own(hold.size === 1 ? '; 1 other holds' : `; ${hold.size} others hold`);
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
