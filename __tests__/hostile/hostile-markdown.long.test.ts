import { describe } from 'vitest';
import { tryHostileTexts } from '../support/try-hostile-texts.ts';

// Beside `hostile-text.long.test.ts`, so that two processors share them: a parser of Markdown takes as long as all the others.
describe('20,000 hostile texts in the fields of reports of every shape', () => {
  tryHostileTexts('comment', 'summary');
});
