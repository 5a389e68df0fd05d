import type { CheckKinds } from '../../../core/check-kind.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Prompt, Role } from '../../../core/prompt.ts';
import { kindOfPromptFile } from '../../../core/prompt-file/kind-of-prompt-file.ts';
import { type FrontMatterRead, readFrontMatter } from '../../../core/prompt-file/read-front-matter.ts';
import { listHandlebarsNames } from '../../../core/template/handlebars/list-names.ts';
import { parseHandlebars } from '../../../core/template/handlebars/parse.ts';
import { readHandlebarsNames } from '../../../core/template/handlebars.ts';
import type { OnePromptFormat, ReadPrompt, UsedFiles } from '../types.ts';
import { readSettings } from './read-settings.ts';
import { renderDotprompt } from './render-dotprompt.ts';

/** Google's Dotprompt: front matter in YAML, and a Handlebars template that says whose each message is. */
export const dotprompt: OnePromptFormat = {
  name: 'Dotprompt',
  knownBy: 'name',
  about: {
    recognisedBy:
      '`.prompt` with `{{role}}`, a block helper or partial, or front matter with `input`, `output` or `config`',
    filled: 'Handlebars with Dotprompt’s helpers, by its own library in the sandbox',
    cases: 'beside it, in `{name}.cases.yml`; a variant (`name.VARIANT.prompt`) has those of `name`',
    notRead: [
      'helpers, schemas and tools that are registered in code: a helper is named and the prompt not asked, a schema is taken for anything, of a tool the name is told',
      '`{{history}}` elsewhere than before the user’s last message, where the earlier turns of a case always stand',
      '`{{section}}`, which marks a place for code',
      '`output.format` beside `json` and `text`',
    ],
    example: {
      path: 'prompts/reply.prompt',
      text: `---
model: googleai/gemini-3.7-flash
config:
  temperature: 0.2
input:
  schema:
    question: string
    tone?: string, how it should sound
  default:
    tone: friendly
---
{{role "system"}}
You answer questions about orders in a {{tone}} tone.
{{role "user"}}
{{question}}
`,
    },
    reference: {
      library: '`dotprompt` 1.1.2',
      suite: {
        name: 'the render tests of `google/dotprompt`, `spec/` (`node scripts/conformance.ts dotprompt FOLDER`)',
        passed: 115,
        of: 117,
        on: '2026-11-29',
        leftOut: 'schemas that are registered in code',
      },
    },
    more: '`@state.count` and other context of an application is a variable by that name: `vars: { "@state": { count: 2 } }`.',
  },
  recognises: (path, text) => /\.prompt(?:\.md)?$/iu.test(path) && kindOfPromptFile(text) === 'Dotprompt',
  read: readDotprompt,
  uses: {
    mayUse: (_, other) => /(?:^|\/)_[^/]+\.prompt$/u.test(other),
    list: (path, text) => {
      const { read } = splitFile(path, text);
      // A partial may be registered in code: a prompt that comes to one that is not there is told so then.
      return readHandlebarsNames(read.kind === 'read' ? read.body : '').partials.map((name) => ({
        name,
        paths: placesOf(name),
        optional: true,
      }));
    },
  },
  render: renderDotprompt,
  suffix: (path) =>
    /(?:\.[^./]+)?\.prompt(?:\.md)?$/iu.exec(path.replace(/^.*\//u, '').replace(/^[^.]*/u, ''))?.[0] ?? '',
};

/** The file without what stands above its front matter, that read and taken off. */
function splitFile(path: string, text: string): { readonly above: string; readonly read: FrontMatterRead } {
  const above = head.exec(text)?.[0] ?? '';
  return { above, read: readFrontMatter(path, text.slice(above.length), above.split('\n').length) };
}

/** Comments and empty lines above the front matter, such as a licence. */
const head = /^\u{feff}?(?:[ \t]*#[^\n]*\n|[ \t]*\r?\n)*(?=---[ \t]*\r?\n)/u;

function readDotprompt(path: string, text: string, _: CheckKinds, used: UsedFiles = () => undefined): ReadPrompt {
  const { above, read } = splitFile(path, text);
  if (read.kind === 'broken') return read;
  const { matter, at, body } = read;
  const hasMatter = body.length < text.length - above.length;
  // As the library has it: white space around a template under front matter is cut off.
  const template = hasMatter ? body.trim() : text;
  const firstLine = lineOf(text, text.length - body.trimStart().length);
  const name = /(?<name>[^/]+?)(?:\.prompt.*)?$/u.exec(path)?.groups?.['name']?.replaceAll(/[^\w-]/gu, '_') ?? 'output';
  const { problems: wrong, ...settings } = readSettings(matter, at, name);
  const parsed = parseHandlebars(template);
  const problems: Problem[] = [...wrong];
  if (parsed.kind === 'failed') {
    const what = `The template cannot be read: ${parsed.failure.why}.`;
    const place = { file: path, line: firstLine + parsed.failure.line - 1 };
    problems.push({ reason: 'files', what, at: place, fix: 'Mend the template.' });
  }
  const [first, ...rest] = problems;
  if (first !== undefined) return { kind: 'broken', problems: [first, ...rest] };
  const included = takePartials(path, template, used);
  const find = (called: string): string | undefined => included[called]?.text;
  const names = parsed.kind === 'parsed' ? listHandlebarsNames(parsed.program, find) : undefined;
  const prompt = {
    path,
    format: dotprompt.name,
    messages: [{ role: roleOf(template), content: template }],
    engine: 'handlebars',
    engineRuled: true,
    open: { engine: false, role: false },
    ...settings,
    firstLine,
    included,
    variables: names?.variables ?? [],
    optional: names?.optional ?? [],
    refersTo: [],
  } as const;
  return { kind: 'prompt', prompt, cases: [] };
}

/** Where a partial may lie: `x` is `_x.prompt` beside the file that names it, or in a folder above; a folder may stand before it. */
function placesOf(name: string): readonly string[] {
  const parts = name.split('/');
  const file = parts.with(-1, `_${parts.at(-1)}.prompt`).join('/');
  return ['', '../', '../../', '../../../'].map((above) => above + file);
}

/** The partials that a template takes in, and those that they do, by the names that they go by. */
function takePartials(path: string, template: string, used: UsedFiles): NonNullable<Prompt['included']> {
  const taken = new Map<string, { readonly file: string; readonly text: string }>();
  const take = (from: string, text: string): void => {
    for (const name of readHandlebarsNames(text).partials) {
      const found = taken.has(name) ? undefined : used(from, name);
      if (found === undefined) continue;
      taken.set(name, { file: found.path, text: found.text.replaceAll('\r\n', '\n') });
      take(found.path, found.text);
    }
  };
  take(path, template);
  return Object.fromEntries(taken);
}

/** Whose the messages are, as one: the system's where nobody else speaks, so that a case may bring the user's turn. */
function roleOf(template: string): Role {
  const spoken = Array.from(template.matchAll(/\{\{~?\s*role\s+["'](\w+)["']/gu), ([, role]) => role);
  return spoken.length > 0 && /^\s*\{\{~?\s*role\b/u.test(template) && spoken.every((role) => role === 'system')
    ? 'system'
    : 'user';
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
