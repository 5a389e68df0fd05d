import { isSkillFile, type SkillKey } from '../../core/agents/agent-files.ts';
import { offerSkills, type Skill } from '../../core/agents/skills.ts';
import type { Problem } from '../../core/problem.ts';
import type { Prompt } from '../../core/prompt.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { KeyedPrompt } from './types.ts';

/** The name under which instructions of agents are reported. They are known by the config's `agents`, not by their content. */
const instructionsFormat = 'agent instructions';

/** A file of agents' instructions as it is read. */
export type InstructionsRead =
  | {
      readonly kind: 'instructions';
      readonly prompt: Prompt;
      /** What says whether the instructions changed: all but what a skill is offered by. */
      readonly text: string;
      /** Of a skill's file. */
      readonly skill?: Skill;
    }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Reads instructions of agents (`AGENTS.md`, `SKILL.md`, a rule, an agent): the text behind the front matter, as a system message
 * that is sent as it is written. Of the front matter nothing is sent with it; it is read of skills alone, whose name and description
 * the catalogue takes (a rule's `globs: *.ts` is no YAML, and need not be). Nothing but front matter is no message at all.
 */
export function readInstructions(path: string, text: string): InstructionsRead {
  const normal = text.replace(/^\u{feff}/u, '').replaceAll('\r\n', '\n');
  const match = /^---[ \t]*\n(?<matter>(?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/u.exec(normal);
  const matter = match?.groups?.['matter'] ?? '';
  const body = normal.slice(match?.[0].length ?? 0).replaceAll(/^\n+|\n+$/gu, '');
  const prompt = { ...systemPrompt(path, instructionsFormat, body), notes: noteOnImports(body) };
  if (!isSkillFile(path)) return { kind: 'instructions', prompt, text: normal };
  const skill = readSkill(path, matter);
  if ('problems' in skill) return { kind: 'broken', problems: skill.problems };
  const rest = matter.replaceAll(offering, '');
  return { kind: 'instructions', prompt, text: `${rest.trim() === '' ? '' : `---\n${rest}---\n`}${body}\n`, skill };
}

/** Lines of `CLAUDE.md` that name another file which the agent takes in. */
function noteOnImports(body: string): Prompt['notes'] {
  const named = [
    ...new Set(Array.from(body.matchAll(/^@(?:~\/|\.{0,2}\/)?[\w./-]+\.\w+[ \t]*$/gmu), ([line]) => line.trim())),
  ];
  if (named.length === 0) return [];
  const shown = named.slice(0, 3).map((line) => `\`${line}\``);
  const more = named.length > 3 ? ` and ${named.length - 3} more` : '';
  return [{ text: `What ${shown.join(', ')}${more} would take in is not sent: the line goes as it is written.` }];
}

/** What a skill is offered by, in its front matter, with the lines that continue it. */
const offering = /^(?:name|description|disable-model-invocation)[ \t]*:[^\n]*\n(?:[ \t]+[^\n]*\n|[ \t]*\n)*/gmu;

function readSkill(path: string, matter: string): Skill | { readonly problems: readonly [Problem, ...Problem[]] } {
  const read = matter.trim() === '' ? undefined : readYaml(matter, path, { line: 2 });
  if (read?.kind === 'broken') return { problems: read.problems };
  const value = read?.located.value;
  const written = isObject(value) ? value : {};
  const text = (key: string): string => (typeof written[key] === 'string' ? written[key].trim() : '');
  const folder = path.split('/').at(-2) ?? 'skill';
  return {
    name: text('name') || folder,
    description: text('description'),
    ...(written['disable-model-invocation'] === true && { hidden: true as const }),
  };
}

/**
 * The prompts of a skill's file: what it says, and the question whether a model picks it among the others; of several of one name the
 * first is offered. `unclear`: why nobody could tell what a pick among them says.
 */
export function skillPrompts(
  path: string,
  { prompt, text, skill }: Extract<InstructionsRead, { kind: 'instructions' }> & { readonly skill: Skill },
  { others, unclear }: { readonly others: readonly Skill[]; readonly unclear: readonly Problem[] },
  notes: Prompt['notes'] = [],
): readonly (KeyedPrompt & { readonly key: SkillKey })[] {
  const { name, description, hidden } = skill;
  const visible = [skill, ...others.filter((other) => other.hidden !== true)];
  const first = new Map(visible.toReversed().map((one) => [one.name, one]));
  const { system, params } = offerSkills([...first.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  const asked = {
    ...systemPrompt(path, 'skill description', system),
    ...{ params, skill: name, notes },
    ...(unclear.length > 0 && { unclear }),
  };
  const written = [
    `name: ${name}`,
    `description: ${description}`,
    ...(hidden ? ['disable-model-invocation: true'] : []),
  ];
  const keyed = (key: SkillKey, one: Prompt, own: string) => {
    return { key, text: own, prompt: { ...one, path: `${path}#${key}` }, cases: [] };
  };
  return [keyed('instructions', prompt, text), keyed('description', asked, `${written.join('\n')}\n`)];
}

function systemPrompt(path: string, format: string, content: string): Prompt {
  return {
    path,
    format,
    messages: content === '' ? [] : [{ role: 'system', content }],
    engine: 'none',
    open: { engine: false, role: false },
    params: {},
    defaults: {},
    variables: [],
    refersTo: [],
    notes: [],
  };
}
