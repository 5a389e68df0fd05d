import { isNamedForAgents } from '../../core/agents/agent-files.ts';
import { defaultPromptGlobs, matchAgents, matchPrompts } from '../../core/detect/prompt-globs.ts';
import { type CodeFile, isChain, isCode } from '../../core/init/code-file.ts';
import { type LaidOutPrompt, layOutPrompt } from '../../core/init/lay-out-prompt.ts';
import { couldBePrompt, looksLikePrompt } from '../../core/init/looks-like-prompt.ts';
import { writeCases } from '../../core/init/write-cases.ts';
import { writeConfig, writeWorkflow } from '../../core/init/write-config.ts';
import type { FilesHost } from '../../core/ports.ts';
import { splitTurns } from '../../core/prompt-file/split-turns.ts';
import type { Revision, Tree } from '../../core/pull-request.ts';
import { needOf } from '../../core/scoring/needs-of.ts';
import { configPaths } from '../../core/settings/config-paths.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { formats } from '../../formats/prompts/index.ts';
import { checkKinds } from '../../scorers/index.ts';
import { type GuardedPrompt, readGoldenSet } from '../cases/read-golden-set.ts';
import { filesOf } from '../reading/revision-files.ts';
import { readSettings } from '../review/read-settings.ts';

/** A file that is not there yet, with what is in it in a few words. */
export type FirstFile = { readonly path: string; readonly text: string; readonly what: string };

/** What a repository needs for its first review, as far as it lacks it. */
export type InitPlan = {
  readonly files: readonly FirstFile[];
  /** What is there already and stays as it is. */
  readonly kept: readonly string[];
  /** Prompts that cannot be guarded, each with why. */
  readonly unread: readonly { readonly path: string; readonly why: string; readonly fix?: string }[];
  /** Prompts without cases that this plan leaves for the next. */
  readonly later: number;
  readonly prompts: number;
  /** Code that may answer by more than one prompt: it could be asked itself. */
  readonly application?: string;
  /** Files for agents that the config does not name: they are left alone until it does. */
  readonly agents: readonly string[];
};

export type InitPlace = FilesHost & { readonly now: Revision };

const workflow = '.github/workflows/promptgate.yml';
/** Most cases files written at once: who has hundreds of prompts begins with some. */
const mostCases = 25;
/** Most files of code that are read. */
const mostCode = 1500;

/**
 * Finds the prompts of a working tree by what is in its files, and plans what their first review needs. Writes nothing.
 * @throws ProblemError where a config that is there cannot be read
 */
export async function planInit(place: InitPlace, inputs: Inputs): Promise<InitPlan> {
  const { now } = place;
  const tree = await place.tree(now);
  const { settings } = await readSettings(place, { tip: now, base: now, head: now, fork: false }, inputs);
  const config = configPaths(inputs).find((path) => tree.has(path));
  const found = config === undefined && inputs.prompts === undefined ? await findOthers(place, tree, settings) : [];
  const promptGlobs = found.length === 0 ? settings.promptGlobs : [...defaultPromptGlobs, ...found];
  const files = filesOf(place, now, tree);
  const set = await readGoldenSet({
    files,
    settings: { ...settings, promptGlobs, agentGlobs: [] },
    kinds: checkKinds,
    formats,
  });
  const unguarded = set.prompts.flatMap((one) => (one.kind === 'prompt' && isUnguarded(one) ? [one] : []));
  const code = unguarded.length === 0 ? [] : await readCode(place, tree);
  const application = code.find(isChain)?.path;
  const laidOut = unguarded.map((one) => ({ one, laid: layOutPrompt(one.prompt, code, one.text) }));
  const written = laidOut.slice(0, mostCases).flatMap(({ one, laid }) => firstCases(one, laid));
  const ownModel =
    set.prompts.length > 0 && set.prompts.every((one) => one.kind === 'prompt' && one.prompt.model !== undefined);
  const models = inputs.models ?? (ownModel ? [] : ['gpt-5.6-luna']);
  const globs = inputs.prompts ?? (found.length === 0 ? undefined : promptGlobs);
  const workflows = await findWorkflows(place, tree);
  const guarded = set.prompts.flatMap((one) => (one.kind === 'prompt' && one.cases.length > 0 ? [one] : []));
  return {
    files: [
      ...(config === undefined && set.prompts.length > 0
        ? [
            {
              path: inputs.config,
              text: writeConfig({
                ...(globs === undefined ? {} : { prompts: globs }),
                laidOut: laidOut.map(({ laid }) => laid),
                divided: set.prompts.flatMap((one) => (one.kind === 'prompt' && isDivided(one) ? [one.path] : [])),
                judged: set.prompts.some(isJudged),
                models,
              }),
              what: models.length === 0 ? 'the config' : `the config, on ${models.join(', ')}`,
            },
          ]
        : []),
      ...written,
      ...(workflows.length === 0 && set.prompts.length > 0
        ? [{ path: workflow, text: writeWorkflow(), what: 'the workflow that reviews pull requests' }]
        : []),
    ],
    kept: [...(config === undefined ? [] : [config]), ...new Set(guarded.flatMap((one) => one.files)), ...workflows],
    unread: set.prompts.flatMap(whyUnread),
    later: Math.max(0, laidOut.length - mostCases),
    prompts: set.prompts.length,
    ...(application !== undefined && { application }),
    agents: findForAgents(tree, settings),
  };
}

