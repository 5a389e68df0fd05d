import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPublished } from '../../../src/core/publish/as-published.ts';
import { maskPersonalData } from '../../../src/core/publish/mask-personal-data.ts';
import { buildCase, buildCheck, buildPrompt, buildReply, buildReport, buildRow } from '../../support/report-builder.ts';

describe('masking personal data', () => {
  it.each([
    ['Write to ada.lovelace+shop@mail.example.co.uk, please.', 'Write to [e-mail], please.'],
    ['jürgen@müller.de schrieb', '[e-mail] schrieb'],
    ['IBAN DE89 3704 0044 0532 0130 00 is mine', 'IBAN [IBAN] is mine'],
    ['gb82west12345698765432.', '[IBAN].'],
    ['Card 4111 1111 1111 1111, or 5500-0000-0000-0004.', 'Card [card], or [card].'],
    ['Call +49 (0)30 1234567 or 030/1234567-89 or (555) 123-4567.', 'Call [phone] or [phone] or [phone].'],
    ['From 192.168.10.254 and 2001:db8:85a3::8a2e:370:7334.', 'From [IP] and [IP].'],
    ['sk-proj-0123456789abcdef0123 and ghp_0123456789abcdefghij0123', '[key] and [key]'],
    ['AKIAIOSFODNN7EXAMPLE', '[key]'],
    // Nines that are not doubled, nines that are; the shortest IBAN there is.
    ['4999999999999996 and 4111111111119114', '[card] and [card]'],
    ['to NO9386011117947, thanks', 'to [IBAN], thanks'],
    ['+12345678, +123456789012345; 0012345678', '[phone], [phone]; [phone]'],
    ['030123456 or 030/12-34-5678 or 030 123.4567 or 030.123.4567', '[phone] or [phone] or [phone] or [phone]'],
    ['555-123-4567, 1-555-123-4567, 1(555) 123-4567, 555- 123-4567', '[phone], [phone], [phone], [phone]'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----', '[key]'],
  ])('%s', (text, told) => {
    expect(maskPersonalData(text)).toBe(told);
  });

  it.each([
    'Returns within 30 days, on 2026-11-28 or 01/12/2026 at 12:34:56.',
    'Order 1234567, $1,234.56, 3.14159265, 10.5 %, version 1.2.3, 1000000 items.',
    'Not a card: 4111 1111 1111 1112. Not an IBAN: DE88 3704 0044 0532 0130 00 and AB12 is short.',
    'Use std::vector or @mention, see section 4.2.1; a::b.',
    'user@localhost, 2 @ 3 for $5',
    'Too short for an IBAN, with check digits that are right: GB61 1234 5678 90.',
    'No telephone: +1234567, +1234567890123456, 03012345, 03001234 and 1234567890.',
    'Nor a date, an amount or a row of numbers: 01.12.2026 12:30, 0123456.789, 99 555 123 4567, 555 123 4567 89.',
  ])('leaves what is none: %s', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  it('masks what is masked already no further, and takes no long time over any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 +()-./@:abDE'), maxLength: 400 }), (text) => {
        const once = maskPersonalData(text);
        return maskPersonalData(once) === once;
      }),
      { numRuns: 300, seed: 5 },
    );
    for (const piece of ['a', '1', '1.', 'a@', '1:', 'DE12 ', '-----BEGIN A PRIVATE KEY-----', 'a.', '+1 ', 'eyJ'])
      maskPersonalData(`${piece.repeat(4_000)}@`);
  });
});

/** Words that only the replies of this report hold, and what quotes them. */
const secret = 'XYZZY ada@example.com';

function report() {
  const check = { ...buildCheck('says it', false, `"${secret}" matches`), details: { statements: [secret] } };
  const reply = buildReply({
    text: secret,
    transcript: [
      { role: 'assistant', content: secret, toolCalls: [{ name: 'send', arguments: secret }] },
      { role: 'tool', content: secret, tool: 'send' },
    ],
    toolCalls: [{ name: 'send', arguments: secret }],
    unanswered: [{ name: 'send', arguments: secret }],
    error: { reason: 'unscored', message: secret },
    checks: [check, { kind: 'unscored', check: 'tone', scorer: 'judge', why: secret }],
  });
  const one = buildCase({
    replies: [reply],
    prefer: [
      { kind: 'compared', trial: 0, check: 'better', outcome: 'loss', reason: secret },
      { kind: 'unscored', trial: 1, check: 'better', why: secret },
    ],
  });
  const [exam] = buildPrompt().exam;
  if (exam === undefined) throw new Error('the builder has a case');
  const asked = { ...exam, vars: { question: secret, more: [{ deep: secret }] }, reference: secret };
  const call = { case: one.id, side: 'new', name: 'send', arguments: secret, replies: 1 } as const;
  const reasons = [{ kind: 'no-result', row: 'm', calls: [call], of: 1 } as const];
  return buildReport({ prompts: [buildPrompt({ models: [buildRow({ cases: [one], reasons })], exam: [asked] })] });
}

