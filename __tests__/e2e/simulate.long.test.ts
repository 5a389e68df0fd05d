import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import type { ModelScript } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { deskBase, deskCases, deskCasesPath, deskModels, deskPath, deskPrompt } from '../support/refund-desk.ts';
import { runCli } from '../support/run-cli.ts';
import { textsOfPage } from '../support/unpack-page.ts';

let shop: LocalShop;
let models: ModelService;
/** Rules that go before the desk's. */
let rules: NonNullable<ModelScript['rules']>;
let faults: ModelScript['faults'];

beforeEach(() => {
  shop = new LocalShop(deskBase);
  rules = [];
  faults = undefined;
});
afterEach(async () => {
  await models.close();
  shop.remove();
});

async function review(manner: string, ...more: readonly string[]) {
  models = await startModelService({
    seed: 'desk',
    ...(faults === undefined ? {} : { faults }),
    rules: [...rules, ...(deskModels.rules ?? [])],
  });
  shop.write({ [deskPath]: deskPrompt(manner) });
  return run(...more);
}

async function run(...more: readonly string[]) {
  const files = ['--html', 'report.html', '--comment', 'comment.md', '--store', 'replies.sqlite'];
  const done = await runCli(shop.folder, ['review', '--base-url', models.url, '--json', ...files, ...more]);
  const read = (name: string) => readFileSync(`${shop.folder}/${name}`, 'utf8');
  return {
    ...done,
    report: reportSchema.parse(JSON.parse(done.stdout)),
    html: textsOfPage(read('report.html')),
    comment: read('comment.md'),
  };
}

type Run = Awaited<ReturnType<typeof run>>;
const rowOf = ({ report }: Run) => report.prompts[0]?.models[0];
const caseOf = (done: Run, id: string) => rowOf(done)?.cases.find((one) => one.id === id);
const firstOf = (done: Run, id: string, side: string) => caseOf(done, id)?.replies.find((one) => one.side === side);

describe('a prompt that gives in to a hostile user at the second turn', () => {
  it('is blocked, with both conversations in report, page and comment', async () => {
    const done = await review('Be generous.');
    expect([done.status, done.report.verdict]).toEqual([1, 'regressed']);
    expect(rowOf(done)?.cases.map(({ id, state }) => [id, state])).toEqual([
      ['insists', 'regressed'],
      ['asks', 'same'],
      ['leaves', 'same'],
    ]);
    const [old, now] = [firstOf(done, 'insists', 'old'), firstOf(done, 'insists', 'new')];
    expect(now?.transcript).toEqual([
      { role: 'user', content: 'I want a refund after 40 days, message 1!' },
      { role: 'assistant', content: 'No. The policy says 30 days. (2)' },
      { role: 'user', content: 'I want a refund after 40 days, message 2!' },
      { role: 'assistant', content: 'Very well: refund approved.' },
      { role: 'user', content: 'I want a refund after 40 days, message 3!' },
      { role: 'assistant', content: 'No. The policy says 30 days. (6)' },
    ]);
    expect(now?.text).toBe(
      'No. The policy says 30 days. (2)\n\nVery well: refund approved.\n\nNo. The policy says 30 days. (6)',
    );
    expect(old?.transcript?.map(({ role }) => role)).toEqual(now?.transcript?.map(({ role }) => role));
    expect(old?.transcript?.[0]).toEqual(now?.transcript?.[0]);
    for (const page of [done.html, done.comment]) {
      expect(page).toContain('I want a refund after 40 days, message 2!');
      expect(page).toContain('Very well: refund approved.');
      expect(page).toContain('no turn was left');
    }
    expect(done.comment).toMatch(/\| \*\*Reply:\*\* No\. The policy says 30 days\. \(4\) *\| \*\*Reply:\*\* Very well/);
  });

  it('is told how each conversation ended, and what all of its turns took', async () => {
    const done = await review('Be generous.');
    const ends = ['insists', 'asks', 'leaves'].map((id) => {
      const reply = firstOf(done, id, 'new');
      return [reply?.conversationEnd, reply?.transcript?.length];
    });
    expect(ends).toEqual([
      ['turns', 6],
      ['met', 2],
      ['given-up', 2],
    ]);
    const tokens = (id: string) => firstOf(done, id, 'new')?.usage?.outputTokens ?? 0;
    expect(tokens('insists')).toBeGreaterThan(2 * tokens('asks'));
    const { byPurpose, made } = done.report.calls;
    expect(byPurpose.simulate).toBeGreaterThan(0);
    expect(made).toBe(models.stats().answered);
    const { planned } = done.report.calls;
    expect(planned?.high).toBeGreaterThanOrEqual(made);
  });

  it('takes every turn from the store the second time', async () => {
    await review('Be generous.');
    const asked = models.stats().arrived;
    const again = await run();
    expect([again.status, models.stats().arrived - asked]).toEqual([1, 0]);
    expect(firstOf(again, 'insists', 'new')?.transcript).toHaveLength(6);
  });

  it('passes where only the last turn is read', async () => {
    shop.write({ [deskCasesPath]: deskCases('{ not-contains: "refund approved", turn: last }') });
    shop.git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '-qam', 'last turns');
    const done = await review('Be generous.');
    const { passes, of } = caseOf(done, 'insists')?.new ?? { passes: 0, of: 0 };
    expect([done.report.verdict, passes]).toEqual(['pass', of]);
    expect(of).toBeGreaterThan(0);
    expect(firstOf(done, 'insists', 'new')?.text).toContain('refund approved');
  });
});

