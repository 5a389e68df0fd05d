import { afterEach, describe, expect, it } from 'vitest';
import {
  casesPath,
  casesText,
  promptPath,
  promptText,
  shopBase,
  shopModels,
  tenCases,
} from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

let stage: ReviewStage | undefined;
afterEach(async () => {
  expect(stage?.github.violations).toEqual([]);
  await stage?.close();
  stage = undefined;
});

const edited = { [promptPath]: promptText('warmly') };

describe('a pull request that breaks two of ten cases on one of two models', () => {
  it('is blocked, with one comment that names both cases and no other', async () => {
    stage = await stageReview({ base: shopBase, head: edited, models: shopModels(['case-3', 'case-8']) });
    const run = await stage.review();
    expect(run.stdout + run.stderr).not.toMatch(/ at .*\.js:\d+/);
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(JSON.parse(run.outputs['regressed-cases'] ?? '')).toEqual([
      { prompt: promptPath, case: 'case-3', model: 'cheap' },
      { prompt: promptPath, case: 'case-8', model: 'cheap' },
    ]);
    expect(JSON.parse(run.outputs['changed-prompts'] ?? '')).toEqual([promptPath]);
    const comments = stage.github.comments(7);
    expect(comments).toHaveLength(1);
    const [body = ''] = comments.map((comment) => comment.body);
    for (const id of tenCases) expect(body.includes(`\`${id}\``), id).toBe(['case-3', 'case-8'].includes(id));
    expect(run.outputs['comment-url']).toMatch(/^http.*\/7#issuecomment-\d+$/);
    expect(run.summary).toContain('case-3');
  });

  it('has that comment updated, not a second one, once the prompt is mended', async () => {
    stage = await stageReview({ base: shopBase, head: edited, models: shopModels(['case-3']) });
    expect((await stage.review()).exitCode).toBe(1);
    stage.push({ [promptPath]: promptText('kindly') });
    const run = await stage.review();
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'pass']);
    expect(stage.github.comments(7)).toHaveLength(1);
    // The hidden marker remembers what was said before.
    expect(stage.github.comments(7)[0]?.body.split('<!--')[0]).not.toContain('`case-3`');
  });
});

describe('a run that judges nothing new', () => {
  it('takes the verdict over without a call, on a re-run as on an unrelated push', async () => {
    stage = await stageReview({ base: shopBase, head: edited, models: shopModels(['case-3']) });
    await stage.review();
    const [asked, [comment]] = [stage.models.stats().arrived, stage.github.comments(7)];
    stage.push({ 'README.md': '# Shop, told better\n' });
    const again = await stage.review();
    expect([again.exitCode, again.outputs['verdict'], again.outputs['calls']]).toEqual([1, 'regressed', '0']);
    expect(JSON.parse(again.outputs['regressed-cases'] ?? '')).toEqual([
      { prompt: promptPath, case: 'case-3', model: 'cheap' },
    ]);
    expect(again.summary).toContain('case-3');
    expect(stage.models.stats().arrived).toBe(asked);
    const told = stage.github.comments(7)[0]?.body.replace(/^Still regressed, since `[0-9a-f]{7}`\.\n\n/mu, '');
    expect(told?.split('<!--')[0]).toBe(comment?.body.split('<!--')[0]);
  });

  it('is not told that of a prompt that nothing guards and that changed since', async () => {
    stage = await stageReview({ base: shopBase, head: edited, models: shopModels([]) });
    expect((await stage.review()).outputs['verdict']).toBe('pass');
    stage.push({ 'prompts/unguarded.md': promptText('warmly') });
    const inputs = { 'fail-on': 'regressed, invalid, unreviewed' };
    const again = await stage.review({ inputs });
    expect([again.exitCode, again.outputs['verdict']]).toEqual([1, 'unreviewed']);
    expect(JSON.parse(again.outputs['changed-prompts'] ?? '')).toContain('prompts/unguarded.md');
  });

  it('takes nothing over where one of the prompts could not be read', async () => {
    const head = { ...edited, 'prompts/bad.prompt.yml': 'messages: "x\n' };
    stage = await stageReview({ base: shopBase, head, models: shopModels(['case-3']) });
    const first = await stage.review();
    expect([first.exitCode, first.outputs['verdict'], first.outputs['reason']]).toEqual([1, 'regressed', 'files']);
    expect(stage.github.comments(7)[0]?.body).toContain('1 other prompt could not be reviewed');
    const again = await stage.review();
    expect([again.exitCode, again.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(Number(again.outputs['calls'])).toBeGreaterThan(0);
    expect(again.summary).not.toContain('taken over');
  });

  it('is skipped, green and silent where no prompt changed', async () => {
    stage = await stageReview({ base: shopBase, head: { 'src/shop.ts': 'export {};\n' }, models: shopModels([]) });
    const run = await stage.review({ inputs: { 'api-key': '' } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'skipped']);
    expect(stage.models.stats().arrived).toBe(0);
    expect(stage.github.comments(7)).toEqual([]);
  });
});

describe('what is compared', () => {
  it('is what a renamed prompt was before', async () => {
    const head = {
      [promptPath]: null,
      [casesPath]: null,
      'prompts/rules.txt': promptText('warmly'),
      'prompts/rules.cases.yml': casesText(),
    };
    stage = await stageReview({ base: shopBase, head, models: shopModels(['case-5']) });
    const run = await stage.review();
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(JSON.parse(run.outputs['regressed-cases'] ?? '')).toEqual([
      { prompt: 'prompts/rules.txt', case: 'case-5', model: 'cheap' },
    ]);
  });

  it('is judged in a merge group too, and taken over from the pull request where it was judged there', async () => {
    stage = await stageReview({ base: shopBase, head: edited, models: shopModels(['case-5']) });
    const queue = 'gh-readonly-queue/main/pr-7-0123456789abcdef';
    const sha = stage.repository.merge(queue, 'main', 'topic');
    const event = await stage.github.mergeGroupEvent(7, queue);
    const first = await stage.on('merge_group', event, { sha, ref: `refs/heads/${queue}` });
    expect([first.exitCode, first.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(stage.github.comments(7)).toEqual([]);
    await stage.review();
    const asked = stage.models.stats().arrived;
    const second = await stage.on('merge_group', event, { sha, ref: `refs/heads/${queue}` });
    expect([second.exitCode, second.outputs['verdict'], second.outputs['calls']]).toEqual([1, 'regressed', '0']);
    expect(stage.models.stats().arrived).toBe(asked);
  });

  it('is the exam as base had it where the pull request deletes the case it fails', async () => {
    const head = { ...edited, [casesPath]: casesText(tenCases.filter((id) => id !== 'case-4')) };
    stage = await stageReview({ base: shopBase, head, models: shopModels(['case-4']) });
    const run = await stage.review();
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(JSON.parse(run.outputs['regressed-cases'] ?? '')).toEqual([
      { prompt: promptPath, case: 'case-4', model: 'cheap' },
    ]);
  });
});

describe('the comment', () => {
  it('never decides: without the permission a warning names it, and verdict and summary stand', async () => {
    stage = await stageReview({
      base: shopBase,
      head: edited,
      models: shopModels(['case-3']),
      github: { permissions: { pull_requests: 'read', issues: 'read' } },
    });
    const run = await stage.review();
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(run.stdout).toMatch(/^::warning .*comment could not be written.*pull-requests: write/m);
    expect(run.summary).toContain('case-3');
  });
});
