import type { Json, JsonObject } from '../json.ts';
import type { LoggedCall, LoggedMessage, LoggedTexts } from '../logs/logged-call.ts';
import { partOf, writtenPart } from '../parts/part-value.ts';
import type { Position } from '../problem.ts';
import type { Prompt } from '../prompt.ts';
import { maskPersonalData } from '../publish/mask-personal-data.ts';
import { engines } from '../template/engines.ts';
import { clip } from '../text/clip.ts';

/** What makes an input worth a golden case, the most telling first. */
export const candidateReasons = ['failed', 'poor', 'refused', 'cut', 'rare'] as const;
export type CandidateReason = (typeof candidateReasons)[number];

/** An input of production that may become a golden case. */
export type Candidate = {
  readonly reason: CandidateReason;
  /** Why it was chosen, and what a reviewer should know of it; a sentence each. */
  readonly notes: readonly string[];
  readonly segment?: string;
  readonly vars: JsonObject;
  readonly user?: string;
  readonly history: readonly { readonly role: 'user' | 'assistant'; readonly content: string }[];
  /** Where it was logged. */
  readonly at: Position;
};

/** Characters of an input; a longer one makes no case that anybody reviews. */
const longest = 20_000;
/** Turns before the user's last one that are taken over. */
const mostTurns = 10;
/** Characters of what is told of a fault or a reply. */
const mostTold = 160;

/** What ended replies that were not whole, as services call it. */
const cutOff = /^(?:length|max_tokens|max_output_tokens|model_length)$/iu;

/**
 * A logged call as an input for a golden case of a prompt: by the variables that the log has, else by the user's last turn. Undefined
 * where it says nothing that the prompt could be asked.
 */
export function makeCandidate(call: LoggedCall, prompt: Prompt): Candidate | undefined {
  const texts = call.texts();
  const filled = fill(texts, prompt);
  if (filled === undefined) return undefined;
  const { history, ...input } = filled;
  if (JSON.stringify(filled).length > longest) return undefined;
  const isCut = cutOff.test(call.finishReason ?? '');
  const reason = call.error !== undefined ? 'failed' : isCut ? 'cut' : 'rare';
  const lacks = prompt.variables.filter((name) => isLacking(name, input, prompt));
  return maskCandidate({
    reason,
    notes: [
      ...(call.error === undefined ? [] : [`It failed: ${clip(maskPersonalData(call.error), mostTold)}`]),
      ...(reason === 'cut' ? ['Its reply was cut off at its limit.'] : []),
      ...(texts.output === undefined || texts.output.text === ''
        ? []
        : [`It was answered: ${clip(maskPersonalData(texts.output.text), mostTold)}`]),
      ...(lacks.length === 0 ? [] : [`Not in the log, fill in: ${lacks.slice(0, 10).join(', ')}`]),
    ],
    ...(call.segment === undefined ? {} : { segment: call.segment }),
    ...input,
    history,
    at: call.at,
  });
}

/**
 * A candidate without secrets and personal data, whose values are values alone. Masked before it is compared: cases that came from logs
 * earlier are masked too.
 */
export function maskCandidate({ notes, vars, user, history, segment, ...rest }: Candidate): Candidate {
  return {
    ...rest,
    ...(segment === undefined ? {} : { segment: maskPersonalData(segment) }),
    notes: notes.map(maskPersonalData),
    vars: Object.fromEntries(maskEntries(vars)),
    ...(user === undefined ? {} : { user: maskPersonalData(user) }),
    history: history.map(({ role, content }) => ({ role, content: maskPersonalData(content) })),
  };
}

/**
 * A value with all its texts, numbers and names masked. What a case would show as a picture, a sound or a file is its JSON as a text: a
 * log names no file of the repository, and no address that is fetched.
 */
