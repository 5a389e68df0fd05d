import type { PromptMessage } from '../prompt.ts';
import { isNamedSystem, type PromptRole } from '../settle-role.ts';
import type { JoinedTexts } from '../template/join-texts.ts';
import { matchAgents, matchPrompts } from './prompt-globs.ts';

/** A file that a prompt is made of. */
export type PromptPart = {
  readonly file: string;
  /** Whose message it is where the prompt is made of several; a file of its own says it, or its golden cases. */
  readonly role?: PromptRole | 'assistant';
  /** What code joins to its text. */
  readonly joined?: JoinedTexts;
  /** It continues the message of the part before it, after this text. */
  readonly continues?: string;
  /** Messages that stand in code, before it and after it. */
  readonly before?: readonly PromptMessage[];
  readonly after?: readonly PromptMessage[];
};

/** A prompt of several files, as the config names it. */
export type AssembledPrompt = {
  readonly name: string;
  readonly messages: readonly [PromptPart, ...PromptPart[]];
};

/** Where one prompt (or, in a map of texts, several) is read from. */
export type PromptSource = {
  /** A config of promptfoo names it, so it is read as promptfoo reads it. */
  readonly promptfoo?: true;
  /** `agents` of the config names it: instructions of agents, which may hold several prompts. */
  readonly agents?: true;
  /** Prompts that the file itself is not: texts that a config holds, by their keys. */
  readonly held?: readonly HeldPrompt[];
  /** What it is known by: its first file, or the file's folder and the name that the config gives it. */
  readonly path: string;
  readonly parts: readonly [PromptPart, ...PromptPart[]];
};

export type HeldPrompt = { readonly key: string; readonly text: string };

/** A prompt that some config names: a file, or a text that the config at `path` holds. */
export type ConfiguredPrompt = { readonly path: string; readonly held?: HeldPrompt };

export type SourceSettings = {
  /** Globs of prompt files; one that begins with `!` excludes, wherever it stands. */
  readonly promptGlobs: readonly string[];
  /** Prompts of several files that the config names. */
  readonly assembled: readonly AssembledPrompt[];
  /** Globs of agents' instructions; none: there are none. */
  readonly agentGlobs?: readonly string[];
};

/**
 * Finds the prompts among the files of a revision: every file that the globs take for one, a system prompt with the
 * user's turn that lies beside it (`system.md` and `user.md`) as one, those that the config puts together, and instructions of agents. A file
 * that is part of another prompt is none by itself.
 */
export function findSources(
  paths: { readonly has: (path: string) => boolean; readonly all: Iterable<string> },
  { promptGlobs, assembled, agentGlobs }: SourceSettings,
  configured: readonly ConfiguredPrompt[] = [],
): readonly PromptSource[] {
  const named = assembled.flatMap(({ name, messages }): readonly PromptSource[] =>
    messages.some(({ file }) => paths.has(file)) ? [{ path: nameBeside(messages[0].file, name), parts: messages }] : [],
  );
  const used = new Set(named.flatMap(({ parts }) => parts.map(({ file }) => file)));
  const isPrompt = matchPrompts(promptGlobs);
  const isInstruction = matchAgents(agentGlobs);
  const all = [...paths.all].filter((path) => !used.has(path));
  const instructions = all
    .filter(isInstruction)
    .map((path): PromptSource => ({ path, parts: [{ file: path }], agents: true }));
  const single = all.filter((path) => isPrompt(path) && !isInstruction(path));
  const withTurn = new Map(
    single.flatMap((path) => {
      const turn = turnBeside(path);
      return turn !== undefined && paths.has(turn) && !used.has(turn) && !isInstruction(turn)
        ? [[path, turn] as const]
        : [];
    }),
  );
  const turns = new Set(withTurn.values());
  const files = single
    .filter((path) => !turns.has(path))
    .map((path): PromptSource => {
      const turn = withTurn.get(path);
      if (turn === undefined) return { path, parts: [{ file: path }] };
      return {
        path,
        parts: [
          { file: path, role: 'system' },
          { file: turn, role: 'user' },
        ],
      };
    });
  const texts = Map.groupBy(configured, ({ path }) => path);
  const plain = files.filter(({ path }) => !texts.has(path));
  const configs = [...texts]
    .filter(([path]) => paths.has(path) && !used.has(path))
    .map(([path, prompts]): PromptSource => {
      const held = prompts.flatMap((prompt) => prompt.held ?? []);
      return { path, parts: [{ file: path }], promptfoo: true, ...(held.length > 0 && { held }) };
    });
  return [...plain, ...configs, ...named, ...instructions];
}

/** Where the user's turn of a system prompt would lie: the same name with `user` for `system`. */
function turnBeside(path: string): string | undefined {
  const slash = path.lastIndexOf('/') + 1;
  const name = path.slice(slash);
  if (!/\.(?:txt|md|j2|jinja2?)$/iu.test(name) || !isNamedSystem(name)) return undefined;
  const turn = name.replace(/system/iu, 'user');
  return turn === name ? undefined : path.slice(0, slash) + turn;
}

/** A name is no path: its prompt lies where its first file does. */
function nameBeside(file: string, name: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1) + name;
}
