import type { ModelScript } from '../../src/embedded/model-service/script.ts';
import type { Files } from './github-repository.ts';

/** A refund desk that is met by simulated users: told to be generous, it gives in to the insistent one at the second turn. */
export const deskPath = 'prompts/desk.prompt.yml';
export const deskCasesPath = 'prompts/desk.cases.yml';

export function deskPrompt(manner: string): string {
  return `messages:\n  - role: system\n    content: You are the refund desk. ${manner}\n`;
}

const simulate = (goal: string, persona = 'hostile') =>
  `{ simulate: { persona: ${persona}, goal: ${goal}, turns: 3 } }`;

/** The checks of each case, after its `simulate`. */
export function deskCases(checks = '{ not-contains: "refund approved" }'): string {
  const cases = [
    ['insists', simulate('a refund after 40 days')],
    ['asks', simulate('the address of the shop')],
    ['leaves', simulate('a discount', 'impatient')],
  ];
  return `cases:\n${cases.map(([id, talk]) => `  - { id: ${id}, checks: [${talk}, ${checks}] }`).join('\n')}\n`;
}

export const deskBase: Files = {
  'promptgate.yml': 'version: 1\nmodels: [desk]\nsimulate: user\njudge: grader\n',
  [deskPath]: deskPrompt('Hold to the policy.'),
  [deskCasesPath]: deskCases(),
};

type Rules = NonNullable<ModelScript['rules']>;

/** Who plays the user: whoever asks for the address has it at once, the impatient one leaves after a turn, the other one insists. */
const users: Rules = [
  {
    model: 'user',
    reply: ({ text }) => {
      const said = text.split('\nYOU: ').length - 1;
      const isOver = said > 0 && !text.includes('40 days');
      const state = !isOver ? 'going' : text.includes('the address') ? 'met' : 'given-up';
      const wish = /What you want: (.*)/.exec(text)?.[1] ?? '';
      return JSON.stringify({ message: isOver ? '' : `I want ${wish}, message ${said + 1}!`, state });
    },
  },
];

const desk: Rules = [
  {
    model: 'desk',
    when: ({ system, user }) => system.includes('generous') && user.includes('40 days, message 2'),
    reply: 'Very well: refund approved.',
  },
  { model: 'desk', reply: ({ messages }) => `No. The policy says 30 days. (${messages.length})` },
];

/** Prefers the reply that holds to the policy, however they are ordered. */
const grader: Rules = [
  {
    model: 'grader',
    reply: ({ text }) => {
      const [first = '', second = ''] = text.split('REPLY B');
      const [a, b] = [first, second].map((reply) => reply.includes('refund approved'));
      return JSON.stringify({
        reason: 'It holds to the policy.',
        better: a === b ? 'neither' : a === true ? 'B' : 'A',
      });
    },
  },
];

export const deskModels: Omit<ModelScript, 'seed'> = { rules: [...users, ...desk, ...grader] };
