import { isOpen } from '../../core/assemble/assemble-report.ts';
import type { ForumComment } from '../../core/forum.ts';
import { type Acceptance, readAcceptance } from '../../core/publish/acceptance.ts';
import { earlierVerdict } from '../../core/publish/earlier-verdict.ts';
import { publishComment } from '../../core/publish/publish-comment.ts';
import type { Report } from '../../core/report/report.ts';
import { gateWordsOf, problemsOf } from '../../core/report/report-outcome.ts';
import { outputs } from '../../core/settings/outputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Verdict } from '../../core/verdict.ts';
import type { ReviewResult } from '../review/review.ts';
import type { TakenOver } from '../review/taken-over.ts';
import { setOutputs, tryOutput } from './outputs-of.ts';
import { nameOfComment, type PublishPorts } from './stage.ts';
import { tellPublished, tellUnaccepted } from './tell-published.ts';

/** Shows a verdict that was taken over: nothing is asked, and the comment stays as it is. */
export async function publishTakenOver(
  { report, settings, pull }: ReviewResult,
  earlier: TakenOver,
  { startedAt, listed }: { readonly startedAt: number; readonly listed: readonly ForumComment[] },
  ports: PublishPorts,
): Promise<boolean> {
  const { forum, stage, run } = ports;
  const acceptance = await readAcceptanceOf(earlier.verdict, report.fingerprint, settings, pull?.number, ports);
  const open = isOpen(earlier.verdicts, [], settings.failOn, acceptance?.kind === 'accepted');
  const by = acceptance?.kind === 'accepted' ? ` Accepted by ${acceptance.by}.` : '';
  const told = `All that is judged here was judged before: the verdict \`${earlier.verdict}\` is taken over from ${earlier.from}, without a call.${by}`;
  stage.say(told);
  tellUnaccepted(acceptance, settings, stage);
  if (settings.reportJunit !== undefined)
    stage.say(`No JUnit XML is written: the cases were judged, and told, by the run that ${earlier.from} is of.`);
  const known = outputs.flatMap(({ name }): [string, string][] => {
    const value = earlier.outputs[name];
    return value === undefined ? [] : [[name, value]];
  });
  const given = { ...Object.fromEntries(known), calls: '0', 'cost-usd': '0', 'comment-url': earlier.from };
  await setOutputs(given, stage);
  const { showAcceptance, showEarlier } = await import('../../reporters/index.ts');
  const accepted = acceptance?.kind === 'accepted' ? acceptance : undefined;
  const before = earlierVerdict(listed, nameOfComment(settings), ports.sealOf(settings));
  const body = showEarlier(showAcceptance(earlier.body, earlier.closed, accepted), before, {
    verdict: earlier.verdict,
    head: pull?.head.sha ?? '',
  });
  await tryOutput('The job summary', stage, () => stage.writeSummary(`${told}\n\n${body}`));
  const number = pull?.number;
  if (pull !== undefined && number !== undefined && pull.queued !== true && settings.comment !== 'never') {
    // The same verdict on a new commit: the comment speaks for it from now on, with the acceptance as it is now.
    const { outputs: carried, verdicts, closed } = earlier;
    await tryOutput('The comment', stage, async () => {
      const published = await publishComment(forum, number, {
        statement: {
          name: settings.name ?? '',
          run: run.id,
          startedAt,
          head: pull.head.sha,
          verdict: earlier.verdict,
          fingerprint: report.fingerprint,
          carried: { verdicts: [...verdicts], outputs: carried, closed },
        },
        seal: ports.sealOf(settings),
        begin: false,
        render: (marker) => `${body}\n\n${marker}`,
      });
      tellPublished(published, report, stage.setOutput, stage);
    });
  }
  if (!open) stage.annotate({ level: 'error', title: 'Promptgate', message: told });
  return open;
}

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
