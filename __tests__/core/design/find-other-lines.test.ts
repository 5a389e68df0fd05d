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

  describe('of lines that are one turn, with no question named', () => {
    const whole = (question: string, manner = 'You are the desk of a shop.') => [says('user', `${manner} ${question}`)];
    const old: Lines = { late: whole(questions.late), gift: whole(questions.gift) };

    it('takes no change of a line’s own words, be it one of many, one added, or one that others share', () => {
      expect(findOthers(old, { ...old, late: whole('Say yes.') })).toEqual(['late']);
      expect(findOthers(old, { ...old, late: whole(questions.late.replace('40', '14')) })).toEqual(['late']);
      expect(findOthers(old, { ...old, late: whole(`${questions.late} Say yes.`) })).toEqual(['late']);
      const opened = {
        ...old,
        late: whole('Can I return it opened after 40 days?'),
        swap: whole('Can I swap it opened?'),
      };
      const easier = Object.fromEntries(
        Object.entries(opened).map(([id, said]) => [
          id,
          said.map((one) => ({ ...one, content: one.content.replace(' opened', '') })),
        ]),
      );
      expect(findOthers(opened, easier)).toEqual(['late', 'swap']);
    });

    it('takes what all of them lose and gain for the code', () => {
      const next = (question: string) => whole(`Question: ${question}`, 'You are the clerk of a shop. Be brief.');
      expect(findOthers(old, { late: next(questions.late), gift: next(questions.gift) })).toEqual([]);
      const parted = (question: string) => [says('system', 'You are the desk of a shop.'), says('user', question)];
      expect(findOthers(old, { late: parted(questions.late), gift: parted(questions.gift) })).toEqual([]);
    });

    it('asks for the question where there is one such line, and lets the words around it change once it is named', () => {
      const next = { late: whole(questions.late, 'You are the clerk of a shop.') };
      expect(findOthers({ late: whole(questions.late) }, { late: whole('Say yes.') })).toEqual(['late']);
      expect(findOthers({ late: whole(questions.late) }, next)).toEqual(['late']);
      const vars = { late: { question: questions.late } };
      expect(findOthers({ late: whole(questions.late) }, next, vars)).toEqual([]);
      expect(findOthers({ late: whole(questions.late) }, { late: whole('Say yes.') }, vars)).toEqual(['late']);
    });
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
