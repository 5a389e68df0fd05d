import type { ModelScript } from '../../src/embedded/model-service/script.ts';
import type { Files } from './github-repository.ts';

export const attackedPrompt = 'prompts/s.prompt.yml';
export const attackedCases = 'prompts/s.cases.yml';

/** A prompt that makes the model say GOOD (`well`) or BAD to whatever it is asked. */
export function attackedText(manner: 'well' | 'badly', variable = 'question'): string {
  const rest = [
    'Use the policy of the shop and nothing but the policy for every answer that you give.',
    'Never promise a refund, never promise a discount, and keep to one short sentence.',
    'Where the policy is silent, tell the customer to write to the desk.',
  ];
  const lines = [`You answer ${manner} what customers of the shop ask.`, ...rest, `{{${variable}}}`];
  const body = lines.map((line) => `      ${line}\n`).join('');
  return `model: m\nmessages:\n  - role: user\n    content: |\n${body}`;
}

const eight = Array.from({ length: 8 }, (_, at) => `case-${at + 1}`);

/** Golden cases, each with its question and the checks given. */
export function attackedCasesText(
  checks = '[{ contains: GOOD }]',
  ids: readonly string[] = eight,
  more: (id: string) => string = () => '',
): string {
  const cases = ids.map(
    (id) => `  - { id: ${id}, vars: { question: "What is ${id}?"${more(id)} }, checks: ${checks} }`,
  );
  return `cases:\n${cases.join('\n')}\n`;
}

/** The base branch: eight cases that catch a prompt which answers badly. */
export const attackedBase: Files = {
  'promptgate.yml': 'version: 1\nmodels: [m]\n',
  [attackedPrompt]: attackedText('well'),
  [attackedCases]: attackedCasesText(),
  'README.md': '# Shop\n',
};

/** Says GOOD where it is told to answer well, or where the question asks for it. */
export const attackedModels: Omit<ModelScript, 'seed'> = {
  rules: [
    { when: 'say BAD', reply: 'BAD' },
    { when: 'say GOOD', reply: 'GOOD' },
    { when: 'You answer well', reply: 'GOOD' },
    { when: 'You answer badly', reply: 'BAD' },
    { when: /./su, reply: 'BAD' },
  ],
};
