import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StepResult } from '../../src/embedded/runner/run-action.ts';
import { promptPath, shopBase } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

const mood: { broken: readonly number[]; served: string } = { broken: [], served: 'strong' };

describe('`mode: drift` on a schedule', () => {
  let stage: ReviewStage;
  const begin = async (
    permissions: Readonly<Record<string, 'read' | 'write'>> = { contents: 'write', issues: 'write' },
  ) => {
    stage = await stageReview({
      base: { ...shopBase, 'promptgate.yml': 'version: 1\nmodels: [strong]\n' },
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
      github: { permissions },
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
  const run = (): Promise<StepResult> =>
    stage.on(
      'schedule',
      { schedule: '17 5 * * *' },
      { sha: stage.repository.git('rev-parse', 'main'), ref: 'refs/heads/main', inputs: { mode: 'drift' } },
    );
  const runs = async (count: number): Promise<readonly StepResult[]> => {
    const told: StepResult[] = [];
    for (let at = 0; at < count; at++) told.push(await run());
    return told;
  };
  const commits = (): number => Number(stage.repository.git('rev-list', '--count', 'promptgate-history'));

  it('keeps a branch, opens one issue for a silent swap, leaves it alone without news, and closes it after the swap back', async () => {
    await begin();
    const quiet = await runs(8);
    expect(quiet.map(({ exitCode }) => exitCode)).toEqual(quiet.map(() => 0));
    // A run whose alarm fresh replies do not confirm keeps that too.
    expect(commits()).toBeGreaterThanOrEqual(8);
    expect(stage.github.issues()).toEqual([]);
    mood.broken = [2, 5];
    const swapped = await runs(3);
    expect(swapped.at(-1)?.exitCode).toBe(1);
    expect(swapped.at(-1)?.outputs['verdict']).toBe('drifted');
    expect(JSON.parse(swapped.at(-1)?.outputs['drifted'] ?? '')).toMatchObject([
      { prompt: promptPath, model: 'strong' },
    ]);
    const [issue, ...more] = stage.github.issues();
    expect(more).toEqual([]);
    expect(issue?.title).toBe(`strong answers ${promptPath} differently`);
    expect(issue?.body).toMatch(/case-2|case-5/u);
    expect(issue?.body).toContain('xychart-beta');
    expect(swapped.at(-1)?.summary).toContain('worse since');
    const said = issue?.updatedAt;
    await run();
    expect(stage.github.issues()[0]?.updatedAt).toBe(said);
    mood.broken = [];
    await runs(3);
    expect(stage.github.issues().map(({ state }) => state)).toEqual(['closed']);
    expect(stage.github.issues()[0]?.body).toContain('The replies are as usual again.');
  });

  it('tells another model in the next run, and takes it as the usual where someone labels the issue', async () => {
    await begin();
    await runs(2);
    mood.served = 'strong-2026-11-01';
    const [told] = await runs(1);
    expect(told?.exitCode).toBe(1);
    const [issue] = stage.github.issues();
    expect(issue?.body).toContain('promptgate:accept');
    stage.github.label(issue?.number ?? 0, 'promptgate:accept', 'ada');
    const [taken] = await runs(1);
    expect([taken?.exitCode, taken?.outputs['verdict']]).toEqual([0, 'baseline']);
    expect(stage.github.issues()[0]?.state).toBe('closed');
    const [next] = await runs(1);
    expect(next?.exitCode).toBe(0);
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
