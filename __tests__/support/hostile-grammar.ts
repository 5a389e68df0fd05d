import fc from 'fast-check';
import { hostileTexts } from './hostile-text.ts';

const { constantFrom, oneof, array, integer, tuple } = fc;

/** Words that constructs are made of, also those that mean something to the code that reads them. */
const word = constantFrom(
  'acme',
  'octocat',
  'refund window',
  'x',
  '1',
  'promptgate',
  '__proto__',
  'constructor',
  '客户',
  'é',
  '👩‍👩‍👧',
  'a'.repeat(60),
);
const mark = constantFrom('`', '~', '*', '_', '#', '>', '-', '+', '=', '|', '$', ':', '\\', '<', '&', '[', '!', '@');
const end = constantFrom('\n', '\r\n', '\r', '\n\n', '\u2028', '\u2029', '\u0085', '\v', '\f', '\u0000', ' ', '\t');
const run = tuple(mark, integer({ min: 1, max: 9 })).map(([one, times]) => one.repeat(times));

const address = oneof(
  word.map((name) => `https://evil.example/${name}`),
  constantFrom('javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', '//evil.example', 'www.evil.example'),
  constantFrom('http://127.0.0.1:9/x', 'ftp://evil.example', 'mailto:a@evil.example', 'xmpp:a@evil.example/x', '#top'),
);

/** What GitHub makes something of, wherever it stands in a text. */
const reference = oneof(
  word.map((name) => `@${name}`),
  constantFrom('@acme/admins', 'a@evil.example', '#1', '#12.', '(#7)', 'GH-1', 'gh-34', 'acme/shop#1', 'octocat#2'),
  constantFrom('acme/shop@0123456789abcdef', 'deadbeef1', '0123456789abcdef0123456789abcdef01234567', 'Fixes #3'),
  constantFrom('https://github.com/acme/shop/issues/1', 'https://github.com/acme/shop/pull/2#issuecomment-3'),
  constantFrom(':+1:', ':shipit:', '10:100:20', '(:bug:)', ':skull_and_crossbones:'),
  constantFrom('$x$', '$$x$$', '$`x`$', '\\(x\\)', '\\[x\\]', '$', 'a$b$c', '$1 and 2$'),
);

const inline = oneof(
  tuple(word, address).map(([text, to]) => `[${text}](${to} "t")`),
  tuple(word, address).map(([text, to]) => `![${text}](<${to}>)`),
  word.map((name) => `[${name}]`),
  tuple(word, address).map(([name, to]) => `\n\n[${name}]: ${to}\n\n`),
  word.map((name) => `[^${name}]`),
  word.map((name) => `\n\n[^${name}]: note\n\n`),
  address.map((to) => `<${to}>`),
  address,
  tuple(run, word).map(([marks, text]) => `${marks}${text}${marks}`),
  constantFrom('&lt;', '&#64;acme', '&commat;acme', '&#35;1', '&#96;', '&amp;lt;', '&NewLine;', '&Tab;', '\\`', '\\|'),
);

/** What begins something at the start of a line. */
const block = tuple(
  constantFrom('', ' ', '   ', '\t', '\n', '\n\n'),
  oneof(
    constantFrom('# ', '###### ', '- ', '* ', '+ ', '1. ', '1) ', '- [ ] ', '[x] ', '- [x] ', '> ', '>> ', '    '),
    constantFrom('> [!NOTE]\n> ', '[!WARNING]\n', '> [!CAUTION]\n> '),
    constantFrom('---\n', '***', '===\n', '- - -', '| a | b |\n| - | - |\n| ', '|-|-|', ':-:|:-:', '---|---\n'),
    integer({ min: 3, max: 12 }).chain((size) =>
      constantFrom('`', '~').map((one) => `${one.repeat(size)}${size % 2 === 0 ? 'math' : ''}\n`),
    ),
    constantFrom('--- a/x\n', '+++ b/x\n', '@@ -1 +1 @@\n', 'diff --git a b\n', '\\ No newline at end of file\n'),
  ),
).map((parts) => parts.join(''));

const html = oneof(
  constantFrom(
    '<!--',
    '-->',
    '<!-- promptgate {"version":1} -->',
    '<!-- promptgate ',
    ' -->',
    '<![CDATA[',
    ']]>',
    '<?x?>',
  ),
  constantFrom(
    '</details>',
    '<details open>',
    '</summary>',
    '</code>',
    '<code>',
    '</pre>',
    '</td></tr></table>',
    '</sub>',
  ),
  constantFrom(
    '<script>alert(1)</script>',
    '</script>',
    '<style>*{display:none}</style>',
    '</style>',
    '</title>',
    '<plaintext>',
  ),
  constantFrom(
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<a href="javascript:alert(1)">',
    '<iframe srcdoc=x>',
  ),
  constantFrom(
    '<base href=//evil.example>',
    '<meta http-equiv=refresh content=0>',
    '<form action=//evil.example>',
    '<input autofocus>',
  ),
  constantFrom(
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    '"><b>',
    '<b',
    '</',
    '<math><mi>',
    '<template>',
  ),
  constantFrom(
    '{{constructor.constructor("alert(1)")()}}',
    '${alert(1)}',
    '<%= 1 %>',
    '{% raw %}',
    '#{1}',
    '%3Cscript%3E',
  ),
);

