import { canonicalJson, type JsonObject } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { Prompt } from '../prompt.ts';
import type { PromptChange } from '../prompt-change.ts';
import { holdParams } from '../prompt-file/read-params.ts';
import type { ModelExchange, ModelRef, Row } from '../row.ts';
import type { BothSides } from '../side.ts';

/** What of the settings decides which models a prompt meets. */
export type ModelChoice = Partial<ModelExchange> & {
  readonly models: readonly ModelRef[];
  /** Models a prompt may name as its own; absent: any. */
  readonly allowedModels?: readonly string[];
  /** Parameters a prompt may set beside those that shape a reply. */
  readonly allowedParams?: readonly string[];
  /** Names of the providers that are applications of the team's. */
  readonly applications?: ReadonlySet<string>;
  /** Reads a model as a prompt names it: `provider:model` only where that provider is configured. */
  readonly resolve: (name: string) => { readonly provider: string; readonly model: string };
};

/**
 * The rows of a prompt: first the model it names itself (the old prompt on the one it named, the new prompt on the
 * one it names now), then each model of the settings with both sides on it, then what the config exchanges, the old side
 * on the model that goes and the new one on that which comes; equal rows merge. A prompt that only a change of the config
 * concerns has the exchanged models alone or, without an old side, those that come in addition.
 * Parameters that a pull request brings are held to those that shape a reply; `leftOut` names the others.
 * On the own row the prompt's parameters win over the config's, elsewhere the config's win.
 */
export function rowsOf(
  change: PromptChange,
  choice: ModelChoice,
): { readonly rows: readonly Row[]; readonly problems: readonly Problem[]; readonly leftOut: readonly string[] } {
  const leftOut = new Set<string>();
  const hold = (params: JsonObject): JsonObject => {
    const held = holdParams(params, choice.allowedParams);
    for (const name of held.leftOut) leftOut.add(name);
    return held.params;
  };
  const { old, new: next } = change;
  const held: PromptChange = {
    ...change,
    ...(old === undefined ? {} : { old: { ...old, params: hold(old.params) } }),
    ...(next === undefined ? {} : { new: { ...next, params: hold(next.params) } }),
  };
  // A model that the head's config brings is the pull request's word, too.
  const isOurs = (ref: ModelRef): boolean => choice.models.some((known) => canonicalJson(known) === canonicalJson(ref));
  const heldRef = (ref: ModelRef): ModelRef => (isOurs(ref) ? ref : { ...ref, params: hold(ref.params) });
  const exchange = {
    exchanged: (choice.exchanged ?? []).map((pair) => ({ old: heldRef(pair.old), new: heldRef(pair.new) })),
    added: (choice.added ?? []).map(heldRef),
  };
  return { ...chooseRows(held, { ...choice, ...exchange }), leftOut: [...leftOut] };
}

function chooseRows(
  change: PromptChange,
  choice: ModelChoice & ModelExchange,
): { readonly rows: readonly Row[]; readonly problems: readonly Problem[] } {
  const { exchanged, added } = choice;
  const swapped = exchanged.map((pair) => rowOn(pair, false, change));
  const both = (models: readonly ModelRef[]) => models.map((model) => rowOn({ old: model, new: model }, false, change));
  if (change.change === 'config') return { rows: change.old === undefined ? both(added) : swapped, problems: [] };
  const asked = ownRow(change, choice);
  // Where applications answer, it is they who ask the model that a prompt names.
  const own = answeredByApplications(choice) ? { ...asked, row: undefined } : asked;
  const listed = [...both(modelsFor(change, choice)), ...swapped, ...both(added)];
  const rows = withoutRepeats([...(own.row === undefined ? [] : [own.row]), ...listed]);
  if (rows.length > 0 || own.problem !== undefined)
    return { rows, problems: own.problem === undefined ? [] : [own.problem] };
  return {
    rows,
    problems: [
      {
        reason: 'config',
        what: 'no model to ask: the prompt names none, and none is configured.',
        at: { file: change.path },
        fix: 'Write `models: [gpt-5.6-luna]` in promptgate.yml, or give them to the action under `with:` (`--models gpt-5.6-luna` on the command line), or let the prompt name its own.',
      },
    ],
  };
}

