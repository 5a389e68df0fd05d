import type { ScorerInput } from '../../core/check-kind.ts';

/** What the assistant said, turn by turn: each can refuse. One text where there was no simulated conversation. */
export function turnsOf({ text, transcript, options }: ScorerInput<unknown>): readonly string[] {
  if (transcript === undefined || options['turn'] === 'last') return [text];
  return transcript.flatMap(({ role, content }) => (role === 'assistant' ? [content] : []));
}
