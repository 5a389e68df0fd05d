import { describe } from 'vitest';
import { tryHostileTexts } from '../support/try-hostile-texts.ts';

describe('20,000 hostile texts in the fields of reports of every shape', () => {
  tryHostileTexts('page', 'terminal', 'json', 'runner', 'outputs');
});
