import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate, listVariables } from '../../../src/core/template/fill-template.ts';

describe('filling a template', () => {
  it('puts texts in as they are, numbers and booleans plainly, the rest as JSON', () => {
    const values = { name: 'Ann', n: 1.5, yes: true, list: [1, 'x'], map: { a: null }, nothing: null };
    const { text, unknown } = fillTemplate('{{name}} {{ n }} {{yes}} {{list}} {{map}} {{nothing}}', values);
    expect(text).toBe('Ann 1.5 true [1,"x"] {"a":null} null');
    expect(unknown).toEqual([]);
  });

  it('leaves unknown names as they are and tells them once', () => {
    expect(fillTemplate('{{a}} {{ b }} {{a}}', { b: 'x' })).toEqual({ text: '{{a}} x {{a}}', unknown: ['a'] });
  });

  it('takes a key with dots before the way through nested values', () => {
    const values = { 'user.name': 'literal', user: { name: 'nested', tags: ['x', 'y'] } };
    expect(fillTemplate('{{user.name}} {{user.tags.1}}', values).text).toBe('literal y');
  });

  it.each(['__proto__', 'constructor', 'toString', 'user.constructor', 'list.length', 'text.length', 'hasOwnProperty'])(
    'finds nothing inherited under %s',
    (name) => {
      const { text, unknown } = fillTemplate(`{{${name}}}`, { user: {}, list: [1], text: 'abc' });
      expect(text).toBe(`{{${name}}}`);
      expect(unknown).toEqual([name]);
    },
  );

  it('takes a value of an own key by such a name', () => {
    expect(fillTemplate('{{constructor}}', JSON.parse('{"constructor": "own"}')).text).toBe('own');
  });

  it('does not fill what a value holds, nor reads $ in it', () => {
    expect(fillTemplate('{{a}} {{b}}', { a: '{{b}}', b: '$& $1' }).text).toBe('{{b}} $& $1');
  });

  it('lists names in order of first use', () => {
    expect(listVariables('{{b}} {{ a-1 }} {{b}} {{}} {{x y}} { {c} } {{{d}}}')).toEqual(['b', 'a-1', 'd']);
  });

  it('is idle on a text without braces and takes any text as a value', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, value) => {
        const plain = before.replaceAll(/[{}]/g, '');
        expect(fillTemplate(`${plain}{{x}}`, { x: value }).text).toBe(plain + value);
      }),
    );
  });
});
