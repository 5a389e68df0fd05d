import type { ScriptedCall, ScriptedRule } from '../model-service/script.ts';

/** What gives a promise of money away in the demo's replies: the policy has no such refund. */
export const PROMISES = /(?:happy|glad) to (?:refund|take it back)|refund your|money will be/iu;

/**
 * The demo's judge: it reads the exhibits of each kind of question and answers by rule, in the form asked for.
 * Not a model: it knows the example's wordings and nothing else.
 * @param questionFor the question that a reply of the example answers
 */
export function judgeRules(model: string, questionFor: (reply: string) => string | undefined): readonly ScriptedRule[] {
  return [
    rule(model, 'grade', (call) => {
      const promised = PROMISES.test(exhibit(call, 'REPLY'));
      const [reason, score] = promised
        ? ['It promises money that the policy does not allow.', 2]
        : ['It answers from the policy and stays polite.', 8 + Math.floor(call.random() * 2)];
      return { reason, score };
    }),
    rule(model, 'statements', (call) => ({ statements: statements(exhibit(call, 'REPLY')) })),
    rule(model, 'verdicts', (call) => ({
      verdicts: exhibit(call, 'STATEMENTS')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, index) => {
          const supported = !PROMISES.test(line);
          return {
            statement: index + 1,
            supported,
            reason: supported ? 'The context says so.' : 'The context allows no refund after 30 days.',
          };
        }),
    })),
    rule(model, 'question', (call) => {
      const reply = exhibit(call, 'REPLY');
      return { question: questionFor(reply) ?? 'What does the shop say about this?', noncommittal: false };
    }),
    rule(model, 'relevance', () => ({ reason: 'The passage holds the rule that is asked about.', rating: 2 })),
  ];
}

function rule(model: string, form: string, answer: (call: ScriptedCall) => object): ScriptedRule {
  return { model, when: (call) => formOf(call) === form, reply: (call) => JSON.stringify(answer(call)) };
}

/** Name of the JSON form that a question asks its answer in. */
export function formOf({ params }: ScriptedCall): string | undefined {
  const asked = JSON.stringify(params['response_format'] ?? null);
  return /"name":"(?<name>\w+)"/u.exec(asked)?.groups?.['name'];
}

/** A text that the judge was shown, from between its fences. */
function exhibit({ text }: ScriptedCall, name: string): string {
  return (
    new RegExp(`^${name}[^\\n]*:\\n<<<(?<token>\\w+)\\n(?<shown>[^]*?)\\n\\k<token>>>>`, 'mu').exec(text)?.groups?.[
      'shown'
    ] ?? ''
  );
}

/** What a reply states; questions and requests state nothing. */
function statements(text: string): readonly string[] {
  const sentences = (text.match(/[^.!?]+[.!?]+/gu) ?? [text]).map((sentence) => sentence.trim());
  return sentences.filter((sentence) => !sentence.endsWith('?') && !sentence.startsWith('Please '));
}
