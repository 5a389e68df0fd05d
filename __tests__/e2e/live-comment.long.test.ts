import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readMarker } from '../../src/core/publish/marker.ts';
import { promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

let stage: ReviewStage | undefined;
afterEach(async () => {
  expect(stage?.github.violations).toEqual([]);
  await stage?.close();
  stage = undefined;
});

/** Thirty times as fast: half a minute is a second. */
const hastened = {
  NODE_OPTIONS: `--import ${new URL('../support/hasten.mjs', import.meta.url).href}`,
  HASTEN: '30',
};
/** Some twenty calls, one after another: three seconds here, one and a half minutes there. */
const slowly = { concurrency: '1' };

async function staged() {
  const models = { ...shopModels(['case-3', 'case-4']), latency: { ms: 150 } };
  const base = { ...shopBase, 'promptgate.yml': 'version: 1\nmodels: [cheap]\n' };
  stage = await stageReview({ base, head: { [promptPath]: promptText('warmly') }, models });
  return stage;
}

const bodies = ({ github }: ReviewStage) => github.comments(7).map(({ body }) => body);

/** Waits until the one comment says something of the kind. */
async function until(at: ReviewStage, said: RegExp): Promise<string> {
  for (let look = 0; look < 600; look += 1) {
    const found = bodies(at).find((body) => said.test(body));
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never said: ${String(said)}; but\n${bodies(at).join('\n')}`);
}

describe('a review that takes long', () => {
  it('tells in the one comment how far it is, and what was found before; then what became of it', async () => {
    const at = await staged();
    const first = await at.review();
    expect(first.outputs['verdict']).toBe('regressed');
    const before = at.repository.git('rev-parse', 'topic').slice(0, 7);
    at.push({ [promptPath]: promptText('kindly') });
    const written = () => at.github.requests.filter(({ method }) => method === 'PATCH').length;
    const began = written();
    const running = at.review({ env: hastened, inputs: slowly });
    const live = await until(at, /Asking: \d+ of/u);
    expect(live).toMatch(/^### ⏳ Asking: \d+ of about \d+ calls, about \d+ (?:s|min) left\n\n/u);
    expect(live).toContain(`Before, at \`${before}\`: ⛔ Do not merge yet: 2 cases broke on \`cheap\``);
    expect(live).toContain(
      `<details><summary>What stood here on <code>${before}</code></summary>\n\n### ⛔ Do not merge`,
    );
    const marker = readMarker(live);
    expect([marker?.asking, marker?.verdict, marker?.carried]).toEqual([true, 'invalid', {}]);
    const done = await running;
    expect([done.exitCode, done.outputs['verdict']]).toEqual([0, 'pass']);
    expect(bodies(at)).toHaveLength(1);
    expect(bodies(at)[0]).toMatch(/^### ✅ Fine to merge/u);
    expect(bodies(at)[0]).toContain(`\n\nWas regressed at \`${before}\`, fixed here.\n\n`);
    expect(done.summary).toContain(`Was regressed at \`${before}\`, fixed here.`);
    // Not before half a minute, then at most every fifteen seconds, and the verdict.
    expect(written() - began).toBeLessThanOrEqual(1 + Math.ceil((done.wallMs * 30 - 30_000) / 15_000) + 1);
    expect(written() - began).toBeGreaterThan(2);
    expect(done.state['comment']).toBe('');
    const asked = at.github.requests.length;
    await at.review({ phase: 'post', state: { comment: '' } });
    expect(at.github.requests.length).toBe(asked);
  });

  it('leaves no comment that says for ever that it asks, where it is killed', async () => {
    const at = await staged();
    const sign = join(at.repository.directory, 'die');
    const killed = at.review({ env: { ...hastened, HASTEN_KILL: sign }, inputs: slowly });
    await until(at, /Asking/u);
    writeFileSync(sign, '');
    const dead = await killed;
    expect(dead.exitCode).toBe(null);
    expect(bodies(at)[0]).toContain('Asking');
    await at.review({ phase: 'post', state: dead.state });
    expect(bodies(at)).toEqual([
      expect.stringMatching(/^### ⚪ No verdict on `[0-9a-f]{7}`: its review ended early\n/u),
    ]);
  });

  // With replies of its own to ask for: those of a run that was killed are kept.
  it('leaves none where the pull request moves on', async () => {
    const at = await staged();
    const older = at.review({ env: hastened, inputs: slowly });
    await until(at, /Asking/u);
    at.push({ [promptPath]: promptText('kindly') });
    await older;
    expect(bodies(at)).toEqual([
      expect.stringMatching(/^### ⚪ No verdict on `[0-9a-f]{7}`: its review ended early\n/u),
    ]);
    const next = await at.review();
    expect(next.outputs['verdict']).toBe('pass');
    expect(bodies(at)).toEqual([expect.stringMatching(/^### ✅ Fine to merge/u)]);
  });

  it('is cancelled in the comment that it began', async () => {
    const at = await staged();
    const stop = new AbortController();
    const cancelled = at.review({ env: hastened, inputs: slowly, signal: stop.signal });
    await until(at, /Asking/u);
    stop.abort();
    const told = await cancelled;
    expect(told.exitCode).toBe(1);
    expect(bodies(at)).toEqual([expect.stringMatching(/^### ⚪ Cancelled: nothing is proven either way\n/u)]);
    await at.review({ phase: 'post', state: told.state });
    expect(bodies(at)).toEqual([expect.stringMatching(/^### ⚪ Cancelled/u)]);
  });
});

const writesOf = ({ github }: ReviewStage) =>
  github.requests.filter(({ method, path }) => method !== 'GET' && /\/comments/u.test(path));

describe('two runs on one pull request', () => {
  it('leave the verdict on the newer commit, though the older one asked when it came and ends after it', async () => {
    const at = await staged();
    const older = at.review({ env: hastened, inputs: slowly });
    await until(at, /Asking/u);
    at.push({ [promptPath]: promptText('kindly') });
    const newer = await at.review();
    expect(newer.outputs['verdict']).toBe('pass');
    const verdict = bodies(at);
    expect(verdict).toEqual([expect.stringMatching(/^### ✅ Fine to merge/u)]);
    const late = await older;
    await at.review({ phase: 'post', state: late.state });
    expect(bodies(at)).toEqual(verdict);
  });

  it('keep one comment between two jobs of one name that run at once', async () => {
    const at = await staged();
    const both = await Promise.all([at.review({ inputs: { name: 'desk' } }), at.review({ inputs: { name: 'desk' } })]);
    expect(both.map((run) => run.outputs['verdict'])).toEqual(['regressed', 'regressed']);
    await at.review({ inputs: { name: 'desk' } });
    expect(bodies(at)).toEqual([expect.stringMatching(/^### ⛔ Do not merge yet/u)]);
  });
});

describe('a long review that is not to tell how far it is', () => {
  it.each(['changes', 'never'])('begins no comment under `comment: %s`', async (comment) => {
    const at = await staged();
    const run = await at.review({ env: hastened, inputs: { ...slowly, comment } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(writesOf(at)).toHaveLength(comment === 'never' ? 0 : 1);
    expect(bodies(at).filter((body) => /Asking/u.test(body))).toEqual([]);
  });

  it('asks on with a token that may only read, as of a fork, and says so once', async () => {
    const at = await staged();
    at.github.permit('pull_requests', 'read');
    at.github.permit('issues', 'read');
    const run = await at.review({ env: hastened, inputs: slowly });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(bodies(at)).toEqual([]);
    // One that tells how far it is, and the verdict.
    expect(writesOf(at)).toHaveLength(2);
    expect(run.stdout.match(/^::warning.*pull-requests: write/gmu)).toHaveLength(1);
    expect(run.summary).toContain('Do not merge yet');
  });
});

describe('the accept label', () => {
  it('accepts nothing where it is set while a run asks: nobody has seen what it comes to', async () => {
    const at = await staged();
    at.github.appoint('ada', 'write');
    const running = at.review({ env: hastened, inputs: slowly });
    await until(at, /Asking/u);
    at.github.label(7, 'promptgate:accept', 'ada');
    const run = await running;
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(bodies(at)).toEqual([expect.stringMatching(/^### ⛔ Do not merge yet/u)]);
    const again = await at.review();
    expect([again.exitCode, bodies(at)[0]?.includes('Accepted by')]).toEqual([1, false]);
  });
});
