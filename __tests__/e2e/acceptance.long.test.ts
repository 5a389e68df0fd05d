import { afterEach, describe, expect, it } from 'vitest';
import { promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

const LABEL = 'promptgate:accept';
let stage: ReviewStage;
afterEach(async () => {
  expect(stage.github.violations).toEqual([]);
  await stage.close();
});

/** The label's second must not be the comment's own: in doubt nothing is accepted. */
const nextSecond = () => new Promise((resolve) => setTimeout(resolve, 1100));

async function regressed(): Promise<void> {
  stage = await stageReview({
    base: shopBase,
    head: { [promptPath]: promptText('warmly') },
    models: shopModels(['case-3']),
    github: { roles: { ada: 'write', eve: 'read' } },
  });
  expect((await stage.review()).exitCode).toBe(1);
  await nextSecond();
}

const body = () => stage.github.comments(7)[0]?.body ?? '';

describe('the accept label', () => {
  it('opens the gate for what was shown, says by whom, and keeps the verdict', async () => {
    await regressed();
    const asked = stage.models.stats().arrived;
    stage.github.label(7, LABEL, 'ada');
    const run = await stage.review();
    expect([run.exitCode, run.outputs['verdict'], run.outputs['calls']]).toEqual([0, 'regressed', '0']);
    expect(stage.models.stats().arrived).toBe(asked);
    expect(body()).toMatch(/^### 🟠 Accepted by `ada`: /m);
    expect(body()).toContain('Accepted by `ada` on ');
    expect(body()).toContain('`case-3`');
    expect(stage.github.comments(7)).toHaveLength(1);
  });

  it('is no acceptance once it is taken off again', async () => {
    await regressed();
    stage.github.label(7, LABEL, 'ada');
    await stage.review();
    stage.github.unlabel(7, LABEL, 'ada');
    const run = await stage.review();
    expect(run.exitCode).toBe(1);
    expect(body()).not.toContain('Accepted by');
    expect(body()).toContain('This blocks the merge.');
  });

  it('means nothing from someone who may not write', async () => {
    await regressed();
    stage.github.label(7, LABEL, 'eve');
    const run = await stage.review();
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('has no write permission');
  });

  it('does not hold for what a later push changes, and holds in the merge queue for what was judged', async () => {
    await regressed();
    stage.github.label(7, LABEL, 'ada');
    const queue = 'gh-readonly-queue/main/pr-7-0123456789abcdef';
    const sha = stage.repository.merge(queue, 'main', 'topic');
    const merged = await stage.on('merge_group', await stage.github.mergeGroupEvent(7, queue), {
      sha,
      ref: `refs/heads/${queue}`,
    });
    expect([merged.exitCode, merged.outputs['verdict'], merged.outputs['calls']]).toEqual([0, 'regressed', '0']);
    stage.push({ [promptPath]: `${promptText('warmly')}\nAnd be brief.\n` });
    const pushed = await stage.review();
    expect([pushed.exitCode, pushed.outputs['verdict']]).toEqual([1, 'regressed']);
  });
});
