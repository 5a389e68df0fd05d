import type { Design } from '../../core/design/design-review.ts';
import { hash } from '../../core/hash.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Prompt } from '../../core/prompt.ts';
import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import type { KeptVersion, VersionHistory } from '../../core/version-history.ts';

/**
 * Keeps what replies to the old side came to, and puts beside each row what merged versions before it came to. The old side stands
 * on the base branch, so that a version is merged once it is one; what a pull request only tries never comes into the line. Only a
 * review that was asked to its end is kept. Nothing is decided by it.
 * @param now milliseconds since 1970
 */
export async function rememberVersions(
  report: Report,
  design: Design,
  past: VersionHistory,
  now: number,
): Promise<Report> {
  if (report.mode !== 'review' || report.ended !== 'complete') return report;
  const place = { sha: report.base.sha, at: now };
  const kept: KeptVersion[] = [];
  const prompts = report.prompts.map((prompt): ReportPrompt => {
    const old = design.prompts.find(({ change }) => change.path === prompt.path)?.change.old;
    if (old === undefined) return prompt;
    const version = versionOf(old);
    return {
      ...prompt,
      models: prompt.models.map((row): ReportRow => {
        const current = isMeasured(row) ? { ...keptOf(prompt, row), ...place, version } : undefined;
        if (current !== undefined) kept.push(current);
        const line = lineOf(prompt, row);
        const earlier = past.versions(line).filter((one) => current === undefined || one.version !== version);
        const told = [...earlier, ...(current === undefined ? [] : [current])];
        return told.length === 0 ? row : { ...row, past: told.map(figuresOf) };
      }),
    };
  });
  if (kept.length === 0) return { ...report, prompts };
  try {
    await past.keepVersions(kept);
    return { ...report, prompts };
  } catch (fault) {
    // The verdict stands without it: later reviews draw a line with a gap.
    if (!(fault instanceof ProblemError)) throw fault;
    const note = `What the prompts came to is not kept for later reviews: ${fault.message}`;
    return { ...report, prompts, notes: [...report.notes, note] };
  }
}

/** What is sent of it, whatever its golden cases: edited comments make no version of their own. */
function versionOf({ messages, params, model, defaults, included }: Prompt): string {
  return hash({ messages, params, model, defaults, included });
}

function lineOf({ path, previousPath = path }: ReportPrompt, { model }: ReportRow): string {
  return hash([previousPath, model.old]);
}

/** Verdicts on replies that came; the others say that something is missing. */
function isMeasured({ verdict, score }: ReportRow): boolean {
  return score.old !== null && (verdict === 'pass' || verdict === 'regressed' || verdict === 'inconclusive');
}

function keptOf(prompt: ReportPrompt, row: ReportRow): Omit<KeptVersion, 'version' | 'at' | 'sha'> {
  const { score, passRate, cost, spending } = row;
  return {
    line: lineOf(prompt, row),
    score: score.old,
    passRate: passRate.old,
    usd: cost.old,
    length: spending?.length.old ?? null,
  };
}

function figuresOf({
  at,
  sha,
  score,
  passRate,
  usd,
  length,
}: Omit<KeptVersion, 'line'>): NonNullable<ReportRow['past']>[number] {
  return { at: new Date(at).toISOString(), sha, score, passRate, usd, length };
}
