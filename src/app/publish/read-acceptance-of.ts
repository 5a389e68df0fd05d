import { isOpen } from '../../core/assemble/assemble-report.ts';
import type { Acceptance } from '../../core/publish/decide-acceptance.ts';
import { readAcceptance } from '../../core/publish/read-acceptance.ts';
import { gateWordsOf } from '../../core/report/gate-words-of.ts';
import { problemsOf } from '../../core/report/problems-of.ts';
import type { Report } from '../../core/report/report.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Verdict } from '../../core/verdict.ts';
import { nameOfComment } from './name-of-comment.ts';
import type { PublishPorts } from './stage.ts';

/** Whether what regressed was accepted, read live; undefined where there is nothing to accept. */
export async function readAcceptanceOf(
  verdict: Verdict,
  fingerprint: string,
  settings: Settings,
  pull: number | undefined,
  { forum, sealOf }: Pick<PublishPorts, 'forum' | 'sealOf'>,
): Promise<Acceptance | undefined> {
  if (verdict !== 'regressed' || pull === undefined) return undefined;
  const label = settings.acceptLabel;
  return readAcceptance(forum, { pull, label, name: nameOfComment(settings), fingerprint, seal: sealOf(settings) });
}

/** The report with the acceptance, and the gate as it then is. */
export function accept(report: Report, acceptance: Acceptance | undefined): Report {
  if (acceptance?.kind !== 'accepted') return report;
  const { by, at, fingerprint } = acceptance;
  const problems = problemsOf(report).map(({ problem }) => problem);
  const open = isOpen(gateWordsOf(report), problems, report.gate.failOn, true);
  return { ...report, accepted: [{ by, at, how: 'label', fingerprint }], gate: { ...report.gate, open } };
}
