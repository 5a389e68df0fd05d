import type { GoldenCase } from '../golden-case.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Message, Prompt, PromptMessage } from '../prompt.ts';
import { promptOfCase } from '../rendered/rendered-line.ts';
import { fillTemplate, lookUp, showValue } from '../template/fill-template.ts';
import { markParts, withParts } from '../template/show-parts.ts';
import type { RenderPrompt } from './design-review.ts';

/** What was asked and said in a turn of a conversation, as promptfoo's templates find it in `_conversation`. */
export type SaidTurn = { readonly prompt: Json; readonly input: string; readonly output: string };

/** The messages that a case asks of a prompt. @param said turns before it; absent: something in their place. */
export function messagesOf(
  prompt: Prompt,
  golden: GoldenCase,
  render: RenderPrompt,
  said?: readonly SaidTurn[],
): readonly Message[] {
  const { messages } = render(wrapPrompt(prompt, golden), varsOf(golden, said));
  const turn = turnOf(golden, prompt);
  return turn === undefined ? messages : [...messages, turn];
}

/** Things that a reader is told of how the values of one prompt's cases were filled in. */
const mostTold = 5;

/** Renders as `render` does, and keeps in `told` what it tells of it. */
export function hearing(render: RenderPrompt, told: Set<string>): RenderPrompt {
  return (prompt, vars) => {
    const made = render(prompt, vars);
    for (const text of made.told ?? []) if (told.size < mostTold) told.add(text);
    return made;
  };
}

/** The user's turn that a case adds to a prompt: its own `user`, else the variable that no template takes. */
function turnOf(golden: GoldenCase, { turn }: Pick<Prompt, 'turn'>): Message | undefined {
  const { vars, shown } = markParts(varsOf(golden));
  if (golden.user !== undefined)
    return withParts({ role: 'user', content: fillTemplate(golden.user, vars).text }, shown);
  const value = turn === undefined ? undefined : lookUp(turn, vars);
  return value === undefined ? undefined : withParts({ role: 'user', content: showValue(value) }, shown);
}

/**
 * The prompt as a case asks it: of a snapshot the case's line; else the case's texts around its one message, or around what the
 * user said last; of a chat without a user around its last message. They are templates as the prompt's own are.
 */
export function wrapPrompt(whole: Prompt, { id, wrap }: Pick<GoldenCase, 'id' | 'wrap'>): Prompt {
  const prompt = promptOfCase(whole, id);
  if (wrap === undefined) return prompt;
  const said = prompt.messages.findLastIndex(({ role }) => role === 'user');
  const place = said === -1 ? prompt.messages.length - 1 : said;
  const messages = prompt.messages.map((message, index) =>
    index === place ? { ...message, ...wrapped(message, wrap) } : message,
  );
  return { ...prompt, messages };
}

function wrapped(
  { content, parts }: PromptMessage,
  { prefix, suffix }: NonNullable<GoldenCase['wrap']>,
): Pick<PromptMessage, 'content' | 'parts'> {
  const text = { content: `${prefix}${content}${suffix}` };
  if (parts === undefined) return text;
  return { ...text, parts: [{ kind: 'text', text: prefix }, ...parts, { kind: 'text', text: suffix }] };
}

/**
 * Puts a case's earlier turns where they would stand in a conversation: before the prompt's last message where
 * that is the user's question, else after the prompt's messages.
 */
export function withHistory(messages: readonly Message[], history: readonly Message[]): readonly Message[] {
  if (history.length === 0) return messages;
  const last = messages.at(-1);
  if (last?.role !== 'user') return [...messages, ...history];
  return [...messages.slice(0, -1), ...history, last];
}

/**
 * A template may take the case's passages by the name `context` where the case gives no variable of that name, and the
 * turns before it by `_conversation`, or by the names under which what was said in them is stored.
 * @param said those turns; absent: something in their place, which differs as their vars do
 */
export function varsOf(golden: GoldenCase, said?: readonly SaidTurn[]): JsonObject {
  const vars = golden.context.length === 0 ? golden.vars : { context: golden.context.join('\n\n'), ...golden.vars };
  if (golden.earlier === undefined) return vars;
  const turns = said ?? golden.earlier.map(standIn);
  const stored = (golden.stored ?? []).flatMap(({ name, turn }): readonly (readonly [string, string])[] => {
    const output = turns[turn]?.output;
    return output === undefined ? [] : [[name, output]];
  });
  return { ...vars, ...Object.fromEntries(stored), _conversation: turns };
}

function standIn(vars: JsonObject): SaidTurn {
  const input = JSON.stringify(vars);
  return { prompt: input, input, output: '…' };
}
