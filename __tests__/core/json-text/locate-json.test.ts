import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locateJson } from '../../../src/core/json-text/read-plain-json.ts';

/** Every part of a value with the way to it. */
function partsOf(
  value: unknown,
  way: readonly (string | number)[] = [],
): readonly [readonly (string | number)[], unknown][] {
  const own: [readonly (string | number)[], unknown] = [way, value];
  if (typeof value !== 'object' || value === null) return [own];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [own, ...inner.flatMap(([step, held]) => partsOf(held, [...way, step]))];
}

test('every part of a JSON text is found where it begins, and its key before it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom('', '  ', '\t', '\n'), (value, indent) => {
      const text = `${indent}${JSON.stringify(value, null, indent)}`;
      const at = locateJson(text, 'a.json');
      const from = (path: readonly (string | number)[], on?: 'key' | 'value') => {
        const { line = 0, column = 0 } = at(path, on);
        return text
          .split('\n')
          .slice(line - 1)
          .join('\n')
          .slice(column - 1);
      };
      for (const [path, part] of partsOf(JSON.parse(text))) {
        const first = JSON.stringify(part)[0] ?? '';
        expect(from(path).startsWith(typeof part === 'object' ? first : JSON.stringify(part))).toBe(true);
        const key = path.at(-1);
        if (typeof key === 'string') expect(from(path, 'key').startsWith(JSON.stringify(key))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('a part that is not there is looked for no further than what is around it', () => {
  expect(locateJson('{"a":\n [1]}', 'a.json')(['a', 7, 'b'])).toEqual({ file: 'a.json', line: 2, column: 2 });
  expect(locateJson('', 'a.json')(['a'])).toEqual({ file: 'a.json', line: 1, column: 1 });
});
