import { z } from 'zod';

/** Models to try in the place of one that ends, by its name, as they are written. */
export type SuccessorLines = ReadonlyMap<string, readonly string[]>;

const example = '`old-model=gpt-5.6-luna|gpt-5.6-terra`';

/**
 * Reads lines such as `old-model=gpt-5.6-luna|gpt-5.6-terra`: the model that ends, then those to try in its place, which may stand after
 * their provider as in `models`. Empty lines are passed over; what is not such a line is an issue that names its number.
 */
export const successorLines = z.string().transform((written, context): SuccessorLines => {
  const read = new Map<string, readonly string[]>();
  for (const [at, line] of written.split(/\r\n|[\r\n]/u).entries()) {
    if (line.trim() === '') continue;
    const [, ending = '', others = ''] = /^([^=]*)=(.*)$/su.exec(line) ?? [];
    const model = ending.trim();
    const named = others.split('|').map((name) => name.trim());
    const why =
      model === '' || named.includes('')
        ? `must name a model and what to try in its place, such as ${example}`
        : named.includes(model)
          ? 'names a model as its own successor'
          : read.has(model)
            ? 'names a model that a line above names too: put its successors on one line, with `|` between them'
            : undefined;
    if (why === undefined) read.set(model, [...new Set(named)]);
    else context.addIssue({ code: 'custom', message: `${why} (line ${at + 1})` });
  }
  return read;
});
