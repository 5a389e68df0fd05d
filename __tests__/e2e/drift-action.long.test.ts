import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { driftLine } from '../../src/core/drift/drift-line.ts';
import { writeHistory } from '../../src/core/drift/read-history.ts';
import type { ActionStep, StepResult } from '../../src/embedded/runner/run-action.ts';
import { earlierRuns } from '../support/earlier-runs.ts';
import { promptPath, shopBase } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

const mood: { broken: readonly number[]; served: string } = { broken: [], served: 'strong' };

describe('`mode: drift` on a schedule', () => {
  let stage: ReviewStage;
  const begin = async (
    permissions: Readonly<Record<string, 'read' | 'write'>> = { contents: 'write', issues: 'write' },
    drift = '{}',
  ) => {
    stage = await stageReview({
      base: { ...shopBase, 'promptgate.yml': `version: 1\nmodels: [strong]\ndrift: ${drift}\n` },
      head: { 'a.md': 'A\n' },
      models: {
        seed: 'schedule',
        rules: [
          {
            when: /What is case-/u,
            reply: ({ text, random }) => {
              const number = Number(/What is case-(\d+)\?/u.exec(text)?.[1]);
              const fails = random() < (mood.broken.includes(number) ? 0.95 : 0.02);
              const said = fails ? 'I would rather not say.' : `It is number ${number}.`;
              return { text: said, servedModel: mood.served };
            },
          },
        ],
      },
      // People label an issue some seconds after it was written.
      github: { permissions, roles: { ada: 'write' }, now: () => Date.now() + 5_000 },
    });
  };
  beforeEach(() => {
    mood.broken = [];
    mood.served = 'strong';
  });
  afterEach(async () => {
    expect(stage.github.violations).toEqual([]);
    await stage.close();
  });
  const run = (more: Pick<ActionStep, 'lost'> = {}): Promise<StepResult> =>
    stage.on(
      'schedule',
      { schedule: '17 5 * * *' },
      {
        sha: stage.repository.git('rev-parse', 'main'),
        ref: 'refs/heads/main',
        inputs: { mode: 'drift' },
        env: { NODE_OPTIONS: `--import ${new URL('../support/brief-waits.mjs', import.meta.url).href}` },
        ...more,
      },
    );
  const runs = async (count: number): Promise<readonly StepResult[]> => {
    const told: StepResult[] = [];
    for (let at = 0; at < count; at++) told.push(await run());
    return told;
  };
  const files = (): readonly string[] =>
    stage.repository
      .git('ls-tree', '--name-only', 'promptgate-history')
      .trim()
      .split('\n')
      .filter((name) => name.endsWith('.ndjson'));
  const linesOf = (file: string): readonly string[] =>
    stage.repository.git('show', `promptgate-history:${file}`).trim().split('\n');
  const runsKept = () =>
    files()
      .flatMap(linesOf)
      .map((line) => driftLine.parse(JSON.parse(line)))
      .filter(({ kind }) => kind === 'run')
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  /** As if there had been so many runs before the first one. */
  const remember = (count: number): void => {
    const [file = ''] = files();
    const lines = linesOf(file);
    const earlier = earlierRuns(lines[0] ?? '', count, 0.98);
    stage.repository.commit('promptgate-history', { [file]: `${writeHistory(earlier)}${lines.join('\n')}\n` });
  };
  const commits = (): number => Number(stage.repository.git('rev-list', '--count', 'promptgate-history'));

  it('keeps a branch, opens one issue for a silent swap, leaves it alone without news, and closes it after the swap back', async () => {
    await begin(undefined, '{ history-texts: true }');
    const first = await run();
    expect([first.exitCode, first.outputs['verdict'], commits()]).toEqual([0, 'baseline', 1]);
    remember(10);
    mood.broken = [2, 5];
    // A runner that is lost as it opens the issue has kept what it saw: the next one goes on from there, and opens no second one.
    const lost = new AbortController();
    stage.github.fail({ kind: 'meanwhile', where: /POST .*\/issues$/u, happens: () => lost.abort() });
    for (let at = 0; at < 4 && !lost.signal.aborted; at++) await run({ lost: lost.signal });
    expect(lost.signal.aborted).toBe(true);
    const told = await run();
    expect([told.exitCode, told.outputs['verdict']]).toEqual([1, 'drifted']);
    const [{ since = '' } = {}] = z
      .array(z.object({ since: z.string() }))
      .parse(JSON.parse(told.outputs['drifted'] ?? ''));
    const began = runsKept().findIndex(({ at }) => at === since) + 1;
    expect(Math.abs(began - 12)).toBeLessThanOrEqual(2);
    const [issue, ...more] = stage.github.issues();
    expect(more).toEqual([]);
    expect(issue?.title).toBe(`strong answers ${promptPath} differently`);
    expect(issue?.body).toMatch(/case-2|case-5/u);
    expect(issue?.body).toContain('xychart-beta');
    // What was said before, as the history kept it, beside what is said now.
    expect(issue?.body).toMatch(
      /> \*\*Before\*\* \(.*\) · .*It is number [25]\..*\n>\n> \*\*Now\*\* · .*I would rather not say\./u,
    );
    expect(told.summary).toContain('I would rather not say.');
    expect(told.summary).toContain('worse since');
    expect(told.outputs['report-html']).toMatch(/promptgate\.html$/u);
    const said = issue?.updatedAt;
    await run();
    expect(stage.github.issues()[0]?.updatedAt).toBe(said);
    mood.broken = [];
    for (let at = 0; at < 3 && stage.github.issues()[0]?.state === 'open'; at++) await run();
    expect(stage.github.issues().map(({ state }) => state)).toEqual(['closed']);
    expect(stage.github.issues()[0]?.body).toContain('The replies are as usual again.');
  });

  it('tells another model in the next run, and takes it as the usual where someone who may write labels the issue', async () => {
    await begin();
    await runs(2);
    mood.served = 'strong-2026-11-01';
    const [told] = await runs(1);
    expect(told?.exitCode).toBe(1);
    const [issue] = stage.github.issues();
    expect(issue?.body).toContain('promptgate:accept');
    stage.github.label(issue?.number ?? 0, 'promptgate:accept', 'eve');
    const [refused] = await runs(1);
    expect([refused?.exitCode, refused?.outputs['verdict']]).toEqual([1, 'drifted']);
    expect(refused?.summary).toContain('eve, who set it, has no write permission');
    stage.github.unlabel(issue?.number ?? 0, 'promptgate:accept', 'ada');
    stage.github.label(issue?.number ?? 0, 'promptgate:accept', 'ada');
    const [taken] = await runs(1);
    expect([taken?.exitCode, taken?.outputs['verdict']]).toEqual([0, 'baseline']);
    expect(stage.github.issues()[0]?.state).toBe('closed');
  });

  it('keeps nothing of a run on another branch, and says so', async () => {
    await begin();
    const sha = stage.repository.git('rev-parse', 'topic');
    const payload = { ref: 'refs/heads/topic', inputs: {}, repository: { default_branch: 'main' } };
    const there = { sha, ref: 'refs/heads/topic', inputs: { mode: 'drift' } };
    const told = await stage.on('workflow_dispatch', payload, there);
    expect([told.exitCode, told.outputs['verdict']]).toEqual([0, 'baseline']);
    expect(told.summary).toContain('Nothing of this run is kept');
    expect(stage.repository.git('branch', '--list', 'promptgate-history')).toBe('');
  });

  it('is invalid where the history cannot be kept, and names the permission', async () => {
    await begin({ contents: 'read', issues: 'write' });
    const [told] = await runs(1);
    expect([told?.exitCode, told?.outputs['verdict'], told?.outputs['reason']]).toEqual([1, 'invalid', 'permission']);
    expect(told?.stdout).toMatch(/::error .*`promptgate-history`.*could not be written/u);
  });

  it('does not run for a pull request', async () => {
    await begin();
    const told = await stage.review({ inputs: { mode: 'drift' } });
    expect([told.exitCode, told.outputs['reason']]).toEqual([1, 'config']);
    expect(stage.models.stats().arrived).toBe(0);
  });
});
