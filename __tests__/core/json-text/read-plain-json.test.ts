import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainJson } from '../../../src/core/json-text/read-plain-json.ts';
import type { Path } from '../../../src/core/yaml/located.ts';
import { readYaml } from '../../../src/core/yaml/read-yaml.ts';

function pathsOf(value: unknown, way: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [way];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [way, ...inner.flatMap(([step, held]) => pathsOf(held, [...way, step]))];
}

describe('strict JSON read fast', () => {
  it('gives what the YAML reader gives, values and places', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.constantFrom('', '  '), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const plain = readPlainJson(text, 'a.json', 7);
        const read = readYaml(text, 'a.json', { line: 7 });
        if (read.kind === 'broken') return;
        expect(plain?.value).toEqual(read.located.value);
        for (const path of pathsOf(value)) {
          expect(plain?.at(path)).toEqual(read.located.at(path));
          expect(plain?.at(path, 'key')).toEqual(read.located.at(path, 'key'));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes nothing of a damaged text that the YAML reader refuses or reads differently', () => {
    const bits = fc.constantFrom('"', ':', ',', '{', '}', '[', ']', '\\', '1e999', 'null', '"a":1,', '// a', '\n', ' ');
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), bits, fc.nat({ max: 3 }), (value, where, bit, gone) => {
        const whole = JSON.stringify(value);
        const at = where % (whole.length + 1);
        const text = whole.slice(0, at) + bit + whole.slice(at + gone);
        const plain = readPlainJson(text, 'a.json');
        if (plain === undefined) return;
        const read = readYaml(text, 'a.json');
        expect(read).toMatchObject({ kind: 'read', located: { value: plain.value } });
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['a key written twice', '{"a": 1, "a": 2}'],
    ['a key written twice deep inside', '{"a": [{"b": "x:y", "c": {"\\"": 1, "\\u0022": 2}}]}'],
    ['`__proto__`', '{"__proto__": {"a": 1}}'],
    ['a number JSON cannot hold', '{"a": 1e999}'],
    ['over 100 levels', '['.repeat(101) + ']'.repeat(101)],
    ['a comment', '{"a": 1} # why'],
    ['NaN', '{"a": NaN}'],
    ['nothing', ''],
  ])('leaves %s to the other reader', (_, text) => {
    expect(readPlainJson(text, 'a.json')).toBeUndefined();
  });
});
