import { globSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Tests that take longer, in milliseconds of the processor, notice mutants too seldom for what they cost; the run names them. */
const longest = 700;
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
  readonly #root = `${pathToFileURL(process.cwd())}/`;
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
    this.#testFiles = globSync(testFiles).toSorted();
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
        const own = context.parentURL?.startsWith(this.#root) === true;
        if (own && specifier === 'vitest') return { url: standIn, shortCircuit: true };
        const found = next(specifier, context);
        const isReloaded = found.url.startsWith(this.#root) && !/\/node_modules\/|\?load=/u.test(found.url);
        return isReloaded ? { ...found, url: this.#anew(found.url) } : found;
      },
    });
  }

  async dryRun(): Promise<DryRunResult> {
    await this.#load();
    const durations = new Map<string, number>();
    const results: TestResult[] = [];
    for (const test of this.#tests) {
      const before = process.cpuUsage();
      results.push(await this.#runTest(test));
      const { user, system } = process.cpuUsage(before);
      durations.set(test.id, (user + system) / 1000);
    }
    writeFileSync(durationsFile, JSON.stringify([...durations]));
    const { mutantCoverage = { static: {}, perTest: {} } } = this.#mutants;
    const covered = Object.entries(mutantCoverage.perTest).filter(([id]) => (durations.get(id) ?? 0) <= longest);
    for (const [id, time] of durations) if (time > longest) this.#log.warn(`Left out (${Math.round(time)} ms): ${id}`);
    return {
      status: DryRunStatus.Complete,
      tests: results,
      mutantCoverage: { ...mutantCoverage, perTest: Object.fromEntries(covered) },
    };
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

  async #load(): Promise<void> {
    this.#loads += 1;
    const loaded: DeclaredTest[] = [];
    for (const file of this.#testFiles) {
      loaded.push(...(await testsOf(file, () => import(this.#anew(pathToFileURL(resolve(file)).href)))));
    }
    this.#tests = loaded;
  }

  /** Quick tests first: most mutants fall by one of them. */
  async #loadQuick(): Promise<void> {
    await this.#load();
    const durations = new Map(durationsSchema.parse(JSON.parse(readFileSync(durationsFile, 'utf8'))));
    const durationOf = ({ id }: DeclaredTest): number => durations.get(id) ?? 0;
    this.#quick = this.#tests
      .filter((test) => durationOf(test) <= longest)
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
