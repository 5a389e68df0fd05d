import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { cosine } from './similarity/cosine.ts';
import { noWantedText, wantedFor, wantedText } from './similarity/wanted-text.ts';
import { plainOptions } from './text/text-options.ts';

export const similarScorer = defineCheckKind({
  kind: 'similar',
  summary: 'Cosine similarity of the embeddings of reply and text; below 0 counts as 0.',
  argument: wantedText,
  options: plainOptions,
  scale: 'graded',
  minRange: [0, 1],
  needs: 'embeddings',
  questions: 1,
  unscored: 'there is no text to compare with, the embedding fails or is no pair of vectors',
  score: ({ argument, golden, text, answers }) => {
    const wanted = wantedFor(argument, golden);
    if (wanted === undefined) return { kind: 'unscored', why: noWantedText };
    if (text.trim() === '') return { kind: 'scored', value: 0, reason: 'the reply is empty' };
    const answer = answers.get('embedding');
    if (answer === undefined) {
      return { kind: 'ask', questions: [{ kind: 'embedding', id: 'embedding', texts: [text, wanted] }] };
    }
    if (answer.kind === 'failed') return { kind: 'unscored', why: answer.why };
    const [reply, other] = answer.kind === 'vectors' ? answer.vectors : [];
    const similarity = reply && other && cosine(reply, other);
    if (similarity === undefined) return { kind: 'unscored', why: 'the embedding model gave no pair of vectors' };
    return { kind: 'scored', value: Math.max(0, similarity), reason: `cosine ${similarity.toFixed(2)}` };
  },
});
