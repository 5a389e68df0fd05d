import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';
import { textsOfPage } from '../support/unpack-page.ts';

let shop: LocalShop | undefined;
let models: ModelService | undefined;
afterEach(async () => {
  await models?.close();
  shop?.remove();
});

const prompt = (manner: string) => `Read the invoice.\nAnswer in JSON, ${manner}.\n\n{{invoice}}\n`;
const invoice = (nth: number) => ({ number: `INV-${nth}`, total: nth + 0.5, lines: [{ sku: 'a' }, { sku: 'b' }] });
const cases = Array.from({ length: 10 }, (_, at) => {
  const vars = { invoice: `Invoice ${at + 1}`, expected: invoice(at + 1) };
  return { id: `invoice-${at + 1}`, vars };
});

/** Ten invoices read five times; told to be curt, the model rounds every other total, and once gives no JSON. */
async function review(check: object, gate = '') {
  const config = `version: 1\nmodels: [reader]\nsampling: fixed\ntrials: 5\n${gate}`;
  const defaults = { checks: [{ 'json-fields': check }] };
  shop = new LocalShop({
    'promptgate.yml': config,
    'prompts/read.txt': prompt('in full'),
    'prompts/read.cases.json': JSON.stringify({ defaults, cases }),
  });
  shop.write({ 'prompts/read.txt': prompt('curtly') });
  models = await startModelService({
    seed: 'invoices',
    rules: [
      {
        when: /Invoice \d+/,
        reply: ({ text, ordinal }) => {
          const nth = Number(/Invoice (\d+)/.exec(text)?.[1]);
          const { lines, ...rest } = invoice(nth);
          const isCurt = text.includes('curtly');
          if (isCurt && nth === 1 && ordinal === 0) return 'Sorry, no JSON.';
          const total = isCurt && nth % 2 === 0 ? nth : rest.total;
          return JSON.stringify({ ...rest, total, lines: lines.toReversed() });
        },
      },
    ],
  });
  const args = ['review', '--base-url', models.url, '--store', 'replies.sqlite', '--html', 'page.html'];
  const done = await runCli(shop.folder, [...args, '--json', '--comment', 'comment.md']);
  const text = await runCli(shop.folder, args);
  const read = (name: string) => readFileSync(join(shop?.folder ?? '', name), 'utf8');
  return { done, text: text.stdout, comment: done.stdout.startsWith('{') ? read('comment.md') : '', read };
}

const rules = { total: { within: 0.01 }, lines: 'unordered' };

describe('a reply in JSON, field by field', () => {
  it('is blocked by its check, and comment, terminal, page and JSON say which fields fell', async () => {
    const { done, text, comment, read } = await review({ reference: '{{expected}}', 'per-field': rules });
    const report = reportSchema.parse(JSON.parse(done.stdout));
    expect([done.status, report.verdict]).toEqual([1, 'regressed']);
    const [row] = report.prompts.flatMap((one) => one.models);
    const told = row?.fields?.map(({ field, old, new: now }) => [field, old.right, now.right, now.of]);
    expect(told).toEqual([
      ['total', 50, 24, 50],
      ['number', 50, 49, 50],
      ['lines[].sku', 50, 49, 50],
    ]);
    const line = 'Fields that fell on `reader`: `total` right 50/50 → 24/50.';
    expect(comment).toContain(line);
    expect(text.replaceAll(/\s+/gu, ' ')).toContain(line.replaceAll('`', ''));
    expect(textsOfPage(read('page.html'))).toContain('50/50 → 24/50');
    expect(comment).toMatch(/\.sku\S* \| .*50\/50 → 49\/50/u);
    expect(comment).not.toContain('which the prompt does not use');
    expect(JSON.stringify(row?.cases)).toContain('the reply is no JSON');
    // A field is a metric, and no test of it is made unless the gate names it.
    expect(row?.metrics['json-fields.total']).toMatchObject({ gated: false, old: 1, new: 0.48, p: null });
  });

  it('gates by a field where the gate names it, and tells a bad rule with its place', async () => {
    const gate = 'gate:\n  tolerance: 0.5\n  cases: warn\n  metrics: { json-fields.total: { tolerance: 0.05 } }\n';
    const { done } = await review({ reference: '{{expected}}', 'per-field': rules }, gate);
    const report = reportSchema.parse(JSON.parse(done.stdout));
    const reasons = report.prompts.flatMap((one) => one.models.flatMap((row) => row.reasons));
    expect([done.status, reasons.map(({ kind }) => kind)]).toEqual([1, expect.arrayContaining(['metric'])]);
    await models?.close();
    shop?.remove();
    const wrong = await review({ reference: { total: 1 }, 'per-field': { totl: { within: 1 } } });
    expect(wrong.done.status).not.toBe(0);
    expect(wrong.done.stdout + wrong.done.stderr).toMatch(/holds no .totl.\. Did you mean .total./u);
    expect(wrong.done.stdout + wrong.done.stderr).toMatch(/read\.cases\.json/u);
  });
});

