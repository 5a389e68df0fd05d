import type { CodeFile } from './code-file.ts';
import { type Joined, joinsIn } from './joins-in.ts';
import { type NamedIn, namesOfText, writtenForms } from './names-of-text.ts';

/** How code sends a prompt's text, as far as it shows. */
export type SendingSeen = {
  readonly role: 'system' | 'user';
  /** What it joins to the text in the same message. */
  readonly joined?: Joined;
  /** Nothing says whose message it is: only that something is joined to it. */
  readonly isUnsaid?: true;
  readonly file: string;
  readonly line: number;
};

type Sign = Pick<SendingSeen, 'role' | 'file' | 'line'> & {
  /** The name that is sent. */
  readonly by?: string | undefined;
};

/**
 * What the code of a repository shows of how it sends a prompt: as the system's message, as the user's, or joined with the input.
 * Nothing where it shows nothing, or sends it both ways.
 * @param path of the prompt, `file#key` where its file holds several
 */
export function findSending(path: string, code: readonly CodeFile[]): SendingSeen | undefined {
  const written = writtenForms(path);
  const parts = namesOfText(written, code);
  const signs = parts.flatMap((part) => signsIn(part, operandOf(part.names, written)));
  const joins = parts.flatMap((part) =>
    joinsIn(part, operandOf(part.names, written)).map((one) => ({ ...one, line: one.line + part.from })),
  );
  const [join] = joins;
  const [first, ...others] = signs;
  if (first !== undefined) {
    if (others.some(({ role }) => role !== first.role)) return undefined;
    // What is joined to a system's message may be another way of sending it, where what comes of it is not what is sent.
    const sent = first.role === 'user' ? join : joins.find((one) => signs.some((sign) => isSentAs(one, sign)));
    const { role, file, line } = first;
    return { role, ...(sent !== undefined && { joined: sent.joined }), file, line };
  }
  // Two texts made one, and nothing that says whose: it is what the user says.
  if (join !== undefined) {
    const { joined, file, line } = join;
    return { role: 'user', joined, isUnsaid: true, file, line };
  }
  const [part] = parts;
  const called = part?.names.find((name) => /sys(?:tem)?_?(?:prompt|message|instruction)|^instructions$/iu.test(name));
  return part === undefined || called === undefined
    ? undefined
    : { role: 'system', file: part.path, line: part.from + 1 };
}

function isSentAs(
  { file, line, target }: { readonly file: string; readonly line: number; readonly target?: string | undefined },
  sign: Sign,
): boolean {
  return (target !== undefined && target === sign.by) || (file === sign.file && line === sign.line);
}

/** A pattern of whatever stands for the text in code: a name it was given, or what reads it. */
function operandOf(names: readonly string[], written: readonly string[]): string {
  const own = names.map((name) => `(?<!\\w)(?:[\\w.]+\\.)?${name}\\b(?!\\s*=[^=])`);
  const read = written.map(
    (text) => `[\\w.]*(?:\\(|\\[)[^()\\[\\]\\n]{0,80}(?:${text})(?:\\]|(?:[^()\\n]{0,40}\\)){0,2})`,
  );
  return `(?:await\\s+)?(?:${[...own, ...read].join('|')})`;
}

const systemNames =
  'system|system_?prompt|system_?instructions?|system_?message|instructions?|developer_?message|agent_?instructions?';

function signsIn({ path, text, from }: NamedIn, operand: string): readonly Sign[] {
  const wrapped = `(?:[\\w.]+\\(\\s*|f?["'\`]{1,3}\\$?\\{\\s*|\\[\\s*|\\{\\s*|["']?(?:type|text|content)["']?\\s*[:=]\\s*(?:["']text["']\\s*,\\s*)?){0,4}`;
  const patterns: readonly (readonly [RegExp, SendingSeen['role'] | 'written'])[] = [
    [
      new RegExp(
        `\\brole["']?\\s*[:=]\\s*["'](system|developer|user)["']\\s*,\\s*["']?(?:content|parts|text)["']?\\s*[:=]\\s*${wrapped}${operand}`,
        'giu',
      ),
      'written',
    ],
    [new RegExp(`\\(\\s*["'](system|human|user)["']\\s*,\\s*${wrapped}${operand}`, 'gu'), 'written'],
    [new RegExp(`(?<![\\w.])(?:${systemNames})["']?\\s*[:=]\\s*${wrapped}${operand}`, 'giu'), 'system'],
    [
      new RegExp(
        `\\b(?:System|Developer)Message\\w*(?:\\.\\w+)?\\(\\s*(?:content\\s*=\\s*)?${wrapped}${operand}`,
        'gu',
      ),
      'system',
    ],
    [new RegExp(`Role\\w*System\\w*\\s*,\\s*Content\\w*:\\s*${wrapped}${operand}`, 'gu'), 'system'],
    [new RegExp(`Role\\w*User\\w*\\s*,\\s*Content\\w*:\\s*${wrapped}${operand}`, 'gu'), 'user'],
    [
      new RegExp(`\\b(?:Human|User)Message\\w*(?:\\.\\w+)?\\(\\s*(?:content\\s*=\\s*)?${wrapped}${operand}`, 'gu'),
      'user',
    ],
    // As an argument or a key: where a line gives a text the name `prompt`, nothing is sent yet.
    [
      new RegExp(
        `(?:(?<!^[ \\t]*(?:(?:const|let|var|self\\.|this\\.)[ \\t]*)?)\\b(?:contents|prompt)["']?\\s*[:=]|\\b(?:contents|prompt)["']?(?::|=(?! )))\\s*${wrapped}${operand}`,
        'gmu',
      ),
      'user',
    ],
    [
      new RegExp(
        `\\b(?:generate_content(?:_async)?|generateContent|GenerateContent|invoke|ainvoke|predict|complete|send_message|sendMessage)\\(\\s*${wrapped}${operand}`,
        'gu',
      ),
      'user',
    ],
  ];
  return patterns.flatMap(([pattern, role]) =>
    Array.from(text.matchAll(pattern), (found): Sign => {
      const said = /^(?:system|developer)$/iu.test(found[1] ?? '') ? 'system' : 'user';
      return {
        role: role === 'written' ? said : role,
        file: path,
        line: from + text.slice(0, found.index).split('\n').length,
        by: /([A-Za-z_]\w*)$/u.exec(found[0])?.[1],
      };
    }),
  );
}
