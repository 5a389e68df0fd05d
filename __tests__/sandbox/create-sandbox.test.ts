import { afterAll, describe, expect, test } from 'vitest';
import type { Json } from '../../src/core/json.ts';
import type { SandboxResult, SandboxScript } from '../../src/core/ports.ts';
import { createSandbox } from '../../src/sandbox/create-sandbox.ts';

const sandbox = createSandbox();
afterAll(() => sandbox.close());

function call(source: string, ...args: readonly Json[]): SandboxResult {
  return sandbox.run({ name: 'test', source, form: 'function' }, args);
}

function file(source: string, exported?: string): SandboxScript {
  return { name: 'assert.js', source, form: 'file', ...(exported !== undefined && { exported }) };
}

describe('a script in the sandbox', () => {
  test('is called with its arguments, and answers with what JSON can hold', () => {
    expect(call('(a, b) => ({ sum: a + b.n })', 1, { n: 2 })).toEqual({ kind: 'value', value: { sum: 3 } });
    expect(call('() => undefined')).toEqual({ kind: 'value', value: undefined });
    expect(call('(x) => x', 'a\u0000b \ud83d\ude00 "\\')).toEqual({
      kind: 'value',
      value: 'a\u0000b \ud83d\ude00 "\\',
    });
    expect(call('(x) => Object.keys(x)', JSON.parse('{"__proto__": 1, "a": 2}'))).toEqual({
      kind: 'value',
      value: ['__proto__', 'a'],
    });
  });

  test('may be asynchronous', () => {
    expect(call('async (x) => (await Promise.resolve(x)) + 1', 1)).toEqual({ kind: 'value', value: 2 });
    expect(call('async () => { throw new TypeError("no") }')).toMatchObject({ cause: 'error', why: 'TypeError: no' });
    expect(call('() => new Promise(() => {})')).toMatchObject({
      cause: 'error',
      why: expect.stringContaining('never'),
    });
  });

  test('may be a CommonJS or an ES module', () => {
    expect(sandbox.run(file('module.exports = (x) => x + 1;'), [1])).toMatchObject({ value: 2 });
    expect(sandbox.run(file('exports.check = (x) => x + 2;', 'check'), [1])).toMatchObject({ value: 3 });
    expect(sandbox.run(file('const y = await 5;\nexport default (x) => x + y;'), [1])).toMatchObject({ value: 6 });
    expect(sandbox.run(file('export function check(x) { return x + 4 }', 'check'), [1])).toMatchObject({ value: 5 });
    expect(sandbox.run(file('exports.a = 1'), [])).toMatchObject({
      cause: 'error',
      why: expect.stringContaining('no function'),
    });
    expect(sandbox.run(file('export const a = 1', 'b'), [])).toMatchObject({ why: 'it exports no function `b`' });
  });

  test('that cannot be read or throws says why and in which line', () => {
    expect(call('(x) =>\n x +')).toMatchObject({ kind: 'failed', cause: 'syntax', line: 3 });
    expect(call('(x) => {\n  return x.y.z;\n}', {})).toMatchObject({
      cause: 'error',
      line: 2,
      why: expect.stringContaining('undefined'),
    });
    expect(sandbox.run(file('\nmodule.exports = () => { throw new Error("bad") }'), [])).toMatchObject({
      why: 'bad',
      line: 2,
    });
    expect(call('() => 1n')).toMatchObject({ cause: 'error' });
  });

  test('reaches no file, no network and no host', () => {
    const reached = call(
      `() => ['process', 'require', 'fetch', 'Deno', 'WebAssembly', 'setTimeout', 'std', 'os', 'module', 'XMLHttpRequest'].filter((name) => name in globalThis)`,
    );
    expect(reached).toEqual({ kind: 'value', value: [] });
    expect(call(`() => (() => {}).constructor('return typeof process')()`)).toMatchObject({ value: 'undefined' });
    expect(sandbox.run(file('const fs = require("fs"); module.exports = () => 1'), [])).toMatchObject({
      why: 'it loads fs, and nothing can be loaded in the sandbox',
    });
    expect(sandbox.run(file('import fs from "fs"; export default () => 1'), [])).toMatchObject({ kind: 'failed' });
    expect(call('async () => { await import("fs") }')).toMatchObject({ kind: 'failed' });
  });

  test('leaves nothing behind for the next one', () => {
    const poison =
      '() => { Array.prototype.includes = () => true; JSON.stringify = () => "1"; globalThis.left = 1; return 2 }';
    expect(call(poison)).toMatchObject({ value: 2 });
    expect(call('() => [[].includes(1), typeof left]')).toMatchObject({ value: [false, 'undefined'] });
  });

  test('is ended when it takes too long, and the next one runs', () => {
    for (const endless of [
      '() => { for (;;) {} }',
      '() => { for (;;) { try { (() => { throw 1 })() } catch {} } }',
      '() => /(a+)+$/.test("a".repeat(60) + "b")',
      'async () => { for (;;) await 1 }',
      '() => ({ toJSON() { for (;;) {} } })',
    ]) {
      expect(call(endless), endless).toMatchObject({ kind: 'failed', cause: 'time' });
    }
    expect(call('() => 1')).toMatchObject({ value: 1 });
  });

  test('is ended even where one call of a built-in function goes on for ever', () => {
    const hasty = createSandbox({ longestCallMs: 500 });
    const run = (source: string): SandboxResult => hasty.run({ name: 'test', source, form: 'function' }, []);
    expect(run('() => [].indexOf.call({ length: 2 ** 53 - 1 }, 1)')).toMatchObject({ kind: 'failed', cause: 'time' });
    hasty.close();
    expect(run('() => 1'), 'and starts again when it is needed').toMatchObject({ value: 1 });
    hasty.close();
  });

  test('is ended when it takes too much memory, and the next one runs', () => {
    for (const greedy of [
      '() => "x".repeat(1e9)',
      '() => { const all = []; for (;;) all.push(new Uint8Array(1e6)) }',
      '() => { const down = () => down() + 1; return down() }',
    ]) {
      expect(call(greedy), greedy).toMatchObject({ kind: 'failed', cause: 'memory' });
    }
    for (const deep of ['() => JSON.parse("[".repeat(1e6))', '() => eval("(".repeat(1e5))']) {
      expect(call(deep), deep).toMatchObject({ kind: 'failed' });
    }
    expect(call('() => 1')).toMatchObject({ value: 1 });
  });
});

