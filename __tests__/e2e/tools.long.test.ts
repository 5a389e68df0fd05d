import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import {
  ordersBase,
  ordersCases,
  ordersCasesPath,
  ordersModel,
  ordersPath,
  ordersPrompt,
} from '../support/order-desk.ts';
import { runCli } from '../support/run-cli.ts';
import { textsOfPage } from '../support/unpack-page.ts';

let shop: LocalShop;
let models: ModelService;

beforeEach(async () => {
  shop = new LocalShop(ordersBase);
  models = await startModelService({ seed: 'orders', rules: ordersModel() });
});
afterEach(async () => {
  await models.close();
  shop.remove();
});

async function review(prompt: string, ...more: readonly string[]) {
  shop.write({ [ordersPath]: prompt });
  const files = ['--html', 'report.html', '--comment', 'comment.md', '--store', 'replies.sqlite'];
  const done = await runCli(shop.folder, ['review', '--base-url', models.url, '--json', ...files, ...more]);
  const read = (name: string) => readFileSync(`${shop.folder}/${name}`, 'utf8');
  const terminal = await runCli(shop.folder, [
    'review',
    '--base-url',
    models.url,
    '--store',
    'replies.sqlite',
    ...more,
  ]);
  const report = reportSchema.parse(JSON.parse(done.stdout));
  return {
    ...done,
    report,
    row: report.prompts[0]?.models[0],
    states: report.prompts[0]?.models[0]?.cases.map(({ id, state }) => `${id} ${state}`),
    html: textsOfPage(read('report.html')).replaceAll('&#34;', '"'),
    comment: read('comment.md'),
    terminal: terminal.stdout,
  };
}

