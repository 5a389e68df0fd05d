import type { Words } from '../core/ports.ts';

/** Lists of words, each in a chunk of its own that is loaded when a check asks for it. */
export const words: Words = {
  loadSynonyms: async () => (await import('../hosts/words/load-synonyms.ts')).loadSynonyms(),
};
