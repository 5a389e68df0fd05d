import type { Report, ReportPrompt } from '../../core/report/report.ts';
import { list, listNames, own, type Phrase, quote, say } from './say.ts';

type PromptEdit = NonNullable<ReportPrompt['promptEdit']>;

/** Tools, and files behind prompts, that are told one by one. */
const mostTold = 5;

/** What an edit did to a prompt beside its messages, a line each: model and parameters, response format, tools, variables. */
export function wordEdit({ promptEdit, toolsChanged = [] }: ReportPrompt): readonly Phrase[] {
  const { settings = [], responseFormat = [] } = promptEdit ?? {};
  const tools = toolsChanged
    .slice(0, mostTold)
    .map(({ tool, what, description }) => say`Tool ${tool}: ${quote(what.join(', '))}${wordDescription(description)}.`);
  const more = toolsChanged.length - tools.length;
  return [
    ...(settings.length === 0 ? [] : [list(settings.map(wordSetting))]),
    ...(responseFormat.length === 0 ? [] : [say`Response format: ${quote(responseFormat.join(', '))}.`]),
    ...tools,
    ...(more > 0 ? [own(`… and ${more} more ${more === 1 ? 'tool' : 'tools'} changed.`)] : []),
    ...wordVariables(promptEdit),
  ];
}

/** `gpt-a → gpt-b`, `temperature 0.2 → 0.7`. */
function wordSetting({ name, old, new: now }: PromptEdit['settings'][number]): Phrase {
  const change = say`${wordValue(old)} → ${wordValue(now)}`;
  // Names of parameters as services have them are plain words; what else is written there is someone else's.
  const of = /^[a-z](?:[a-z_]{0,40}[a-z])?$/u.test(name) ? own(name) : say`${name}`;
  return name === 'model' && old !== undefined && now !== undefined ? change : say`${of} ${change}`;
}

function wordValue(value: string | undefined): Phrase {
  if (value === undefined) return own('not set');
  return /^-?\d+(?:\.\d+)?$/u.test(value) ? own(value) : say`${value}`;
}

function wordDescription(description: NonNullable<ReportPrompt['toolsChanged']>[number]['description']): Phrase {
  if (description === undefined) return [];
  const { old, new: now } = description;
  if (old === '') return say`, now “${quote(now)}”`;
  return now === '' ? say`, before “${quote(old)}”` : say`, “${quote(old)}” → “${quote(now)}”`;
}

function wordVariables(edit: PromptEdit | undefined): readonly Phrase[] {
  const { unset = [], unused = [] } = edit ?? {};
  return [
    ...wordUnset(unset),
    ...(unused.length === 0
      ? []
      : [
          say`${own(unused.length === 1 ? 'Variable' : 'Variables')} that no template uses any more: ${listNames(unused)}.`,
        ]),
  ];
}

function wordUnset(unset: readonly string[], where: Phrase = []): readonly Phrase[] {
  if (unset.length === 0) return [];
  return [
    say`No golden case sets the new ${own(unset.length === 1 ? 'variable' : 'variables')} ${listNames(unset)}${where}.`,
  ];
}

/** What a reader must know of the edit before the replies, a line each: files behind prompts, and variables that nothing sets. */
export function wordBehind(report: Report): readonly Phrase[] {
  const { prompts } = report;
  const several = prompts.length > 1;
  const behind = filesBehind(report);
  const told = behind.slice(0, mostTold).map(({ path, prompts: of }) => {
    const names = several ? listNames(of, 3) : [];
    return several ? say`Changed through ${path}: ${names}.` : say`Changed through ${path}.`;
  });
  const more = behind.length - told.length;
  return [
    ...told,
    ...(more > 0 ? [own(`… and through ${more} more ${more === 1 ? 'file' : 'files'}.`)] : []),
    ...prompts.flatMap(({ path, promptEdit }) => wordUnset(promptEdit?.unset ?? [], several ? say` of ${path}` : [])),
  ];
}

/** A file behind prompts that changed, once: whose it is, and what changed in it. */
export type FileBehind = { readonly path: string; readonly prompts: readonly string[]; readonly diff: string };

/** The changed files behind the prompts of a report, those that most of them share first. */
export function filesBehind({ prompts }: Report): readonly FileBehind[] {
  const all = prompts.flatMap(({ path: prompt, through = [] }) =>
    through.map(({ path, diff = '' }) => ({ prompt, path, diff })),
  );
  return [...Map.groupBy(all, ({ path }) => path)]
    .map(([path, held]) => ({
      path,
      prompts: held.map(({ prompt }) => prompt),
      diff: held.find(({ diff }) => diff !== '')?.diff ?? '',
    }))
    .toSorted((one, other) => other.prompts.length - one.prompts.length);
}
