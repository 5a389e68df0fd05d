import type { ForumComment } from '../../core/forum.ts';
import { publishComment } from '../../core/publish/publish-comment.ts';
import type { Report } from '../../core/report/report.ts';
import type { OutputName } from '../../core/settings/outputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { ReviewResult } from '../review/review.ts';
import { nameOfComment } from './name-of-comment.ts';
import { outputsOf } from './outputs-of.ts';
import { publishCancelled } from './publish-cancelled.ts';
import { isPlainSkip, publishSkip, speaksAlready } from './publish-skip.ts';
import { accept, readAcceptanceOf } from './read-acceptance-of.ts';
import { setOutputs } from './set-outputs.ts';
import type { PublishPorts, Stage } from './stage.ts';
import type { Carried } from './take-over.ts';
import { tellPublished, tellUnaccepted } from './tell-published.ts';
import { verdictsOf } from './verdicts-of.ts';

/** Shows a review: acceptance read, files, comment, summary, annotations, outputs. @returns whether the gate is open. */
export async function publishReview(
  result: ReviewResult,
  startedAt: number,
  listed: readonly ForumComment[] | undefined,
  ports: PublishPorts,
): Promise<boolean> {
  const { settings, pull } = result;
  const { forum, stage, run } = ports;
  const number = pull?.number;
  const cancelled = result.report.ended === 'cancelled';
  const acceptance = cancelled
    ? undefined
    : await readAcceptanceOf(result.report.verdict, result.report.fingerprint, settings, number, ports);
  const report: Report = { ...accept(result.report, acceptance), links: { run: run.url } };
  if (isPlainSkip(report) && !(await speaksAlready(result, forum))) return publishSkip(report, stage);
  const { closedWords, writeAnnotations, writeComment, writeHtml, writeJson, writeSummary } = await import(
    '../../reporters/index.ts'
  );

  const given = outputsOf(report);
  const setOutput = (name: OutputName, value: string) => stage.setOutput(name, stage.redact(value));
  if (report.verdict !== 'skipped') {
    const files = [
      await stage.writeFile('promptgate.json', redacted(writeJson(report), stage)),
      await stage.writeFile('promptgate.html', redacted(writeHtml(report), stage)),
    ] as const;
    setOutput('report-json', files[0]);
    setOutput('report-html', files[1]);
    if (settings.artifact !== undefined && !cancelled) await stage.uploadArtifact(settings.artifact, files);
  }
  // A merge group reads the pull request's comment; it is the pull request's own runs that write it.
  const speaks = pull !== undefined && number !== undefined && pull.queued !== true && settings.comment !== 'never';
  const seal = ports.sealOf(settings);
  if (speaks && report.ended === 'cancelled') {
    const name = nameOfComment(settings);
    const render = (marker: string) => stage.redact(writeComment(report, marker));
    const facts = {
      pull: number,
      name,
      head: pull.head.sha,
      run: run.id,
      startedAt,
      comments: listed ?? [],
      render,
      seal,
    };
    if (listed !== undefined) await publishCancelled(report, facts, ports.hurriedForum());
  } else if (speaks) {
    const carried: Carried = { verdicts: [...verdictsOf(report)], outputs: given, closed: closedWords(report) };
    const published = await publishComment(forum, number, {
      statement: {
        name: nameOfComment(settings),
        run: run.id,
        startedAt,
        head: pull.head.sha,
        verdict: report.verdict,
        fingerprint: report.fingerprint,
        carried,
      },
      seal,
      begin: isWanted(report, settings.comment),
      render: (marker) => stage.redact(writeComment(report, marker)),
    });
    tellPublished(published, report, setOutput, stage);
  }
  tellUnaccepted(acceptance, settings, stage);
  await stage.writeSummary(stage.redact(writeSummary(report)));
  for (const annotation of writeAnnotations(report)) stage.annotate(annotation);
  setOutputs(given, stage);
  return report.gate.open;
}

/** A secret is never split: a piece ends where a value does. */
function* redacted(pieces: Iterable<string>, { redact }: Stage): Generator<string> {
  for (const piece of pieces) yield redact(piece);
}

/** A comment is begun where a prompt changed; an existing one is kept up to date in any case. */
function isWanted(report: Report, wish: Settings['comment']): boolean {
  const changed = report.prompts.length + report.unreviewed.length > 0 || report.fingerprint !== '';
  // A change of the rules alone is told too: it has a fingerprint, and nothing else that is skipped has one.
  const isSaid = report.verdict !== 'skipped' || report.fingerprint !== '';
  return changed && isSaid && !(wish === 'changes' && report.verdict === 'pass');
}
