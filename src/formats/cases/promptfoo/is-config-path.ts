import type { Extractor } from '../../../core/file-index.ts';

const installed = /(?:^|\/)node_modules\//u;
const usual = /(?:^|\/)promptfooconfig(?:[.-][\w.-]+)?\.(?:ya?ml|json)$/u;
/** Names and folders that teams give to configs of promptfoo; golden cases of our own aside. */
const possible =
  /(?:^|\/)promptfoo[\w.-]*\.(?:ya?ml|json)$|(?:^|\/)(?:promptfoo|evals?|evaluations?)\/(?:.*\/)?[^/]+\.ya?ml$/iu;

/** Keys of which a config has one beside its prompts. */
export const besidePrompts = ['tests', 'providers', 'targets', 'defaultTest', 'scenarios'] as const;

/** Whether a path is where promptfoo looks for its config; those of installed packages are not the team's own. */
export function isConfigPath(path: string): boolean {
  return usual.test(path) && !installed.test(path);
}

/** Whether a file of this path may be a config of promptfoo; its content says. */
export function mayBeConfigPath(path: string): boolean {
  return !installed.test(path) && (usual.test(path) || (possible.test(path) && !/[^/]\.cases\.[^/]+$/u.test(path)));
}

/**
 * Tells of a text whether it could be a config of promptfoo, without parsing it: it speaks of prompts, and of what a
 * config has beside them. May say so in vain, and never misses one.
 */
export const configTexts: Extractor = {
  name: 'promptfoo-config/1',
  extract: (text) => ({
    kind: text.includes('prompts') && besidePrompts.some((key) => text.includes(key)) ? 'config' : 'other',
    names: [],
  }),
};