describe('a script with a library', () => {
  const script = (source: string): SandboxScript => ({ name: 'test', source, form: 'function', library: 'nunjucks' });

  test('finds it as a global', () => {
    const render = script(
      '(({ Environment }) => (text, vars) => new Environment([], { autoescape: false }).renderString(text, vars))(nunjucks)',
    );
    expect(sandbox.run(render, ['Hi {{ name | upper }}', { name: 'Ada' }])).toMatchObject({ value: 'Hi ADA' });
    const attempt = `{{ name.constructor.constructor("return Object.keys(globalThis).length; Array.prototype.map = 1")() }}`;
    sandbox.run(render, [attempt, { name: 'Ada' }]);
    expect(sandbox.run(render, ['{% for x in [1, 2] %}{{ x }}{% endfor %}', {}])).toMatchObject({ value: '12' });
  });

  test('shares its frozen realm between calls, and changes nothing in it', () => {
    const poison = script(
      '(change) => { if (change) { Array.prototype.map = 1; globalThis.left = 1 } return [typeof [].map, typeof left] }',
    );
    expect(sandbox.run(poison, [true])).toMatchObject({ value: ['function', 'undefined'] });
    expect(sandbox.run(poison, [false])).toMatchObject({ value: ['function', 'undefined'] });
  });

  test('is made anew after it was ended', () => {
    const sometimes = script('(forever) => { while (forever) {} return 1 }');
    expect(sandbox.run(sometimes, [true])).toMatchObject({ cause: 'time' });
    expect(sandbox.run(sometimes, [false])).toMatchObject({ value: 1 });
  });
});
