import { plainText } from '../../src/formats/prompts/formats.ts';
import type { Format, Use, UsedFiles } from '../../src/formats/prompts/types.ts';

const used = /(?:^|\/)_[^/]*\.hbs$|\.json$/u;
const line = /^>> (?<name>.+)$/gmu;

function listUses(path: string, text: string): readonly Use[] {
  const named = Array.from(text.matchAll(line), (match): Use => {
    const name = match.groups?.['name'] ?? '';
    return {
      name,
      paths: [`_${name}.hbs`, `../_${name}.hbs`],
      line: text.slice(0, match.index).split('\n').length,
    };
  });
  if (!path.endsWith('.letter')) return named;
  const beside = path.slice(path.lastIndexOf('/') + 1).replace(/\.letter$/u, '.json');
  return [...named, { name: 'model', paths: [beside], optional: true }];
}

function fill(path: string, text: string, find: UsedFiles): string {
  return text.replaceAll(line, (whole, name: string) => {
    const found = find(path, name);
    return found === undefined ? whole : fill(found.path, found.text, find).trimEnd();
  });
}

/** A format that takes in others and has a sibling: `>> policy` is `_policy.hbs` in its folder or the one above, `shop.json` names the model of `shop.letter`. */
export const letterFormat: Format = {
  ...plainText,
  name: 'letter',
  knownBy: 'name',
  recognises: (path) => path.endsWith('.letter'),
  uses: {
    mayUse: (path, other) => path.endsWith('.letter') && used.test(other),
    list: listUses,
  },
  read: (path, text, kinds, find = () => undefined) => {
    const read = plainText.read(`${path}.txt`, fill(path, text, find), kinds);
    const model = find(path, 'model')?.text.trim();
    if (read.kind !== 'prompt') return read;
    return { ...read, prompt: { ...read.prompt, path, format: 'letter', ...(model !== undefined && { model }) } };
  },
  suffix: (path) => (path.endsWith('.letter') ? '.letter' : ''),
};
