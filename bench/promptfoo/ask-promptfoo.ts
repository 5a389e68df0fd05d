import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { JsonObject } from '../../src/core/json.ts';
import { embed } from './embed.ts';
import type { SuiteReply } from './replies.ts';

/** What promptfoo made of each test (outer) and reply: passed, failed, or nothing, as it threw. */
export type Passes = readonly (readonly (boolean | undefined)[])[];

const results = z.object({
  results: z.array(
    z.object({
      testIdx: z.number(),
      provider: z.object({ id: z.string() }),
      success: z.boolean(),
      gradingResult: z.unknown(),
    }),
  ),
});
const library = z.object({
  evaluate: z.function({ input: [z.unknown(), z.unknown()], output: z.promise(z.unknown()) }),
});

/** Runs the suite with promptfoo as it is installed in a folder, a provider for each reply. */
export async function askPromptfoo(folder: string, suite: JsonObject, replies: readonly SuiteReply[]): Promise<Passes> {
  const { config } = z
    .object({ config: z.unknown() })
    .parse(Array.isArray(suite['providers']) ? suite['providers'][0] : {});
  Object.assign(process.env, {
    PROMPTFOO_DISABLE_TELEMETRY: '1',
    PROMPTFOO_DISABLE_UPDATE: '1',
    PROMPTFOO_CONFIG_DIR: `${folder}/config`,
    LOG_LEVEL: 'error',
  });
  const entry = pathToFileURL(`${folder}/node_modules/promptfoo/dist/src/index.js`).href;
  const { evaluate } = library.parse(await import(entry));
  const grader = {
    id: () => 'letters',
    callApi: noText,
    callEmbeddingApi: async (text: string) => ({ embedding: embed(text) }),
  };
  const providers = replies.map((reply, index) => ({
    id: () => `r${index}`,
    config,
    callApi: async () => answerOf(reply),
  }));
  const given = { ...structuredClone(suite), defaultTest: { options: { provider: grader } }, providers };
  const told = results.parse(await evaluate(given, { cache: false, maxConcurrency: 8, showProgressBar: false }));
  const passes: (boolean | undefined)[][] = [];
  for (const { testIdx, provider, success, gradingResult } of told.results) {
    const row = passes[testIdx] ?? [];
    passes[testIdx] = row;
    row[Number(provider.id.slice(1))] = gradingResult === null || gradingResult === undefined ? undefined : success;
  }
  return passes;
}

async function noText() {
  return { error: 'there is no judge' };
}

function answerOf({ text, toolCalls, latencyMs = 50, costUsd = 0.001, finishReason = 'stop' }: SuiteReply) {
  const calls = toolCalls?.map((call, index) => ({ id: `call_${index}`, type: 'function', function: call }));
  return { output: calls ?? text, latencyMs, cost: costUsd, finishReason };
}
