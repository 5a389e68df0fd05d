import { isSkillFile } from '../../core/agents/agent-files.ts';
import type { Skill } from '../../core/agents/skills.ts';
import { triggerKind } from '../../core/agents/trigger-cases.ts';
import type { Candidate } from '../../core/detect/find-candidates.ts';
import { canonicalJson } from '../../core/json.ts';
import type { SkillsReader } from './read-agent-file.ts';
import { readGoldenAtHead } from './read-subjects.ts';

type Confusing = Parameters<typeof readGoldenAtHead>[1] & {
  readonly skills: SkillsReader;
  readonly casesOf: (path: string) => readonly string[];
};

/**
 * Skills whose description is asked again since another one's changed: those with a case that names that other one as what is picked
 * instead. An edit may take from any skill; who wants a pair watched names it, so that an edit of one of a hundred skills does not
 * ask the cases of all.
 * @returns which of the `others`, each with the names of the skills that changed
 */
export async function findConfused(
  others: readonly Candidate[],
  touched: readonly Candidate[],
  reading: Confusing,
): Promise<ReadonlyMap<Candidate, readonly string[]>> {
  const { files, skills, casesOf } = reading;
  if (!touched.some(isSkill)) return new Map();
  const [old, next] = await Promise.all([skills(files.old), skills(files.next)]);
  const changed = changedNames([...old.byPath.values()], [...next.byPath.values()]);
  // Where not all are read, any of them may have changed.
  const isCut = next.tooMany !== undefined;
  if (changed.size === 0 && !isCut) return new Map();
  const guarded = others.filter((one) => isSkill(one) && casesOf(one.path).some(files.next.has));
  files.next.expect(guarded.flatMap((one) => casesOf(one.path).filter(files.next.has)));
  const found = await Promise.all(
    guarded.map(async (candidate) => {
      const read = await readGoldenAtHead(candidate, reading);
      const named = read
        .flatMap(({ cases }) => cases.flatMap(({ checks }) => checks))
        .flatMap(({ kind, argument }) => (kind === triggerKind && typeof argument === 'string' ? [argument] : []));
      return [candidate, [...new Set(named)].filter((name) => isCut || changed.has(name))] as const;
    }),
  );
  return new Map(found.filter(([, names]) => names.length > 0));
}

function isSkill({ old, next }: Candidate): boolean {
  const source = next ?? old;
  return source?.agents === true && isSkillFile(source.parts[0].file);
}

/** Names of the skills that are offered in another way, or on one side alone. */
function changedNames(old: readonly (Skill | undefined)[], next: readonly (Skill | undefined)[]): ReadonlySet<string> {
  // Of several of one name any may be the one that is offered.
  const [before, after] = [old, next].map((skills) => {
    const known = skills.filter((skill) => skill !== undefined);
    const named = Map.groupBy(known, ({ name }) => name);
    return new Map([...named].map(([name, all]) => [name, canonicalJson(all.map((skill) => ({ ...skill })))] as const));
  });
  const names = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return new Set([...names].filter((name) => before?.get(name) !== after?.get(name)));
}

/** Why a skill is asked again, in words. */
export function wordConfused(names: readonly string[]): string {
  const shown = names.map((name) => `\`${name}\``).join(', ');
  return `It is asked since ${shown} changed, which its cases name as picked instead.`;
}