const command = constantFrom(
  'set-output',
  'add-mask',
  'error',
  'warning',
  'debug',
  'group',
  'save-state',
  'stop-commands',
  'echo',
  'add-path',
  'set-env',
  'add-matcher',
);
const runner = tuple(
  constantFrom(
    '',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '\u00a0',
    '\ufeff',
    '\u2028',
    '\u0085',
    '\u200b',
    '\u3000',
    'text ',
    '%0A',
    '%0D',
  ),
  oneof(
    command.map((name) => `::${name} name=verdict,file=a.txt,line=1::pass`),
    command.map((name) => `::${name}::x`),
    command.map((name) => `##[${name} name=verdict;file=a]pass`),
    command.map((name) => `##[${name}]x`),
    constantFrom(
      '::',
      '##[',
      ':',
      '##',
      '%3A%3A',
      'verdict=pass',
      'verdict<<EOF\npass\nEOF',
      'ghadelimiter_',
      '::]',
      ']',
    ),
  ),
).map((parts) => parts.join(''));

const terminal = oneof(
  constantFrom(
    '\u001b[31m',
    '\u001b[2J',
    '\u001b[H',
    '\u001b[?1049h',
    '\u001b[?25l',
    '\u001b[6n',
    '\u001bc',
    '\u001b[8m',
    '\u001b[3;4H',
  ),
  constantFrom(
    '\u001b]0;owned\u0007',
    '\u001b]2;owned\u001b\\',
    '\u001b]52;c;ZXZpbA==\u0007',
    '\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  ),
  constantFrom(
    '\u009b31m',
    '\u009b2J',
    '\u009d0;owned\u009c',
    '\u0090q\u009c',
    '\u001bP+q\u001b\\',
    '\u001b_G\u001b\\',
    '\u001b^x\u001b\\',
  ),
  constantFrom(
    '\u0007',
    '\b\b\b',
    '\r',
    '\u007f',
    '\u000e',
    '\u000f',
    '\u0005',
    '\u001b',
    '\u0018',
    '\u001b[',
    '\u001b]',
  ),
);

const unseen = oneof(
  constantFrom('\u202e', '\u202d', '\u2066', '\u2067', '\u2069', '\u200e', '\u200f', '\u061c', '\u202c'),
  constantFrom(
    '\u200b',
    '\u200c',
    '\u200d',
    '\ufeff',
    '\u2060',
    '\u00ad',
    '\u034f',
    '\u180e',
    '\u3164',
    '\ufe0f',
    '\u{e0101}',
  ),
  constantFrom(
    '\u{e0041}\u{e0042}',
    '\u{1f3f4}\u{e0067}\u{e007f}',
    '\u{fff9}x\u{fffa}y\u{fffb}',
    '\u{1d173}',
    '\u2800',
  ),
  constantFrom(
    '\ud800',
    '\udc00',
    '\ud83d',
    'a\u0300\u0301\u0302'.repeat(20),
    '\u0e49'.repeat(30),
    '\u{10ffff}',
    '\uffff',
    '\ue000',
  ),
);

const long = tuple(oneof(word, mark, constantFrom(' ', '\n', '\u0301')), integer({ min: 100, max: 900 })).map(
  ([one, times]) => one.repeat(times).slice(0, 900),
);

/** Hostile text, built of what Markdown, GitHub, the runner, a terminal and a page give a meaning to. */
export const hostileText: fc.Arbitrary<string> = array(
  oneof(
    { arbitrary: reference, weight: 4 },
    { arbitrary: inline, weight: 4 },
    { arbitrary: block, weight: 4 },
    { arbitrary: html, weight: 3 },
    { arbitrary: runner, weight: 3 },
    { arbitrary: terminal, weight: 2 },
    { arbitrary: unseen, weight: 2 },
    { arbitrary: run, weight: 2 },
    { arbitrary: end, weight: 3 },
    { arbitrary: word, weight: 2 },
    { arbitrary: constantFrom(...hostileTexts), weight: 1 },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 6 }), weight: 1 },
    { arbitrary: long, weight: 1 },
  ),
  { minLength: 1, maxLength: 5 },
).map((parts) => parts.join(''));
