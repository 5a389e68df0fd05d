import { isSkillFile, skillKeys } from '../../core/agents/agent-files.ts';
import type { Skill } from '../../core/agents/skills.ts';
import { matchAgents } from '../../core/detect/prompt-globs.ts';
import type { PromptSource } from '../../core/detect/prompt-sources.ts';
import { readInstructions, skillPrompts } from '../../formats/prompts/index.ts';
import type { PromptSide, PromptSides } from './read-prompt-sides.ts';
import type { RevisionFiles } from './revision-files.ts';

/** The skills of a revision by the paths of their files; nothing of those whose front matter cannot be read. */
export type SkillsReader = (files: RevisionFiles) => Promise<Skills>;
type Skills = ReadonlyMap<string, Skill | undefined>;

/** Skills that a catalogue holds at most; beside these the one that is asked about. */
const mostSkills = 500;

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
    return new Map(found);
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
  const others = [...(await skills(files))].filter(([other]) => other !== path);
  const lost = others.flatMap(([other, held]) => (held === undefined ? [other] : []));
  const prompts = skillPrompts(
    path,
    { ...read, skill },
    others.flatMap(([, held]) => held ?? []),
    lost.map((other) => ({ text: `\`${other}\` is not among the skills: its front matter cannot be read.` })),
  );
  return { kind: 'several', sides: new Map(prompts.map((held) => [held.key, { kind: 'prompt', ...held }])) };
}
