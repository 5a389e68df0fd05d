import type { Report } from '../../core/report/report.ts';
import { problemsOf } from '../../core/report/report-outcome.ts';
import { type OutputName, outputs } from '../../core/settings/outputs.ts';
import { mean } from '../../core/statistics/quantile.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import type { Stage } from './stage.ts';

/** The outputs that come from the report itself; paths and the comment's address are added where they are known. */
export function outputsOf(
  report: Report,
): Readonly<
  Record<
    Exclude<
      OutputName,
      'alerts' | 'drifted' | 'moved' | 'report-json' | 'report-html' | 'report-junit' | 'comment-url'
    >,
    string
  >
> {
  const scores = report.prompts.flatMap((prompt) => prompt.models.map((row) => row.score));
  // A check compares nothing: what its one side came to is its score.
  const compared = scores.filter(({ delta }) => delta !== null || report.mode === 'check');
  const over = (read: (score: (typeof scores)[number]) => number | null): string => {
    const found = mean(compared.flatMap((score) => read(score) ?? []));
    return found === null ? '' : String(Number(found.toFixed(6)));
  };
  return {
    verdict: report.verdict,
    reason: report.verdict === 'invalid' || problemsOf(report).length > 0 ? reasonOf(report) : '',
    'score-old': over((score) => score.old),
    'score-new': over((score) => score.new),
    'score-delta': over((score) => score.delta),
    'regressed-cases': listed(casesIn('regressed', report)),
    'failing-cases': report.mode === 'check' ? listed(casesIn('failing', report)) : '',
    'changed-prompts': listed(
      report.mode === 'check' ? [] : [...report.prompts, ...report.unreviewed].map(({ path }) => path),
    ),
    calls: String(report.calls.made),
    'cost-usd': report.costUsd.actual === undefined ? '' : String(Number(report.costUsd.actual.toFixed(6))),
  };
}

/** A list as JSON on one line, on which nothing hides: steps print outputs. */
function listed(values: readonly unknown[]): string {
  return escapeHidden(JSON.stringify(values));
}

/** Of `invalid`: the first problem's reason; where rows are invalid of themselves, replies are missing, priceless or unreadable. */
function reasonOf(report: Report): string {
  const [told] = problemsOf(report);
  if (told !== undefined) return told.problem.reason;
  const kinds = new Set(report.reasons.map(({ reason }) => reason.kind));
  if (kinds.has('unknown-price') || kinds.has('unknown-first-token')) return 'config';
  const errors = new Set(
    report.prompts.flatMap((prompt) =>
      prompt.models.flatMap((row) =>
        row.cases.flatMap((found) => found.replies.flatMap((reply) => reply.error?.reason ?? [])),
      ),
    ),
  );
  return errors.has('unscored') ? 'judge' : errors.has('budget') ? 'budget' : 'provider';
}

/** Every case in this state, once, by the id it has in its file. */
function casesIn(
  wanted: 'regressed' | 'failing',
  report: Report,
): readonly { readonly prompt: string; readonly case: string; readonly model: string }[] {
  const found = report.prompts.flatMap((prompt) =>
    prompt.models.flatMap((row) =>
      row.cases
        .filter(({ state }) => state === wanted)
        .map(({ id }) => ({ prompt: prompt.path, case: id.replace(/ \(as base had it\)$/u, ''), model: row.id })),
    ),
  );
  return [...new Map(found.map((entry) => [JSON.stringify(entry), entry])).values()];
}

/** Sets the outputs that have a value, secrets removed. */
export async function setOutputs(given: Readonly<Record<string, string>>, stage: Stage): Promise<void> {
  for (const { name } of outputs) {
    const value = Object.entries(given).find(([known]) => known === name)?.[1];
    if (value === undefined) continue;
    const set = await tryOutput(`The output \`${name}\``, stage, () => {
      stage.setOutput(name, stage.redact(value));
      return true;
    });
    // Where one cannot be set none can: it is said once.
    if (set === undefined) return;
  }
}

/**
 * Shows one thing of a result. What cannot be shown (a full disk, a file that the runner did not make) takes nothing else with it:
 * it is said, and the verdict stays.
 * @returns undefined where it could not
 */
export async function tryOutput<T>(what: string, stage: Stage, show: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await show();
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    const message = `${what} could not be written: ${why.replace(/\.$/u, '')}. The verdict is not affected.`;
    stage.annotate({ level: 'warning', title: 'Promptgate', message });
    return undefined;
  }
}