function maskIn(value: Json): Json {
  if (typeof value === 'string') return maskPersonalData(value);
  if (typeof value === 'number') return maskNumber(value);
  if (isList(value)) return value.map(maskIn);
  if (typeof value !== 'object' || value === null) return value;
  const masked: JsonObject = Object.fromEntries(maskEntries(value));
  const isPart = writtenPart(masked) !== undefined || partOf(masked) !== undefined;
  return isPart ? JSON.stringify(masked) : masked;
}

/** A number that is personal data, such as a card's, is the text that stands for it. */
function maskNumber(value: number): Json {
  const masked = maskPersonalData(String(value));
  return masked === String(value) ? value : masked;
}

/** Names that become alike are told apart by their number, so that none of the values is lost. */
function maskEntries(value: JsonObject): readonly (readonly [string, Json])[] {
  const taken = new Set<string>();
  return Object.entries(value).map(([name, held]) => {
    const masked = maskPersonalData(name);
    let own = masked;
    for (let count = 2; taken.has(own); count += 1) own = `${masked} ${count}`;
    taken.add(own);
    return [own, maskIn(held)];
  });
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

type Input = Pick<Candidate, 'vars' | 'user' | 'history'>;

function isLacking(name: string, { vars, user }: Omit<Input, 'history'>, prompt: Prompt): boolean {
  const [first = name] = name.split('.', 1);
  const isGiven = Object.hasOwn(vars, first) || Object.hasOwn(prompt.defaults, first);
  return !isGiven && prompt.optional?.includes(name) !== true && !(name === prompt.turn && user !== undefined);
}

function fill({ input, variables }: LoggedTexts, prompt: Prompt): Input | undefined {
  const names = new Set(prompt.variables.map((name) => name.split('.', 1)[0] ?? name));
  const known = Object.entries(variables ?? {}).filter(([name]) => names.has(name));
  const last = input.findLastIndex(({ role }) => role === 'user' || role === 'human');
  const turn = input[last];
  if (known.length > 0) return { vars: Object.fromEntries(known), history: [] };
  if (turn === undefined || turn.content.trim() === '') return undefined;
  const history = input.slice(0, last).flatMap(asTurn).slice(-mostTurns);
  if (prompt.turn !== undefined) return { vars: { [prompt.turn]: turn.content }, history };
  const [asked] = prompt.messages.filter(({ role }) => role === 'user').slice(-1);
  if (asked === undefined) return { vars: {}, user: turn.content, history };
  const found = valueIn(turn.content, asked.content, prompt);
  // A prompt whose own messages are the conversation has no place for turns before it.
  return found === undefined ? undefined : { vars: found, history: [] };
}

function asTurn({ role, content }: LoggedMessage): Candidate['history'] {
  if (content === '') return [];
  if (role === 'user' || role === 'human') return [{ role: 'user', content }];
  return role === 'assistant' || role === 'model' ? [{ role: 'assistant', content }] : [];
}

/** The value of the one variable of a message, from what the message was filled to; where others stand beside it, the whole of it. */
function valueIn(said: string, template: string, { variables, engine }: Prompt): JsonObject | undefined {
  const inside = variables.filter(
    (name) => !name.includes('.') && spotsOf(name, engine).some((spot) => template.includes(spot)),
  );
  const [name] = inside;
  if (name === undefined) return undefined;
  const spot = spotsOf(name, engine).find((one) => template.includes(one)) ?? '';
  const [before = '', after = '', ...more] = template.split(spot);
  const [head, tail] = [before.trimStart(), after.trimEnd()];
  const text = said.trim();
  const isFramed = more.length === 0 && inside.length === 1 && text.startsWith(head) && text.endsWith(tail);
  if (!isFramed || text.length < head.length + tail.length) return { [name]: said };
  return { [name]: text.slice(head.length, text.length - tail.length) };
}

/** How a variable may be written in a template. */
function spotsOf(name: string, engine: Prompt['engine']): readonly string[] {
  return [engines[engine].show(name), `{{${name}}}`, `{{ ${name} }}`];
}
