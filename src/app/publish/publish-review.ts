import { type Breathe, inBreaths } from '../../core/breathe.ts';
import type { ForumComment } from '../../core/forum.ts';
import type { PageForm } from '../../core/page-form.ts';
import { asPublished } from '../../core/publish/as-published.ts';
import { earlierVerdict } from '../../core/publish/earlier-verdict.ts';
import { publishComment } from '../../core/publish/publish-comment.ts';
import type { Report } from '../../core/report/report.ts';
import { gateWordsOf } from '../../core/report/report-outcome.ts';
import type { OutputName } from '../../core/settings/outputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { tables } from '../../reporters/tables.ts';
import type { ReviewResult } from '../review/review.ts';
import { outputsOf, setOutputs, tryOutput } from './outputs-of.ts';
import { publishCancelled } from './publish-cancelled.ts';
import { isPlainSkip, publishSkip, speaksAlready } from './publish-skip.ts';
import { accept, readAcceptanceOf } from './publish-taken-over.ts';
import { nameOfComment, type PublishPorts, type Stage } from './stage.ts';
import type { Carried } from './take-over.ts';
import { tellPublished, tellUnaccepted } from './tell-published.ts';
import type { LiveComment } from './tell-while-asking.ts';

/** Shows a review: acceptance read, files, comment, summary, annotations, outputs. @returns whether the gate is open. */
export async function publishReview(
  result: ReviewResult,
  startedAt: number,
  listed: readonly ForumComment[] | undefined,
  ports: PublishPorts,
  live?: LiveComment,
): Promise<boolean> {
  const { settings, pull } = result;
  const { forum, stage, run } = ports;
  const number = pull?.number;
  const cancelled = result.report.ended === 'cancelled';
  const acceptance = cancelled
    ? undefined
    : await readAcceptanceOf(result.report.verdict, result.report.fingerprint, settings, number, ports);
  // What is found needs no more telling how far it is, and nothing of that may come after it.
  if (!cancelled) void live?.end();
  const breathe = cancelled ? atOnce : goingOn(ports.breathe);
  const told = earlierVerdict(listed ?? [], nameOfComment(settings), ports.sealOf(settings));
  const publishable = await asPublished(result.report, settings, breathe);
  const found: Report = {
    ...accept(publishable, acceptance),
    links: { run: run.url },
    ...(told === undefined ? {} : { earlier: { verdict: told.verdict, head: told.head, since: told.since } }),
  };
  if (isPlainSkip(found) && !(await speaksAlready(result, forum))) {
    await keepJunit(found, settings, stage, breathe);
    return publishSkip(found, stage);
  }
  const { writeAnnotations, writeSummary } = await import('../../reporters/index.ts');

  const given = outputsOf(found);
  // The verdict first: whatever happens to the rest, it stands.
  await setOutputs(given, stage);
  // The comment leads to the report, which so is kept before it; but a cancelled run has time for one thing.
  const report = cancelled ? found : await keep(found, settings, ports, breathe);
  // A merge group reads the pull request's comment; it is the pull request's own runs that write it.
  const speaks = pull !== undefined && number !== undefined && pull.queued !== true && settings.comment !== 'never';
  if (speaks)
    await tryOutput('The comment', stage, () =>
      comment(report, result, { startedAt, listed, given, number, live }, ports),
    );
  tellUnaccepted(acceptance, settings, stage);
  await breathe();
  await tryOutput('The job summary', stage, () => stage.writeSummary(stage.redact(writeSummary(report))));
  await breathe();
  await tryOutput('The annotations', stage, () => {
    for (const annotation of writeAnnotations(report)) stage.annotate(annotation);
  });
  if (cancelled) await keep(report, { ...settings, artifact: '' }, ports, breathe);
  return report.gate.open;
}

