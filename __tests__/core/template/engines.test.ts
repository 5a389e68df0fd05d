import { describe, expect, it } from 'vitest';
import { chooseEngine } from '../../../src/core/template/choose-engine.ts';
import { engines } from '../../../src/core/template/engines.ts';
import { findForeignMarkers } from '../../../src/core/template/find-foreign-markers.ts';

const fill = (engine: keyof typeof engines, template: string, values = {}) => engines[engine].fill(template, values);

describe('a template of single braces', () => {
  it('halves doubled braces and fills fields where Python’s format takes the text', () => {
    const { text, unknown } = fill('f-string', 'JSON: {{"a": {n}}} of {user.name}, {items[1]!s}, {who}', {
      n: 3,
      user: { name: 'Ada' },
      items: ['x', 'y'],
    });
    expect(text).toBe('JSON: {"a": 3} of Ada, y, {who}');
    expect(unknown).toEqual(['who']);
  });

  it('touches nothing but names where Python’s format would refuse the text', () => {
    const { text } = fill('f-string', 'Reply as {"a": 1, "b": {}}.\n{data} {{data}}', { data: 'D' });
    expect(text).toBe('Reply as {"a": 1, "b": {}}.\nD {{data}}');
  });

  it('puts braces of a value in as text', () => {
    expect(fill('f-string', '{a} {b}', { a: '{b}', b: 'B' }).text).toBe('{b} B');
  });
});

describe('templates of dollars and of percent signs', () => {
  it('fill `$name`, `${name}` and `${a.b}` and leave money alone', () => {
    const { text, unknown } = fill('string-template', '$name pays $5 or ${sum.net}, $$5, $$name, $other', {
      name: 'Ada',
      sum: { net: 4 },
    });
    expect(text).toBe('Ada pays $5 or 4, $$5, $name, $other');
    expect(unknown).toEqual(['other']);
  });

  it('fill `%(name)s` and leave shares alone', () => {
    expect(fill('percent', '%(q)s at 40 % or 40%% of %(n)d', { q: 'Q', n: 2 }).text).toBe('Q at 40 % or 40% of 2');
  });
});

describe('markers in capitals', () => {
  it('are told as nobody’s, and words between brackets that a model is to write are not', () => {
    const text = 'At most $MAX_MOVES$ of <<ALL_MOVES>> in [[THE_GAME]] for __PLAYER_NAME__.';
    const markers = findForeignMarkers(text, 'mustache', new Set()).map(({ marker }) => marker);
    expect(markers).toEqual(['$MAX_MOVES$', '<<ALL_MOVES>>', '[[THE_GAME]]', '__PLAYER_NAME__']);
    expect(findForeignMarkers('End with [[END]], <<EOT>> or $5$, not __init__.', 'mustache', new Set())).toEqual([]);
    const json = findForeignMarkers('{"from": "<<SOURCE>>", "say": <<DONE>>}', 'mustache', new Set());
    expect(json.map(({ marker }) => marker)).toEqual(['<<SOURCE>>']);
  });
});

describe('the engine of a prompt', () => {
  const known = new Set(['data', 'question']);
  it.each([
    ['Say {data}', 'f-string'],
    ['Say ${data}', 'string-template'],
    ['Say {question} for ${data}', 'f-string'],
    ['Say $question', 'string-template'],
    ['Say %(question)s', 'percent'],
    ['Say {{question}} about {data}', 'mustache'],
    ['Return {{"answer": "{data}"}}', 'f-string'],
    ['Say {city} or ${town}', 'mustache'],
    ['Say {question.text}', 'f-string'],
    ['Say nothing', 'mustache'],
  ] as const)('of %j is %s, by the names that the cases know', (template, engine) => {
    expect(chooseEngine([template], known)).toBe(engine);
  });
});

