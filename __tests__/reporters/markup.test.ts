import { expect, it } from 'vitest';
import { toHtml } from '../../src/reporters/html/markup.ts';
import { own, quote, say } from '../../src/reporters/wording/say.ts';

it('shows what stands in back quotes as code, and lets nothing out of it', () => {
  expect(toHtml(own('The gate is open: `fail-on` does not name `pass`.')).text).toBe(
    'The gate is open: <code>fail-on</code> does not name <code>pass</code>.',
  );
  expect(toHtml(say`${quote('`<b>` and one ` alone')}`).text).toBe('<code>&#60;b&#62;</code> and one &#96; alone');
});
