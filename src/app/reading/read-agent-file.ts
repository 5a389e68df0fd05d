import { isSkillFile, skillKeys } from '../../core/agents/agent-files.ts';
import type { Skill } from '../../core/agents/skills.ts';
import { matchAgents } from '../../core/detect/prompt-globs.ts';
import type { PromptSource } from '../../core/detect/prompt-sources.ts';
import { canonicalJson } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import { readInstructions, skillPrompts } from '../../formats/prompts/index.ts';
import type { PromptSide, PromptSides } from './read-prompt-sides.ts';
import type { RevisionFiles } from './revision-files.ts';

/** The skills of a revision by the paths of their files; nothing of those whose front matter cannot be read. */
export type SkillsReader = (files: RevisionFiles) => Promise<Skills>;
type Skills = {
  readonly byPath: ReadonlyMap<string, Skill | undefined>;
  /** How many there are, where they are more than are read. */
  readonly tooMany?: number;
};

/** Skills that a catalogue holds at most; beside these the one that is asked about. */
const mostSkills = 500;
/** Namesakes that are told of one catalogue. */
const mostTold = 5;

/** Reads the skills of a revision that the globs of `agents` name, once. */
export function createSkillsReader(agentGlobs: readonly string[] = []): SkillsReader {
  const isNamed = matchAgents(agentGlobs);
  const read = new WeakMap<RevisionFiles, Promise<Skills>>();
  const readAll = async (files: RevisionFiles): Promise<Skills> => {
    const paths = [...files.paths()].filter((path) => isSkillFile(path) && isNamed(path)).toSorted();
    const held = paths.slice(0, mostSkills);
    files.expect(held);
    const found = await Promise.all(
      held.map(async (path) => {
        const file = await files.text(path);
        return [path, file.kind === 'text' ? skillOf(path, file.text) : undefined] as const;
      }),
    );
    return { byPath: new Map(found), ...(paths.length > mostSkills && { tooMany: paths.length }) };
  };
  return (files) => {
    const known = read.get(files) ?? readAll(files);
    read.set(files, known);
    return known;
  };
}

/** A skill as the catalogue has it; nothing where its front matter cannot be read. */
function skillOf(path: string, text: string): Skill | undefined {
  const read = readInstructions(path, text);
  return read.kind === 'instructions' ? read.skill : undefined;
}

/** Reads a file of agents' instructions: one prompt, or of a skill what it says and what it is picked by. */
export async function readAgentFile(
  { path: known, parts: [{ file: path }] }: PromptSource,
  { files, skills }: { readonly files: RevisionFiles; readonly skills: SkillsReader },
): Promise<PromptSides> {
  const one = (side: PromptSide): PromptSides => ({ kind: 'one', side });
  const each = (side: PromptSide): PromptSides =>
    isSkillFile(path) ? { kind: 'several', sides: new Map(skillKeys.map((key) => [key, side])) } : one(side);
  const file = await files.text(path);
  if (file.kind === 'absent') return one({ kind: 'none' });
  if (file.kind === 'refused') {
    // Many repositories have `CLAUDE.md` as a link to `AGENTS.md`.
    if (files.entry(path)?.mode === 'symlink')
      return one({ kind: 'unread', text: '', format: 'a symbolic link', fix: 'Name the file that it points to.' });
    const what = `The instructions cannot be read: ${file.why}.`;
    return each({ kind: 'broken', text: '', problems: [{ reason: 'files', what, at: { file: path } }] });
  }
  const read = readInstructions(path, file.text);
  if (read.kind === 'broken') return each({ ...read, text: file.text });
  const { prompt, text, skill } = read;
  if (skill === undefined) return one({ kind: 'prompt', text, prompt: { ...prompt, path: known }, cases: [] });
  const { byPath, tooMany } = await skills(files);
  const others = [...byPath].filter(([other]) => other !== path);
  const lost = others.flatMap(([other, held]) => (held === undefined ? [other] : []));
  const named = others.flatMap(([other, held]) => (held === undefined ? [] : [{ path: other, skill: held }]));
  const unclear = [
    ...(tooMany === undefined ? [] : [wordTooMany(path, tooMany)]),
    ...findNamesakes({ path, skill }, named),
  ];
  const prompts = skillPrompts(
    path,
    { ...read, skill },
    { others: named.map((other) => other.skill), unclear },
    lost.map((other) => ({ text: `\`${other}\` is not among the skills: its front matter cannot be read.` })),
  );
  return { kind: 'several', sides: new Map(prompts.map((held) => [held.key, { kind: 'prompt', ...held }])) };
}

function wordTooMany(path: string, number: number): Problem {
  return {
    reason: 'files',
    what: `\`agents\` names ${number.toLocaleString('en')} skills, and ${mostSkills} are offered at most: what a model would pick among all of them is not known.`,
    at: { file: path },
    fix: 'Exclude some under `agents` with `!`, such as copies for other programs.',
  };
}

type PlacedSkill = { readonly path: string; readonly skill: Skill };

/** Skills of one name that are offered by different words: which of them an agent would take is not known. Equal copies are one. */
function findNamesakes(own: PlacedSkill, others: readonly PlacedSkill[]): readonly Problem[] {
  const offered = others.filter(({ skill }) => skill.hidden !== true);
  const alike = Map.groupBy([own, ...offered], ({ skill }) => skill.name);
  const twice = [...alike.values()].flatMap(([first, ...rest]): readonly (readonly [PlacedSkill, PlacedSkill])[] => {
    const other = rest.find(
      ({ skill }) => first !== undefined && canonicalJson({ ...skill }) !== canonicalJson({ ...first.skill }),
    );
    return first === undefined || other === undefined ? [] : [[first, other]];
  });
  return twice.slice(0, mostTold).map(([first, other]) => ({
    reason: 'files',
    what: `The skills \`${first.path}\` and \`${other.path}\` have one name, \`${first.skill.name}\`, and different descriptions: which of them is picked by it is not known.`,
    at: { file: other.path, line: 1 },
    fix: 'Give each a name of its own, or exclude one under `agents` with `!`.',
  }));
}
