import { expect, it } from 'vitest';
import { promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { stageReview } from '../support/review-stage.ts';

it('a cancelled run ends red without another call, says so in the comment, and the next one judges with what was paid for', async () => {
  const slow = { ...shopModels(['case-3']), latency: { ms: 300 } };
  const stage = await stageReview({ base: shopBase, head: { [promptPath]: promptText('warmly') }, models: slow });
  const temp = stage.repository.directory;
  const stop = new AbortController();
  const running = stage.review({ temp, signal: stop.signal, inputs: { concurrency: '4' } });
  while (stage.models.stats().answered < 8) await new Promise((resolve) => setTimeout(resolve, 20));
  const arrived = stage.models.stats().arrived;
  stop.abort();
  const cancelled = await running;
  expect(cancelled.exitCode).toBe(1);
  // The runner kills a step 7.5 s after it asked for its end: nothing more is asked, and no call is waited for.
  expect(stage.models.stats().arrived - arrived).toBeLessThanOrEqual(8);
  expect(stage.github.comments(7).map(({ body }) => body)).toEqual([
    expect.stringMatching(
      /^### ⚪ Cancelled: nothing is proven either way\n\n`policy\.txt` · The run was ended after \d+ rounds? and \d+ calls\./u,
    ),
  ]);

  const answered = stage.models.stats().answered;
  const next = await stage.review({ temp });
  expect([next.exitCode, next.outputs['verdict']]).toEqual([1, 'regressed']);
  expect(stage.models.stats().answered - answered).toBeLessThanOrEqual(Number(next.outputs['calls']));
  expect(Number(next.outputs['calls'])).toBeLessThan(50);
  expect(stage.github.comments(7)).toHaveLength(1);
  expect(stage.github.comments(7)[0]?.body).toContain('case-3');
  await stage.close();
});
