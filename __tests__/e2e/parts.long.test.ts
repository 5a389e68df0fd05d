import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ModelScript } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import type { Files } from '../support/github-repository.ts';
import { LocalShop } from '../support/local-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';
import { spokenApis } from '../support/spoken-apis.ts';

let stage: ReviewStage | undefined;
let shop: LocalShop | undefined;
let service: ModelService | undefined;
afterEach(async () => {
  expect(stage?.github.violations ?? []).toEqual([]);
  await stage?.close();
  await service?.close();
  shop?.remove();
  [stage, shop, service] = [undefined, undefined, undefined];
});

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A picture of one pixel; what follows its end makes it another file. */
function picture(total: number): Buffer {
  return Buffer.concat([Buffer.from(pixel, 'base64'), Buffer.from(`total ${total}`)]);
}

const totals = [11, 22, 33, 44, 55, 66];
const promptPath = 'prompts/receipt.txt';
const casesPath = 'prompts/receipt.cases.yml';

function promptText(manner: string): string {
  return `You read receipts ${manner}.\n\n{{receipt}}\n\nWhat is the total?\n`;
}

function casesText(): string {
  const cases = totals.map(
    (total) =>
      `  - id: receipt-${total}\n    vars: { receipt: { image: ../fixtures/${total}.png } }\n    checks: [{ contains: "${total} euro" }]`,
  );
  return `cases:\n${cases.join('\n')}\n`;
}

const base: Files = {
  'promptgate.yml': 'version: 1\nmodels: [seeing]\n',
  [promptPath]: promptText('briefly'),
  [casesPath]: casesText(),
  ...Object.fromEntries(totals.map((total) => [`fixtures/${total}.png`, picture(total)])),
};

/** Knows a receipt by the digest of its bytes, and misreads one of them where it is to answer warmly. */
function reading(misread?: number, also: readonly number[] = []): Omit<ModelScript, 'seed'> {
  const known = new Map(
    [...totals, ...also].map((total) => [createHash('sha256').update(picture(total)).digest('hex'), total] as const),
  );
  return {
    otherwise: ({ messages, text }) => {
      const shown = messages.flatMap(({ parts = [] }) => parts).find(({ kind }) => kind === 'image');
      if (shown?.kind !== 'image' || shown.source.kind !== 'data') return 'I see no receipt.';
      const bytes = Buffer.from(shown.source.base64, 'base64');
      const total = known.get(createHash('sha256').update(bytes).digest('hex'));
      return total === misread && text.includes('warmly') ? 'I cannot read it.' : `It is ${total} euro.`;
    },
  };
}

describe('a prompt that looks at pictures', () => {
  it('is asked with them on both sides, and blocked where one of them is read worse', async () => {
    stage = await stageReview({ base, head: { [promptPath]: promptText('warmly') }, models: reading(44) });
    const run = await stage.review();
    expect([run.exitCode, run.outputs['verdict']], run.stdout + run.stderr).toEqual([1, 'regressed']);
    expect(JSON.parse(run.outputs['regressed-cases'] ?? '')).toEqual([
      { prompt: promptPath, case: 'receipt-44', model: 'seeing' },
    ]);
    const [request] = stage.models.requests();
    const kinds = request?.kind === 'chat' ? request.messages.map(({ parts }) => parts?.map(({ kind }) => kind)) : [];
    expect(kinds).toEqual([['text', 'image', 'text']]);
  });

  it('is reviewed where a picture alone changed: an edited case, asked of both sides', async () => {
    const head = { 'fixtures/44.png': picture(45) };
    stage = await stageReview({ base, head, models: reading(undefined, [45]) });
    const run = await stage.review();
    expect([run.exitCode, run.outputs['verdict']], run.stdout + run.stderr).toEqual([0, 'pass']);
    const [comment] = stage.github.comments(7);
    expect(comment?.body).toContain('edited: `receipt-44` (variable &#96;receipt&#96; changed)');
  });

  it('is told without them where replies are not to be published', async () => {
    const quiet = { ...base, 'promptgate.yml': `${base['promptgate.yml']}publish-replies: none\n` };
    stage = await stageReview({ base: quiet, head: { [promptPath]: promptText('warmly') }, models: reading(44) });
    const temp = mkdtempSync(join(tmpdir(), 'promptgate-parts-'));
    const run = await stage.review({ temp });
    const [json, page] = ['report-json', 'report-html'].map((name) => readFileSync(run.outputs[name] ?? '', 'utf8'));
    expect(JSON.parse(json ?? '').verdict).toBe('regressed');
    rmSync(temp, { recursive: true });
    for (const kept of [json, page, stage.github.comments(7)[0]?.body]) expect(kept).not.toContain(pixel.slice(0, 40));
    expect(page).not.toContain('img-src');
  });

  it('says once that a model takes no picture', async () => {
    const models = { ...reading(), textOnly: ['seeing'] };
    stage = await stageReview({ base, head: { [promptPath]: promptText('warmly') }, models });
    const run = await stage.review();
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'invalid']);
    const [comment] = stage.github.comments(7);
    expect(comment?.body.split('Invalid content type').length, comment?.body).toBe(2);
    expect(stage.models.stats().arrived).toBeLessThan(20);
  });
});

