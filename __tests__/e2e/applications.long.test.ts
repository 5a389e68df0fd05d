import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import type { Files } from '../support/github-repository.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, promptText, shopBase } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';
import { textsOfPage } from '../support/unpack-page.ts';

/** What the application answers: rightly, but for half of the cases where the prompt says `warmly`. Its file beside it is needed. */
const chain = `
export function answer({ prompt, messages, vars }) {
  const [id] = /case-\\d+/.exec(vars.question) ?? [''];
  const at = Number(id.slice(5));
  if (prompt.text.includes('sternly')) throw new RangeError('no tone ' + process.env.SHOP_KEY);
  const broken = messages.some(({ content }) => content.includes('warmly')) && at % 2 === 0;
  const text = broken ? 'I would rather not say.' : 'It is number ' + at + '.';
  return { text, model: 'gpt-5.6-luna', usage: { inputTokens: 100, outputTokens: 10 } };
}
`;
const program = (more = '') => `
import { appendFileSync, readFileSync } from 'node:fs';
import { answer } from './chain.mjs';
const asked = JSON.parse(readFileSync(0, 'utf8'));
${more}
console.log(JSON.stringify(answer(asked)));
`;
const tracing = program().replace(
  'answer(asked)',
  "{ ...answer(asked), trace: [{ step: 'retrieve', contexts: ['Goods of ada@shop.example are taken back.', 'x'.repeat(30000)], tool: 'index' }, { step: 'rank' }] }",
);
const config = (more = '') =>
  `version: 1\nmodels: [app]\nproviders:\n  app: { command: ['${process.execPath}', app/answer.mjs]${more} }\n`;
const cases = casesText(['case-1', 'case-2', 'case-3', 'case-4', 'case-5', 'case-6']);
const base: Files = {
  ...shopBase,
  'promptgate.yml': config(', env: [SHOP_KEY]'),
  [casesPath]: cases,
  'app/answer.mjs': program(),
  'app/chain.mjs': chain,
};

