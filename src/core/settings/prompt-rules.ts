import { z } from 'zod';
import { ruledRoles } from '../settle-role.ts';
import { engineNames } from '../template/engine.ts';
import { whyNotJoined } from '../template/join-texts.ts';
import { repositoryPath } from './repository-path.ts';

/** A text that code puts around a prompt's own. */
export const joinedText = z.string().superRefine((written, context) => {
  const why = whyNotJoined(written);
  if (why !== undefined) context.addIssue({ code: 'custom', message: why });
});

/** Whose message the texts of some paths are, and what code joins to them. */
export const roleRule = z
  .strictObject({
    paths: listOf(repositoryPath),
    role: z.enum(ruledRoles),
    prepend: joinedText
      .optional()
      .describe('What your code puts before the text in the same message; `{{name}}` is filled.'),
    append: joinedText
      .optional()
      .describe('What your code puts after the text in the same message, such as `"\\n\\n{{input}}"`.'),
  })
  .superRefine(({ role, prepend, append }, context) => {
    if (role !== 'turns' || (prepend ?? append) === undefined) return;
    const path = [prepend === undefined ? 'append' : 'prepend'];
    context.addIssue({ code: 'custom', path, message: 'goes with a text that is one message, not with `turns`' });
  });

const spacing = {
  'trim-blocks': z.boolean().optional().describe('The line feed after a tag goes, as Jinja’s `trim_blocks` has it.'),
  'lstrip-blocks': z
    .boolean()
    .optional()
    .describe('White space before a tag goes where it begins a line, as `lstrip_blocks` has it.'),
  'keep-trailing-newline': z
    .boolean()
    .optional()
    .describe('The line feed at the end stays, as `keep_trailing_newline` has it.'),
};

/** How the templates of some paths are filled. */
export const templateRule = z
  .strictObject({ paths: listOf(repositoryPath), engine: z.enum(engineNames), ...spacing })
  .superRefine((rule, context) => {
    const [key] = rule.engine === 'jinja' ? [] : Object.keys(spacing).filter((name) => Object.hasOwn(rule, name));
    if (key === undefined) return;
    context.addIssue({ code: 'custom', path: [key], message: 'goes with `engine: jinja`, which alone knows it' });
  });

/** Code that renders prompts, and the snapshots of what it renders. */
export const watchRule = z.union([
  repositoryPath,
  z.strictObject({
    paths: listOf(repositoryPath),
    for: listOf(repositoryPath).optional().describe('Globs of its snapshots; left out: all of them.'),
  }),
]);

/** A list, or a text that holds one: entries one a line or separated by commas, trimmed, empty ones dropped. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.union([z.string().transform(splitList).pipe(z.array(item)), z.array(item)]);
}

/** A comma inside braces (`*.{yml,yaml}`) separates nothing. Braces do not reach over lines. */
function splitList(text: string): unknown[] {
  return text
    .split(/\r\n|[\r\n]/u)
    .flatMap(splitLine)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function splitLine(line: string): readonly string[] {
  const entries: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '{') depth += 1;
    else if (line[at] === '}') depth = Math.max(0, depth - 1);
    else if (line[at] === ',' && depth === 0) {
      entries.push(line.slice(start, at));
      start = at + 1;
    }
  }
  return [...entries, line.slice(start)];
}
