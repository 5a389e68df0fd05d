import { describe, expect, it } from 'vitest';
import { type Answering, said, scoreAsked, shownTo } from '../support/answer-questions.ts';
import { aCase, aCheck } from '../support/golden-case.ts';

const context = ['Returns are accepted within 30 days.', 'Shipping is free.'];

/** A judge that splits at full stops, supports what stands in the context, and embeds by first letter. */
const honest: Answering = (question) => {
  if (question.kind === 'embedding')
    return { kind: 'vectors', vectors: question.texts.map((text) => (text.startsWith('Can') ? [1, 0] : [0, 1])) };
  const id = question.kind === 'chat' ? question.id : '';
  if (id === 'statements') return said({ statements: ['Returns are accepted within 30 days.', 'Refunds take a day.'] });
  if (id === 'verdicts')
    return said({
      verdicts: [
        { statement: 2, reason: 'not there', supported: false },
        { statement: 1, reason: 'there', supported: true },
      ],
    });
  if (id === 'question') return said({ question: 'Can I return it?', noncommittal: false });
  if (id.startsWith('rating')) return said({ reason: 'r', rating: id === 'rating1' ? 2 : 1 });
  return said({ reason: 'p', useful: shownTo(question).includes('Shipping is free') });
};

const score = (kind: string, answering: Answering = honest, about: Parameters<typeof aCase>[0] = {}) =>
  scoreAsked({ golden: aCase({ context, reference: 'No.', checks: [aCheck({ kind })], ...about }) }, answering);

describe('the RAG triad', () => {
  it('is three checks under their own names', () => {
    const { score: whole } = score('rag');
    expect(whole).toMatchObject({ kind: 'scored', value: (0.5 + 1 + 0.75) / 3 });
    expect(whole.checks.map(({ check }) => check)).toEqual(['faithfulness', 'answer-relevance', 'context-relevance']);
  });

  it('keeps a name it was given, before those of its parts', () => {
    const named = (name: string) =>
      score('rag', honest, { checks: [aCheck({ kind: 'rag', name, argument: true })] }).score.checks[0]?.check;
    expect(named('sources')).toBe('sources: faithfulness');
    expect(named('rag: true')).toBe('faithfulness');
  });

  it('says which statement is not supported', () => {
    expect(score('faithfulness').score.checks).toMatchObject([
      {
        value: 0.5,
        reason: '1 of 2 statements not supported: Refunds take a day.',
        details: { statements: [{ supported: true }, { supported: false, reason: 'not there' }] },
      },
    ]);
  });

  it('is unscored where there is nothing to score', () => {
    const silent: Answering = () => said({ statements: [] });
    expect(score('faithfulness', silent).score).toMatchObject({ why: expect.stringMatching(/states nothing/) });
    expect(score('faithfulness', honest, { context: [] }).score).toMatchObject({
      why: expect.stringMatching(/no context/),
    });
    const { reference: _, ...bare } = aCase({ context, checks: [aCheck({ kind: 'context-recall' })] });
    expect(scoreAsked({ golden: bare }, honest).score).toMatchObject({ why: expect.stringMatching(/no reference/) });
  });

  it('does not count verdicts that are not one for each statement', () => {
    const sloppy: Answering = (question, trial) =>
      question.kind === 'chat' && question.id === 'verdicts'
        ? said({ verdicts: [{ statement: 1, reason: '', supported: true }] })
        : honest(question, trial);
    expect(score('faithfulness', sloppy).score).toMatchObject({ kind: 'unscored' });
  });

  it('finds an evasive reply irrelevant only where every generated question says so', () => {
    const evasive =
      (all: boolean): Answering =>
      (question, trial) =>
        question.kind === 'chat'
          ? said({ question: 'Can I?', noncommittal: all || trial === 0 })
          : honest(question, trial);
    expect(score('answer-relevance', evasive(true)).score).toMatchObject({ value: 0 });
    expect(score('answer-relevance', evasive(false)).score).toMatchObject({ value: 1 });
  });

  it('lets one relevance rating stand where the other fails', () => {
    const half: Answering = (question, trial) =>
      question.kind === 'chat' && question.id === 'rating1'
        ? { kind: 'failed', why: 'timeout' }
        : honest(question, trial);
    expect(score('context-relevance', half).score).toMatchObject({ value: 0.5 });
    expect(score('context-relevance', () => ({ kind: 'failed', why: 'timeout' })).score.kind).toBe('unscored');
  });

  it('weighs passages by their place and recalls the reference', () => {
    expect(score('context-precision').score).toMatchObject({ value: 0.5 });
    expect(score('context-recall').score).toMatchObject({ value: 0.5 });
  });
});
