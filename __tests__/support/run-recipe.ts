import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { StepResult } from '../../src/embedded/runner/run-action.ts';
import { readBlocks } from './document-blocks.ts';
import { type Contexts, fillIn, holds } from './fork-recipes.ts';
import type { ReviewStage } from './review-stage.ts';

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
const step = z.object({
  uses: z.string().optional(),
  if: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({}),
  env: z.record(z.string(), z.string()).default({}),
});
const job = z.object({
  needs: z.string().optional(),
  strategy: z.object({ matrix: z.record(z.string(), z.array(z.string())) }).optional(),
  steps: z.array(step),
});
const recipe = z.object({ jobs: z.record(z.string(), job) });

export type JobsRecipe = z.infer<typeof recipe>;

/** A workflow that a page shows, by its file's name. */
export function readJobsRecipe(page: string, name: string): JobsRecipe {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  return recipe.parse(parse(readBlocks(text).find(({ file }) => file === `.github/workflows/${name}.yml`)?.text ?? ''));
}

/** Artifacts of a workflow run: folders by their names. */
export type Artifacts = Map<string, string>;

/**
 * Runs the jobs of a workflow as the runner would, each in a workspace of its own: git, shell and the bundled command line are real,
 * `python` is Node, and artifacts are folders.
 */
export class RecipeRun {
  readonly #folder = mkdtempSync(join(tmpdir(), 'promptgate-recipe-'));
  readonly #stage: ReviewStage;
  readonly #contexts: Contexts;
  readonly #runId: number;
  /** What each shell step was given in its environment. */
  readonly environments: Readonly<Record<string, string>>[] = [];

  constructor(stage: ReviewStage, contexts: Contexts, runId: number) {
    [this.#stage, this.#contexts, this.#runId] = [stage, contexts, runId];
    const bin = join(this.#folder, 'bin');
    mkdirSync(bin);
    const node = process.execPath;
    const shims = { npx: `shift; exec "${node}" "${cli}" "$@"`, python: `exec "${node}" "$@"` };
    for (const [name, text] of Object.entries(shims)) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
      chmodSync(join(bin, name), 0o755);
    }
  }

  /** Runs one job, once for each value of its matrix. @returns what the action's step came to, where there is one */
  async run(
    { strategy, steps }: JobsRecipe['jobs'][string],
    event: { readonly name: string; readonly payload: unknown },
    artifacts: { readonly own: Artifacts; readonly of?: (run: string) => Artifacts | undefined },
  ): Promise<StepResult | undefined> {
    const [[key, values] = ['', ['']]] = Object.entries(strategy?.matrix ?? {});
    let result: StepResult | undefined;
    for (const value of values) {
      const workspace = mkdtempSync(join(this.#folder, 'workspace-'));
      const contexts = { ...this.#contexts, matrix: { [key]: value } };
      for (const one of steps) {
        if (!holds(one.if, contexts)) continue;
        const fill = (text: string): string => fillIn(text, contexts);
        const given = Object.fromEntries(Object.entries(one.with).map(([name, text]) => [name, fill(text)]));
        const uses = one.uses?.split('@', 1)[0];
        if (uses === 'actions/checkout') this.#checkOut(workspace, given['ref'] ?? 'main');
        else if (uses === 'actions/upload-artifact') {
          const kept = mkdtempSync(join(this.#folder, 'artifact-'));
          cpSync(join(workspace, given['path'] ?? ''), kept, { recursive: true });
          artifacts.own.set(given['name'] ?? 'artifact', kept);
        } else if (uses === 'actions/download-artifact') {
          const from = given['run-id'] === undefined ? artifacts.own : artifacts.of?.(given['run-id']);
          const { name, pattern = name ?? '', path } = given;
          for (const [kept, folder] of from ?? [])
            if (new RegExp(`^${pattern.replace('*', '.*')}$`, 'u').test(kept))
              cpSync(folder, join(workspace, path ?? kept), { recursive: true });
        } else if (uses === 'OWNER/promptgate')
          result = await this.#stage.on(event.name, event.payload, {
            workspace,
            runId: this.#runId,
            inputs: { ...given, 'base-url': this.#stage.models.url },
          });
        else this.#shell(workspace, fill(one.run ?? ''), one.env, fill);
      }
    }
    return result;
  }

  #checkOut(workspace: string, ref: string): void {
    const git = (...args: readonly string[]) => execFileSync('git', [...args], { cwd: workspace, stdio: 'pipe' });
    git('clone', '-q', this.#stage.repository.directory, '.');
    git('checkout', '-q', '--detach', /^[0-9a-f]{40}$/u.test(ref) ? ref : `origin/${ref}`);
  }

  #shell(workspace: string, text: string, env: Readonly<Record<string, string>>, fill: (text: string) => string): void {
    const own = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)]));
    this.environments.push(own);
    execFileSync('bash', ['-e', '-o', 'pipefail', '-c', text], {
      cwd: workspace,
      stdio: 'pipe',
      env: {
        ...own,
        PATH: `${join(this.#folder, 'bin')}:${process.env['PATH']}`,
        HOME: this.#folder,
        GITHUB_RUN_ID: String(this.#runId),
      },
    });
  }

  /** Files of an artifact by their paths in it. */
  static filesOf(folder: string): readonly string[] {
    return globSync('**/*.*', { cwd: folder }).toSorted();
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
