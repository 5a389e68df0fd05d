import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InstrumenterContext, StrykerOptions } from '@stryker-mutator/api/core';
import type { Logger } from '@stryker-mutator/api/logging';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { z } from 'zod';
import { type DeclaredTest, testsOf } from './declared-tests.ts';

declare global {
  /** What the mutated code asks which of its mutants is on. */
  var __stryker__: InstrumenterContext | undefined;
}

/**
 * Tests that take longer, in milliseconds of the processor, notice mutants too seldom for what they cost; the run names them.
 * Of the code as it is: where each pass of a loop is counted, a test that takes seconds takes minutes.
 */
const longest = { asItIs: 40, counted: 700 };
/** Milliseconds after which a test that waits for something is taken to wait forever. */
const longestWait = 6_000;
/** In the folder of the work: how long tests took in the first run. */
const durationsFile = 'durations.json';
const durationsSchema = z.array(z.tuple([z.string(), z.number()]));

/**
 * Runs the tests of one part in Stryker's process, loaded once: a mutant costs milliseconds, where Vitest starts a worker for each.
 * Only what a mutant does while modules are loaded needs them loaded anew.
 */
export class InProcessRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.options, commonTokens.logger);
  /** Of the code as it is, and within it of the one that holds the mutants. */
  readonly #root = `${pathToFileURL(resolve(import.meta.dirname, '../..'))}/`;
  readonly #mutants: InstrumenterContext;
  readonly #testFiles: readonly string[];
  readonly #log: Logger;
  #tests: readonly DeclaredTest[] = [];
  #quick: readonly DeclaredTest[] = [];
  #loads = 0;

  constructor({ testFiles }: StrykerOptions, log: Logger) {
    this.#log = log;
    globalThis.__stryker__ ??= {};
    this.#mutants = globalThis.__stryker__;
    // What takes long has no place here, and reads folders that are not copied.
    this.#testFiles = globSync(testFiles)
      .filter((file) => !file.endsWith('.long.test.ts'))
      .toSorted();
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    // The same examples for every mutant, and none made smaller: that a test fails is all that is asked.
    fc.configureGlobal({ seed: 1, endOnFailure: true });
    const standIn = new URL('declared-tests.ts', import.meta.url).href;
    registerHooks({
      resolve: (specifier, context, next) => {
        const own = context.parentURL?.startsWith(this.#root) === true && !context.parentURL.includes('/node_modules/');
        if (own && specifier === 'vitest') return { url: standIn, shortCircuit: true };
        const found = next(specifier, context);
        const isReloaded = found.url.startsWith(this.#root) && !/\/node_modules\/|\?load=/u.test(found.url);
        return isReloaded ? { ...found, url: this.#anew(found.url) } : found;
      },
    });
    // Where a worker took another's place: that its first mutant waits for the tests to load must not pass for a time-out.
    if (existsSync(durationsFile)) await this.#loadQuick();
  }

  async dryRun(): Promise<DryRunResult> {
    const slow = await this.#findSlow();
    this.#tests = (await this.#load(process.cwd())).filter(({ id }) => !slow.has(id));
    const durations = new Map<string, number>();
    const results: TestResult[] = [];
    for (const test of this.#tests) {
      const { result, time } = await this.#timeTest(test);
      results.push(result);
      durations.set(test.id, time);
    }
    writeFileSync(durationsFile, JSON.stringify([...durations]));
    const { mutantCoverage = { static: {}, perTest: {} } } = this.#mutants;
    const isQuick = (time: number) => time <= longest.counted;
    const covered = Object.entries(mutantCoverage.perTest).filter(([id]) => isQuick(durations.get(id) ?? 0));
    for (const [id, time] of durations) if (!isQuick(time)) this.#tellLeftOut(id, time);
    return {
      status: DryRunStatus.Complete,
      tests: results,
      mutantCoverage: { ...mutantCoverage, perTest: Object.fromEntries(covered) },
    };
  }

  /** Tests that are slow with the code as it is. */
  async #findSlow(): Promise<ReadonlySet<string>> {
    const slow = new Set<string>();
    for (const test of await this.#load(resolve(import.meta.dirname, '../..'))) {
      const { time } = await this.#timeTest(test);
      if (time <= longest.asItIs) continue;
      slow.add(test.id);
      this.#tellLeftOut(test.id, time);
    }
    return slow;
  }

  #tellLeftOut(id: string, time: number): void {
    this.#log.warn(`Left out (${Math.round(time)} ms): ${id}`);
  }

  async #timeTest(test: DeclaredTest) {
    const before = process.cpuUsage();
    const result = await this.#runTest(test);
    const { user, system } = process.cpuUsage(before);
    return { result, time: (user + system) / 1000 };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, testFilter = [], reloadEnvironment } = options;
    this.#mutants.hitCount = 0;
    this.#mutants.hitLimit = hitLimit ?? Number.POSITIVE_INFINITY;
    this.#mutants.activeMutant = activeMutant.id;
    try {
      if (reloadEnvironment || this.#quick.length === 0) await this.#loadQuick();
      const wanted = new Set(testFilter);
      const chosen = this.#quick.filter(({ id }) => wanted.has(id));
      // Of a mutant that works while modules are loaded nobody knows which tests it concerns: files are named, not tests.
      const result = await this.#runUntilOneFails(chosen.length === 0 ? this.#quick : chosen);
      return toMutantRunResult(determineHitLimitReached(this.#mutants.hitCount, hitLimit) ?? result);
    } catch (error) {
      return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: String(error) });
    } finally {
      delete this.#mutants.activeMutant;
    }
  }

  async #load(folder: string): Promise<readonly DeclaredTest[]> {
    this.#loads += 1;
    const loaded: DeclaredTest[] = [];
    for (const file of this.#testFiles) {
      loaded.push(...(await testsOf(file, () => import(this.#anew(pathToFileURL(resolve(folder, file)).href)))));
    }
    return loaded;
  }

  /** Quick tests first: most mutants fall by one of them. */
  async #loadQuick(): Promise<void> {
    const durations = new Map(durationsSchema.parse(JSON.parse(readFileSync(durationsFile, 'utf8'))));
    const durationOf = ({ id }: DeclaredTest): number => durations.get(id) ?? Number.POSITIVE_INFINITY;
    this.#quick = (await this.#load(process.cwd()))
      .filter((test) => durationOf(test) <= longest.counted)
      .toSorted((a, b) => durationOf(a) - durationOf(b));
  }

  /** A module of this load: what was imported before under the same address Node would not load again. */
  #anew(url: string): string {
    return `${url}?load=${this.#loads}`;
  }

  async #runUntilOneFails(tests: readonly DeclaredTest[]) {
    const results: TestResult[] = [];
    for (const test of tests) {
      const result = await this.#runTest(test);
      results.push(result);
      if (result.status === TestStatus.Failed) break;
    }
    return { status: DryRunStatus.Complete, tests: results } as const;
  }

  async #runTest({ id, file, run }: DeclaredTest): Promise<TestResult> {
    const started = performance.now();
    this.#mutants.currentTestId = id;
    const told = () => ({ id, name: id, fileName: file, timeSpentMs: performance.now() - started });
    let waiting: NodeJS.Timeout | undefined;
    const overdue = new Promise<never>((_, reject) => {
      waiting = setTimeout(() => reject(new Error('The test waits forever.')), longestWait);
    });
    try {
      await Promise.race([run(), overdue]);
      return { ...told(), status: TestStatus.Success };
    } catch (error) {
      return { ...told(), status: TestStatus.Failed, failureMessage: String(error) };
    } finally {
      clearTimeout(waiting);
      delete this.#mutants.currentTestId;
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