function findForAgents(tree: Tree, { agentGlobs }: Settings): readonly string[] {
  const isReviewed = matchAgents(agentGlobs);
  return [...tree.keys()].filter((path) => isNamedForAgents(path) && !isReviewed(path)).toSorted();
}

function isUnguarded(one: Extract<GuardedPrompt, { kind: 'prompt' }>): boolean {
  const isShown = one.prompt.messages.some(({ shows }) => shows !== undefined);
  return [one.cases, one.files, one.problems, one.unfilled].every((held) => held.length === 0) && !isShown;
}

/** A text whose lines say whose turn it is: its application hardly sends them as they are. */
function isDivided({
  prompt: { messages, open, chatAfterFilling },
}: Extract<GuardedPrompt, { kind: 'prompt' }>): boolean {
  const [only, ...others] = messages;
  if (only === undefined || others.length > 0 || !(open.role || chatAfterFilling === true)) return false;
  return splitTurns(only.content) !== undefined;
}

function isJudged(one: GuardedPrompt): boolean {
  const needs = new Set(
    one.kind === 'prompt' ? one.cases.flatMap(({ checks }) => checks.map((check) => needOf(check, checkKinds))) : [],
  );
  return needs.has('judge') || needs.has('judge and embeddings');
}

function firstCases({ paths }: Pick<GuardedPrompt, 'paths'>, laid: LaidOutPrompt): readonly FirstFile[] {
  const [path] = paths;
  if (path === undefined) return [];
  const vars = laid.variables.length === 0 ? '' : ` with ${laid.variables.join(', ')}`;
  return [{ path, text: writeCases(laid), what: `first cases of ${laid.path}${vars}` }];
}

function whyUnread(one: GuardedPrompt): InitPlan['unread'] {
  const { path } = one;
  switch (one.kind) {
    case 'broken':
      return one.problems.slice(0, 1).map(({ what, fix }) => ({ path, why: what, ...(fix !== undefined && { fix }) }));
    case 'unread':
      return [{ path, why: `its format is not read (${one.format})`, fix: one.fix }];
    case 'prompt': {
      const [marker] = one.unfilled;
      if (marker !== undefined) {
        const why = `line ${marker.line} is ${marker.writtenAs}, which is not filled`;
        return [
          { path, why, fix: 'Name its engine under `templates` in promptgate.yml, or give the variable a value.' },
        ];
      }
      const shows = one.prompt.messages.find((message) => message.shows !== undefined)?.shows;
      if (shows !== undefined)
        return [
          { path, why: `a message shows ${shows} in a form that is not sent`, fix: 'Ask its question in words alone.' },
        ];
      const [problem] = one.problems;
      if (problem !== undefined)
        return [{ path, why: problem.what, ...(problem.fix !== undefined && { fix: problem.fix }) }];
      const bare = one.cases.length > 0 && one.cases.every(({ checks }) => checks.length === 0);
      return bare
        ? [{ path, why: 'none of its cases has a check', fix: 'Add checks, or `evaluators`, where its cases are.' }]
        : [];
    }
  }
}

/** Prompts that no default glob names, as globs: their folder where it is theirs, else the file. */
async function findOthers(place: InitPlace, tree: Tree, { promptGlobs }: Settings): Promise<readonly string[]> {
  const isNamed = matchPrompts(promptGlobs);
  const paths = [...tree.values()]
    .filter(({ path, mode, bytes }) => mode === 'file' && !isNamed(path) && couldBePrompt(path, bytes))
    .map(({ path }) => path);
  const texts = await place.texts(place.now, paths);
  const found = paths.filter((path) => {
    const file = texts.get(path);
    return (
      file?.kind === 'text' &&
      looksLikePrompt(path, file.text) &&
      formats.some((format) => format.recognises(path, file.text))
    );
  });
  const folders = Map.groupBy(found, folderOf);
  const globs = [...folders].flatMap(([folder, held]) =>
    folder !== undefined && (/prompt/iu.test(folder) || isTemplates(folder, held)) ? [folder] : held,
  );
  return [...new Set(globs)].toSorted();
}

/** All files of its ending in the folder of a file. */
function folderOf(path: string): string | undefined {
  const [, folder, ending] = /^(.*\/)[^/]+(\.[^./]+)$/u.exec(path) ?? [];
  return folder === undefined ? undefined : `${folder}*${ending}`;
}

/** A folder of templates of which several speak to a model: the others are parts of what it is sent. */
function isTemplates(folder: string, found: readonly string[]): boolean {
  return found.length > 1 && /\.(?:j2|jinja2?)$/iu.test(folder);
}

/** The application's code, as far as it is read for how it sends its prompts: the files nearest to the root first. */
async function readCode(place: InitPlace, tree: Tree): Promise<readonly CodeFile[]> {
  const paths = [...tree.values()]
    .filter(({ path, mode, bytes }) => mode === 'file' && isCode(path, bytes))
    .map(({ path }) => path)
    .toSorted((a, b) => a.split('/').length - b.split('/').length)
    .slice(0, mostCode);
  const texts = await place.texts(place.now, paths);
  return paths.flatMap((path) => {
    const file = texts.get(path);
    return file?.kind === 'text' ? [{ path, text: file.text.replaceAll('\r\n', '\n') }] : [];
  });
}

async function findWorkflows(place: InitPlace, tree: Tree): Promise<readonly string[]> {
  const paths = [...tree.keys()].filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/u.test(path));
  const texts = await place.texts(place.now, paths);
  return paths.filter((path) => {
    const file = texts.get(path);
    return path === workflow || (file?.kind === 'text' && /uses:.*promptgate/u.test(file.text));
  });
}
