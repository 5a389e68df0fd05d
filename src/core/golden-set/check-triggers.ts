import { offeredSkills } from '../agents/skills.ts';
import { triggerKind } from '../agents/trigger-cases.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { Prompt } from '../prompt.ts';
import { suggestNearest } from '../suggest-nearest.ts';
import { type Finding, weak } from './finding.ts';

/** Trigger cases of a skill's description that no model can pass, and that only one kind of them is there. */
export function checkTriggers(
  { path, params, skill }: Pick<Prompt, 'path' | 'params' | 'skill'>,
  cases: readonly GoldenCase[],
): readonly Finding[] {
  const offered = offeredSkills(params);
  const wanted = cases.flatMap((golden) =>
    golden.checks.flatMap(({ kind, argument }) => (kind === triggerKind ? [{ golden, argument }] : [])),
  );
  const lost = wanted.flatMap(({ golden, argument }): readonly Finding[] => {
    const name = argument === true ? skill : argument;
    if (typeof name !== 'string' || offered.has(name)) return [];
    const nearest = suggestNearest(name, offered);
    const fix =
      nearest === undefined ? 'Name a skill that `agents` of the config names.' : `Did it mean \`${nearest}\`?`;
    return [weak(`\`${golden.id}\` wants the skill \`${name}\` to be picked, which is not offered.`, golden.at, fix)];
  });
  const isOneSided = wanted.length > 0 && wanted.every(({ argument }) => argument === true);
  return [
    ...lost,
    ...(isOneSided
      ? [
          weak(
            'All its trigger cases want the skill to be picked: a description that takes everything would pass.',
            { file: path },
            'Add a case with `triggers: false`, or with the name of another skill.',
          ),
        ]
      : []),
  ];
}
