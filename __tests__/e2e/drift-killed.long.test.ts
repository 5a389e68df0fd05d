import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { type DriftLine, driftLine } from '../../src/core/drift/drift-line.ts';
import { driftReportSchema } from '../../src/core/drift/drift-report.ts';
import { writeHistory } from '../../src/core/drift/read-history.ts';
import type { ModelScript } from '../../src/embedded/model-service/script.ts';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import type { StepResult } from '../../src/embedded/runner/run-action.ts';
import { earlierRuns } from '../support/earlier-runs.ts';
import { LocalShop } from '../support/local-shop.ts';
import { shopBase } from '../support/policy-shop.ts';
import { stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';

/** What the service does today, and what is called as a reply is asked for. */
const mood = { broken: [2, 5], served: 'strong', isBroken: false, arrives: (): void => undefined };
const models: ModelScript = {
  seed: 'killed',
  rules: [
    {
      when: /What is case-/u,
      reply: ({ text }) => {
        mood.arrives();
        const number = Number(/What is case-(\d+)\?/u.exec(text)?.[1]);
        const fails = mood.isBroken && mood.broken.includes(number);
        return { text: fails ? 'I would rather not say.' : `It is number ${number}.`, servedModel: mood.served };
      },
    },
  ],
};
const config = 'version: 1\nmodels: [strong]\n';

const open: { readonly close: () => unknown }[] = [];
afterEach(async () => {
  Object.assign(mood, { served: 'strong', isBroken: false, arrives: () => undefined });
  for (const one of open.splice(0)) await one.close();
});

const linesIn = (text: string): readonly DriftLine[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => driftLine.parse(JSON.parse(line)));

it('a run that is killed before it kept anything leaves the history as it was, one amid its confirmation leaves that to the next', async () => {
  const shop = new LocalShop({ ...shopBase, 'promptgate.yml': config });
  const service = await startModelService(models);
  open.push(service, { close: () => shop.remove() });
  const file = join(shop.folder, 'history.ndjson');
  const kept = (): string => readFileSync(file, 'utf8');
  const drift = async (lost?: AbortSignal) => {
    const args = ['drift', '--base-url', service.url, '--history', 'history.ndjson', '--json'];
    // What else this machine does is no drift of the service.
    const still = { NODE_OPTIONS: '--import=data:text/javascript,performance.now=()=>1' };
    return runCli(shop.folder, args, { OPENAI_API_KEY: 'sk-drift-0123456789', ...still }, lost);
  };
  /** One that is killed once so many replies were asked for. @returns whether it came so far */
  const killed = async (replies: number): Promise<boolean> => {
    const lost = new AbortController();
    let left = replies;
    mood.arrives = () => {
      left -= 1;
      if (left === 0) lost.abort();
    };
    await drift(lost.signal);
    mood.arrives = () => undefined;
    return lost.signal.aborted;
  };
  await drift();
  const [line = ''] = kept().split('\n');
  writeFileSync(file, `${writeHistory(earlierRuns(line, 12, 0.98))}${line}\n`);
  mood.isBroken = true;
  const before = kept();
  expect(await killed(5)).toBe(true);
  expect(kept()).toBe(before);

  // Two replies a case are a run's own; what comes after them are fresh ones.
  let confirming = false;
  for (let run = 0; run < 3 && !confirming; run++) confirming = await killed(25);
  expect(confirming).toBe(true);
  const left = linesIn(kept());
  expect(left.at(-1)?.kind).toBe('run');
  expect(left.some(({ kind }) => kind === 'confirmation')).toBe(false);
  const next = await drift();
  const report = driftReportSchema.parse(JSON.parse(next.stdout));
  expect([next.status, report.verdict]).toEqual([1, 'drifted']);
  expect(report.prompts[0]?.models[0]?.cases.toSorted()).toEqual(['case-2', 'case-5']);
  // The history holds no texts: what was said before is not known.
  const shown = report.prompts[0]?.models[0]?.replies ?? [];
  expect(shown.map(({ before, now }) => [before, now])).toEqual([
    [undefined, 'I would rather not say.'],
    [undefined, 'I would rather not say.'],
  ]);
  expect(kept()).not.toContain('I would rather');
  expect(linesIn(kept()).some((one) => one.kind === 'confirmation' && one.confirmed)).toBe(true);
});

it('a runner that is lost at any write leaves a history that can be read, and one issue', async () => {
  const stage = await stageReview({
    base: { ...shopBase, 'promptgate.yml': `${config}drift: { trials: 1 }\n` },
    head: { 'a.md': 'A\n' },
    models,
    github: { permissions: { contents: 'write', issues: 'write' } },
  });
  open.push(stage);
  const run = async (at?: RegExp): Promise<StepResult> => {
    const lost = new AbortController();
    if (at !== undefined) stage.github.fail({ kind: 'meanwhile', where: at, happens: () => lost.abort() });
    const told = await stage.on(
      'schedule',
      { schedule: '17 5 * * *' },
      {
        sha: stage.repository.git('rev-parse', 'main'),
        ref: 'refs/heads/main',
        inputs: { mode: 'drift' },
        lost: lost.signal,
        env: { NODE_OPTIONS: `--import ${new URL('../support/brief-waits.mjs', import.meta.url).href}` },
      },
    );
    expect([at, lost.signal.aborted, told.exitCode === null]).toEqual([at, at !== undefined, at !== undefined]);
    return told;
  };
  const kept = (): readonly DriftLine[] => {
    const names = stage.repository.git('ls-tree', '--name-only', 'promptgate-history').split('\n');
    const name = names.find((one) => one.endsWith('.ndjson')) ?? '';
    return linesIn(stage.repository.git('show', `promptgate-history:${name}`));
  };
  const issues = (): readonly string[] => stage.github.issues().map(({ state }) => state);

  await run();
  mood.served = 'strong-2';
  await run(/POST .*\/git\/commits/u);
  expect([kept().length, issues()]).toEqual([1, []]);
  // What was asked for is done, a moment after whoever asked is gone: the branch has moved, and nobody has been told.
  await run(/PATCH .*\/git\/refs\//u);
  await vi.waitFor(() => expect([kept().length, issues()]).toEqual([2, []]));
  await run(/POST .*\/issues$/u);
  await vi.waitFor(() => expect([kept().length, issues()]).toEqual([3, ['open']]));
  const told = await run();
  expect([told.exitCode, told.outputs['verdict'], kept().length, issues()]).toEqual([1, 'drifted', 4, ['open']]);
  mood.served = 'strong';
  await run(/PATCH .*\/issues\/\d+$/u);
  const over = await run();
  expect([over.exitCode, over.outputs['verdict'], kept().length, issues()]).toEqual([0, 'steady', 6, ['closed']]);
  expect(stage.github.violations).toEqual([]);
});
