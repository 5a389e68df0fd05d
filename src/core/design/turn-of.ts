import type { GoldenCase } from '../golden-case.ts';
import type { Message, Prompt } from '../prompt.ts';
import { fillTemplate } from '../template/fill-template.ts';
import { lookUp } from '../template/look-up.ts';
import { showValue } from '../template/show-value.ts';
import { varsOf } from './vars-of.ts';

/** The user's turn that a case adds to a prompt: its own `user`, else the variable that no template takes. */
export function turnOf(golden: GoldenCase, { turn }: Pick<Prompt, 'turn'>): Message | undefined {
  const vars = varsOf(golden);
  if (golden.user !== undefined) return { role: 'user', content: fillTemplate(golden.user, vars).text };
  const value = turn === undefined ? undefined : lookUp(turn, vars);
  return value === undefined ? undefined : { role: 'user', content: showValue(value) };
}