const breathe = () => undefined;

describe('what a run publishes of its report', () => {
  it('is all of it by itself, and says so where more is shown than usual', async () => {
    const whole = report();
    expect(await asPublished(whole, { publishReplies: 'excerpt', mask: false }, breathe)).toBe(whole);
    const full = await asPublished(whole, { publishReplies: 'full', mask: false }, breathe);
    expect(full).toEqual({ ...whole, published: { replies: 'full', masked: false } });
  });

  it('is no word of any reply where none is wanted, nor of what quotes it; the figures stay', async () => {
    const none = await asPublished(report(), { publishReplies: 'none', mask: false }, breathe);
    expect(JSON.stringify(none.prompts[0]?.models)).not.toContain('XYZZY');
    expect(none.prompts[0]?.exam[0]?.vars['question']).toBe(secret);
    expect(none.published).toEqual({ replies: 'none', masked: false });
    const [reply] = none.prompts[0]?.models[0]?.cases[0]?.replies ?? [];
    expect(reply).toMatchObject({
      text: '(reply 1 is not published)',
      checks: [{ check: 'says it', passed: false }, {}],
    });
  });

  it('is of each reply and pair what was counted, with a word in place of each text', async () => {
    const { text: _, ...silent } = buildReply({ checks: [] });
    const failed = { ...silent, trial: 4, error: { reason: 'timeout', message: 'no answer' } as const };
    const whole = report();
    const [told] = whole.prompts[0]?.models[0]?.cases ?? [];
    if (told === undefined) throw new Error('the report has a case');
    const cases = [{ ...told, replies: [...told.replies, silent, failed] }, buildCase()];
    const given = { ...whole, prompts: [buildPrompt({ models: [buildRow({ cases })] })] };
    const none = await asPublished(given, { publishReplies: 'none', mask: false }, breathe);
    const [first, second] = none.prompts[0]?.models[0]?.cases ?? [];
    expect(first?.replies).toStrictEqual([
      {
        ...silent,
        text: '(reply 1 is not published)',
        toolCalls: [{ name: 'send', arguments: '(not published)' }],
        unanswered: [{ name: 'send', arguments: '(not published)' }],
        error: { reason: 'unscored', message: 'why is not published' },
        checks: [
          { ...buildCheck('says it', false), reason: 'not published' },
          { kind: 'unscored', check: 'tone', scorer: 'judge', why: 'not published' },
        ],
      },
      silent,
      failed,
    ]);
    expect(first?.prefer).toEqual([
      { kind: 'compared', trial: 0, check: 'better', outcome: 'loss', reason: 'not published' },
      { kind: 'unscored', trial: 1, check: 'better', why: 'not published' },
    ]);
    expect(second).not.toHaveProperty('prefer');
    const masked = await asPublished(given, { publishReplies: 'excerpt', mask: true }, breathe);
    expect(masked.prompts[0]?.models[0]?.cases[0]?.replies.slice(1)).toStrictEqual([silent, failed]);
    expect(masked.prompts[0]?.models[0]?.cases[1]).not.toHaveProperty('prefer');
  });

  it('keeps the shape of what a case fills in, and what in it is no text', async () => {
    const [prompt] = report().prompts;
    const [exam] = prompt?.exam ?? [];
    if (prompt === undefined || exam === undefined) throw new Error('none');
    const { reference: _, ...bare } = exam;
    const vars = { count: 3, none: null, sure: true, list: ['ada@example.com', 1, null], deep: { list: [] } };
    const given = { ...report(), prompts: [{ ...prompt, exam: [{ ...bare, vars }] }] };
    const masked = await asPublished(given, { publishReplies: 'excerpt', mask: true }, breathe);
    expect(masked.prompts[0]?.exam).toStrictEqual([{ ...bare, vars: { ...vars, list: ['[e-mail]', 1, null] } }]);
  });

  it('is without personal data where that is masked, in replies, what quotes them, and cases', async () => {
    const masked = await asPublished(report(), { publishReplies: 'excerpt', mask: true }, breathe);
    expect(JSON.stringify(masked)).not.toContain('ada@example.com');
    expect(JSON.stringify(masked).split('XYZZY [e-mail]')).toHaveLength(17);
    const both = await asPublished(report(), { publishReplies: 'none', mask: true }, breathe);
    expect(JSON.stringify(both)).not.toContain('ada@example.com');
  });
});
