import { beforeAll, describe, expect, it } from 'vitest';
import list from '../../fixtures/scorers/languages.json' with { type: 'json' };
import type { Json } from '../../src/core/json.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { languages, loadDetector, tellLanguage } from '../../src/scorers/words/tell-language.ts';
import { scoreAsked } from '../support/answer-questions.ts';
import { aCase, aCheck } from '../support/golden-case.ts';

beforeAll(() => loadDetector({ loadSynonyms: async () => '' }));

const parts = ['tune', 'held'] as const;

function checked(argument: Json, text: string, vars = {}) {
  const golden = aCase({ vars, checks: [aCheck({ kind: 'language', argument })] });
  return scoreAsked({ golden, text }, () => ({ kind: 'failed', why: 'nothing was to be asked' })).score.checks[0];
}

describe('language', () => {
  it.each(parts)('takes no short reply of the %s list for another language, and finds nearly all that are', (part) => {
    const texts = Object.entries(list[part]).flatMap(([code, all]) =>
      all.map((text) => ({ code, told: tellLanguage(text) })),
    );
    const wrong = texts.filter(({ code, told }) => told.kind === 'told' && !told.likely.includes(code));
    expect(wrong).toEqual([]);
    const missed = texts.flatMap(({ code, told }) =>
      Object.keys(list[part]).filter(
        (other) => other !== code && (told.kind === 'unsure' || told.likely.includes(other)),
      ),
    );
    expect(missed.length / (texts.length * (Object.keys(list[part]).length - 1))).toBeLessThan(0.05);
  });

  it('passes what is too short to tell, and says so', () => {
    for (const text of ['OK', '42', '`npm install`', '👍', 'A-7'])
      expect(checked('de', text)).toMatchObject({ value: 1, reason: expect.stringContaining('so it passes') });
    expect(
      checked({ 'same-as': 'question' }, 'Ihre Bestellung kommt am Montag an.', { question: 'ok?' }),
    ).toMatchObject({
      value: 1,
      reason: expect.stringContaining('not told what the question is written in'),
    });
  });

  it('compares with the question of the case, or with a variable', () => {
    const vars = { question: 'Wann kommt meine Bestellung an?', letter: '¿Cuándo llega mi pedido?' };
    expect(checked({ 'same-as': 'question' }, 'Sie kommt am Montag an.', vars)).toMatchObject({ value: 1 });
    expect(checked({ 'same-as': 'question' }, 'It will arrive on Monday.', vars)).toMatchObject({
      value: 0,
      reason: 'English, not German',
    });
    expect(checked({ 'same-as': 'letter' }, 'Llegará el lunes por la mañana.', vars)).toMatchObject({ value: 1 });
    expect(checked({ 'same-as': 'mail' }, 'It will arrive.', vars)).toMatchObject({ kind: 'unscored' });
  });

  it('reads the words of a reply, not its code, its addresses or the keys of its JSON', () => {
    const code = 'Führen Sie das aus:\n```\nif the order is late then print the message again and again\n```\n';
    expect(checked('de', `${code} Danach starten Sie bitte neu.`)).toMatchObject({ value: 1 });
    expect(checked('de', '{"the_answer_to_the_question": "Die Ware kommt am Montag an."}')).toMatchObject({ value: 1 });
  });

  it('knows the languages of its detector, and says which was meant by another name', async () => {
    const { eld } = await import('eld/extrasmall');
    expect(Object.values(eld.info().Languages).toSorted()).toEqual(languages.toSorted());
    const said = (written: Json) => checkKinds.get('language')?.argument.safeParse(written).error?.issues[0]?.message;
    expect(said('German')).toContain('Did you mean `de`?');
    expect(said('pt-BR')).toContain('Did you mean `pt`?');
    expect(said({ 'same-as': '' })).toContain('names a variable');
  });
});
