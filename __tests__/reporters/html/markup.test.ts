import { describe, expect, it } from 'vitest';
import { html, Markup, toHtml } from '../../../src/reporters/html/markup.ts';
import { own, quote, say } from '../../../src/reporters/wording/say.ts';

describe('HTML', () => {
  it('takes in texts escaped, with what hides made visible, and markup as it is', () => {
    expect(html`<p>${'a & <b> "c" \'d\' `e` \u202e'}</p>`).toEqual(
      new Markup('<p>a &#38; &#60;b&#62; &#34;c&#34; &#39;d&#39; &#96;e&#96; ⟨U+202E⟩</p>'),
    );
    expect(html`${html`<b>${1}</b>`}${['<', html`<i>`, [2, '>']]}`.text).toBe('<b>1</b>&#60;<i>2&#62;');
    expect(html`plain`.text).toBe('plain');
  });

  it('shows names, and what stands in back quotes, as code', () => {
    expect(toHtml([...say`The ${'<n>'} `, ...quote('says `x & y` and `a\nb')]).text).toBe(
      'The <code>&#60;n&#62;</code> says <code>x &#38; y</code> and &#96;a\nb',
    );
    expect(toHtml(own('`a``b`')).text).toBe('<code>a</code><code>b</code>');
    expect(toHtml([]).text).toBe('');
  });
});
