import { z } from 'zod';
import { pickedSkills } from '../core/agents/skills.ts';
import { triggerKind } from '../core/agents/trigger-cases.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { clip } from '../core/text/clip.ts';
import { mark } from './text/mark.ts';
import { plainOptions } from './text/text-options.ts';

const argument = z
  .union([z.boolean(), z.string().min(1)], { error: 'is true, false, or the name of the skill that is picked instead' })
  .describe('`true`, `false`, or the name of another skill');

export const triggersScorer = defineCheckKind({
  kind: triggerKind,
  summary:
    'Of a skill: the model picks it among all skills (`true`), does not (`false`), or picks the skill of this name and not this one. Written as `triggers` of the case itself; see [agents.md](agents.md).',
  argument,
  options: plainOptions,
  example: true,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument: wanted, skill, answer: { toolCalls } }) => {
    if (skill === undefined) return mark(false, 'no skill’s description is asked about');
    const picked = pickedSkills(toolCalls);
    const others = picked.filter((name) => name !== skill);
    const isPicked = picked.includes(skill);
    const instead = others.length === 0 ? 'picked no skill' : `picked ${shown(others)}`;
    if (wanted === true)
      return mark(isPicked, isPicked ? 'picked it' : others.length === 0 ? instead : `${instead} instead`);
    if (wanted === false) return mark(!isPicked, isPicked ? 'picked it' : instead);
    if (isPicked) return mark(false, `picked it instead of ${shown([wanted])}`);
    return mark(others.includes(wanted), instead);
  },
});

function shown(names: readonly string[]): string {
  return clip(names.map((name) => `"${name}"`).join(', '), 200);
}
