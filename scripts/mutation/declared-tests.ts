/**
 * Stands in for `vitest` where tests are run thousands of times in one process: keeps what a test file declares, to be run as
 * often as need be. `expect` is Vitest's own; what is not known here (fixtures, snapshots) fails when the file is loaded.
 */
export { expect, expectTypeOf, vi } from 'vitest';

export type DeclaredTest = { readonly id: string; readonly file: string; readonly run: () => Promise<void> };

type Body = (...values: readonly unknown[]) => unknown;
type Hooks = Record<'before' | 'after', Body[]>;
/** A file or a `describe`, with its hooks. */
type Suite = { readonly name: string; readonly parent: Suite | undefined } & Hooks;

const nowhere: Suite = { name: '', parent: undefined, before: [], after: [] };
let suite = nowhere;
let declared: DeclaredTest[] = [];

/** The tests that a file declares while it is loaded. */
export async function testsOf(file: string, load: () => Promise<unknown>): Promise<readonly DeclaredTest[]> {
  declared = [];
  suite = { ...nowhere, before: [], after: [] };
  await load();
  const counts = new Map<string, number>();
  return declared.map((one): DeclaredTest => {
    const count = (counts.get(one.id) ?? 0) + 1;
    counts.set(one.id, count);
    return { ...one, file, id: `${file}#${one.id}${count === 1 ? '' : ` (${count})`}` };
  });
}

export const describe = Object.assign(declareSuite, {
  each: eachOf(declareSuite),
  concurrent: declareSuite,
});
const declareAny = Object.assign(declareTest, { each: eachOf(declareTest), skipIf, concurrent: declareTest });

export { declareAny as it, declareAny as test };

/** Around every test, also what is declared for a whole suite: what one mutant left behind is no other's to find. */
export const [beforeAll, beforeEach] = [hook('before'), hook('before')];
export const [afterAll, afterEach] = [hook('after'), hook('after')];

function hook(when: keyof Hooks): (body: Body) => void {
  return (body) => void suite[when].push(body);
}

function declareSuite(name: string, ...rest: readonly unknown[]): void {
  const outer = suite;
  suite = { name, parent: outer, before: [], after: [] };
  bodyOf(rest)();
  suite = outer;
}

function declareTest(name: string, ...rest: readonly unknown[]): void {
  const suites = suitesOf(suite);
  const body = bodyOf(rest);
  const run = async (): Promise<void> => {
    try {
      for (const { before } of suites) for (const each of before) await each();
      await body();
    } finally {
      for (const { after } of suites.toReversed()) for (const each of after.toReversed()) await each();
    }
  };
  declared.push({
    id: [...suites.map((one) => one.name), name].filter((part) => part !== '').join(' > '),
    file: '',
    run,
  });
}

function eachOf(declare: (name: string, ...rest: readonly unknown[]) => void) {
  return (rows: readonly unknown[]) =>
    (name: string, ...rest: readonly unknown[]): void => {
      const body = bodyOf(rest);
      for (const row of rows) declare(name, () => body(...(Array.isArray(row) ? row : [row])));
    };
}

function skipIf(condition: unknown): typeof declareTest {
  return condition ? () => undefined : declareTest;
}

function bodyOf(rest: readonly unknown[]): Body {
  const body = rest.find((value): value is Body => typeof value === 'function');
  if (body === undefined) throw new Error('A test or suite without a function is not known here.');
  return body;
}

/** From the file inwards. */
function suitesOf(inner: Suite): readonly Suite[] {
  return inner.parent === undefined ? [inner] : [...suitesOf(inner.parent), inner];
}