describe('what is filled by its place', () => {
  const found = (text: string) => findForeignMarkers(text, 'mustache', new Set()).map(({ marker }) => marker);

  it('is told, alone in a line, behind a colon and in quotes', () => {
    expect(found("On the branch '%s'.\nFiles changed:\n%s\n")).toEqual(['%s']);
    expect(found('At most: %d words')).toEqual(['%d']);
  });

  it('is told in a tag and behind a label, where it is Python’s', () => {
    expect(found('<Question>{}</Question>')).toEqual(['{}']);
    expect(found('Context:\n{}\n---\n')).toEqual(['{}']);
    expect(found('Question: {}\n')).toEqual(['{}']);
    expect(found('Output: {}\nReturn {} or {"a": {}}.\nThe answer:\n{}\n')).toEqual([]);
  });

  it('is text in code, in dates and behind numbers', () => {
    expect(found('Never call printf("%s", name). Dates are %Y-%m-%d. Give 100%s, or `%s`.')).toEqual([]);
  });
});

describe('markers of another template language', () => {
  const known = new Set(['name', 'x', 'city']);
  it('are found where they stand', () => {
    const template =
      'Say {{x}} for {{ name | upper }} {% if y %}yes{% endif %} and {city}, {town}, {{#each xs}}, <%= x %>';
    expect(findForeignMarkers(template, 'mustache', known).map(({ marker }) => marker)).toEqual([
      '{% if y %}',
      '{% endif %}',
      '{{#each xs}}',
      '{{ name | upper }}',
      '<%= x %>',
    ]);
  });

  it('are found where Python’s format says how a value is written, whoever knows its name', () => {
    const found = (engine: 'mustache' | 'f-string') =>
      findForeignMarkers('At most ${most:.2f} of {n:>8,d}', engine, known);
    expect(found('mustache').map(({ marker }) => marker)).toEqual(['{most:.2f}', '{n:>8,d}']);
    expect(found('f-string').map(({ marker }) => marker)).toEqual(['{most:.2f}', '{n:>8,d}']);
  });

  it.each(['mustache', 'string-template', 'jinja'] as const)('are found between dollars, with %s too', (engine) => {
    const found = findForeignMarkers('At most $MOST_MOVES$ for $5 or $NAME', engine, new Set());
    expect(found.map(({ marker }) => marker)).toEqual(['$MOST_MOVES$']);
  });

  it('are found where Go’s template language has them, and not in words between braces', () => {
    const found = (template: string) => findForeignMarkers(template, 'mustache', new Set(['Name', 'end']));
    const go = (marker: string) => [{ marker, writtenAs: 'Go’s template language' }];
    for (const marker of [
      '{{.Name}}',
      '{{- .User.Name -}}',
      '{{.}}',
      '{{ range .Items }}',
      '{{- range $i, $x := .Items }}',
      '{{ if eq .X 1 }}',
      '{{ else if .X }}',
      '{{ with $y := .Z }}',
      '{{ template "x" . }}',
      '{{ printf "%s" .Name }}',
      '{{ len .Items }}',
    ])
      expect(found(`Say ${marker} now`)).toEqual(go(marker));
    expect(found('From {{start}} to {{end}}, {{ template }} or {{ the name of the shop }}')).toEqual([]);
  });

  it('are found in single braces around a name that the cases know', () => {
    expect(findForeignMarkers('{{x}} and {city}', 'mustache', known)).toEqual([
      { marker: '{city}', writtenAs: 'of the form `{name}`' },
    ]);
  });

  it.each([
    ['mustache', 'JSON {"a": {"b": 1}} and {{x}} of {town}'],
    ['mustache', 'A set {a, b}, 50 % of ${price}, {{"key": "value"}}, CSS a{b:c}'],
    ['f-string', '{{#a}} and {x}'.replace('#', '')],
    ['none', '{% if x %}'],
  ] as const)('are none in what %s leaves as text: %s', (engine, template) => {
    expect(findForeignMarkers(template, engine, known)).toEqual([]);
  });
});
