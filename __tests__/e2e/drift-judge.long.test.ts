import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { postedAlertSchema } from '../../src/core/alerts/alert.ts';
import { driftReportSchema } from '../../src/core/drift/drift-report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { startReceiver } from '../support/alert-receivers.ts';
import { judgedCaseList, judgedModels, judgedPrompt, judgedShop } from '../support/judged-shop.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';

const mood = { strict: 0, worse: 0 };
let shop: LocalShop;
let service: ModelService;
let hook: Awaited<ReturnType<typeof startReceiver>>;
let said = 0;

beforeEach(async () => {
  Object.assign(mood, { strict: 0, worse: 0 });
  hook = await startReceiver(() => ({ status: 200 }));
  service = await startModelService({
    seed: 'judge drift',
    rules: judgedModels(
      (_, { random, text }) =>
        text.includes('from -1 to 1')
          ? 0.4
          : Math.max(1, 8 - mood.strict - (text.includes('An answer') ? mood.worse : 0) - (random() < 0.2 ? 1 : 0)),
      // Words of its own each time, so that nothing is judged by what was kept.
      (id) => `An answer ${String(said++).padStart(4, '0')} about ${id}: mail ann@example.org.`,
    ),
  });
});
afterEach(async () => {
  shop.remove();
  hook.close();
  await service.close();
});

const history = () => readFileSync(join(shop.folder, 'history.ndjson'), 'utf8');
const keys = () => ({
  OPENAI_API_KEY: 'sk-judge-0123456789',
  HOOK: hook.url,
  HOOK_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
});
const drift = async (...named: readonly string[]) => {
  const args = ['drift', ...named, '--base-url', service.url, '--history', 'history.ndjson', '--json'];
  const run = await runCli(shop.folder, args, keys());
  const report = driftReportSchema.parse(JSON.parse(run.stdout));
  return { status: run.status, report, judge: report.judge, row: report.prompts[0]?.models[0] };
};
const runs = async (count: number) => {
  const told: Awaited<ReturnType<typeof drift>>[] = [];
  for (let at = 0; at < count; at++) told.push(await drift());
  return told;
};

/** What was told of the judge. */
const alerts = () =>
  hook.received.flatMap(({ body }) => {
    const { title, data } = postedAlertSchema.parse(JSON.parse(body));
    return data.about.kind === 'judge' ? [[title, data.state, data.ended]] : [];
  });

it('a judge that moved is told as the judge, by references that no history holds, and its end, each once', async () => {
  const cases = judgedCaseList(
    6,
    (nth) =>
      `reference: "Case ${nth} is about a thing that one would like to know.", checks: [{ judge: Is it helpful? }]`,
  );
  const alerting = 'alerts: { webhook: HOOK, cooldown: 0 }\n';
  shop = new LocalShop(judgedShop(cases, alerting));
  const quiet = await runs(4);
  expect(quiet.map(({ status, judge, row }) => [status, judge?.verdict, row?.verdict])).toEqual([
    ...Array.from({ length: 3 }, () => [0, 'baseline', 'baseline']),
    [0, 'steady', 'steady'],
  ]);
  expect(quiet.at(-1)?.judge?.anchors).toBe(6);
  expect(history()).not.toContain('would like to know');
  mood.strict = 4;
  const [told] = await runs(1);
  expect([told?.status, told?.judge?.verdict, told?.judge?.told, told?.judge?.towards]).toEqual([
    ...[1, 'drifted', 'grades', 'lower'],
  ]);
  expect([told?.row?.verdict, told?.row?.unsure]).toEqual(['invalid', 'judge']);
  const lower = expect.stringMatching(/^The judge strict grades the same texts lower since /u);
  expect(alerts()).toEqual([[lower, 'alert', undefined]]);
  const text = await runCli(shop.folder, ['drift', '--base-url', service.url, '--history', 'history.ndjson'], keys());
  expect(text.stdout.replaceAll(/\s+/gu, ' ')).toContain('The judge strict grades the same texts lower since');
  expect(text.stdout.replaceAll(/\s+/gu, ' ')).toContain('Whether the model is worse is not known.');
  mood.strict = 0;
  const back = await runs(2);
  expect(back.some(({ judge }) => judge?.ended === true)).toBe(true);
  expect(back.at(-1)?.row?.verdict).toBe('steady');
  expect(alerts().slice(1)).toEqual([['The judge strict grades the same texts as usual again', 'recovered', 'over']]);
  // Watched no more, it ends by the first run that sees all, and not by one that was narrowed down.
  mood.strict = 4;
  await runs(1);
  expect(alerts().slice(2)).toEqual([[lower, 'alert', undefined]]);
  shop.write({
    'promptgate.yml': `version: 1\nmodels: [clerk]\njudge: strict\n${alerting}drift: { layers: [served, cases] }\n`,
  });
  await drift(judgedPrompt);
  expect(alerts()).toHaveLength(3);
  await drift();
  expect(alerts().slice(3)).toEqual([['The judge strict is no longer watched', 'recovered', 'no-longer-asked']]);
});

it('a fall of the replies is told as the model’s beside a judge that became milder', async () => {
  const cases = judgedCaseList(
    6,
    (nth) =>
      `reference: "Case ${nth} is about a thing that one would like to know.", checks: [{ judge: Is it helpful? }]`,
  );
  shop = new LocalShop(judgedShop(cases));
  await runs(4);
  mood.strict = -2;
  const milder = await runs(2);
  expect(milder.at(-1)?.judge).toMatchObject({ verdict: 'drifted', towards: 'higher' });
  expect(milder.at(-1)?.row?.verdict).toBe('steady');
  mood.worse = 6;
  const fallen = await runs(2);
  expect(fallen.at(-1)?.row).toMatchObject({ verdict: 'drifted' });
  expect(fallen.at(-1)?.row?.found).toContainEqual({ layer: 'cases', channel: 'score', towards: 'lower' });
});

it('replies are kept, masked, where the history may hold texts, and judged by metrics that no case asks for', async () => {
  const cases = judgedCaseList(3, () => 'checks: [helpfulness]');
  shop = new LocalShop(judgedShop(cases));
  const [unwatched] = await runs(1);
  expect(unwatched?.judge?.why).toContain('history-texts');
  expect(unwatched?.status).toBe(0);
  shop.write({
    'promptgate.yml':
      'version: 1\nmodels: [clerk]\njudge: strict\ndrift: { history-texts: true, metrics: [sentiment] }\n',
  });
  const [, second] = await runs(2);
  expect(second?.judge).toMatchObject({ verdict: 'baseline', anchors: 6, runs: 2 });
  expect(second?.report.notes).toEqual([]);
  expect(second?.row?.metrics['metric:sentiment']?.now).toBeCloseTo(0.7);
  expect(second?.row?.metrics['metric:helpfulness']?.usual).toBeGreaterThan(0.5);
  // What no case asks for counts in no score.
  expect(second?.row?.metrics['score']).toEqual(second?.row?.metrics['metric:helpfulness']);
  expect(history().match(/"kind":"anchor"/gu)).toHaveLength(6);
  expect(history()).toContain('mail [e-mail]');
});
