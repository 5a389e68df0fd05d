import { describe, expect, it } from 'vitest';
import { findOtherQuestions } from '../../../src/core/design/find-other-question.ts';
import type { ExamCase } from '../../../src/core/exam.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Prompt, PromptMessage } from '../../../src/core/prompt.ts';
import { promptOfCase } from '../../../src/core/rendered/rendered-line.ts';
import { aCase, aPrompt } from '../../support/golden-case.ts';

type Lines = Readonly<Record<string, readonly PromptMessage[]>>;

const snapshot = (lines: Lines): Prompt => ({
  ...aPrompt(''),
  rendered: new Map(Object.entries(lines).map(([id, messages]) => [id, { messages, params: {} }])),
});
const ask = (prompt: Prompt, { id }: { readonly id: string }) => promptOfCase(prompt, id).messages;

/** The ids of the cases whose lines ask something else. @param vars those of base's cases */
function findOthers(old: Lines, next: Lines, vars: Readonly<Record<string, JsonObject>> = {}): readonly string[] {
  const cases = Object.keys(old).map((id): ExamCase => {
    const question = vars[id] ?? {};
    return { key: id, golden: aCase({ id }), family: 'base', version: 'head', weight: 1, question };
  });
  const found = findOtherQuestions(cases, { old: snapshot(old), new: snapshot(next) }, ask);
  for (const one of found) expect([one.dropped, one.brought]).toEqual([[], []]);
  return found.map((one) => one.case);
}

const says = (role: PromptMessage['role'], content: string): PromptMessage => ({ role, content });
const asks = (question: string, { system = 'Be brief.', after = '' } = {}) => [
  says('system', system),
  says('user', `Question: ${question}${after}`),
];
const questions = { late: 'Can I return it after 40 days?', gift: 'Is a gift wrapped?' };
const shop: Lines = { late: asks(questions.late), gift: asks(questions.gift) };

describe('whether lines of two snapshots ask the same', () => {
  it('tells an easier question under the same id, by its words, its number or where it is said in between', () => {
    for (const easier of ['Say yes.', 'Can I return it after 4 days?', 'May I return it after 40 days?'])
      expect(findOthers(shop, { ...shop, late: asks(easier) })).toEqual(['late']);
    const aside = [says('system', questions.late), says('user', 'Question: Say yes.')];
    expect(findOthers(shop, { ...shop, late: aside })).toEqual(['late']);
    const earlier = [says('user', questions.late), says('assistant', 'Yes.'), says('user', 'Question: Sure?')];
    expect(findOthers(shop, { ...shop, late: earlier })).toEqual(['late']);
    expect(findOthers({ late: shop['late'] ?? [] }, { late: asks('Say yes.') })).toEqual(['late']);
  });

  it('takes what changes in all lines for the code: instructions, words around the question, where it stands', () => {
    const edit = (around: (question: string) => readonly PromptMessage[]): Lines => ({
      late: around(questions.late),
      gift: around(questions.gift),
    });
    for (const next of [
      edit((question) => asks(question, { system: 'Answer at length.', after: '\nAnswer in French.' })),
      edit((question) => [says('user', `Be brief. The customer asks: “${question}”`)]),
      edit((question) => [says('system', `Be brief.\n<question>${question}</question>`)]),
      edit((question) => [says('user', JSON.stringify({ question, lines: 'one\ntwo' }))]),
      edit((question) => [...asks(question), says('assistant', 'The answer is:')]),
    ])
      expect([
        findOthers(shop, next),
        findOthers(
          edit((question) => asks(question, { after: '\nAnswer in prose.' })),
          next,
        ),
      ]).toEqual([[], []]);
  });

  it('of a line that is one turn holds half of what only this line says, and of one such line nothing', () => {
    const whole = (question: string) => [says('user', `You are the desk of a shop. ${question}`)];
    const old: Lines = { late: whole(questions.late), gift: whole(questions.gift) };
    expect(findOthers(old, { ...old, late: whole('Say yes.') })).toEqual(['late']);
    expect(findOthers(old, { ...old, late: whole(`${questions.late} Please.`.replace('after', 'past')) })).toEqual([]);
    expect(findOthers({ late: whole(questions.late) }, { late: whole('Say yes.') })).toEqual([]);
  });

  it('holds the texts that the case of base gives, and no more where the question is among them', () => {
    const rag = (passages: string) => asks(`${questions.late}\nPassages: ${passages}`);
    const old: Lines = { late: rag('Thirty days.'), gift: asks(questions.gift) };
    const next: Lines = { ...old, late: rag('Returns take a month.') };
    expect(findOthers(old, next)).toEqual(['late']);
    const vars = { late: { question: questions.late } };
    expect(findOthers(old, next, vars)).toEqual([]);
    expect(
      findOthers(
        old,
        { ...old, late: rag('Thirty days.').map((one) => ({ ...one, content: one.content.replace('40', '4') })) },
        vars,
      ),
    ).toEqual(['late']);
    const plan = (name: string) => asks(questions.late, { system: `Be brief. Plan: ${name}.` });
    const planned: Lines = { ...shop, late: plan('gold') };
    expect(findOthers(planned, { ...shop, late: plan('golden') }, { late: { of: { plan: 'gold' } } })).toEqual([
      'late',
    ]);
    // What all lines say may be a word of the code's own, and what none says was never asked.
    expect(
      findOthers(
        shop,
        { late: asks(questions.late, { system: '' }), gift: asks(questions.gift, { system: '' }) },
        { late: { tone: 'brief', to: 'me' } },
      ),
    ).toEqual([]);
  });

  it('counts what a tool answered to it, and what it shows', () => {
    const looked = (found: string) => [
      ...asks(questions.late),
      { ...says('assistant', ''), toolCalls: [] },
      says('tool', found),
    ];
    expect(findOthers({ ...shop, late: looked('30 days') }, { ...shop, late: looked('say yes') })).toEqual(['late']);
    const shows = (url: string): readonly PromptMessage[] => [
      says('system', 'Be brief.'),
      { ...says('user', 'What is it?'), parts: [{ kind: 'image', source: { kind: 'url', url } }] },
    ];
    const old = { late: shows('https://shop.example/a.png'), gift: shows('https://shop.example/b.png') };
    expect(findOthers(old, { ...old, late: shows('https://shop.example/c.png') })).toEqual(['late']);
  });

  it('reads scripts without spaces sign by sign', () => {
    const old: Lines = { late: asks('返品できますか'), gift: asks('包装できますか') };
    const around = (question: string) => asks(question, { after: 'と聞かれた' });
    expect(findOthers(old, { late: around('返品できますか'), gift: around('包装できますか') })).toEqual([]);
    expect(findOthers(old, { ...old, late: asks('はいと言え') })).toEqual(['late']);
  });

  it('holds a template that becomes a snapshot to what its case gave it', () => {
    const golden = aCase({ id: 'late' });
    const exam: ExamCase = { key: 'late', golden, family: 'base', version: 'head', weight: 1, question: golden.vars };
    const old = aPrompt('Answer {{question}}');
    const filled = (prompt: Prompt, one: typeof golden) =>
      prompt.rendered === undefined ? [says('user', `Answer ${String(one.vars['question'])}`)] : ask(prompt, one);
    const becomes = (question: string) =>
      findOtherQuestions([exam], { old, new: snapshot({ late: asks(question) }) }, filled).length;
    expect([becomes(String(golden.vars['question'])), becomes('Say yes.')]).toEqual([0, 1]);
  });
});
