import { createHash } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { driftLine } from '../../src/core/drift/drift-line.ts';
import type { RunSetting } from '../../src/embedded/github/world.ts';
import type { StepResult } from '../../src/embedded/runner/run-action.ts';
import { startReceiver } from '../support/alert-receivers.ts';
import { startArtifactService } from '../support/artifact-service.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

const name = 'promptgate-history.ndjson';
const cases = [1, 2].map(
  (one) => `- { id: case-${one}, vars: { what: "${one}" }, checks: [{ contains: "${one}" }] }\n`,
);

const open: { readonly close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A minute of the morning, as GitHub writes times. */
const minute = (at: number): string => `2026-11-29T05:${String(at).padStart(2, '0')}:00Z`;

it('a history in artifacts is carried from run to run, believes those of its own workflow and branch alone, and takes in what ran beside', async () => {
  let served = 'strong-1';
  const service = await startArtifactService();
  const slack = await startReceiver(() => ({ status: 200, body: 'ok' }));
  const runs: RunSetting[] = [];
  /** When each was kept, and those that have expired, by id. */
  const keptAt = new Map<number, string>();
  let expired = false;
  const stage: ReviewStage = await stageReview({
    base: {
      'prompts/a.prompt.yml': 'messages:\n  - { role: user, content: "Number {{what}}?" }\n',
      'prompts/a.cases.yml': cases.join(''),
      'promptgate.yml':
        'version: 1\nmodels: [strong]\ndrift: { trials: 1, history: artifact }\nalerts: { slack: SLACK_URL }\n',
    },
    head: { 'a.md': 'A\n' },
    models: {
      rules: [
        { when: /Number/u, reply: ({ text }) => ({ text: `It is ${/\d+/u.exec(text)?.[0]}.`, servedModel: served }) },
      ],
    },
    github: {
      permissions: { actions: 'read', contents: 'read', issues: 'write' },
      runs: () => runs,
      artifacts: () =>
        service.kept().map(({ id, run, address, name: called, content }) => ({
          ...{ id, run, address, expired, name: called, size: content.length },
          createdAt: keptAt.get(id) ?? minute(59),
          digest: `sha256:${createHash('sha256').update(content).digest('hex')}`,
        })),
    },
  });
  open.push(service, slack, stage);
  const run = async (id: number, begun: number, more: Partial<RunSetting> = {}): Promise<StepResult> => {
    runs.push({ id, event: 'schedule', branch: 'main', workflow: 7, createdAt: minute(begun), ...more });
    const told = await stage.on(
      'schedule',
      { schedule: '17 5 * * *' },
      {
        sha: stage.repository.git('rev-parse', 'main'),
        ref: 'refs/heads/main',
        inputs: { mode: 'drift' },
        runId: id,
        env: {
          ...service.envOf(id),
          NODE_OPTIONS: `--import ${new URL('../support/brief-waits.mjs', import.meta.url).href}`,
          SLACK_URL: `${slack.url}/services/T0/told`,
        },
      },
    );
    for (const one of service.kept()) if (!keptAt.has(one.id)) keptAt.set(one.id, minute(begun + 1));
    return told;
  };
  /** What some other run kept under the name. */
  const plant = (id: number, begun: number, kept: number, content: string, more: Partial<RunSetting> = {}): void => {
    runs.push({ id, event: 'schedule', branch: 'main', workflow: 7, createdAt: minute(begun), ...more });
    service.keep(id, name, content);
    const last = service.kept().at(-1)?.id ?? 0;
    keptAt.set(last, minute(kept));
  };
  const textOf = (id: number): string =>
    service
      .kept()
      .find((one) => one.run === id)
      ?.content.toString() ?? '';
  const linesOf = (id: number) =>
    textOf(id)
      .trimEnd()
      .split('\n')
      .map((line) => driftLine.parse(JSON.parse(line)));

  const first = await run(1, 1);
  expect([first.exitCode, first.outputs['verdict']], first.stdout).toEqual([0, 'baseline']);
  expect(linesOf(1)).toHaveLength(1);

  // Whoever may start a workflow may keep an artifact of the name: none of these says what is usual.
  const told = textOf(1).replaceAll('strong-1', 'strong-2');
  plant(20, 2, 3, told, { headRepository: 'eve/support' });
  plant(21, 2, 4, told, { branch: 'topic' });
  plant(22, 2, 5, told, { workflow: 8 });
  plant(23, 2, 6, told, { event: 'pull_request' });
  served = 'strong-2';
  const swapped = await run(2, 10);
  expect([swapped.exitCode, swapped.outputs['verdict']]).toEqual([1, 'drifted']);
  expect(swapped.outputs['drifted']).toContain('strong');
  expect(linesOf(2)).toHaveLength(2);
  expect(stage.github.issues()).toHaveLength(1);
  expect(slack.received).toHaveLength(1);

  // One that began before run 2 had kept anything, and ended after it: what both saw is read.
  const beside = JSON.stringify({ ...linesOf(1)[0], at: '2026-11-29T05:09:00.000Z', run: 'beside' });
  plant(24, 9, 12, `${textOf(1)}${beside}\n`);
  // The newest one is broken: it is named, and the ones before it are read.
  plant(25, 13, 14, 'PK\u0003\u0004 no history\n');
  served = 'strong-1';
  const back = await run(3, 20);
  expect([back.exitCode, back.outputs['verdict']]).toEqual([0, 'steady']);
  expect(back.summary).toContain(`The artifact ${name} of run 25 holds no line of a history; it was left out`);
  expect(linesOf(3).map((line) => line.run)).toEqual(expect.arrayContaining(['beside']));
  expect(linesOf(3)).toHaveLength(4);
  expect(stage.github.issues().map(({ state }) => state)).toEqual(['closed']);
  // Who was told is in an artifact too: of the end, once.
  expect(slack.received).toHaveLength(2);
  expect(slack.received[1]?.body).toContain('as usual again');
  expect(stage.repository.git('branch', '--list', 'promptgate-history')).toBe('');

  expired = true;
  const anew = await run(4, 30);
  expect([anew.exitCode, anew.outputs['verdict']]).toEqual([0, 'baseline']);
  expect(anew.summary).toContain(`The history begins anew: the artifact ${name} of 2026-11-29 has expired.`);

  stage.github.permit('actions', 'none');
  const refused = await run(5, 40);
  expect([refused.exitCode, refused.outputs['verdict'], refused.outputs['reason']]).toEqual([
    1,
    'invalid',
    'permission',
  ]);
  expect(refused.stdout).toMatch(
    /::error .*`promptgate-history\.ndjson` of earlier runs.*`actions=read`|`actions: read`/u,
  );
  expect(stage.github.violations).toEqual([]);
});