/** Writes the report's files and keeps them. @returns the report with where that is, and what could not be kept */
async function keep(
  report: Report,
  settings: Settings,
  { stage, breathe }: PublishPorts,
  goOn: Breathe,
): Promise<Report> {
  await keepJunit(report, settings, stage, goOn);
  if (report.verdict === 'skipped') return report;
  const { writeHtml, writeJson } = await import('../../reporters/index.ts');
  const json = await tryOutput('The report promptgate.json', stage, () =>
    stage.writeFile('promptgate.json', inBreaths(redacted(writeJson(report), stage), breathe)),
  );
  const html = await tryOutput('The report promptgate.html', stage, async () =>
    stage.writeFile(
      'promptgate.html',
      inBreaths(redacted(writeHtml(report, await redactingForm(stage)), stage), breathe),
    ),
  );
  await tryOutput('The paths of the report', stage, () => {
    if (json !== undefined) stage.setOutput('report-json', stage.redact(json));
    if (html !== undefined) stage.setOutput('report-html', stage.redact(html));
  });
  const { artifact = '' } = settings;
  if (artifact === '' || (json ?? html) === undefined) return report;
  const files = { ...(json === undefined ? {} : { json }), ...(html === undefined ? {} : { html }) };
  const kept = await tryOutput('The artifact', stage, () => stage.keepReport(artifact, files));
  if (kept === undefined) return report;
  const notes = kept.lost === undefined ? report.notes : [...report.notes, kept.lost];
  return { ...report, notes, links: { ...report.links, ...kept.links } };
}

async function keepJunit(report: Report, { reportJunit }: Settings, stage: Stage, breathe: Breathe): Promise<void> {
  if (reportJunit === undefined) return;
  const junit = tables.find(({ name }) => name === 'junit');
  if (junit === undefined) return;
  await tryOutput(`The JUnit XML ${reportJunit}`, stage, async () =>
    stage.setOutput(
      'report-junit',
      await stage.writeInWorkspace(reportJunit, inBreaths(redacted((await junit.load())(report), stage), breathe)),
    ),
  );
}

type Commenting = {
  readonly startedAt: number;
  readonly listed: readonly ForumComment[] | undefined;
  readonly given: ReturnType<typeof outputsOf>;
  readonly number: number;
  readonly live: LiveComment | undefined;
};

async function comment(
  report: Report,
  { settings, pull }: ReviewResult,
  { startedAt, listed, given, number, live }: Commenting,
  ports: PublishPorts,
): Promise<void> {
  if (pull === undefined) return;
  const { forum, stage, run } = ports;
  const { closedWords, writeComment, writeHeading } = await import('../../reporters/index.ts');
  const seal = ports.sealOf(settings);
  const line = stage.redact(writeHeading(report));
  const statement = { name: nameOfComment(settings), run: run.id, startedAt, head: pull.head.sha, line };
  const render = (marker: string) => stage.redact(writeComment(report, marker));
  if (report.ended === 'cancelled') {
    await live?.end('cancelled');
    const comments = live?.known() ?? listed;
    if (comments !== undefined)
      await publishCancelled(report, { ...statement, pull: number, comments, render, seal }, ports.hurriedForum());
    return;
  }
  await live?.end();
  const carried: Carried = { verdicts: [...new Set(gateWordsOf(report))], outputs: given, closed: closedWords(report) };
  const published = await publishComment(forum, number, {
    statement: { ...statement, verdict: report.verdict, fingerprint: report.fingerprint, carried },
    seal,
    begin: isWanted(report, settings.comment),
    render,
  });
  if (published.kind === 'superseded') await live?.giveUp();
  if (published.kind === 'written' || published.kind === 'kept') stage.leaveLastWord();
  const setOutput = (name: OutputName, value: string) => stage.setOutput(name, stage.redact(value));
  tellPublished(published, report, setOutput, stage);
}

/** What is packed cannot be redacted any more: it is before. */
async function redactingForm({ loadPage, redact }: Stage): Promise<PageForm> {
  const form = await loadPage();
  return { ...form, pack: (text) => form.pack(redact(text)) };
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

/** A cancelled run's breath is its last. */
const atOnce = (): undefined => undefined;

/** Of a review that came to its end before the cancel: what it found is told all the same. */
function goingOn(breathe: Breathe): Breathe {
  return () => breathe()?.catch(() => undefined);
}
