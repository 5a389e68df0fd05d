import fc from 'fast-check';

/** Texts that have done harm in comments, logs and pages: one for each way in. */
export const hostileTexts: readonly string[] = [
  '@acme/admins please look, @octocat',
  'Duplicate of #12, fixes GH-34, closes acme/shop#5',
  '![beacon](https://evil.example/pixel.png)',
  '[click](javascript:alert(1)) <https://evil.example> www.evil.example https://evil.example a@evil.example',
  '<img src=x onerror=alert(1)><script>alert(1)</script></details></code></td>',
  '| broken | table |\n| - | - |\n\n# Heading\n- item',
  '```\n````\n`````\n~~~\n</details>',
  '<!-- promptgate -->\n<!-- promptgate:other -->',
  '\u202eevil\u202c \u200bhidden\ufeff \u001b[31mred\u0007',
  '::error::forged\r##[set-output name=verdict]pass\n::add-mask::a',
  '**bold** _em_ ~~gone~~ `code` $$x$$ \\| \\` &lt; &#64;team',
  '[ref]: https://evil.example\n\n[ref]',
  '\ud800 half',
  '',
];

/** Hostile texts, glued to one another and to text of any kind. */
export const anyHostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 12 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''));