let folder: string;
let stage: ReviewStage | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'promptgate-application-'));
});
afterEach(async () => {
  expect(stage?.github.violations ?? []).toEqual([]);
  await stage?.close();
  stage = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** A pull request whose tree lies in the workspace, as actions/checkout would have put it there. */
async function stageApplication(
  head: Files,
  more: Files = {},
  github: Parameters<typeof stageReview>[0]['github'] = {},
): Promise<ReviewStage> {
  stage = await stageReview({ base: { ...base, ...more }, head, models: {}, github });
  for (const [path, text] of Object.entries({ ...base, ...more, ...head })) {
    if (typeof text !== 'string') continue;
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return stage;
}

const shopKey = 'shop-key-0123456789';

describe('an application by command', () => {
  it('answers both sides as the base branch has it: a prompt that breaks it blocks, and a change of its own file is named', async () => {
    const [seen, ran] = [join(folder, 'seen.txt'), join(folder, 'ran.txt')];
    const spying = program(`
const lines = [JSON.stringify({ side: asked.side, case: asked.case, path: asked.prompt.path, manner: /Answer (\\w+)/.exec(asked.prompt.text)[1], keys: Object.keys(asked).sort(), parameters: asked.parameters })];
for (let pid = process.pid; ; ) {
  const read = (name) => { try { return readFileSync('/proc/' + pid + '/' + name, 'utf8').replaceAll(/[\\0\\n]/g, ' '); } catch { return 'unreadable'; } };
  lines.push('> ' + read('cmdline').slice(0, 200) + ' | ' + read('environ'));
  const parent = Number(/PPid:\\s+(\\d+)/.exec(read('status'))[1]);
  if (parent <= 1) break;
  pid = parent;
}
appendFileSync(${JSON.stringify(seen)}, lines.join('\\n') + '\\n');`);
    const rigged = `require('node:fs').writeFileSync(${JSON.stringify(ran)}, 'ran');`;
    const on = await stageApplication(
      { [promptPath]: promptText('warmly'), 'app/answer.mjs': rigged, 'app/chain.mjs': 'export const answer = 1;' },
      { 'app/answer.mjs': spying },
    );
    const run = await on.review({ workspace: folder, env: { SHOP_KEY: shopKey, OTHER_KEY: 'sk-other-0123456789' } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(existsSync(ran)).toBe(false);
    expect(on.github.comments(7)[0]?.body).toContain('app/answer.mjs');
    expect(run.summary).toContain('Applications ran as the base branch has them; this pull request changes');
    const written = readFileSync(seen, 'utf8').split('\n');
    const asked = written.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
    expect(new Set(asked.map(({ side, manner }) => `${side} ${manner}`))).toEqual(
      new Set(['base briefly', 'head warmly']),
    );
    expect(asked[0]).toMatchObject({
      path: promptPath,
      keys: ['case', 'messages', 'model', 'parameters', 'prompt', 'side', 'vars'],
      parameters: {},
    });
    // The one key that the config names is there, and no other, nor in any process above.
    const chainOfProcesses = written.filter((line) => line.startsWith('>'));
    expect(chainOfProcesses[0]).toContain(`SHOP_KEY=${shopKey}`);
    expect(chainOfProcesses.join('\n')).toMatch(/dist\/action\.js[^|]*\|[^\n]*PATH=/);
    for (const key of ['sk-stage-0123456789', 'ghs_stage', 'sk-other-0123456789'])
      expect(chainOfProcesses.join('\n')).not.toContain(key);
  });

  it('passes a prompt that holds, priced by the model that it says it asked', async () => {
    const on = await stageApplication({ [promptPath]: promptText('kindly') });
    const run = await on.review({ workspace: folder });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'pass']);
    expect(Number(run.outputs['cost-usd'])).toBeGreaterThan(0);
    expect(run.summary.replaceAll('`', '')).toMatch(/app answers both prompts alike, byte for byte, in all \d+ pairs/u);
  });

  it.each([
    ['masked', 'mask: true'],
    ['left out', 'publish-replies: none'],
  ])('says what it did, %s as its replies are', async (_, setting) => {
    const written = `${config()}${setting}\n`;
    const on = await stageApplication(
      { [promptPath]: promptText('kindly') },
      { 'app/answer.mjs': tracing, 'promptgate.yml': written },
    );
    const run = await on.review({ workspace: folder, temp: folder });
    const [json = '', page = ''] = ['report-json', 'report-html'].map((name) =>
      readFileSync(run.outputs[name] ?? '', 'utf8'),
    );
    const all = json + textsOfPage(page);
    expect(all).not.toContain('ada@shop.example');
    expect(all.includes('Goods of [e-mail] are')).toBe(setting.startsWith('mask'));
  });

  it('is in its own words where it crashes, without its key', async () => {
    const on = await stageApplication({ [promptPath]: promptText('sternly') });
    const run = await on.review({ workspace: folder, env: { SHOP_KEY: shopKey } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'invalid']);
    const body = on.github.comments(7)[0]?.body ?? '';
    expect(body).toContain('ended with exit code 1: RangeError: no tone &#91;key&#93;');
    for (const text of [body, run.summary, run.stdout])
      expect(text.replaceAll(/::add-mask::.*/g, '')).not.toContain(shopKey);
  });

  it('is not run for a fork, whatever it is allowed', async () => {
    const ran = join(folder, 'ran.txt');
    const telling = program(`appendFileSync(${JSON.stringify(ran)}, 'ran');`);
    const on = await stageApplication(
      { [promptPath]: promptText('warmly') },
      { 'app/answer.mjs': telling },
      { pulls: [{ number: 7, base: 'main', head: 'topic', headRepository: 'eve/support' }] },
    );
    const event = await on.github.pullRequestEvent(7, 'synchronize');
    const run = await on.on('pull_request_target', event, { workspace: folder, inputs: { 'allow-forks': 'true' } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'unreviewed']);
    expect(on.github.comments(7)[0]?.body).toContain('applications are not run for forks');
    expect(existsSync(ran)).toBe(false);
  });
});

describe('on the command line', () => {
  it('an application by url is reviewed on both sides and checked, and what another one kept is not used', async () => {
    const asked: { readonly side: string; readonly head: string | undefined }[] = [];
    let manner = 'warmly';
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      request.on('end', () => {
        const { prompt, vars, side } = JSON.parse(body);
        asked.push({ side, head: request.headers.authorization });
        const at = Number(/case-(\d+)/.exec(vars.question)?.[1]);
        const text = prompt.text.includes(manner) && at < 4 ? 'No.' : `It is number ${at}.`;
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ text }));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/answer?v=1`;
    const shop = new LocalShop({
      ...base,
      'promptgate.yml': `version: 1\nmodels: [app]\nproviders: { app: { url: "${url}", key: SHOP_KEY } }\n`,
    });
    shop.write({ [promptPath]: promptText('warmly') });
    const store = ['--store', 'r.sqlite'];
    const keyed = { SHOP_KEY: shopKey };
    const keyless = await runCli(shop.folder, ['review', ...store]);
    const broken = await runCli(shop.folder, ['review', ...store, '--json'], keyed);
    const sides = new Set(asked.map(({ side }) => side));
    const heads = new Set(asked.map(({ head }) => head));
    manner = 'nowhere';
    const held = await runCli(shop.folder, ['review', ...store, '--json'], keyed);
    const checked = await runCli(shop.folder, ['check', ...store, '--json'], keyed);
    server.close();
    shop.remove();
    expect([keyless.status, keyless.stdout]).toEqual([2, expect.stringContaining('no key for the application app')]);
    expect([broken.status, JSON.parse(broken.stdout).verdict]).toEqual([1, 'regressed']);
    expect(sides).toEqual(new Set(['base', 'head']));
    expect(heads).toEqual(new Set([`Bearer ${shopKey}`]));
    expect([held.status, JSON.parse(held.stdout).verdict]).toEqual([0, 'pass']);
    expect([checked.status, JSON.parse(checked.stdout).verdict]).toEqual([0, 'pass']);
  });

  it('what an application says it did is in report and page, as far as replies are, and in a replay of the report', async () => {
    const shop = new LocalShop({ ...base, 'promptgate.yml': config(), 'app/answer.mjs': tracing });
    shop.write({ [promptPath]: promptText('warmly') });
    const run = async (...more: readonly string[]) => {
      const { stdout } = await runCli(shop.folder, ['review', '--html', 'page.html', '--json', ...more]);
      const [one] = reportSchema.parse(JSON.parse(stdout)).prompts[0]?.models[0]?.cases ?? [];
      return { stdout, replies: one?.replies ?? [], page: readFileSync(join(shop.folder, 'page.html'), 'utf8') };
    };
    const told = await run('--store', 'r.sqlite');
    writeFileSync(join(shop.folder, 'saved.json'), told.stdout);
    const replayed = await run('--from-run', 'saved.json');
    shop.remove();
    expect(told.replies.length).toBeGreaterThan(1);
    for (const { trace, traceCut } of [...told.replies, ...replayed.replies]) {
      expect(trace?.[0]).toMatchObject({
        step: 'retrieve',
        contexts: ['Goods of ada@shop.example are taken back.', expect.stringMatching(/^x+$/u)],
      });
      expect([JSON.stringify(trace).length < 21_000, traceCut]).toEqual([true, true]);
    }
    expect(textsOfPage(told.page)).toContain('Goods of ada@shop.example');
  });

  it('a program that stays is started a few times, keeps its replies while its files stand, and is gone after the run', async () => {
    const serving = `
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { answer } from './chain.mjs';
appendFileSync('starts.txt', process.pid + '\\n');
for await (const line of createInterface({ input: process.stdin })) {
  const { id, ...asked } = JSON.parse(line);
  console.log(JSON.stringify({ id, ...answer(asked) }));
}
`;
    const shop = new LocalShop({
      ...base,
      'promptgate.yml': config(', serve: true, concurrency: 2'),
      'app/answer.mjs': serving,
    });
    shop.write({ [promptPath]: promptText('kindly') });
    const review = () => runCli(shop.folder, ['review', '--store', 'r.sqlite', '--json']);
    const first = await review();
    const again = await review();
    shop.write({ 'app/chain.mjs': `${chain}// another version\n` });
    const changed = await review();
    const starts = readFileSync(join(shop.folder, 'starts.txt'), 'utf8').trim().split('\n');
    shop.remove();
    const made = [first, again, changed].map(({ stdout }) => JSON.parse(stdout).calls.made);
    expect([first, again, changed].map(({ status }) => status)).toEqual([0, 0, 0]);
    expect([made[0] > 0, made[1], made[2]]).toEqual([true, 0, made[0]]);
    expect(starts.length).toBeLessThanOrEqual(4);
    for (const pid of starts) expect(() => process.kill(Number(pid), 0)).toThrow();
  });
});
