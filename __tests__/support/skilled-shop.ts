import type { ModelScript, ScriptedCall, ScriptedReply } from '../../src/embedded/model-service/script.ts';
import type { Files } from './github-repository.ts';

export const skillPath = 'skills/refunds/SKILL.md';
export const skillCasesPath = 'skills/refunds/SKILL.cases.yml';

/** A skill's file. */
export function skillText(name: string, description: string, body: string): string {
  return `---\nname: ${name}\ndescription: ${description}\n---\n\n# ${name}\n\n${body}\n`;
}

/** The skill that edits are made of. */
export function refundsSkill(
  description = 'Use when customers want their money back, or want to return or cancel an order.',
  body = 'Refunds are paid within 30 days. Always name the days.',
): string {
  return skillText('refunds', description, body);
}

const cases = `cases:
  - { id: money, user: "I want my money back.", triggers: true }
  - { id: return, user: "How do I return this order?", triggers: true }
  - { id: cancel, user: "Please cancel my order.", triggers: true }
  - { id: parcel, user: "Where is my parcel?", triggers: shipping }
  - { id: joke, user: "Tell me a joke.", triggers: false }
  - { id: days, user: "By when is it paid?", checks: [{ contains: "30 days" }] }
  - { id: hello, user: "Hello!", checks: [{ contains: Hello }] }
`;

export const rulesText = '# Rules\n\nRun the tests before you push.\n';

/** A repository with two skills, rules for agents, and a config that names them. */
export const skilledShop: Files = {
  'promptgate.yml':
    'version: 1\nmodels: [cheap]\nagents: ["**/SKILL.md", AGENTS.md]\nprices: { cheap: { input: 1, output: 2 } }\n',
  'AGENTS.md': rulesText,
  [skillPath]: refundsSkill(),
  [skillCasesPath]: cases,
  'skills/shipping/SKILL.md': skillText('shipping', 'Tells where a parcel is.', 'Look it up.'),
};

/** Picks the skill whose description shares most words with what the user says; says the days that a skill's text names. */
export function skilledModel(): NonNullable<ModelScript['rules']> {
  return [{ when: /./, reply: answer }];
}

function answer({ system, user }: ScriptedCall): ScriptedReply {
  if (!system.includes('<available_skills>')) {
    if (user.startsWith('Hello')) return 'Hello there.';
    const days = /\d+ days/.exec(system)?.[0];
    return days === undefined ? 'Soon.' : `Within ${days}.`;
  }
  const offered = Array.from(system.matchAll(/^- ([\w-]+): (.*)$/gm), ([, name = '', description = '']) => {
    return { name, shared: wordsOf(user).filter((word) => wordsOf(description).includes(word)).length };
  });
  const best = offered.toSorted((one, other) => other.shared - one.shared)[0];
  if (best === undefined || best.shared === 0) return 'I can answer that myself.';
  return { text: '', toolCalls: [{ name: 'Skill', arguments: JSON.stringify({ skill: best.name }) }] };
}

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => word.length > 4);
}
