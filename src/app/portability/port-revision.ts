import { hash } from '../../core/hash.ts';
import type { IssueBoard } from '../../core/issue-board.ts';
import type { PortabilityReport } from '../../core/portability/portability-report.ts';
import { showProblem } from '../../core/problem.ts';
import { publishComment } from '../../core/publish/publish-comment.ts';
import { publishIssues } from '../../core/publish/publish-issues.ts';
import { type Forms, keepForms } from '../publish/keep-forms.ts';
import { setOutputs, tryOutput } from '../publish/outputs-of.ts';
import { nameOfComment, type PublishPorts } from '../publish/stage.ts';
import { tellPublished, wordRefused } from '../publish/tell-published.ts';
import type { PullRequestRun } from '../review-pull-request.ts';
import type { PortabilityPorts, PortabilityResult } from './portability.ts';
import { portabilityOrProblems } from './portability-locally.ts';
import { portedJson } from './report-portability.ts';

/**
 * The action's run in `mode: portability`: of the pull request's head, elsewhere of the commit that the run is for. It decides no
 * pull request: the step fails only where nothing could be told.
 * @returns whether it passes
 */
export async function portRevision(
  run: PullRequestRun,
  ports: PortabilityPorts & PublishPorts & { readonly issues: IssueBoard },
): Promise<boolean> {
  const startedAt = ports.clock.now();
  const { stage } = ports;
  const result = await portabilityOrProblems({ ...run, named: { written: [], folder: '' } }, ports);
  const { report, settings } = result;
  const { writePortedMarkdown } = await import('../../reporters/portability.ts');
  // The verdict first: whatever happens to the rest, it stands.
  await setOutputs(outputsOf(report), stage);
  if (report.verdict !== 'skipped') await keepForms(formsOf(report), settings.artifact ?? '', stage);
  if (settings.comment !== 'never') await comment(result, startedAt, ports);
  if (report.retiring !== undefined && result.pull?.number === undefined) await tellRetiring(result, ports);
  await tryOutput('The job summary', stage, () =>
    stage.writeSummary(stage.redact(writePortedMarkdown(report, { run: ports.run.url }))),
  );
  for (const problem of report.problems) {
    const message = stage.redact(showProblem(problem));
    await tryOutput('The annotations', stage, () => stage.annotate({ level: 'error', title: 'Promptgate', message }));
  }
  return report.verdict !== 'invalid';
}

function formsOf(report: PortabilityReport): Forms {
  return {
    json: () => portedJson(report),
    html: async ({ hash: hashed }) => {
      const { writePortedHtml } = await import('../../reporters/portability.ts');
      return writePortedHtml(report, hashed);
    },
  };
}

function outputsOf({ verdict, problems, calls, costUsd }: PortabilityReport): Readonly<Record<string, string>> {
  return {
    verdict,
    reason: verdict === 'invalid' ? (problems[0]?.reason ?? 'provider') : '',
    calls: String(calls.made),
    'cost-usd': costUsd === null ? '' : String(Number(costUsd.toFixed(6))),
  };
}

/** One issue for each model that ends, and none for one that nobody uses any more. One that cannot be written is a warning. */
async function tellRetiring(
  { report, settings, untold = [] }: PortabilityResult,
  { issues, stage, run, sealOf }: PublishPorts & { readonly issues: IssueBoard },
): Promise<void> {
  const { titleOfRetiring, writeRetired, writeRetiringIssue } = await import('../../reporters/portability.ts');
  // What could not be read may use the model still.
  const isWhole = report.problems.every(({ reason }) => reason !== 'files' && reason !== 'config');
  const outcomes = await publishIssues(issues, {
    kind: nameOfIssues(settings),
    seal: sealOf(settings),
    wishes: (report.retiring ?? []).map((one) => ({
      key: one.model,
      title: stage.redact(titleOfRetiring(one)),
      render: (marker) => stage.redact(writeRetiringIssue(one, report, { run: run.url, marker })),
    })),
    // Only what could be told of a model closes its issue.
    closing: (model, marker) =>
      isWhole && !untold.includes(model) ? stage.redact(writeRetired(model, { run: run.url, marker })) : undefined,
  });
  for (const outcome of outcomes) {
    if (outcome.kind !== 'refused') {
      stage.say(`The issue about ${outcome.key} is ${outcome.kind}: ${outcome.url}`);
      continue;
    }
    const message = `The issue about ${outcome.key} could not be written: ${wordRefused(outcome)} The matrix is in the job summary.`;
    stage.annotate({ level: 'warning', title: 'Promptgate', message: stage.redact(message) });
  }
}

/** Several uses in one repository have issues of their own. */
function nameOfIssues({ name }: Pick<PortabilityResult['settings'], 'name'>): string {
  return name === undefined ? 'retiring' : `retiring ${name}`;
}

/** The pull request's comment of this mode: one for it alone, beside that of a review. */
async function comment(
  { report, settings, pull }: PortabilityResult,
  startedAt: number,
  ports: PublishPorts,
): Promise<void> {
  const number = pull?.number;
  if (pull === undefined || number === undefined || pull.queued === true) return;
  const { writePortedMarkdown } = await import('../../reporters/portability.ts');
  const { forum, stage, run } = ports;
  await tryOutput('The comment', stage, async () => {
    const published = await publishComment(forum, number, {
      statement: {
        name: nameOfComment(settings),
        run: run.id,
        startedAt,
        head: pull.head.sha,
        verdict: report.verdict,
        fingerprint: hash({ portability: report.prompts, head: pull.head.sha }),
        carried: {},
      },
      seal: ports.sealOf(settings),
      begin: report.verdict !== 'skipped',
      render: (marker) => stage.redact(writePortedMarkdown(report, { run: run.url, marker })),
    });
    tellPublished(published, report, (name, value) => stage.setOutput(name, stage.redact(value)), stage);
  });
}
