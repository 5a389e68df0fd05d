import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/core/json.ts';
import type { Spacing } from '../../../../src/core/template/jinja/lex.ts';
import { readJinjaNames, renderJinja } from '../../../../src/core/template/jinja/render-jinja.ts';

type Made = { readonly text?: string; readonly error?: string };
type Row = {
  readonly name: string;
  readonly template: string;
  readonly files: Readonly<Record<string, string>>;
  readonly vars: JsonObject;
  readonly filled: Made;
  readonly empty: Made;
  /** With `trim_blocks`, with `lstrip_blocks`, and with both and `keep_trailing_newline`. */
  readonly trimmed: Made;
  readonly stripped: Made;
  readonly spaced: Made;
};

const fixture = join(import.meta.dirname, '../../../../fixtures/jinja/renderings.jsonl');
const rows: readonly Row[] = readFileSync(fixture, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

function differs({ template, files }: Row, vars: JsonObject, made: Made, spacing?: Spacing): boolean {
  const rendered = renderJinja(template, vars, (name) => files[name], spacing);
  if (made.error !== undefined) return rendered.kind !== 'failed';
  return rendered.kind !== 'rendered' || rendered.text !== made.text;
}

function show(template: string, vars: JsonObject = {}): string {
  const rendered = renderJinja(template, vars);
  return rendered.kind === 'rendered' ? rendered.text : `${rendered.failure.line}: ${rendered.failure.why}`;
}

describe('a Jinja template', () => {
  test('is rendered as by jinja2 of Python, with all variables and with none', () => {
    expect(rows.length * 2).toBeGreaterThanOrEqual(190);
    const different = rows.flatMap((row) => [
      ...(differs(row, row.vars, row.filled) ? [`${row.name}, filled`] : []),
      ...(differs(row, {}, row.empty) ? [`${row.name}, empty`] : []),
    ]);
    expect(different).toEqual([]);
  });

  test('has its line feeds trimmed as by jinja2 where the config says so', () => {
    const trim = { 'trim-blocks': true };
    const strip = { 'lstrip-blocks': true };
    const different = rows.flatMap((row) => [
      ...(differs(row, row.vars, row.trimmed, trim) ? [`${row.name}, trimmed`] : []),
      ...(differs(row, row.vars, row.stripped, strip) ? [`${row.name}, stripped`] : []),
      ...(differs(row, row.vars, row.spaced, { ...trim, ...strip, 'keep-trailing-newline': true })
        ? [`${row.name}, all`]
        : []),
    ]);
    expect(different).toEqual([]);
    const changed = rows.filter(({ filled, spaced }) => JSON.stringify(filled) !== JSON.stringify(spaced));
    expect(changed.length).toBeGreaterThan(20);
  });

  test('that cannot be rendered says why, in which line and of which file', () => {
    expect(show('a\n{% if x %}')).toBe('2: `endif` is missing at the end');
    expect(show('a\n\n{{ x.y }}')).toBe("3: 'x' is undefined");
    expect(show('{{ "a" + 1 }}')).toBe('1: `+` does not work on a str and a int');
    expect(show('{% trans %}')).toBe('1: the tag `trans` is not known');
    expect(show('{{ x | markdown }}')).toBe('1: there is no filter `markdown` in Jinja itself');
    expect(show('\n{% include "part.j2" %}')).toBe('2: the template `part.j2` is not found');
    expect(show('{{ a b }}')).toBe('1: the end of the tag is expected where there is `b`');
    expect(renderJinja('{% include "part.j2" %}', {}, () => 'x\n{{ 1 / 0 }}')).toEqual({
      kind: 'failed',
      failure: { kind: 'error', why: 'it divides by zero', line: 2, template: 'part.j2' },
    });
  });

  test('tells the names it takes from outside, and not those it defines', () => {
    const names = (template: string) => readJinjaNames(template, (name) => ({ 'head.j2': '{{ title }}{{ a }}' })[name]);
    expect(
      names(
        '{% set a = b %}{{ a }}{% for x in xs %}{{ x.y }}{{ loop.index }}{{ z[i] }}{% endfor %}{{ x }}' +
          '{% macro m(p, q=r) %}{{ p }}{{ q }}{{ s }}{% endmacro %}{{ m(t | default(u), k=v) }}{% include "head.j2" %}' +
          '{% if w is defined %}{% endif %}{{ range(n) }}{% with o = l %}{{ o }}{% endwith %}{{ {"k": j}.k }}',
      ),
    ).toMatchObject({ kind: 'names', names: [...'b,xs,z,i,x,r,s,t,u,v,title,w,n,l,j'.split(',')] });
    expect(names('{% if %}')).toMatchObject({ kind: 'failed', failure: { line: 1 } });
  });
});

describe('a hostile Jinja template', () => {
  test('ends where it takes too many steps or too much memory, by a count and not by the clock', () => {
    for (const template of [
      '{{ range(10**9) | list }}',
      '{% for i in range(10**9) %}{% endfor %}',
      '{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}{% endfor %}{% endfor %}{% endfor %}',
      '{{ "x" * 10**9 }}',
      '{{ [0] * 10**9 }}',
      '{{ 2 ** 10**9 }}',
      '{{ "x".center(10**9) }}',
      '{{ "x" | center(10**9) }}',
      '{{ "%1000000000d" % 1 }}',
      '{{ "{:>1000000000}".format(1) }}',
      '{{ ("a" * 1000000).replace("", "b" * 1000) }}',
      '{% set ns = namespace(s="x") %}{% for i in range(100) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}',
      '{% set l = [1] %}{% for i in range(100) %}{% set _ = l.extend(l) %}{% endfor %}',
      '{% set l = [1] %}{% set _ = l.append(l) %}{{ l }}',
      '{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}',
      '{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}',
      '{% for x in [[]] recursive %}{{ loop([[]]) }}{% endfor %}',
      `${'{% if 1 %}'.repeat(20_000)}${'{% endif %}'.repeat(20_000)}`,
      `{{ ${'('.repeat(20_000)}1${')'.repeat(20_000)} }}`,
      `{{ ${'-'.repeat(20_000)}1 }}`,
      `{{ ${'not '.repeat(20_000)}1 }}`,
      `{{ ${'1 if 1 else '.repeat(20_000)}1 }}`,
      `{{ ${'['.repeat(20_000)} }}`,
      'x'.repeat(2_000_000),
    ]) {
      expect(renderJinja(template, {}), template.slice(0, 80)).toMatchObject({ kind: 'failed' });
    }
    expect(renderJinja('{% include "me" %}', {}, () => '{% include "me" %}')).toMatchObject({ kind: 'failed' });
    expect(renderJinja('{% extends "me" %}', {}, () => '{% extends "me" %}')).toMatchObject({ kind: 'failed' });
  });

  test('may be long where it is only long', () => {
    expect(show(`{{ ${'1 + '.repeat(400)}1 }}`)).toBe('401');
    expect(show(`{{ ${'1 + '.repeat(5000)}1 }}`)).toBe('1: an expression is too long');
    expect(show(`{{ a${' | upper'.repeat(5000)} }}`, { a: 'x' })).toBe('1: an expression is too long');
    expect(show(`{% macro m() %}{{ m() ${'+ 1'.repeat(400)} }}{% endmacro %}{{ m() }}`)).toMatch(/deep/u);
    expect(show(`{{ [${'1,'.repeat(10_000)}] | length }}`)).toBe('10000');
    expect(show('{{ x }}'.repeat(10_000), { x: 1 })).toBe('1'.repeat(10_000));
  });

  test('finds own values only, and nothing of the host', () => {
    for (const path of [
      'x.constructor',
      'x.constructor.constructor',
      'x.__proto__',
      'x.toString',
      'x["constructor"]',
      'x.__class__',
    ]) {
      for (const x of ['text', 1, 1.5, true, [1], { a: 1 }]) {
        expect(show(`{{ ${path} }}`, { x }), path).toMatch(/^$|undefined|has no/u);
      }
    }
    expect(show('{{ constructor }}{{ __proto__ }}{{ hasOwnProperty }}{{ toString }}')).toBe('');
    expect(show('{{ x | constructor }}')).toContain('no filter');
    expect(show('{{ x is constructor }}')).toContain('no test');
    expect(show('{% constructor %}')).toContain('not known');
    const vars: JsonObject = JSON.parse('{"__proto__": {"polluted": "own"}, "d": {"__proto__": "k"}}');
    expect(show('{{ __proto__.polluted }} {{ d }} {{ polluted }}', vars)).toBe("own {'__proto__': 'k'} ");
    expect(show('{% set d = {} %}{% set _ = d.update({"__proto__": 1}) %}{{ d.polluted }}{{ d }}')).toBe(
      "{'__proto__': 1}",
    );
    expect(Reflect.get({}, 'polluted')).toBe(undefined);
  });
});
