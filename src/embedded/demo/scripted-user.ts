import type { ScriptedRule } from '../model-service/script.ts';
import { formOf, PROMISES } from './scripted-judge.ts';

/**
 * The demo's simulated user: it says the lines of its conversation in their order, is satisfied once money is promised,
 * and gives up after the last line. Not a model, like all of the demo.
 * @param conversations what the user says in each, the case's question first
 */
export function userRule(model: string, conversations: readonly (readonly string[])[]): ScriptedRule {
  const next = new Map(conversations.flatMap((lines) => lines.map((line, index) => [line, lines[index + 1]] as const)));
  return {
    model,
    when: (call) => formOf(call) === 'move',
    reply: ({ text }) => {
      const [said = '', answered = ''] = lastExchange(text);
      const message = next.get(said) ?? '';
      const state = PROMISES.test(answered) ? 'met' : message === '' ? 'given-up' : 'going';
      return JSON.stringify({ message: state === 'going' ? message : '', state });
    },
  };
}

/** What the user said last, and the answer to it, from between the simulator's fences. */
function lastExchange(text: string): readonly string[] {
  const heard = /<<<(?<token>\w+)\n(?<heard>[\s\S]*?)\n\k<token>>>>/u.exec(text)?.groups?.['heard'] ?? '';
  return heard.slice(heard.lastIndexOf('YOU: ') + 'YOU: '.length).split('\n\nASSISTANT: ');
}
