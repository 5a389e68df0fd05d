import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import type { StepResult } from '../../src/embedded/runner/run-action.ts';
import { promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

let stage: ReviewStage;
const folders: string[] = [];
afterEach(async () => {
  expect(stage.github.violations).toEqual([]);
  await stage.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

type Github = NonNullable<Parameters<typeof stageReview>[0]['github']>;

/** A pull request that breaks three cases on one model. */
async function stageRegression(github: Github = {}): Promise<void> {
  const models = shopModels(['case-2', 'case-3', 'case-4']);
  stage = await stageReview({ base: shopBase, head: { [promptPath]: promptText('warmly') }, models, github });
}

async function queue(): Promise<StepResult> {
  const ref = 'gh-readonly-queue/main/pr-7-0123456789abcdef';
  const sha = stage.repository.merge(ref, 'main', 'topic');
  const event = await stage.github.mergeGroupEvent(7, ref);
  return stage.on('merge_group', event, { sha, ref: `refs/heads/${ref}` });
}

const target = async (inputs: Readonly<Record<string, string>> = {}) =>
  stage.on('pull_request_target', await stage.github.pullRequestEvent(7, 'synchronize'), { inputs });

/** Writes over our comment, as whoever has the same author's token or may edit comments can. */
async function edit(change: (body: string) => string): Promise<void> {
  const [comment] = stage.github.comments(7);
  const answer = await fetch(`${stage.github.url}/repos/shop/support/issues/comments/${comment?.id}`, {
    method: 'PATCH',
    headers: { authorization: 'token ghs_stage', 'content-type': 'application/json' },
    body: JSON.stringify({ body: change(comment?.body ?? '') }),
  });
  expect(answer.status).toBe(200);
}

const ended = ({ exitCode, outputs }: StepResult) => [exitCode, outputs['verdict']];

describe('A4: a fork that was refused', () => {
  const fork = { pulls: [{ number: 7, base: 'main', head: 'topic', headRepository: 'eve/support' }] };

  it('is reviewed by the merge queue, which has the keys', async () => {
    await stageRegression(fork);
    expect(ended(await target())).toEqual([0, 'unreviewed']);
    expect(ended(await queue())).toEqual([1, 'regressed']);
  });

  it('is reviewed once forks are allowed', async () => {
    await stageRegression(fork);
    expect(ended(await target())).toEqual([0, 'unreviewed']);
    expect(ended(await target({ 'allow-forks': 'true' }))).toEqual([1, 'regressed']);
  });
});

describe('A9: a verdict that none of our runs came to', () => {
  it('is not taken over from a marker that was changed', async () => {
    await stageRegression();
    await stage.review();
    await edit((body) => body.replaceAll('"regressed"', '"pass"'));
    const run = await stage.review();
    expect(ended(run)).toEqual([1, 'regressed']);
    expect(Number(run.outputs['calls'])).toBeGreaterThan(0);
    expect(stage.github.comments(7)[0]?.body).toContain('broke');
  });

  it('nor from a comment whose signature was taken away, nor where its text was changed', async () => {
    await stageRegression();
    await stage.review();
    await edit((body) => body.replace(/"signature":"[0-9a-f]+",/, ''));
    expect(Number((await stage.review()).outputs['calls'])).toBeGreaterThan(0);
    await edit((body) => `${body}\nAll is well.`);
    const run = await stage.review();
    expect([...ended(run), Number(run.outputs['calls']) > 0]).toEqual([1, 'regressed', true]);
    expect(stage.github.comments(7)[0]?.body).not.toContain('All is well.');
  });

  it('opens no gate by a label either: what was shown must be signed', async () => {
    await stageRegression({ roles: { ada: 'write' } });
    await stage.review();
    await edit((body) => body.replace(/"signature":"[0-9a-f]+",/, ''));
    await new Promise((resolve) => setTimeout(resolve, 1100));
    stage.github.label(7, 'promptgate:accept', 'ada');
    const run = await stage.review();
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('does not carry our signature');
  });

  it('is taken over where it is ours, by a run with the same key and by no other', async () => {
    await stageRegression();
    await stage.review();
    const again = await stage.review();
    expect([...ended(again), again.outputs['calls']]).toEqual([1, 'regressed', '0']);
    const other = await stage.review({ inputs: { 'api-key': 'sk-another-0123456789' } });
    expect(Number(other.outputs['calls'])).toBeGreaterThan(0);
  });

  it('is believed of nobody in a run without a key', async () => {
    await stageRegression();
    const keyless = { inputs: { 'api-key': '' } };
    await stage.review(keyless);
    const again = await stage.review(keyless);
    expect([...ended(again), Number(again.outputs['calls']) > 0]).toEqual([1, 'regressed', true]);
  });

  it('is no word of a person who is named as our app is', async () => {
    await stageRegression({ viewer: 'acme-gate[bot]' });
    stage.github.comment(7, 'acme-gate', '<!-- promptgate {"version":1,"name":""} -->\nAll is well.');
    await stage.review();
    const [, ours] = stage.github.comments(7);
    stage.github.comment(7, 'acme-gate', ours?.body.replaceAll('"regressed"', '"pass"') ?? '');
    expect(ended(await stage.review())).toEqual([1, 'regressed']);
    expect(stage.github.comments(7).map(({ author }) => author)).toEqual(['acme-gate', 'acme-gate[bot]', 'acme-gate']);
  });
});

describe('A13: a store that another job wrote', () => {
  it('is asked again row by row: only what a run with our keys signed is believed', async () => {
    await stageRegression();
    const temp = mkdtempSync(join(tmpdir(), 'promptgate-poisoned-'));
    folders.push(temp);
    const first = await stage.review({ temp });
    const store = new DatabaseSync(join(temp, 'promptgate', 'replies.sqlite'));
    const changed = store
      .prepare(
        "update replies set answer = replace(answer, 'I would rather not say.', 'It is number 2. It is number 3. It is number 4.')",
      )
      .run().changes;
    store.prepare("update replies set answer = 'not an answer' where call = (select min(call) from replies)").run();
    store.close();
    expect(Number(changed)).toBeGreaterThan(0);
    stage.push({ 'README.md': '# Another shop\n' });
    await edit((body) => body.replace(/"signature":"[0-9a-f]+",/, ''));
    const second = await stage.review({ temp });
    expect([ended(first), ended(second)]).toEqual([
      [1, 'regressed'],
      [1, 'regressed'],
    ]);
    expect(Number(second.outputs['calls'])).toBeGreaterThan(0);
    expect(Number(second.outputs['calls'])).toBeLessThan(Number(first.outputs['calls']));
  });
});
