import type { ModelScript, ScriptedReply } from '../../src/embedded/model-service/script.ts';
import type { Files } from './github-repository.ts';

export const ordersPath = 'prompts/orders.json';
export const ordersCasesPath = 'prompts/orders.cases.yml';

const string = { type: 'string' };
const toolOf = (name: string, properties: object, description: string) => ({
  type: 'function',
  function: { name, description, parameters: { type: 'object', properties, required: Object.keys(properties) } },
});

/** A prompt with two tools. @param manner what an edit changes @param look how the first tool is described */
export function ordersPrompt(manner: string, look = 'Finds an order.'): string {
  const messages = [
    { role: 'system', content: `You help customers with their orders. ${manner}` },
    { role: 'user', content: '{{question}}' },
  ];
  const tools = [
    toolOf('get_order', { id: string }, look),
    toolOf('refund', { order: string, reason: string }, 'Refunds an order.'),
  ];
  return `${JSON.stringify({ messages, tools }, null, 2)}\n`;
}

export const ordersCases = `defaults:
  tools:
    get_order:
      - { when: { id: A1 }, returns: { status: shipped } }
      - { returns: { error: "no such order" } }
    refund:
      - { when: { order: A1 }, returns: "refunded" }
cases:
  - id: where
    vars: { question: "Where is A1?" }
    checks:
      - tool-call: { name: get_order, arguments: { id: A1 } }
      - contains: shipped
      - max-steps: 2
  - id: lost
    vars: { question: "Where is Z9?" }
    checks:
      - contains: no such order
      - not-tool-call: refund
  - id: refund
    vars: { question: "Refund A1." }
    checks:
      - { tool-call: [{ name: get_order }, { name: refund, arguments: { order: A1 } }], in-order: true }
      - contains: refunded
  - id: hello
    vars: { question: "Hello!" }
    checks: [{ not-tool-call: get_order }, contains: Hello]
`;

export const ordersBase: Files = {
  'promptgate.yml': 'version: 1\nmodels: [cheap]\nprices: { cheap: { input: 1, output: 2 } }\n',
  [ordersPath]: ordersPrompt('Be brief.'),
  [ordersCasesPath]: ordersCases,
};

const call = (name: string, given: object) => ({ name, arguments: JSON.stringify(given) });

/**
 * Looks an order up, refunds what is to be refunded once it knows the order, and says what the tools said. Told to "Guess", it calls
 * nothing; to "Shout", it writes ids in another case; to "Hurry", it refunds first; to "Look twice", it asks for an order that no
 * case knows.
 */
export function ordersModel(): NonNullable<ModelScript['rules']> {
  return [
    {
      when: /You help customers with their orders/,
      reply: ({ messages, system, user }): ScriptedReply => {
        const order = /[A-Z]\d/.exec(user)?.[0];
        if (order === undefined) return 'Hello! How can I help?';
        if (system.includes('Guess')) return 'I am sure that it is on its way, refunded or shipped.';
        const said = messages.slice(messages.findLastIndex(({ role }) => role === 'user'));
        const results = said.flatMap(({ role, content }) => (role === 'tool' ? [content] : []));
        const id = system.includes('Shout') ? order.toLowerCase() : order;
        const steps = [
          call('get_order', { id }),
          ...(user.startsWith('Refund')
            ? [call('refund', { order, reason: `${user} ${'It came late. '.repeat(9)}` })]
            : []),
          ...(system.includes('Look twice') ? [call('refund', { order: 'B2', reason: 'none' })] : []),
        ];
        const plan = system.includes('Hurry') ? steps.toReversed() : steps;
        const next = plan[results.length];
        return next === undefined ? `The tools say: ${results.join(' and ')}.` : { text: '', toolCalls: [next] };
      },
    },
  ];
}
