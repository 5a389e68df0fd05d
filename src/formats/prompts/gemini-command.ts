import type { JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import type { Prompt, UnfilledPlace } from '../../core/prompt.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { showValue } from '../../core/template/fill-template.ts';
import { type RenderedMessages, renderWith } from '../../core/template/render-messages.ts';
import { nameType } from '../../core/yaml/name-type.ts';
import { readToml } from './read-toml.ts';
import type { OnePromptFormat, ReadPrompt } from './types.ts';

const args = '{{args}}';
/** A file of a folder of commands; its name is that of the command. */
const command = /(?:^|\/)commands\/(?<name>.*)\.toml$/iu;

/**
 * A command of the Gemini CLI (`FileCommandLoader.ts`): one text, with what is typed behind the command's name in place of
 * `{{args}}`. What it would run or read on the user's machine is named, and never run or read.
 */
export const geminiCommand: OnePromptFormat = {
  name: 'Gemini command',
  knownBy: 'name',
  about: {
    recognisedBy: '`.toml` under `.gemini/commands`, or under another `commands` and with a `prompt`',
    filled: '`{{args}}`; without one, `args` stands behind the text after the command’s name',
    cases: 'beside it, in `{name}.cases.yml`',
    notRead: [
      '`!{command}` is never run and `@{path}` never followed: a prompt with some is `unreviewed`',
      '`description`, which is for people',
    ],
    example: {
      path: '.gemini/commands/review.toml',
      text: `description = "Reviews a change"
prompt = """
You review code. Name the worst fault of:

{{args}}
"""
`,
    },
    reference: {
      library: '`@google/gemini-cli`, `FileCommandLoader.ts` and its prompt processors',
      suite: { name: 'files of its shapes, filled by them', passed: 8, of: 8, on: '2026-11-29' },
    },
  },
  recognises: (path, text) =>
    command.test(path) && (/(?:^|\/)\.gemini\/commands\//u.test(path) || /^[ \t]*prompt[ \t]*=/mu.test(text)),
  read: readCommand,
  render: renderCommand,
  suffix: (path) => /\.toml$/iu.exec(path)?.[0] ?? '',
};

function readCommand(path: string, text: string): ReadPrompt {
  const read = readToml(text, path);
  if (read.kind === 'broken') return read;
  const { value } = read.located;
  const content = isObject(value) ? value['prompt'] : undefined;
  const broken = (problem: Omit<Problem, 'reason'>): ReadPrompt => ({
    kind: 'broken',
    problems: [{ reason: 'files', ...problem }],
  });
  if (typeof content !== 'string') {
    const what = `\`prompt\` must be a text, not ${nameType(content)}.`;
    return broken({ what, at: { file: path, line: 1 }, fix: 'Write `prompt = """…"""`.' });
  }
  const places = [...findPlaces(content, '@{'), ...findPlaces(content, '!{')];
  const open = places.find(({ closed }) => !closed);
  if (open !== undefined) {
    const written = open.marker.split('\n', 1)[0] ?? '';
    const at = text.indexOf(written);
    const line = at === -1 ? 1 : text.slice(0, at).split('\n').length;
    return broken({
      what: `\`${written.slice(0, 40)}\` is opened and never closed.`,
      at: { file: path, line, ...(at !== -1 && { column: at - text.lastIndexOf('\n', at - 1) }) },
      fix: 'Braces in it must be paired.',
    });
  }
  const takesArgs = content.includes(args);
  const prompt: Prompt = {
    path,
    format: geminiCommand.name,
    messages: [{ role: 'user', content }],
    engine: 'mustache',
    open: { engine: false, role: false },
    params: {},
    defaults: {},
    variables: ['args'],
    ...(!takesArgs && { optional: ['args'] }),
    // What stands for nothing leaves nothing.
    unfilled: places.filter(({ marker }) => !/^!\{\s*\}$/u.test(marker)),
    refersTo: [],
    notes: [],
  };
  return { kind: 'prompt', prompt, cases: [] };
}

function renderCommand(prompt: Prompt, vars: JsonObject): RenderedMessages {
  const typed = Object.hasOwn(vars, 'args') ? showValue(vars['args']) : undefined;
  const name = (command.exec(prompt.path)?.groups?.['name'] ?? '').replaceAll(/[^/\w.-]/gu, '_').replaceAll('/', ':');
  const fill = (template: string) => {
    const text = template.includes(args)
      ? // As the command line does it, which takes `$$` in what is typed for a dollar.
        template.replaceAll(args, typed ?? args)
      : `${template}${typed === undefined || typed === '' ? '' : `\n\n/${name} ${typed}`}`;
    return { text: text.replaceAll(/!\{\s*\}/gu, ''), unknown: typed === undefined ? ['args'] : [] };
  };
  return renderWith({ fill }, prompt, vars);
}

type Place = UnfilledPlace & { readonly closed: boolean };

/** Places of one kind, by their braces. */
function findPlaces(text: string, opens: '!{' | '@{'): readonly Place[] {
  const isShell = opens === '!{';
  const said = isShell
    ? {
        writtenAs: 'a shell command, which is never run here',
        fix: 'Write what it gives into the prompt, or have the cases give it as `args`.',
      }
    : {
        writtenAs: 'a file or folder that the command line reads, which is not followed here',
        fix: 'Write its text into the prompt.',
      };
  const places: Place[] = [];
  for (let from = text.indexOf(opens); from !== -1; ) {
    const end = endOf(text, from + opens.length);
    places.push({ marker: text.slice(from, end), closed: end !== undefined, ...said });
    from = end === undefined ? -1 : text.indexOf(opens, end);
  }
  return places;
}

/** Where the brace that is open at `from` is closed, behind it. */
function endOf(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}
