import type { JsonObject } from '../../../core/json.ts';
import type { Message, Prompt } from '../../../core/prompt.ts';
import { readFrontMatter } from '../../../core/prompt-file/read-front-matter.ts';
import { engines } from '../../../core/template/engines.ts';
import { readJinjaNames } from '../../../core/template/jinja/render-jinja.ts';
import { type RenderedMessages, renderMessages } from '../../../core/template/render-messages.ts';
import { freeCharacter } from '../free-character.ts';
import type { OnePromptFormat, ReadPrompt } from '../types.ts';
import { readSettings } from './read-settings.ts';
import { splitRoles } from './split-roles.ts';

/** Microsoft's Prompty, v1 and v2: front matter in YAML, and a template whose lines say whose each message is. */
export const prompty: OnePromptFormat = {
  name: 'Prompty',
  knownBy: 'name',
  about: {
    recognisedBy: '`.prompty`',
    filled: 'Jinja, or `{{name}}` where `template` says `mustache`',
    cases: 'beside it, in `{name}.cases.yml`',
    notRead: [
      '`${env:}` and `${file:}`, which are never followed: the value is left out, and told',
      'roles that a variable names (`{{item.role}}:`), which open no message: give earlier turns as `history` of a case, as for an input of the kind `thread`',
      'sections of Mustache (`{{#items}}`)',
      'pictures in Markdown, which stay text as in v2; connections; tools beside functions, of which the names are told',
      'files for embeddings, pictures and completions',
    ],
    example: {
      path: 'prompts/support.prompty',
      text: `---
name: Support
model:
  id: gpt-5.6-luna
  options: { temperature: 0.2, maxOutputTokens: 300 }
inputs:
  - { name: tone, kind: string, default: friendly }
  - { name: question, kind: string }
---
system:
You answer questions about orders in a {{tone}} tone.

user:
{{question}}
`,
    },
    reference: {
      library: '`microsoft/prompty`',
      suite: {
        name: 'its vectors that render a template or part it into messages, `schema/` (`node scripts/conformance.ts prompty FOLDER`)',
        passed: 37,
        of: 42,
        on: '2026-11-29',
        leftOut:
          'three sections of Mustache, and two threads among the inputs. Its library is for Python and C#: the messages of five files in its real shapes were worked out by the steps of `spec/spec.md`, with jinja2 3.1.6, and are equal',
      },
    },
  },
  recognises: (path) => /\.prompty$/iu.test(path),
  read: readPrompty,
  render: renderPrompty,
  suffix: (path) => /\.prompty$/iu.exec(path)?.[0] ?? '',
};

function readPrompty(path: string, text: string): ReadPrompt {
  const above = /^\u{feff}?\s*(?=---)/u.exec(text)?.[0] ?? '';
  const line = above.split('\n').length;
  const read = readFrontMatter(path, text.slice(above.length), line);
  if (read.kind === 'broken') return read;
  const { matter, at, body, bodyLine } = read;
  if (body.startsWith('---')) {
    const what = 'The front matter has no end.';
    return {
      kind: 'broken',
      problems: [{ reason: 'files', what, at: { file: path, line }, fix: 'Write `---` below it.' }],
    };
  }
  const { problems, engine, threads, ...settings } = readSettings(matter, at);
  const template = body.replaceAll('\r\n', '\n');
  const names = engine === 'jinja' ? readJinjaNames(template) : undefined;
  const failed =
    names?.kind === 'failed'
      ? [
          {
            reason: 'files' as const,
            what: `The template cannot be read: ${names.failure.why}.`,
            at: { file: path, line: bodyLine + names.failure.line - 1 },
            fix: 'Mend the template.',
          },
        ]
      : [];
  const [first, ...rest] = [...problems, ...failed];
  if (first !== undefined) return { kind: 'broken', problems: [first, ...rest] };
  const named = /^[ \t]*(?:#[ \t]*)?\{\{[^{}\n]*\}\}[ \t]*:[ \t]*$/mu.exec(template)?.[0].trim();
  const prompt: Prompt = {
    path,
    format: prompty.name,
    messages: splitRoles(template).map(({ role, text: content }) => ({ role, content })),
    engine,
    engineRuled: true,
    open: { engine: false, role: false },
    ...settings,
    // What was said before is no text of the template: it stands before the user's last message.
    defaults: { ...settings.defaults, ...Object.fromEntries(threads.map((name) => [name, ''])) },
    firstLine: bodyLine,
    variables: engines[engine].variables(template).filter((name) => !threads.includes(name)),
    ...(names?.kind === 'names' && { optional: names.optional }),
    refersTo: [],
    notes: [
      ...settings.notes,
      ...(named === undefined
        ? []
        : [{ text: `\`${named}\` opens no message: give earlier turns as \`history\` of the cases.` }]),
    ],
  };
  return { kind: 'prompt', prompt, cases: [] };
}

/** Renders the template whole, since a tag may reach over several messages. Only its own lines part it: a value opens no message. */
function renderPrompty(prompt: Prompt, vars: JsonObject): RenderedMessages {
  const mark = freeCharacter(JSON.stringify([prompt.messages, prompt.defaults, vars]));
  const content = prompt.messages.map(({ role, content: text }) => `${mark}${role}${mark}${text}`).join('\n');
  const { messages, ...rest } = renderMessages({ ...prompt, messages: [{ role: 'system', content }] }, vars);
  const [only] = messages;
  const pieces = (only?.content ?? '').split(mark).slice(1);
  const parted = pieces.flatMap((role, index): readonly Message[] => {
    const found = prompt.messages.find((one) => one.role === role)?.role;
    return index % 2 === 1 || found === undefined ? [] : [{ role: found, content: trimmed(pieces[index + 1] ?? '') }];
  });
  return { ...rest, messages: parted };
}

/** Without the empty lines around it. */
function trimmed(text: string): string {
  return text.replace(/^\n+/u, '').replace(/\n+$/u, '');
}
