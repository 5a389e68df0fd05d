import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Report, reportSchema } from '../../src/core/report/report.ts';
import type { ScriptedCall, ScriptedReply } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { type EntraService, entra, startEntraService } from '../support/entra-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { ordersBase, ordersModel, ordersPath, ordersPrompt } from '../support/order-desk.ts';
import { promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { runCli } from '../support/run-cli.ts';
import { spokenApis } from '../support/spoken-apis.ts';

const key = 'sk-of-one-service-0123456789';
const models = {
  chat: 'gpt-5.6-luna',
  responses: 'gpt-5.6-luna',
  anthropic: 'claude-opus-4-8',
  gemini: 'gemini-3.5-flash',
  bedrock: 'claude-opus-4-8',
  azure: 'gpt-5.6-luna',
} as const;

let shop: LocalShop | undefined;
let service: ModelService | undefined;
afterEach(async () => {
  await service?.close();
  shop?.remove();
});

type Told = { readonly status: number | null; readonly report: Report };

async function review(api: (typeof spokenApis)[number], breaks: readonly string[]): Promise<Told> {
  service = await startModelService({
    seed: 'services',
    key,
    rules: [
      {
        when: ({ text }) => text.includes('warmly') && breaks.some((id) => text.includes(`What is ${id}?`)),
        reply: 'I would rather not say.',
      },
      ...(shopModels([]).rules ?? []),
    ],
  });
  shop = new LocalShop({
    ...shopBase,
    'promptgate.yml': `version: 1
providers: { native: { api: ${api}, base-url: ${service.url}, key: NATIVE_KEY } }
models: [{ provider: native, model: ${models[api]}, params: { max_tokens: 300, seed: 7 } }]
`,
  });
  shop.write({ [promptPath]: promptText('warmly') });
  // What a vendor's library would take from the environment reaches nobody.
  const env = {
    NATIVE_KEY: key,
    ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
    GOOGLE_GEMINI_BASE_URL: 'http://127.0.0.1:9',
  };
  const run = await runCli(shop.folder, ['review', '--json', '--store', 'replies.sqlite'], env);
  expect(run.stdout + run.stderr).not.toContain(key);
  return { status: run.status, report: reportSchema.parse(JSON.parse(run.stdout)) };
}

/** What a review comes to, whoever answered. */
function comesTo({ status, report }: Told): object {
  const rows = report.prompts.flatMap((prompt) => prompt.models);
  return {
    status,
    verdict: report.verdict,
    states: rows.flatMap((row) => row.cases.map(({ id, state }) => `${id} ${state}`)),
    scores: rows.map(({ score }) => [score?.old, score?.new]),
    calls: report.calls.made,
  };
}

describe.each([
  ['breaks a case', ['case-3'], 'regressed'],
  ['holds', [], 'pass'],
] as const)('a prompt that %s', (_, breaks, verdict) => {
  it.each(spokenApis)('is judged alike by api: %s', async (api) => {
    const told = await review(api, breaks);
    expect(told.report.verdict).toBe(verdict);
    expect(told.report.problems).toEqual([]);
    expect(told.report.calls.failed).toBe(0);
    // What answered has its price, and what the API has no place for is told.
    expect(told.report.costUsd.actual).toBeGreaterThan(0);
    const left = told.report.adapted.map(({ params }) => params);
    expect(left).toEqual(['responses', 'anthropic', 'bedrock'].includes(api) ? [{ seed: null }] : []);
    await service?.close();
    shop?.remove();
    expect(comesTo(told)).toEqual(comesTo(await review('chat', breaks)));
  });
});

it('a model whose tools and reasoning chat completions refuse is asked by the Responses API, and the comment says so', async () => {
  const said =
    'Function tools with reasoning_effort are not supported in /v1/chat/completions. Please use /v1/responses instead.';
  service = await startModelService({
    ...{ seed: 'moved', ...shopModels([]) },
    refusesChat: (params) =>
      params['tools'] !== undefined && params['reasoning_effort'] !== 'none' ? said : undefined,
  });
  const tools = [{ type: 'function', function: { name: 'look_up', parameters: { type: 'object', properties: {} } } }];
  const params = JSON.stringify({ reasoning_effort: 'low', tools });
  shop = new LocalShop({
    ...shopBase,
    'promptgate.yml': `version: 1\nmodels: [{ model: gpt-5.6-luna, params: ${params} }]\n`,
  });
  shop.write({ [promptPath]: promptText('warmly') });
  const args = ['review', '--base-url', service.url, '--comment', 'comment.md', '--html', 'report.html', '--json'];
  const { status, stdout } = await runCli(shop.folder, [...args, '--store', 'replies.sqlite']);
  const report = reportSchema.parse(JSON.parse(stdout));
  expect([status, report.verdict, report.calls.failed]).toEqual([0, 'pass', 0]);
  expect(report.adapted).toEqual([{ model: 'gpt-5.6-luna', params: { api: 'responses' } }]);
  for (const file of ['comment.md', 'report.html'])
    expect(readFileSync(join(shop.folder, file), 'utf8')).toContain('was asked by the Responses API');
  expect(JSON.stringify(service.requests()[0])).toContain('"reasoning":{"effort":"low"}');
});

it('a pair is asked by one API, though chat completions refuse its new side alone; and another API keeps replies of its own', async () => {
  service = await startModelService({
    seed: 'one side moved',
    refusesChat: (params) => (params['tools'] === undefined ? undefined : 'Please use /v1/responses instead.'),
    otherwise: ({ params }) => `Yes, by ${params['reasoning'] === undefined ? 'chat' : 'responses'}.`,
  });
  const tools = [{ type: 'function', function: { name: 'look_up', parameters: { type: 'object', properties: {} } } }];
  const messages = [{ role: 'user', content: 'Is it {{day}}?' }];
  const config = (api: string): string => `version: 1
providers: { own: { api: ${api}, base-url: ${service?.url} } }
models: [{ provider: own, model: gpt-5.6-luna, params: { reasoning_effort: low } }]
`;
  const cases = ['Monday', 'Friday'].map((day) => `  - { vars: { day: ${day} }, checks: [{ contains: "Yes" }] }\n`);
  shop = new LocalShop({
    'promptgate.yml': config('chat'),
    'prompts/ask.json': JSON.stringify({ messages }),
    'prompts/ask.cases.yml': `cases:\n${cases.join('')}`,
  });
  shop.write({ 'prompts/ask.json': JSON.stringify({ messages, tools }) });
  const run = async (): Promise<Told> => {
    const { status, stdout } = await runCli(shop?.folder ?? '', ['review', '--json', '--store', 'replies.sqlite']);
    return { status, report: reportSchema.parse(JSON.parse(stdout)) };
  };
  const { status, report } = await run();
  expect([status, report.verdict, report.calls.failed]).toEqual([0, 'pass', 0]);
  const replies = report.prompts.flatMap((prompt) =>
    prompt.models.flatMap((row) => row.cases.flatMap((one) => one.replies)),
  );
  expect(new Set(replies.map(({ side, text }) => `${side} ${text}`))).toEqual(
    new Set(['old Yes, by responses.', 'new Yes, by responses.']),
  );
  expect((await run()).report.calls.made).toBe(0);
  shop.write({ 'promptgate.yml': config('responses') });
  const other = await run();
  expect([other.report.calls.made, other.report.calls.kept]).toEqual([replies.length, 0]);
});

describe.each([
  ['holds', 'Be very brief.', 'pass'],
  ['calls its tools in the wrong order', 'Hurry.', 'regressed'],
] as const)('a prompt with two tools and canned results that %s', (_, manner, verdict) => {
  it('is judged alike by every API, and what a service seals goes back with the calls', async () => {
    const states: unknown[] = [];
    for (const api of spokenApis) {
      const isChat = api === 'chat' || api === 'azure';
      const rules = ordersModel().map(({ reply, ...rule }) => ({
        ...rule,
        reply: (call: ScriptedCall): ScriptedReply => {
          const said = typeof reply === 'function' ? reply(call) : reply;
          return typeof said === 'string' || isChat ? said : { ...said, sealed: 'sealed-thought' };
        },
      }));
      service = await startModelService({ seed: 'orders', rules });
      shop = new LocalShop({
        ...ordersBase,
        'promptgate.yml': `version: 1
providers: { native: { api: ${api}, base-url: ${service.url} } }
models: [{ provider: native, model: cheap }]
prices: { cheap: { input: 1, output: 2 } }
`,
      });
      shop.write({ [ordersPath]: ordersPrompt(manner) });
      const run = await runCli(shop.folder, ['review', '--json', '--store', 'replies.sqlite']);
      const report = reportSchema.parse(JSON.parse(run.stdout));
      expect([api, report.verdict, report.calls.failed]).toEqual([api, verdict, 0]);
      states.push(comesTo({ status: run.status, report }));
      const answered = service.requests().filter((request) => JSON.stringify(request).includes('"role":"tool"'));
      expect(answered.length).toBeGreaterThan(5);
      for (const request of answered) expect(JSON.stringify(request).includes('sealed-thought')).toBe(!isChat);
      await service.close();
      shop.remove();
    }
    for (const state of states) expect(state).toEqual(states[0]);
  });
});

describe('a cloud without a key', () => {
  let identity: EntraService | undefined;
  afterEach(() => identity?.close());
  const aws = {
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG',
    sessionToken: 'IQoJb3JpZ2lu//==',
  };
  const ambient = {
    AWS_ACCESS_KEY_ID: aws.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.secretAccessKey,
    AWS_SESSION_TOKEN: aws.sessionToken,
  };

  it.each([
    [
      'signed requests',
      'bedrock',
      'region: eu-central-1, credentials: ambient',
      'anthropic.claude-opus-4-8-v1:0',
      ambient,
      'set AWS_ACCESS_KEY_ID',
    ],
    ['a token', 'azure', 'token: ENTRA_TOKEN', 'gpt-5.6-luna', { ENTRA_TOKEN: key }, 'Set ENTRA_TOKEN'],
    [
      'a workload identity',
      'azure',
      'credentials: workload-identity',
      'gpt-5.6-luna',
      { AZURE_CLIENT_ID: entra.clientId, AZURE_TENANT_ID: entra.tenantId },
      'Set AZURE_CLIENT_ID',
    ],
  ])('is asked by %s', async (_, api, how, model, env, missing) => {
    identity = await startEntraService(key);
    const region = 'eu-central-1';
    service = await startModelService({ seed: 'clouds', key, aws: { ...aws, region }, ...shopModels([]) });
    shop = new LocalShop({
      ...shopBase,
      'promptgate.yml': `version: 1
providers: { cloud: { api: ${api}, base-url: "${new URL(service.url).origin}", ${how} } }
models: [{ provider: cloud, model: "${model}" }]
`,
    });
    shop.write({ [promptPath]: promptText('warmly') });
    const args = ['review', '--json', '--store', 'replies.sqlite'];
    const { status, stdout, stderr } = await runCli(shop.folder, args, {
      ...env,
      AZURE_AUTHORITY_HOST: identity.url,
      ACTIONS_ID_TOKEN_REQUEST_URL: identity.oidcUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: entra.requestToken,
    });
    const report = reportSchema.parse(JSON.parse(stdout));
    expect([status, report.verdict, report.calls.failed]).toEqual([0, 'pass', 0]);
    // Nobody is asked for a token where the config names no workload identity.
    expect(identity.exchanges()).toBe(how === 'credentials: workload-identity' ? 1 : 0);
    for (const secret of [aws.secretAccessKey, aws.sessionToken, key]) expect(stdout + stderr).not.toContain(secret);
    // Without them nothing is asked, and what is missing is named.
    const { answered } = service.stats();
    const without = await runCli(shop.folder, args);
    expect(without.status).toBe(2);
    expect(without.stdout + without.stderr).toContain(missing);
    expect(service.stats().answered).toBe(answered);
  });
});