/** Whether nothing but applications is asked: then it is they who fill templates, and ask models. */
export function answeredByApplications({
  models = [],
  applications,
}: {
  readonly models?: readonly Pick<ModelRef, 'provider'>[];
  readonly applications?: Pick<ReadonlySet<string>, 'has'>;
}): boolean {
  return models.length > 0 && models.every(({ provider }) => applications?.has(provider) === true);
}

/** The models of the settings; where there are none, and the prompt names none, those of its promptfoo config. */
function modelsFor({ old, new: next, models = [] }: PromptChange, choice: ModelChoice): readonly ModelRef[] {
  const named = choice.models.length > 0 || old?.model !== undefined || next?.model !== undefined;
  if (named) return choice.models;
  const { allowedModels } = choice;
  return models
    .filter((name) => allowedModels === undefined || allowedModels.includes(name))
    .map((name) => ({ ...choice.resolve(name), params: {} }));
}

function ownRow(change: PromptChange, choice: ModelChoice): { readonly row?: Row; readonly problem?: Problem } {
  const named = { old: change.old?.model, new: change.new?.model };
  // Where one side names none there is no other model to hold against: both sides meet the one that is named.
  const oldName = named.old ?? named.new;
  const newName = named.new ?? named.old;
  if (oldName === undefined || newName === undefined) return {};
  const allowed = choice.allowedModels;
  if (named.new !== undefined && allowed !== undefined && !allowed.includes(named.new)) {
    return {
      problem: {
        reason: 'config',
        what: `the prompt names the model \`${named.new}\`, which \`allowed-models\` does not hold.`,
        at: { file: change.path },
        fix: `Name one of ${allowed.map((name) => `\`${name}\``).join(', ')}, or add it to \`allowed-models\` on the base branch.`,
      },
    };
  }
  const refer = (name: string): ModelRef => {
    const { provider, model } = choice.resolve(name);
    const listed = choice.models.find((ref) => ref.provider === provider && ref.model === model);
    return { provider, model, params: listed?.params ?? {} };
  };
  return { row: rowOn({ old: refer(oldName), new: refer(newName) }, true, change) };
}

function rowOn(model: BothSides<ModelRef>, own: boolean, change: PromptChange): Row {
  const merged = (ref: ModelRef, prompt: Prompt | undefined): ModelRef => ({
    ...ref,
    params:
      prompt?.skill === undefined ? mergeParams(ref.params, prompt?.params ?? {}, own) : pickingParams(ref, prompt),
  });
  const sides = { old: merged(model.old, change.old ?? change.new), new: merged(model.new, change.new ?? change.old) };
  const [before, after] = [showModel(sides.old), showModel(sides.new)];
  return { id: before === after ? after : `${before} → ${after}`, own, model: sides };
}

function mergeParams(config: JsonObject, prompt: JsonObject, own: boolean): JsonObject {
  return own ? { ...config, ...prompt } : { ...prompt, ...config };
}

/** What the config says of a model's tools and of the form of its replies is for other prompts: a skill is picked by its own tool alone. */
function pickingParams({ params }: ModelRef, prompt: Prompt): JsonObject {
  const others = ['tools', 'tool_choice', 'functions', 'function_call', 'parallel_tool_calls', 'response_format'];
  return { ...Object.fromEntries(Object.entries(params).filter(([name]) => !others.includes(name))), ...prompt.params };
}

/** A model as it is shown: with its provider where that is not the default one; an application by its name alone. */
export function showModel(ref: { readonly provider: string; readonly model: string }): string {
  const alone = ref.provider === 'default' || ref.provider === ref.model;
  return alone ? ref.model : `${ref.provider}:${ref.model}`;
}

function withoutRepeats(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  const kept: Row[] = [];
  for (const row of rows) {
    const content = canonicalJson(row.model);
    if (seen.has(content)) continue;
    seen.add(content);
    // Two rows on one model differ in their parameters only: the own one is told apart by name.
    const taken = kept.filter((other) => other.id === row.id).length;
    kept.push(taken === 0 ? row : { ...row, id: `${row.id} (${taken + 1})` });
  }
  return kept;
}
