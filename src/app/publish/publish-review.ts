import { isOpen } from '../../core/assemble/assemble-report.ts';
import type { Forum, ForumComment } from '../../core/forum.ts';
import type { Acceptance } from '../../core/publish/decide-acceptance.ts';
import { findComments } from '../../core/publish/find-comments.ts';
import { type Published, publishComment } from '../../core/publish/publish-comment.ts';
import { readAcceptance } from '../../core/publish/read-acceptance.ts';
import type { Report } from '../../core/report/report.ts';
import { noPromptChanged, wordSkipped } from '../../core/report/word-skipped.ts';
import { type OutputName, outputs } from '../../core/settings/outputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Verdict } from '../../core/verdict.ts';
import type { Annotation } from '../../reporters/index.ts';
import type { ReviewResult } from '../review/review.ts';
import type { TakenOver } from '../review/taken-over.ts';
import { outputsOf } from './outputs-of.ts';
import { publishCancelled } from './publish-cancelled.ts';
import type { Carried } from './take-over.ts';

/** Where a run on GitHub shows what it found. Nothing here can change the verdict. */
export type Stage = {
  readonly setOutput: (name: OutputName, value: string) => void;
  readonly writeSummary: (markdown: string) => Promise<void>;
  readonly annotate: (annotation: Annotation) => void;
  /** Writes a file of the report; its path. */
  readonly writeFile: (name: string, pieces: Iterable<string>) => Promise<string>;
  readonly uploadArtifact: (name: string, files: readonly string[]) => Promise<void>;
  /** Removes secrets from what is shown where the runner does not mask them. */
  readonly redact: (text: string) => string;
  readonly say: (line: string) => void;
};

export type PublishPorts = {
  readonly forum: Forum;
  /** The same conversation for a run that was cancelled: it answers soon or not at all. */
  readonly hurriedForum: () => Forum;
  readonly stage: Stage;
  /** Run id and attempt, and the address of the run's page. */
  readonly run: { readonly id: string; readonly url: string };
};

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
    : await readAcceptanceOf(result.report.verdict, result.report.fingerprint, settings, number, forum);
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
  if (speaks && report.ended === 'cancelled') {
    const { name = '' } = settings;
    const render = (marker: string) => stage.redact(writeComment(report, marker));
    const facts = { pull: number, name, head: pull.head.sha, run: run.id, startedAt, comments: listed ?? [], render };
    if (listed !== undefined) await publishCancelled(report, facts, ports.hurriedForum());
  } else if (speaks) {
    const carried: Carried = { verdicts: [...verdictsOf(report)], outputs: given, closed: closedWords(report) };
    const published = await publishComment(forum, number, {
      statement: {
        name: settings.name ?? '',
        run: run.id,
        startedAt,
        head: pull.head.sha,
        verdict: report.verdict,
        fingerprint: report.fingerprint,
        carried,
      },
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

/** Whether an earlier run left a comment, which must not go on showing what no longer holds. What cannot be read is looked into. */
async function speaksAlready({ settings, pull }: ReviewResult, forum: Forum): Promise<boolean> {
  if (pull?.number === undefined || pull.queued === true || settings.comment === 'never') return false;
  const listed = await forum.comments(pull.number);
  return listed.kind === 'refused' || findComments(listed.value, settings.name ?? '').length > 0;
}

/** The most frequent end of a run: it says nothing that came from outside. */
function isPlainSkip({ verdict, skipped, notes }: Report): boolean {
  return verdict === 'skipped' && skipped === noPromptChanged && notes.length === 0;
}

/** Nothing to review and nothing said before: no reporter is loaded for one line. */
async function publishSkip(report: Report, stage: Stage): Promise<boolean> {
  await stage.writeSummary(`### ⚪ ${wordSkipped(report)}\n`);
  setOutputs(outputsOf(report), stage);
  return report.gate.open;
}

function setOutputs(given: Readonly<Record<string, string>>, stage: Stage): void {
  for (const { name } of outputs) {
    const value = Object.entries(given).find(([known]) => known === name)?.[1];
    if (value !== undefined) stage.setOutput(name, stage.redact(value));
  }
}

/** Shows a verdict that was taken over: nothing is asked, and the comment stays as it is. */
export async function publishTakenOver(
  { report, settings, pull }: ReviewResult,
  earlier: TakenOver,
  startedAt: number,
  { forum, stage, run }: PublishPorts,
): Promise<boolean> {
  const acceptance = await readAcceptanceOf(earlier.verdict, report.fingerprint, settings, pull?.number, forum);
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

async function readAcceptanceOf(
  verdict: Verdict,
  fingerprint: string,
  settings: Settings,
  pull: number | undefined,
  forum: Forum,
): Promise<Acceptance | undefined> {
  if (verdict !== 'regressed' || pull === undefined) return undefined;
  return readAcceptance(forum, { pull, label: settings.acceptLabel, name: settings.name ?? '', fingerprint });
}

/** A label that is set and opens nothing is told; one that is not set is nothing to tell. */
function tellUnaccepted(acceptance: Acceptance | undefined, { acceptLabel }: Settings, { say }: Stage): void {
  if (acceptance?.kind !== 'not-accepted' || acceptance.why === `the label ${acceptLabel} is not set`) return;
  say(`Not accepted: ${acceptance.why}.`);
}

function accept(report: Report, acceptance: Acceptance | undefined): Report {
  if (acceptance?.kind !== 'accepted') return report;
  const { by, at, fingerprint } = acceptance;
  const open = isOpen(verdictsOf(report), report.problems, report.gate.failOn, true);
  return { ...report, accepted: [{ by, at, how: 'label', fingerprint }], gate: { ...report.gate, open } };
}

/** Every verdict the gate asks: each prompt's and row's, and what has no row. */
export function verdictsOf(report: Report): readonly Verdict[] {
  return [
    ...report.prompts.flatMap((prompt) => [prompt.verdict, ...prompt.models.map((row) => row.verdict)]),
    ...(report.problems.length > 0 ? (['invalid'] as const) : []),
    ...(report.unreviewed.length > 0 ? (['unreviewed'] as const) : []),
  ];
}

/** A comment is begun where a prompt changed; an existing one is kept up to date in any case. */
function isWanted(report: Report, wish: Settings['comment']): boolean {
  const changed = report.prompts.length + report.unreviewed.length > 0 || report.fingerprint !== '';
  return changed && report.verdict !== 'skipped' && !(wish === 'changes' && report.verdict === 'pass');
}

function tellPublished(
  published: Published,
  report: Report,
  setOutput: (name: OutputName, value: string) => void,
  stage: Stage,
): void {
  switch (published.kind) {
    case 'written':
      setOutput('comment-url', published.url);
      break;
    case 'kept':
      if (published.url !== undefined) setOutput('comment-url', published.url);
      break;
    case 'superseded':
      stage.say(`The comment was left alone: ${published.why}.`);
      break;
    case 'not-written': {
      if (report.verdict === 'skipped') break;
      const grant =
        published.permission === undefined ? '' : ` Grant the job \`permissions: { ${published.permission} }\`.`;
      const message = `The comment could not be written: ${published.message}.${grant} The verdict is not affected; the job summary has the table.`;
      stage.annotate({ level: 'warning', title: 'Promptgate', message });
    }
  }
}
