import { z } from 'zod';
import type { Json, JsonObject } from '../../../core/json.ts';
import type { Sandbox, SandboxScript } from '../../../core/ports.ts';
import type { Message, Part, Prompt, Role } from '../../../core/prompt.ts';
import type { FillFailure } from '../../../core/template/engine.ts';
import { lookUp } from '../../../core/template/fill-template.ts';
import { wordHandlebarsFault } from '../../../core/template/handlebars/parse.ts';
import type { RenderedMessages } from '../../../core/template/render-messages.ts';
import { textOfParts } from '../../../core/template/show-parts.ts';
import { freeCharacter } from '../free-character.ts';

/** What the library makes of a template, in the sandbox. Templates that were compiled serve the next cases; partials are set anew. */
const script: SandboxScript = {
  name: 'template',
  form: 'function',
  library: 'dotprompt',
  source: `(() => {
    const { Dotprompt, handlebars } = dotprompt;
    const compiled = new Map();
    return async (template, partials, input, context) => {
      for (const name of Object.keys(handlebars.partials)) handlebars.unregisterPartial(name);
      for (const [name, text] of Object.entries(partials)) handlebars.registerPartial(name, text);
      let render = compiled.get(template);
      if (render === undefined) {
        render = await new Dotprompt().compile({ ext: {}, metadata: {}, config: {}, template });
        if (compiled.size > 8) compiled.clear();
        compiled.set(template, render);
      }
      const { messages } = await render({ input, context });
      return messages;
    };
  })()`,
};

const rendered = z.array(
  z.object({
    role: z.string(),
    content: z.array(
      z.object({
        text: z.string().optional(),
        media: z.object({ url: z.string(), contentType: z.string().optional() }).optional(),
      }),
    ),
  }),
);
type RenderedPart = z.infer<typeof rendered>[number]['content'][number];

const roles: Readonly<Record<string, Role>> = {
  system: 'system',
  user: 'user',
  model: 'assistant',
  assistant: 'assistant',
};

/**
 * Renders a Dotprompt file with its own library. Roles are marks in the text that it makes, so that `<` is
 * another character in all values while it works: no value, nor several together, can hold such a mark.
 */
export function renderDotprompt(prompt: Prompt, vars: JsonObject, sandbox?: Sandbox): RenderedMessages {
  const values = { ...prompt.defaults, ...vars };
  const unknown = prompt.variables.filter((name) => lookUp(name, values) === undefined);
  const fail = (failed: FillFailure): RenderedMessages => ({ messages: prompt.messages, unknown, failed });
  if (sandbox === undefined) return fail({ why: 'its template can only be rendered in the sandbox', line: 1 });
  const template = prompt.messages.map(({ content }) => content).join('');
  const partials = Object.fromEntries(Object.entries(prompt.included ?? {}).map(([name, { text }]) => [name, text]));
  const stand = freeCharacter(JSON.stringify([template, partials, values]));
  const hide = (text: string): string => text.replaceAll('<', stand);
  const inTags = (text: string): string => text.replaceAll(/\{\{(?!~?!)[^{}]*\}\}/gu, hide);
  const given = Object.entries(values);
  // `@state` and the like come from the application; a case gives them by that name.
  const ofApplication = given.flatMap(([name, value]) =>
    name.startsWith('@') ? [[name.slice(1), value] as const] : [],
  );
  const result = sandbox.run(script, [
    inTags(template),
    Object.fromEntries(Object.entries(partials).map(([name, text]) => [name, inTags(text)])),
    mapTexts(Object.fromEntries(given.filter(([name]) => !name.startsWith('@'))), hide),
    mapTexts(Object.fromEntries(ofApplication), hide),
  ]);
  if (result.kind === 'failed') return fail(wordFailure(result.why));
  const read = rendered.safeParse(mapTexts(result.value ?? null, (text) => text.replaceAll(stand, '<')));
  if (!read.success) return fail({ why: 'it comes to no messages', line: 1 });
  const strange = read.data.find(({ role }) => !Object.hasOwn(roles, role));
  if (strange !== undefined) return fail({ why: `\`${strange.role}\` is no role that is sent`, line: 1 });
  const messages = read.data.map(({ role, content }): Message => messageOf(roles[role] ?? 'user', content));
  return { messages, unknown };
}

function messageOf(role: Role, content: readonly RenderedPart[]): Message {
  const parts = content.flatMap(({ text, media }): readonly Part[] => {
    if (media !== undefined) return [{ kind: kindOf(media), source: { kind: 'url', url: media.url } }];
    return text === undefined ? [] : [{ kind: 'text', text }];
  });
  if (parts.every(({ kind }) => kind === 'text')) return { role, content: textOfParts(parts) };
  return { role, content: textOfParts(parts), parts };
}

function kindOf({ url, contentType = /^data:([^;,]*)/u.exec(url)?.[1] ?? '' }: NonNullable<RenderedPart['media']>) {
  if (contentType.startsWith('audio/') || /\.(?:mp3|wav)$/iu.test(url)) return 'audio';
  return contentType === 'application/pdf' || /\.pdf$/iu.test(url) ? 'file' : 'image';
}

function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((one) => mapTexts(one, change));
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [change(key), mapTexts(held, change)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function wordFailure(why: string): FillFailure {
  const [, helper, line] = /unknown helper (\S+)(?: - (\d+):)?/u.exec(why) ?? [];
  if (helper !== undefined) {
    const fix = 'Write what it does into the template, or keep the text that it renders to.';
    return { why: `its helper \`${helper}\` is registered in code, which is not run`, line: Number(line ?? 1), fix };
  }
  const [, partial] = /The partial (.+) could not be found/u.exec(why) ?? [];
  if (partial !== undefined)
    return { why: `there is no \`_${partial}.prompt\` for its partial \`${partial}\``, line: 1, fix: 'Add the file.' };
  return wordHandlebarsFault(why.replace(/^Error: /u, ''));
}
