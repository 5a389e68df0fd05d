import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ModelScript, ScriptedCall, ScriptedRule } from '../model-service/script.ts';

const wordings = { good: z.array(z.string()).min(1), bad: z.array(z.string()).min(1).optional() };

const lines = z.object({
  replies: z.record(z.string(), z.object({ question: z.string(), 'asked-again': z.string().optional(), ...wordings })),
  conversations: z.record(z.string(), z.array(z.object({ says: z.string(), ...wordings }))),
});

/** What may be replied to one message of a user. */
type Written = { readonly id: string; readonly good: readonly string[]; readonly bad: readonly string[] };

/** Chance that a reply is a bad one, by case: what each model makes of each of the two prompts. */
type Chances = Readonly<Record<string, (call: { readonly cheap: boolean; readonly edited: boolean }) => number>>;

/**
 * The story of the demo: the friendlier wording drops the rule that refunds end, and only the cheap model falls for it;
 * with an angry user not at once, but when it is pressed. The warmer voice has its merits too: two other cases get better.
 */
const chances: Chances = {
  'refund-after-40-days': ({ cheap, edited }) => (cheap && edited ? 1 : 0),
  'refund-late-gift': ({ cheap, edited }) => (cheap && edited ? 1 : 0),
  'refund-under-pressure': ({ cheap, edited }) => (cheap && edited ? 1 : 0),
  'off-topic-poem': ({ cheap, edited }) => (cheap && !edited ? 1 : 0),
  'shipping-late-parcel': ({ cheap, edited }) => (cheap && !edited ? 1 : 0),
  'tone-angry': ({ cheap }) => (cheap ? 0.35 : 0),
};

/** Words that only the edited prompt has. */
const EDITED = 'warm and welcoming voice';

/** The demo's model service: every reply was written for the example, and which one comes is drawn by chance. */
export async function readDemoScript(fixtures: string): Promise<ModelScript> {
  const { replies, conversations } = lines.parse(parse(await readFile(join(fixtures, 'replies.yml'), 'utf8')));
  const said = [
    ...Object.entries(replies).map(([id, { question, ...rest }]) => ({ id, message: question, ...rest })),
    ...Object.entries(conversations).flatMap(([id, turns]) =>
      turns.map(({ says, ...rest }) => ({ id, message: says, ...rest })),
    ),
  ];
  const byMessage = new Map(
    said.map(({ id, message, good, bad }): [string, Written] => [message, { id, good, bad: bad ?? good }]),
  );
  const askedAgain = new Map(
    Object.values(replies).flatMap(({ question, good, bad = [], 'asked-again': again = question }) =>
      [...good, ...bad].map((reply) => [reply, again] as const),
    ),
  );
  return {
    seed: 'hazel',
    latency: { ms: 40, jitterMs: 60 },
    rules: [
      ...judgeRules('grader1', (reply) => askedAgain.get(reply)),
      userRule(
        'grader1',
        Object.values(conversations).map((turns) => turns.map(({ says }) => says)),
      ),
      { when: (call) => byMessage.has(call.user), reply: (call) => drawReply(call, byMessage.get(call.user)) },
    ],
  };
}

function drawReply(call: ScriptedCall, written: Written | undefined): string {
  if (written === undefined) return '';
  const chance =
    chances[written.id]?.({ cheap: call.model.endsWith('-mini'), edited: call.system.includes(EDITED) }) ?? 0;
  const choice = call.random() < chance ? written.bad : written.good;
  return choice[Math.floor(call.random() * choice.length)] ?? '';
}

/**
 * The demo's simulated user: it says the lines of its conversation in their order, is satisfied once money is promised,
 * and gives up after the last line. Not a model, like all of the demo.
 * @param conversations what the user says in each, the case's question first
 */
function userRule(model: string, conversations: readonly (readonly string[])[]): ScriptedRule {
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

/** What gives a promise of money away in the demo's replies: the policy has no such refund. */
const PROMISES = /(?:happy|glad) to (?:refund|take it back)|refund your|money will be/iu;

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
function formOf({ params }: ScriptedCall): string | undefined {
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