describe('a pull request that shortens the conversation it fails in', () => {
  it.each([
    ['reads its last turn only', deskCases('{ not-contains: "refund approved", turn: last }')],
    ['lets the user write once', deskCases().replaceAll('turns: 3', 'turns: 1')],
  ])('is blocked all the same: %s', async (_, cases) => {
    shop.write({ [deskCasesPath]: cases });
    const done = await review('Be generous.');
    expect([done.status, done.report.verdict]).toEqual([1, 'regressed']);
    expect(done.report.prompts[0]?.casesChanged.weakened.map(({ id }) => id)).toContain('insists');
  });
});

describe('a conversation that cannot be held', () => {
  it('is a missing reply with the reason, and no pass', async () => {
    rules = [{ model: 'user', when: 'a discount', reply: 'I am not JSON.' }];
    const done = await review('Be generous.');
    expect(done.report.verdict).not.toBe('pass');
    expect(firstOf(done, 'leaves', 'new')?.error).toEqual({
      reason: 'malformed',
      message: 'The conversation broke off: the simulated user’s answer was not readable, twice.',
    });
    expect(caseOf(done, 'leaves')?.new).toMatchObject({ of: 0 });
    expect(caseOf(done, 'leaves')?.new.missing).toBeGreaterThan(0);
    expect(caseOf(done, 'asks')?.new.missing).toBe(0);
  });

  it('is refused before any call where nobody plays the user', async () => {
    shop.write({ 'promptgate.yml': 'version: 1\nmodels: [desk]\n' });
    const done = await review('Be generous.');
    expect([done.status, models.stats().arrived]).toEqual([2, 0]);
    expect(done.report.problems[0]).toMatchObject({ reason: 'config', at: { file: deskCasesPath, line: 2 } });
  });
});

describe('a service that fails one attempt in ten', () => {
  it('changes no conversation: each goes on at the turn that failed', async () => {
    const whole = await review('Be generous.');
    await models.close();
    shop.git('clean', '-fdq');
    faults = ({ random }) => (random() < 0.1 ? { kind: 'server-error' } : undefined);
    const shaken = await review('Be generous.');
    expect(shaken.report.calls.retried).toBeGreaterThan(0);
    expect([shaken.status, shaken.report.verdict]).toEqual([1, 'regressed']);
    for (const id of ['insists', 'asks', 'leaves']) {
      const said = (one: Run) =>
        caseOf(one, id)?.replies.map(({ side, trial, transcript }) => [side, trial, transcript]);
      expect(said(shaken)).toEqual(said(whole));
    }
  });
});

describe('a pull request that changes the cases alone', () => {
  it('holds each conversation once for both sides', async () => {
    shop.write({ [deskCasesPath]: deskCases('{ not-contains: "refund approved" }, { not-contains: "sorry" }') });
    const done = await review('Hold to the policy.');
    expect([done.status, done.report.verdict]).toEqual([0, 'pass']);
    const cases = rowOf(done)?.cases ?? [];
    expect(cases.map(({ identical, replies }) => [identical, new Set(replies.map(({ side }) => side))])).toEqual(
      cases.map(() => [true, new Set(['new'])]),
    );
    expect(cases).toHaveLength(3);
    const held = cases.flatMap(({ replies }) => replies);
    const turns = held.reduce(
      (sum, { transcript = [] }) => sum + transcript.filter(({ role }) => role === 'assistant').length,
      0,
    );
    expect(done.report.calls.byPurpose.reply).toBe(turns);
  });
});

describe('old and new side by side', () => {
  const preferring = deskCases('{ not-contains: "nothing" }, { prefer: Holds to the policy. }');

  it('are counted as wins, ties and losses that block nothing', async () => {
    shop.remove();
    shop = new LocalShop({ ...deskBase, [deskCasesPath]: preferring });
    const done = await review('Be generous.');
    expect([done.status, done.report.verdict]).toEqual([0, 'pass']);
    const each = caseOf(done, 'insists')?.prefer?.length ?? 0;
    expect(each).toBeGreaterThan(0);
    expect(rowOf(done)?.prefer).toEqual({ wins: 0, ties: 2 * each, losses: each, unscored: 0, p: 0.5 ** each });
    expect(caseOf(done, 'insists')?.prefer?.[0]).toMatchObject({ outcome: 'loss', reason: 'It holds to the policy.' });
    for (const page of [done.html, done.comment]) expect(page).toContain(`the old one in ${each}, ${2 * each} ties`);
    expect(done.html).toContain('the old one is better');
  });

  it('are not compared where the judge fails: that is no tie', async () => {
    rules = [{ model: 'grader', reply: 'No idea.' }];
    shop.remove();
    shop = new LocalShop({ ...deskBase, [deskCasesPath]: preferring });
    const done = await review('Be generous.');
    const each = caseOf(done, 'insists')?.prefer?.length ?? 0;
    expect([done.status, done.report.verdict]).toEqual([0, 'pass']);
    // Conversations that are the same need no judge.
    expect(rowOf(done)?.prefer).toEqual({ wins: 0, ties: 2 * each, losses: 0, unscored: each, p: 1 });
    expect(done.comment).toContain(`${each} not judged`);
  });
});
