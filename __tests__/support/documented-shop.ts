import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeRules } from '../../src/embedded/demo/demo-script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from './local-shop.ts';
import { keepsCompiled } from './run-cli.ts';

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;

const prompt = (manner: string): string => `You are the support desk of a shop.\nAnswer ${manner}.\n\n{{question}}\n`;
const names = ['support', 'orders', 'refund', 'hours'];

/**
 * The repository that the documents speak of: a shop with prompts, one of them just edited. Commands are run as they are
 * written; `npx promptgate` is the bundle, every service is one on loopback, and keys are in the environment.
 */
export class DocumentedShop {
  /** Commands that did not do what a page says, with what they printed. */
  readonly faults: string[] = [];
  readonly #shop: LocalShop;
  readonly #models: ModelService;
  readonly #programs = mkdtempSync(join(tmpdir(), 'promptgate-programs-'));

  private constructor(shop: LocalShop, models: ModelService) {
    this.#shop = shop;
    this.#models = models;
    const programs = {
      promptgate: `case "$1" in review|check|portability|monitor) set -- "$@" --base-url ${models.url};; esac\nexec "${process.execPath}" "${cli}" "$@"`,
      npx: 'test "$1" = promptgate || exit 64\nexec "$@"',
      npm: `case "$*" in ci|test) exit 0;; "run demo") exec promptgate demo;; *) exit 64;; esac`,
    };
    for (const [name, script] of Object.entries(programs)) {
      const path = join(this.#programs, name);
      writeFileSync(path, `#!/bin/sh\n${script}\n`);
      chmodSync(path, 0o755);
    }
  }

  static async open(): Promise<DocumentedShop> {
    const files = names.map((name) => [`prompts/${name}.txt`, prompt('briefly')] as const);
    const shop = new LocalShop({ ...Object.fromEntries(files), 'README.md': '# Shop\n' });
    const table = 'user_input,faithfulness\nWhere is my order?,0.9\nAre you open?,0.8\n';
    shop.write({ 'prompts/support.txt': prompt('warmly'), 'old.csv': table, 'new.csv': table });
    const models = await startModelService({
      seed: 'documents',
      rules: judgeRules('gpt-5.6-sol', () => undefined),
      otherwise: 'You can return it within 30 days. We are closed on Sunday.',
    });
    return new DocumentedShop(shop, models);
  }

  /** Puts a file that a page shows into the repository, its services on loopback. */
  show(file: string, text: string): void {
    mkdirSync(join(this.#shop.folder, file, '..'), { recursive: true });
    this.#shop.write({ [file]: /^promptgate\.yml$|\.mjs$/u.test(file) ? this.#onLoopback(text) : text });
  }

  /** Runs commands, a line each. A gate may be closed (1); a flag, a file or a config may not be at fault. */
  async run(commands: string): Promise<void> {
    const lines = commands.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
    for (const line of lines) {
      const { status, output } = await this.#execute(this.#onLoopback(line));
      if (status > 1 || /^(?:Not reviewed|Not checked: .*:\d+)/mu.test(output))
        this.faults.push(`${line}\n${status}\n${output}`);
    }
  }

  async close(): Promise<void> {
    await this.#models.close();
    this.#shop.remove();
    rmSync(this.#programs, { recursive: true, force: true });
  }

  #execute(command: string): Promise<{ readonly status: number; readonly output: string }> {
    const key = 'a-key-of-no-worth';
    const env = {
      PATH: `${this.#programs}:${process.env['PATH'] ?? ''}`,
      HOME: this.#shop.folder,
      ...keepsCompiled,
      OPENAI_API_KEY: key,
      ANTHROPIC_API_KEY: key,
      OPENROUTER_API_KEY: key,
    };
    return new Promise((resolve) => {
      const child = execFile(
        'sh',
        ['-c', command.includes(' --watch') ? `exec ${command}` : command],
        { cwd: this.#shop.folder, env },
        (fault, stdout, stderr) => {
          const code = fault === null ? 0 : fault.code;
          resolve({ status: typeof code === 'number' ? code : 99, output: stdout + stderr });
        },
      );
      // What watches goes on until it is ended, as by Ctrl-C.
      child.stderr?.on('data', (text: string) => {
        if (text.includes('Watching for saves')) child.kill('SIGINT');
      });
    });
  }

  #onLoopback(text: string): string {
    return text.replaceAll(/https:\/\/[\w.-]+(?:\/[\w.-]+)*\/v1\b|http:\/\/127\.0\.0\.1:\d+\/v1\b/gu, this.#models.url);
  }
}