describe('a prompt whose tools answer', () => {
  it('holds where an edit changes nothing of what it calls, and asks nothing the second time', async () => {
    const done = await review(ordersPrompt('Be very brief.'));
    expect([done.status, done.report.verdict]).toEqual([0, 'pass']);
    const reply = done.row?.cases.find(({ id }) => id === 'refund')?.replies.find(({ side }) => side === 'new');
    expect(
      reply?.transcript?.map(({ role, tool, content, toolCalls }) => [role, tool ?? toolCalls?.[0]?.name ?? content]),
    ).toEqual([
      ['assistant', 'get_order'],
      ['tool', 'get_order'],
      ['assistant', 'refund'],
      ['tool', 'refund'],
      ['assistant', 'The tools say: {"status":"shipped"} and refunded.'],
    ]);
    expect(reply).toMatchObject({
      text: 'The tools say: {"status":"shipped"} and refunded.',
      conversationEnd: 'answered',
    });
    // Each step is a call: paid, kept and counted.
    expect(done.report.calls.made).toBe(models.stats().arrived);
    expect(done.row?.cost.new).toBeGreaterThan(0);
    const before = models.stats().arrived;
    const again = await review(ordersPrompt('Be very brief.'));
    expect([again.report.verdict, models.stats().arrived]).toEqual(['pass', before]);
  });

  it.each([
    ['calls no tool any more', 'Guess.', ['where', 'lost', 'refund']],
    ['gives a wrong argument', 'Shout.', ['where']],
    ['calls in the wrong order', 'Hurry.', ['refund']],
  ])('breaks where the new prompt %s', async (_, manner, broken) => {
    const done = await review(ordersPrompt(manner));
    expect([done.status, done.report.verdict]).toEqual([1, 'regressed']);
    expect(done.states?.filter((state) => state.endsWith('regressed')).map((state) => state.split(' ')[0])).toEqual(
      broken,
    );
    // Calls and results stand side by side, in short and whole.
    if (manner === 'Hurry.') {
      for (const text of [done.comment, done.terminal, done.html]) {
        expect(text).toContain('calls get_order({"id":"A1"})');
        expect(text).toMatch(/get_order returns:?/);
      }
      expect(done.comment).toContain('**get_order returns:** {"status":"shipped"} |');
    }
  });

  it('names a call that no canned result fits, with what to paste, on every surface', async () => {
    const done = await review(ordersPrompt('Look twice.'));
    expect([done.status, done.report.verdict]).toEqual([1, 'regressed']);
    const stub = [
      'tools:',
      '  refund:',
      '    - when: { "order": "B2", "reason": "none" }',
      '      returns: {} # what the',
    ];
    for (const text of [done.comment, done.terminal, done.html]) {
      expect(text).toContain('No canned result fits 3 calls in');
      expect(text).toContain('prompts/orders.cases.yml:9');
      for (const line of stub) expect(text).toContain(line);
    }
    const pasted = ordersCases.replace(
      '      - { when: { order: A1 }',
      '      - { when: { order: B2 }, returns: "unknown" }\n      - { when: { order: A1 }',
    );
    shop.write({ [ordersCasesPath]: pasted });
    const mended = await review(ordersPrompt('Look twice.'));
    expect(mended.comment).not.toContain('No canned result');
    expect(mended.report.prompts[0]?.casesChanged.edited.map(({ what }) => what)).toContainEqual([
      'results of the tool `refund` changed',
    ]);
  });

  it('is never a silent pass where the checks are content with what was said before it', async () => {
    const cases = `cases:\n  - id: where\n    vars: { question: "Where is A1?" }\n    tools: { get_order: [{ returns: shipped }] }\n    checks: [{ tool-call: get_order }]\n`;
    shop.remove();
    shop = new LocalShop({ ...ordersBase, [ordersCasesPath]: cases });
    const done = await review(ordersPrompt('Look twice.'));
    expect([done.status, done.report.verdict]).toEqual([0, 'inconclusive']);
    expect(done.row?.reasons).toContainEqual({
      kind: 'no-result',
      row: 'cheap',
      calls: [
        {
          case: 'where',
          side: 'new',
          name: 'refund',
          arguments: '{"order":"B2","reason":"none"}',
          replies: expect.any(Number),
        },
      ],
      of: 1,
    });
    expect(done.comment.split('\n')[0]).toContain('no canned result fits 1 call');
  });

  it('names the cases that ran out of steps, which no check of content may fail', async () => {
    const cases = `cases:
  - id: short
    vars: { question: "Refund A1." }
    max-steps: 2
    tools: { get_order: [{ returns: shipped }], refund: [{ returns: refunded }] }
    checks: [not-contains: sorry]
`;
    shop.remove();
    shop = new LocalShop({ ...ordersBase, [ordersCasesPath]: cases });
    const done = await review(ordersPrompt('Be very brief.'));
    expect(done.row?.cases[0]?.replies.every(({ conversationEnd }) => conversationEnd === 'max-steps')).toBe(true);
    const told = /conversations ended before a reply in words, in .?short.?: they called tools in their last step/u;
    for (const shown of [done.comment, done.terminal, done.html])
      expect(shown.replaceAll(/\s+/gu, ' ').replaceAll(/<\/?code>|`/gu, '')).toMatch(told);
  });

  it('is no pass where only the new prompt calls on and on, though every check holds', async () => {
    const cases = `cases:
  - id: short
    vars: { question: "Refund A1." }
    max-steps: 2
    tools: { get_order: [{ returns: shipped }], refund: [{ returns: refunded }] }
    checks: [not-contains: sorry]
`;
    shop.remove();
    shop = new LocalShop({ ...ordersBase, [ordersPath]: ordersPrompt('Guess.'), [ordersCasesPath]: cases });
    const done = await review(ordersPrompt('Be brief.'));
    expect(done.report.verdict).toBe('inconclusive');
    expect(done.row?.reasons).toContainEqual({ kind: 'out-of-steps', row: 'cheap', cases: ['short'] });
    expect(done.comment).toContain('to the end of its steps without an answer in words');
  });

  it('is stopped by the budget like any other: each of its steps is a call', async () => {
    const done = await review(ordersPrompt('Guess.'), '--max-calls', '6');
    expect([done.status, done.report.verdict]).toEqual([1, 'invalid']);
    expect(done.report.problems[0]?.what).toMatch(/max-calls|calls/);
    expect(models.stats().arrived).toBe(0);
  });

  it('says what an edit did to the tools apart from what it did to the replies, and which of them no case exercises', async () => {
    const done = await review(ordersPrompt('Be brief.', 'Looks an order up by its id.'));
    expect([done.status, done.report.verdict]).toEqual([0, 'pass']);
    expect(done.report.prompts[0]?.toolsChanged).toEqual([
      {
        tool: 'get_order',
        what: ['description changed'],
        description: { old: 'Finds an order.', new: 'Looks an order up by its id.' },
      },
    ]);
    for (const text of [done.comment, done.terminal, done.html]) {
      expect(text.replaceAll(/[`\\]|<\/?code>/gu, '')).toContain('Tools changed: get_order (description changed).');
    }
    writeFileSync(`${shop.folder}/saved.json`, done.stdout);
    const alone = await runCli(shop.folder, ['cases', 'check']);
    expect(alone.stdout.replaceAll(/\s+/gu, ' ')).toContain(
      'No case exercises the argument reason of the tool refund.',
    );
    const reviewed = await runCli(shop.folder, ['cases', 'check', '--report', 'saved.json']);
    expect(reviewed.stdout).not.toContain('exercises');
  });

  it('is replayed from a saved report, calls, results and all', async () => {
    const done = await review(ordersPrompt('Look twice.'));
    writeFileSync(`${shop.folder}/saved.json`, done.stdout);
    const before = models.stats().arrived;
    const again = await runCli(shop.folder, ['review', '--from-run', 'saved.json', '--json']);
    const replayed = reportSchema.parse(JSON.parse(again.stdout));
    expect([replayed.verdict, models.stats().arrived]).toEqual(['regressed', before]);
    const told = (report: typeof replayed) =>
      report.prompts[0]?.models[0]?.cases.map(({ id, state, replies: [first] }) => [id, state, first?.transcript]);
    expect(told(replayed)).toEqual(told(done.report));
    expect(replayed.prompts[0]?.models[0]?.reasons).toEqual(done.row?.reasons);
  });

  it('answers a simulated user in steps, who sees words alone', async () => {
    const asked: string[] = [];
    await models.close();
    models = await startModelService({
      seed: 'orders',
      rules: [
        {
          when: 'You play a user',
          reply: ({ text }) => {
            asked.push(text);
            return JSON.stringify({ message: 'Where is A1 now?', state: 'going' });
          },
        },
        ...ordersModel(),
      ],
    });
    const cases = `cases:
  - id: talk
    vars: { question: "Where is A1?" }
    tools: { get_order: [{ returns: shipped }] }
    checks:
      - simulate: { persona: impatient, goal: to know, turns: 1 }
      - { tool-call: { name: get_order, times: { at-least: 2 } } }
      - contains: shipped
`;
    shop.remove();
    shop = new LocalShop({
      ...ordersBase,
      [ordersCasesPath]: cases,
      'promptgate.yml': `${String(ordersBase['promptgate.yml'])}simulate: { model: user }\n`,
    });
    const held = await review(ordersPrompt('Be very brief.'));
    expect([held.status, held.report.verdict]).toEqual([0, 'pass']);
    const [reply] = held.row?.cases[0]?.replies.filter(({ side }) => side === 'new') ?? [];
    expect(reply?.transcript?.map(({ role }) => role).join(' ')).toBe(
      'assistant tool assistant user assistant tool assistant',
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.join('\n')).not.toContain('get_order');
    const broken = await review(ordersPrompt('Guess.'));
    expect([broken.status, broken.report.verdict]).toEqual([1, 'regressed']);
  });
});