it('a field that a judge grades by a rubric falls where the judge says so, and an equal one is not asked about', async () => {
  const wanted = { number: 'INV-1', why: 'It came too late.' };
  const per = { why: { judge: 'Gives the same reason.', min: 6 } };
  const check = { 'json-fields': { reference: wanted, 'per-field': per } };
  const asked = cases.map(({ id, vars: { invoice: text } }) => ({ id, vars: { invoice: text }, checks: [check] }));
  shop = new LocalShop({
    'promptgate.yml': 'version: 1\nmodels: [reader]\njudge: strict\nsampling: fixed\ntrials: 5\n',
    'prompts/read.txt': prompt('in full'),
    'prompts/read.cases.json': JSON.stringify({ cases: asked }),
  });
  shop.write({ 'prompts/read.txt': prompt('curtly') });
  models = await startModelService({
    seed: 'reasons',
    rules: [
      {
        model: 'strict',
        reply: ({ text }) => JSON.stringify({ reason: 'By the rubric.', score: text.includes('No idea') ? 2 : 9 }),
      },
      {
        model: 'reader',
        reply: ({ text }) => {
          if (/Invoice 1\b/u.test(text)) return JSON.stringify(wanted);
          return JSON.stringify({ ...wanted, why: text.includes('curtly') ? 'No idea.' : 'The parcel was late.' });
        },
      },
    ],
  });
  const done = await runCli(shop.folder, ['review', '--base-url', models.url, '--json', '--store', 'r.sqlite']);
  const report = reportSchema.parse(JSON.parse(done.stdout));
  const [row] = report.prompts.flatMap((one) => one.models);
  expect([done.status, report.verdict], done.stderr).toEqual([1, 'regressed']);
  expect(row?.fields?.map(({ field, old, new: now }) => [field, old.right, now.right, now.of])).toEqual([
    ['why', 50, 5, 50],
    ['number', 50, 50, 50],
  ]);
  const graded = models.requests().flatMap((one) => (one.kind === 'chat' && one.model === 'strict' ? [one] : []));
  expect(graded.length).toBe(report.calls.byPurpose.judge);
  expect(graded.filter(({ messages }) => /Invoice 1\b/u.test(JSON.stringify(messages)))).toEqual([]);
  expect(JSON.stringify(row?.cases[1])).toContain('graded 2 of 10: By the rubric.');
});

describe('the language of a reply', () => {
  it('is that of the question; a prompt that turns all replies English is blocked, and what is too short to tell is not', async () => {
    const ask = (manner: string) => `You are a clerk.\nAnswer ${manner}.\n\n{{question}}\n`;
    const questions = ['Wann kommt meine Bestellung an?', '¿Cuándo llega mi pedido?', 'Quand arrive ma commande ?'];
    const defaults = { checks: [{ language: { 'same-as': 'question' } }] };
    const all = [...questions, 'Wie viele Stück sind noch da?'].map((question, at) => ({
      id: `case-${at + 1}`,
      vars: { question },
    }));
    shop = new LocalShop({
      'promptgate.yml': 'version: 1\nmodels: [clerk]\n',
      'prompts/clerk.txt': ask('kindly'),
      'prompts/clerk.cases.json': JSON.stringify({ defaults, cases: all }),
    });
    shop.write({ 'prompts/clerk.txt': ask('as the manual does') });
    const own = ['Sie kommt am Montag bei Ihnen an.', 'Su pedido llegará el lunes.', 'Votre commande arrivera lundi.'];
    const reply = ({ text }: { readonly text: string }) => {
      const at = questions.findIndex((question) => text.includes(question));
      if (at < 0) return '17';
      return text.includes('manual') ? 'Your order will arrive on Monday.' : (own[at] ?? '');
    };
    models = await startModelService({ seed: 'languages', rules: [{ when: /clerk/, reply }] });
    const done = await runCli(shop.folder, ['review', '--base-url', models.url, '--json']);
    const report = reportSchema.parse(JSON.parse(done.stdout));
    expect([done.status, report.verdict]).toEqual([1, 'regressed']);
    const found = report.prompts.flatMap((one) => one.models.flatMap((row) => row.cases));
    expect(found.map(({ id, new: { passes, of } }) => [id, passes === of])).toEqual([
      ['case-1', false],
      ['case-2', false],
      ['case-3', false],
      ['case-4', true],
    ]);
    expect(JSON.stringify(found[0])).toContain('English, not German');
    expect(JSON.stringify(found[3])).toContain('not told what the reply is written in, so it passes');
  });
});
