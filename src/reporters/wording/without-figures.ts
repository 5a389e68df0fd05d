import type { Phrase } from './say.ts';

/** A phrase without the figures of its test, for people who want to know what happened: those stand under "How sure is this?". */
export function withoutFigures(phrase: Phrase): Phrase {
  return joined(phrase).map((part) => (part.kind === 'ours' ? { ...part, text: bare(part.text) } : part));
}

function bare(text: string): string {
  return text
    .replaceAll(/ ?\(p [=<] [\d.]+\)/gu, '')
    .replaceAll(/, p [=<] [\d.]+/gu, '')
    .replaceAll(/the mean (?:score )?(?=fell|moved)/gu, 'the score ');
}

/** Our own words, however they were put together, as one part. */
function joined(phrase: Phrase): Phrase {
  const parts: Phrase[number][] = [];
  for (const part of phrase) {
    const last = parts.at(-1);
    if (last?.kind === 'ours' && part.kind === 'ours')
      parts.splice(-1, 1, { kind: 'ours', text: last.text + part.text });
    else parts.push(part);
  }
  return parts;
}