describe('a chat whose message holds a picture', () => {
  const chat = (manner: string): string =>
    JSON.stringify([
      { role: 'system', content: `You read receipts ${manner}.` },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is the total?' },
          { type: 'image_url', image_url: { url: '{{receipt}}' } },
        ],
      },
    ]);
  const review = async () => {
    const { [promptPath]: _, [casesPath]: cases = '', ...others } = base;
    shop = new LocalShop({ ...others, 'prompts/chat.json': chat('briefly'), 'prompts/chat.cases.yml': cases });
    shop.write({ 'prompts/chat.json': chat('warmly') });
    service = await startModelService({ seed: 'parts', ...reading(44) });
    const args = ['review', '--base-url', service.url, '--json', '--html', 'page.html', '--store', 's.sqlite'];
    const run = await runCli(shop.folder, args, { OPENAI_API_KEY: 'sk-parts' });
    return { run, report: JSON.parse(run.stdout), page: readFileSync(join(shop.folder, 'page.html'), 'utf8') };
  };

  it('is asked with it, and the report shows it as a data URL, from nowhere else', async () => {
    const { run, report, page } = await review();
    expect([run.status, report.verdict], run.stderr).toEqual([1, 'regressed']);
    const urls = totals.map((total) => `data:image/png;base64,${picture(total).toString('base64')}`);
    expect(Object.values(report.pictures).toSorted()).toEqual(urls.toSorted());
    expect(report.prompts[0].exam[0].vars.receipt).toEqual({
      image: '../fixtures/11.png',
      mediaType: 'image/png',
      bytes: picture(11).length,
      sha256: createHash('sha256').update(picture(11)).digest('hex'),
    });
    expect(page).toContain('img-src data:;');
  });
});

it.each(spokenApis)('pictures reach a model as they are by api: %s', async (api) => {
  service = await startModelService({ seed: 'parts', ...reading(44) });
  const config = `version: 1
providers: { native: { api: ${api}, base-url: ${service.url} } }
models: [{ provider: native, model: seeing }]
prices: { seeing: { input: 1, output: 2 } }
`;
  shop = new LocalShop({ ...base, 'promptgate.yml': config });
  shop.write({ [promptPath]: promptText('warmly') });
  const run = await runCli(shop.folder, ['review', '--json', '--store', 's.sqlite']);
  const { verdict, prompts, calls } = JSON.parse(run.stdout);
  expect([run.status, verdict, calls.failed], run.stderr).toEqual([1, 'regressed', 0]);
  const states = prompts[0].models[0].cases.map((one: { id: string; state: string }) => [one.id, one.state]);
  expect(states.filter(([, state]: readonly [string, string]) => state === 'regressed')).toEqual([
    ['receipt-44', 'regressed'],
  ]);
});

describe('a file that cannot be shown', () => {
  it.each([
    [
      'is too large',
      'fixtures/44.png',
      Buffer.concat([picture(44), Buffer.alloc(5 * 1024 * 1024)]),
      /at most 5242880/u,
    ],
    [
      'is of another type',
      'fixtures/44.png',
      Buffer.from('%PDF-1.7 …'),
      /as an image, and its content is application\/pdf/u,
    ],
    ['is of no type that services take', 'fixtures/44.png', Buffer.from([0, 1, 2, 3]), /no PNG, JPEG/u],
  ])('is told with its line where it %s', async (_, path, bytes, why) => {
    shop = new LocalShop({ ...base, [path]: '' });
    shop.write({ [path]: bytes });
    const checked = await runCli(shop.folder, ['cases', 'check']);
    expect(checked.status).toBe(2);
    expect(checked.stdout.replaceAll(/\s+/gu, ' ')).toMatch(why);
    expect(checked.stdout).toContain(`${casesPath}:11`);
    expect(checked.stdout.match(/receipt-/gu)?.length ?? 0).toBeLessThan(2);
  });

  it('is told where it is not there', async () => {
    shop = new LocalShop(Object.fromEntries(Object.entries(base).filter(([, held]) => typeof held === 'string')));
    service = await startModelService({ seed: 'parts', ...reading() });
    const env = { OPENAI_API_KEY: 'sk-parts' };
    const run = await runCli(shop.folder, ['check', '--base-url', service.url, '--json'], env);
    expect(run.status, run.stderr).toBe(2);
    expect(run.stdout).toContain('which is not there');
  });
});
