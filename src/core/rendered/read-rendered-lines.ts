import { z } from 'zod';
import { mostCases } from '../cases/too-many-cases.ts';
import type { Json, JsonObject } from '../json.ts';
import { readPlainJson } from '../json-text/read-plain-json.ts';
import { readParts } from '../parts/read-parts.ts';
import type { Position, Problem } from '../problem.ts';
import type { PromptMessage } from '../prompt.ts';
import { knownParams, nameParams } from '../prompt-file/read-params.ts';
import { messageOfParts } from '../template/prompt-parts.ts';
import { explainIssues } from '../yaml/explain-issues.ts';
import type { Located, LocatedRead } from '../yaml/located.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import type { RenderedLine, RenderedLines } from './rendered-line.ts';

/** Reading a line has made sure already that it holds nothing but JSON. */
const json: z.ZodType<Json> = z.any();
const group = z.record(z.string(), json);

const textPart = z.object({ type: z.enum(['text', 'input_text']), text: z.string() });
const content = z
  .union([z.string(), z.array(group).min(1), z.null()], { error: 'must be a text, or a list of parts' })
  .transform((written, context): Pick<PromptMessage, 'content' | 'parts'> => {
    if (written === null) return { content: '' };
    if (typeof written === 'string') return { content: written };
    const texts = z.array(textPart).safeParse(written).data;
    if (texts !== undefined) return { content: texts.map(({ text }) => text).join('') };
    const parts = readParts(written);
    if (parts !== undefined) return messageOfParts(parts);
    context.addIssue({ code: 'custom', message: 'must hold parts that are sent: docs/prompts.md names them' });
    return z.NEVER;
  });

const toolCall = z
  .looseObject({ id: z.string().optional(), function: z.object({ name: z.string().min(1), arguments: z.string() }) })
  .transform(({ id, function: called }) => ({ ...called, ...(id !== undefined && { id }) }));

const message = z
  .strictObject({
    role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
    content: content.default({ content: '' }),
    tool_calls: z.array(toolCall).min(1).nullish(),
    tool_call_id: z.string().min(1).nullish(),
  })
  .superRefine(({ role, content: said, tool_calls: calls, tool_call_id: call }, context) => {
    const refuse = (path: string, text: string) => context.addIssue({ code: 'custom', path: [path], message: text });
    if (role !== 'assistant' && calls != null) refuse('tool_calls', 'goes with the role `assistant`');
    if ((role === 'tool') !== (call != null)) refuse('tool_call_id', 'goes with the role `tool`, which needs it');
    if (said.content === '' && said.parts === undefined && calls == null && role !== 'tool')
      refuse('content', 'must hold a text');
  })
  .transform(({ role, content: said, tool_calls: calls, tool_call_id: call }): PromptMessage => {
    return { role, ...said, ...(calls != null && { toolCalls: calls }), ...(call != null && { toolCallId: call }) };
  });

const known = Object.fromEntries(knownParams.map((name) => [name, json.optional()]));
const line = z.strictObject({
  id: z.union([z.string().min(1).max(200), z.number()], { error: 'must be the id of its case' }).transform(String),
  messages: z.array(message).min(1),
  model: z.string().min(1).max(200).nullish(),
  parameters: group.nullish(),
  ...known,
});

const lineKeys = ['id', 'messages', 'model', 'parameters', ...knownParams];
const messageKeys = ['role', 'content', 'tool_calls', 'tool_call_id'];

/** What came of the text of a snapshot. */
export type RenderedLinesRead =
  | {
      readonly kind: 'read';
      readonly lines: RenderedLines;
      /** Where each case's line stands. */
      readonly places: ReadonlyMap<string, Position>;
    }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/** Problems that are told of one file. */
const mostProblems = 20;

/** Reads a snapshot: a line a case, `{"id", "messages", "tools"?, "response_format"?, "model"?, "parameters"?}`. Never throws. */
export function readRenderedLines(text: string, file: string): RenderedLinesRead {
  const lines = new Map<string, RenderedLine>();
  const places = new Map<string, Position>();
  const problems: Problem[] = [];
  const written = text.replace(/^\u{feff}/u, '').split(/\r\n|\n|\r/u);
  for (const [index, one] of written.entries()) {
    if (one.trim() === '') continue;
    if (lines.size >= mostCases || problems.length >= mostProblems) break;
    const at = { file, line: index + 1, column: 1 };
    const read = readLine(one, at);
    if (read.kind === 'broken') {
      problems.push(...read.problems);
      continue;
    }
    const before = places.get(read.id);
    if (before === undefined) {
      lines.set(read.id, read.line);
      places.set(read.id, at);
    } else {
      const what = `The case \`${read.id}\` has a line already, line ${before.line}.`;
      problems.push({ reason: 'files', what, at, fix: 'Give each line an id of its own.' });
    }
  }
  if (lines.size >= mostCases && written.filter((one) => one.trim() !== '').length > mostCases) {
    const what = `The snapshot has more than the ${mostCases.toLocaleString('en')} lines that are read.`;
    problems.push({ reason: 'files', what, at: { file, line: 1 }, fix: 'Render the cases that tell most.' });
  }
  const [first, ...rest] = problems;
  if (first !== undefined) return { kind: 'broken', problems: [first, ...rest.slice(0, mostProblems - 1)] };
  if (lines.size > 0) return { kind: 'read', lines, places };
  const what = 'The snapshot has no line.';
  const fix = 'Write one a case: `{"id": "refund", "messages": [{"role": "user", "content": "…"}]}`.';
  return { kind: 'broken', problems: [{ reason: 'files', what, at: { file, line: 1, column: 1 }, fix }] };
}

type LineRead =
  | { readonly kind: 'line'; readonly id: string; readonly line: RenderedLine }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] };

function readLine(text: string, at: Required<Position>): LineRead {
  if (!/^\s*\{/u.test(text)) {
    const fix = 'Write one request a line, and nothing else: what your program tells people goes to stderr.';
    return { kind: 'broken', problems: [{ reason: 'files', what: 'This line is no JSON object.', at, fix }] };
  }
  const read = locate(text, at);
  if (read.kind === 'broken') return read;
  const parsed = line.safeParse(read.located.value, { reportInput: true });
  if (!parsed.success) {
    const keysAt = (path: readonly PropertyKey[]) => (path[0] === 'messages' ? messageKeys : lineKeys);
    return { kind: 'broken', problems: explainIssues(parsed.error.issues, read.located, keysAt) };
  }
  const { id, messages, model, parameters, ...params } = parsed.data;
  const set: JsonObject = { ...nameParams(parameters ?? {}), ...nameParams(params) };
  return { kind: 'line', id, line: { messages, ...(model != null && { model }), params: set } };
}

function locate(text: string, { file, line: from }: Required<Position>): LocatedRead {
  const plain: Located | undefined = readPlainJson(text, file, from);
  return plain === undefined ? readYaml(text, file, { line: from }) : { kind: 'read', located: plain };
}
