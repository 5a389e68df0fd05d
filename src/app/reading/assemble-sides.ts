import type { PromptFile } from '../../core/detect/diff-prompt.ts';
import type { PromptPart, PromptSource } from '../../core/detect/prompt-sources.ts';
import type { Prompt, PromptMessage } from '../../core/prompt.ts';
import type { PromptSide } from './read-prompt-sides.ts';

/** The messages of a prompt's parts: those that continue another are one with it. */
function joinParts(parts: readonly PromptPart[], prompts: readonly Prompt[]): readonly PromptMessage[] {
  const joined: PromptMessage[] = [];
  for (const [index, { messages }] of prompts.entries()) {
    const { continues, joined: texts, before = [], after = [] } = parts[index] ?? {};
    const last = continues === undefined ? undefined : joined.pop();
    const [first, ...others] = messages.map((one) => (texts === undefined ? one : { ...one, joined: texts }));
    if (first === undefined) continue;
    const begun = last === undefined ? first : continued(last, continues, first);
    joined.push(...before, begun, ...others, ...after);
  }
  return joined;
}

function continued(last: PromptMessage, between = '', next: PromptMessage): PromptMessage {
  const content = `${last.content}${between}${next.content}`;
  if (last.parts === undefined && next.parts === undefined) return { ...last, content };
  const partsOf = ({ content: text, parts }: PromptMessage): NonNullable<PromptMessage['parts']> =>
    parts ?? [{ kind: 'text', text }];
  return { ...last, content, parts: [...partsOf(last), { kind: 'text', text: between }, ...partsOf(next)] };
}

/** Each file once. */
export function usedOnce(files: readonly PromptFile[]): readonly PromptFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/** One prompt of the messages of its parts. The model and the parameters are those of the first part that says them. */
export function assembleSides({ path, parts: written }: PromptSource, parts: readonly PromptSide[]): PromptSide {
  const text = parts.map((part) => (part.kind === 'none' ? '' : part.text)).join('\n');
  const files = parts.flatMap((part, i) =>
    part.kind === 'none' ? [] : [{ path: written[i]?.file ?? path, text: part.text }],
  );
  const problems = parts.flatMap((part) => (part.kind === 'broken' ? part.problems : []));
  const [problem, ...more] = problems;
  const used = usedOnce(parts.flatMap((part) => ('used' in part ? (part.used ?? []) : [])));
  if (problem !== undefined) return { kind: 'broken', text, files, used, problems: [problem, ...more] };
  const unread = parts.find((part) => part.kind === 'unread');
  if (unread !== undefined) return { ...unread, text };
  const sides = parts.filter((part) => part.kind === 'prompt');
  const prompts = sides.map(({ prompt }) => prompt);
  const [first] = prompts;
  if (first === undefined) return { kind: 'none' };
  const { model: _, included: __, ...rest } = first;
  const included = prompts.map((prompt) => prompt.included ?? {});
  const model = prompts.find((prompt) => prompt.model !== undefined)?.model;
  const prompt: Prompt = {
    ...rest,
    path,
    messages: joinParts(written, prompts),
    open: { engine: prompts.every(({ open }) => open.engine), role: false },
    ...(model !== undefined && { model }),
    ...(prompts.some((prompt) => prompt.included !== undefined) && { included: Object.assign({}, ...included) }),
    params: Object.assign({}, ...prompts.map(({ params }) => params).toReversed()),
    defaults: Object.assign({}, ...prompts.map(({ defaults }) => defaults).toReversed()),
    variables: [...new Set(prompts.flatMap(({ variables }) => variables))],
    refersTo: [...new Set(prompts.flatMap(({ refersTo }) => refersTo))],
    notes: prompts.flatMap(({ notes }) => notes),
  };
  return { kind: 'prompt', text, files, used, prompt, cases: sides.flatMap(({ cases }) => cases) };
}
