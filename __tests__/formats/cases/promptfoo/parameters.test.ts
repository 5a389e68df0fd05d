import { describe, expect, it } from 'vitest';
import { readPromptfoo } from '../../../support/read-promptfoo.ts';

const tests = 'tests: [{ vars: { q: x }, assert: [{ type: is-valid-openai-tools-call }] }]\n';
const refund = { name: 'refund', parameters: { type: 'object', required: ['id'] } };
const asSent = { type: 'function', function: refund };

async function paramsIn(config: string, files = {}, prompt?: string) {
  const all = { 'promptfooconfig.yaml': `${config}${tests}`, 'p.txt': '{{q}}', ...files };
  const { params, notes, faults } = await readPromptfoo(all, prompt);
  return { params, notes, faults };
}

describe('what a promptfoo config asks its prompts with', () => {
  it('is what its providers say, under the names of the chat-completions API, and no address or key', async () => {
    const config = `prompts: [p.txt]
providers:
  - id: openai:gpt-5.6-sol
    config: { temperature: 0, max_tokens: 9, apiKey: sk-x, apiBaseUrl: "https://x", passthrough: { top_p: 0.5 } }
  - openai:gpt-5.6-luna
`;
    expect(await paramsIn(config)).toEqual({
      params: { temperature: 0, max_tokens: 9, top_p: 0.5 },
      notes: [expect.stringMatching(/^Of `providers` only `temperature`, `max_tokens`, `top_p` is used: /u)],
      faults: [],
    });
  });

  it('is nothing that providers differ in, which is told', async () => {
    const config = `prompts: [p.txt]
providers:
  - { id: openai:gpt-5.6-sol, config: { temperature: 0, seed: 1 } }
  - anthropic:x: { config: { temperature: 1, seed: 1 } }
`;
    const { params, notes } = await paramsIn(config);
    expect(params).toEqual({ seed: 1 });
    expect(notes).toContainEqual(expect.stringMatching(/^Providers differ in `temperature`, which is not taken/u));
  });

  it.each([
    `tools: [${JSON.stringify(asSent)}]`,
    `tools: [${JSON.stringify({ type: 'function', ...refund })}]`,
    `tools: [{ name: refund, input_schema: { type: object, required: [id] } }]`,
    `functions: [${JSON.stringify(refund)}]`,
    'tools: file://tools.json',
    'tools: ["file://tools.json"]',
  ])('has its functions in one form: %s', async (written) => {
    const config = `prompts: [p.txt]\nproviders: [{ id: openai:gpt-5.6-sol, config: { ${written} } }]\n`;
    const read = await paramsIn(config, { 'tools.json': JSON.stringify([asSent]) });
    expect([read.params, read.faults]).toEqual([{ tools: [asSent] }, []]);
  });

  it('leaves out a function that is none, or that each test fills, and says so', async () => {
    const tools = '[{ type: web_search }, { name: "find_{{q}}" }, { name: refund }]';
    const read = await paramsIn(
      `prompts: [p.txt]\nproviders: [{ id: openai:gpt-5.6-sol, config: { tools: ${tools} } }]\n`,
    );
    expect(read.params).toEqual({ tools: [{ type: 'function', function: { name: 'refund' } }] });
    expect(read.notes).toContainEqual(expect.stringMatching(/^One of the `tools` is not sent: it is no function/u));
    expect(read.notes).toContainEqual(expect.stringMatching(/^One of the `tools` is not sent: it has a template/u));
  });

  it('is for one prompt what its own entry says', async () => {
    const config = `prompts: [{ file: p.txt, config: { temperature: 1 } }, q.txt]
providers: [{ id: openai:gpt-5.6-sol, config: { temperature: 0 } }]
`;
    const files = { 'q.txt': '{{q}}' };
    expect((await paramsIn(config, files)).params).toEqual({ temperature: 1 });
    expect((await paramsIn(config, files, 'q.txt')).params).toEqual({ temperature: 0 });
  });
});
