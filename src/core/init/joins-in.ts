import type { CodeFile } from './code-file.ts';

/** Texts that code puts around a prompt's, with `{{name}}` for what it fills in. */
export type Joined = { readonly prepend?: string; readonly append?: string };

type Join = {
  readonly joined: Joined;
  readonly file: string;
  readonly line: number;
  /** Name that what comes of it is given. */
  readonly target?: string | undefined;
};

const quoted = `[fF]?"""(?:(?!""")[\\s\\S]){0,1000}?"""|[fF]?"(?:[^"\\\\\\n]|\\\\.)*"|[fF]?'(?:[^'\\\\\\n]|\\\\.)*'|\`[^\`]*\``;
const part = `(?:(?:${quoted})(?:\\.join\\([^()\\n]*\\))?|[A-Za-z_][\\w.]*(?:\\([^()\\n]*\\)|\\[[^\\[\\]\\n]*\\])*)`;
/** What is longer is a text of its own: the code holds the prompt then. */
const longest = 1000;

/** Where code joins a text with others into one: by `+`, between the braces of a template, or by `join`. */
export function joinsIn({ path, text }: CodeFile, operand: string): readonly Join[] {
  const sums = Array.from(
    text.matchAll(
      new RegExp(
        `((?:${part}\\s*\\+\\s*){0,4})${operand}(?:\\.\\w+\\([^()\\n]*\\))*((?:\\s*\\+\\s*${part}){0,6})`,
        'gu',
      ),
    ),
    (found) => ({ index: found.index, before: sumOf(found[1]), after: sumOf(found[2]) }),
  );
  const hole = `\\{\\s*${operand}(?:\\.\\w+\\([^()\\n]*\\))*\\s*\\}`;
  const python = `[fF]("""|'''|"|')((?:(?!\\1)[\\s\\S]){0,${longest}}?)${hole}((?:(?!\\1)[\\s\\S]){0,${longest}}?)\\1`;
  const script = `(\`)([^\`]{0,${longest}}?)\\$${hole}([^\`]{0,${longest}}?)\``;
  const templates = [python, script].flatMap((pattern) =>
    Array.from(text.matchAll(new RegExp(pattern, 'gu')), (found) => ({
      index: found.index,
      before: templateOf(found[2]),
      after: templateOf(found[3]),
    })),
  );
  const lists = Array.from(
    text.matchAll(
      new RegExp(
        `(${quoted})\\.join\\(\\s*[\\[(]\\s*${operand}\\s*,\\s*(${part}(?:\\s*,\\s*${part}){0,4})\\s*,?\\s*[\\])]`,
        'gu',
      ),
    ),
    (found) => {
      const by = wordOf(found[1] ?? '');
      const others = Array.from((found[2] ?? '').matchAll(new RegExp(part, 'gu')), ([one]) => `${by}${wordOf(one)}`);
      return { index: found.index, before: '', after: others.join('') };
    },
  );
  const added = Array.from(
    text.matchAll(
      new RegExp(
        `(?<![\\w.])${operand}\\s*\\+=\\s*\\(?\\s*(${part}(?:\\s*\\+\\s*${part}|\\s+(?:${quoted})){0,6})`,
        'gu',
      ),
    ),
    (found) => ({ index: found.index, before: '', after: sumOf(found[1]) }),
  );
  return [...sums, ...templates, ...lists, ...added]
    .filter(({ before, after }) => /\{\{/u.test(before + after) && before.length + after.length <= longest)
    .map(({ index, before, after }) => ({
      joined: { ...(before !== '' && { prepend: before }), ...(after !== '' && { append: after }) },
      file: path,
      line: text.slice(0, index).split('\n').length,
      target: targetOf(text, index),
    }));
}

/** What the statement of a place assigns to. */
function targetOf(text: string, index: number): string | undefined {
  const line = text.slice(text.lastIndexOf('\n', index) + 1, text.indexOf('\n', index) >>> 0);
  return /([A-Za-z_]\w*)\s*(?::\s*\w+\s*)?(?:\+|:)?=(?!=)/u.exec(line)?.[1];
}

function sumOf(written: string | undefined): string {
  return Array.from((written ?? '').matchAll(new RegExp(part, 'gu')), ([one]) => wordOf(one)).join('');
}

/** What a part of a sum adds: a text itself, or a variable. */
function wordOf(written: string): string {
  const listed = /\.join\(\s*([\s\S]*)\)$/u.exec(written)?.[1];
  if (listed !== undefined) return variable(listed);
  const text = /^([fF]?)("""|'''|["'`])([\s\S]*)\2$/u.exec(written);
  if (text === null) return variable(written);
  const [, marked, quote, held = ''] = text;
  return marked !== '' || quote === '`' ? templateOf(held) : unescaped(held);
}

/** A template of Python's or JavaScript's with its holes as variables. */
function templateOf(written: string | undefined): string {
  return unescaped(written ?? '').replaceAll(/\$?\{\s*([^{}]+?)\s*\}/gu, (_, inner: string) => variable(inner));
}

/** What is written as text before it is joined: the value is what counts. */
const asText = /^(?:JSON\.stringify|json\.dumps|str|String|repr)\(\s*([\w.]+)\s*[,)]/u;

/** The name that a case gives the value by: the last of `request.user_text.strip()`. */
function variable(written: string): string {
  const bare = (asText.exec(written.trim())?.[1] ?? written).replace(/(?:![rsa])?:[^:[\]()'"]*$/u, '');
  const plain = bare
    .replaceAll(/\([^()]*\)|\[[^[\]]*\]/gu, '(')
    .split('.')
    .filter((step) => !step.endsWith('('));
  const name = plain.at(-1)?.replaceAll(/\W/gu, '') ?? '';
  return `{{${/^[A-Za-z_]/u.test(name) ? name : 'input'}}}`;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([nt"'`\\])/gu, (_, sign: string) => ({ n: '\n', t: '\t' })[sign] ?? sign);
}
