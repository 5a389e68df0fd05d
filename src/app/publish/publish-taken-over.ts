import { isOpen } from '../../core/assemble/assemble-report.ts';
import { publishComment } from '../../core/publish/publish-comment.ts';
import { outputs } from '../../core/settings/outputs.ts';
import type { ReviewResult } from '../review/review.ts';
import type { TakenOver } from '../review/taken-over.ts';
import { readAcceptanceOf } from './read-acceptance-of.ts';
import type { PublishPorts } from './stage.ts';
import { tellPublished, tellUnaccepted } from './tell-published.ts';

/** Shows a verdict that was taken over: nothing is asked, and the comment stays as it is. */
export async function publishTakenOver(
  { report, settings, pull }: ReviewResult,
  earlier: TakenOver,
  startedAt: number,
  ports: PublishPorts,
): Promise<boolean> {
  const { forum, stage, run } = ports;
  const acceptance = await readAcceptanceOf(earlier.verdict, report.fingerprint, settings, pull?.number, ports);
  const open = isOpen(earlier.verdicts, [], settings.failOn, acceptance?.kind === 'accepted');
  const by = acceptance?.kind === 'accepted' ? ` Accepted by ${acceptance.by}.` : '';
  const told = `All that is judged here was judged before: the verdict \`${earlier.verdict}\` is taken over from ${earlier.from}, without a call.${by}`;
  stage.say(told);
  tellUnaccepted(acceptance, settings, stage);
  const { showAcceptance } = await import('../../reporters/index.ts');
  const body = showAcceptance(earlier.body, earlier.closed, acceptance?.kind === 'accepted' ? acceptance : undefined);
  await stage.writeSummary(`${told}\n\n${body}`);
  if (pull?.number !== undefined && pull.queued !== true && settings.comment !== 'never') {
    // The same verdict on a new commit: the comment speaks for it from now on, with the acceptance as it is now.
    const { outputs: given, verdicts, closed } = earlier;
    const published = await publishComment(forum, pull.number, {
      statement: {
        name: settings.name ?? '',
        run: run.id,
        startedAt,
        head: pull.head.sha,
        verdict: earlier.verdict,
        fingerprint: report.fingerprint,
        carried: { verdicts: [...verdicts], outputs: given, closed },
      },
      seal: ports.sealOf(settings),
      begin: false,
      render: (marker) => `${marker}\n${body}`,
    });
    tellPublished(published, report, stage.setOutput, stage);
  }
  for (const [name, value] of Object.entries(earlier.outputs)) {
    const output = outputs.find((known) => known.name === name);
    if (output !== undefined) stage.setOutput(output.name, value);
  }
  stage.setOutput('calls', '0');
  stage.setOutput('cost-usd', '0');
  stage.setOutput('comment-url', earlier.from);
  if (!open) stage.annotate({ level: 'error', title: 'Promptgate', message: told });
  return open;
}
