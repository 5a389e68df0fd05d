import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Json, JsonObject } from '../../core/json.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import type { QuestionAnswer } from '../../core/score.ts';
import { heldOfError, killTree, lastWords, type ScorerLimits } from './run-command.ts';

/** A program that breaks more often than this in a run is not started again. */
const mostRestarts = 5;

type About = {
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  readonly environment: Record<string, string>;
  readonly limits: ScorerLimits;
};

type Running = {
  readonly child: ChildProcessWithoutNullStreams;
  /** Its last words: stderr, and lines of stdout that are no answers. */
  words: string;
  /** What it wrote to stdout since its last whole line. */
  rest: string;
  /** Takes the outcome of the line that is under way; absent between two lines. */
  settle?: (outcome: Outcome) => void;
};

/** `broke`: the process is gone, and with it whatever it was at. */
type Outcome = { readonly kind: 'line'; readonly line: string } | { readonly kind: 'broke'; readonly why: string };

/**
 * A program that stays: a line of JSON in, a line of JSON out, one after the other, so that no answer is taken for
 * another's. It is started with the first reply. Where it breaks it is started again, a few times, and the reply it broke
 * at is given to it once more; where it breaks at that again, that reply has no score.
 */
export class ServedScorer {
  readonly #about: About;
  #running: Running | undefined;
  #starts = 0;
  #asked = 0;
  #lastWhy = '';
  #distrusted = false;
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(about: About) {
    this.#about = about;
  }

  /** Never throws. An answer is one line of JSON. */
  ask(input: JsonObject, signal: AbortSignal): Promise<QuestionAnswer> {
    const answer = this.#queue.then(() => this.#askInTurn(input, signal));
    this.#queue = answer;
    return answer;
  }

  /** Ends the program with all it started. */
  close(): void {
    this.#closed = true;
    this.#end('was stopped');
  }

  async #askInTurn(input: JsonObject, signal: AbortSignal): Promise<QuestionAnswer> {
    const [program] = this.#about.command;
    for (let attempt = 1; ; attempt++) {
      if (signal.aborted || this.#closed) return { kind: 'failed', why: `${program} was stopped` };
      const running = this.#distrusted ? undefined : (this.#running ?? this.#start());
      if (this.#distrusted) return { kind: 'failed', why: this.#lastWhy };
      if (running === undefined) {
        return { kind: 'failed', why: `${this.#lastWhy}; it broke ${mostRestarts + 1} times and is not started again` };
      }
      const outcome = await this.#send(running, input, signal);
      if (outcome.kind === 'line') return { kind: 'text', text: outcome.line };
      this.#lastWhy = `${program} ${outcome.why}`;
      const again = attempt === 1 && !signal.aborted && !this.#closed && !outcome.why.startsWith('took longer');
      if (!again) return { kind: 'failed', why: this.#lastWhy };
    }
  }

  #send(running: Running, input: JsonObject, signal: AbortSignal): Promise<Outcome> {
    const { timeoutMs } = this.#about.limits;
    return new Promise((resolve) => {
      const onAbort = () => this.#end('was stopped');
      const late = `took longer than ${timeoutMs} ms over a reply (an answer must be flushed: a line a reply)`;
      const timer = setTimeout(() => this.#end(late), timeoutMs);
      running.settle = (outcome) => {
        delete running.settle;
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        resolve(outcome);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#asked++;
      running.child.stdin.write(`${JSON.stringify({ id: this.#asked, ...input })}\n`);
    });
  }

  /** undefined where it broke too often. */
  #start(): Running | undefined {
    if (this.#starts > mostRestarts) return undefined;
    this.#starts++;
    const { command, cwd, environment } = this.#about;
    const [program, ...args] = command;
    // Its own process group, so that what it starts can be ended with it.
    const child = spawn(program, args, {
      cwd,
      env: environment,
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const running: Running = { child, words: '', rest: '' };
    this.#running = running;
    const broke = (why: string) => {
      if (this.#running === running) this.#end(why);
    };
    child.on('error', (error) => broke(`could not be started: ${error.message}`));
    child.on('close', (code, killedBy) =>
      broke(
        code === null ? `was ended by ${killedBy ?? 'a signal'}` : `ended with exit code ${code} while it was to stay`,
      ),
    );
    child.stdin.on('error', () => {});
    child.stderr.setEncoding('utf8').on('data', (text: string) => hear(running, text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => this.#read(running, text));
    return running;
  }

  #read(running: Running, text: string): void {
    const lines = `${running.rest}${text}`.split('\n');
    running.rest = lines.pop() ?? '';
    if (running.rest.length > this.#about.limits.answerBytes) {
      this.#end(`wrote more than ${this.#about.limits.answerBytes} bytes`);
      return;
    }
    for (const line of lines) {
      const answer = objectIn(line);
      // What is no object is talk: a banner, a progress bar, a stray print.
      if (answer === undefined) hear(running, `${line}\n`);
      else if (running.settle === undefined) this.#distrust('answered more often than it was asked');
      else if (answer['id'] !== undefined && answer['id'] !== this.#asked)
        this.#distrust(`answered ${JSON.stringify(answer['id'])} where ${this.#asked} was asked`);
      else running.settle({ kind: 'line', line });
      if (this.#running !== running) return;
    }
  }

  /** Its answers are out of step: whose they are can no longer be told, of this process or another. */
  #distrust(why: string): void {
    this.#distrusted = true;
    this.#end(why);
  }

  #end(why: string): void {
    const running = this.#running;
    if (running === undefined) return;
    this.#running = undefined;
    killTree(running.child.pid);
    for (const pipe of [running.child.stdin, running.child.stdout, running.child.stderr]) pipe.destroy();
    const said = lastWords(running.words);
    const told = said === '' ? why : `${why}: ${said}`;
    if (running.settle === undefined) this.#lastWhy = `${this.#about.command[0]} ${told}`;
    else running.settle({ kind: 'broke', why: told });
  }
}

function hear(running: Running, text: string): void {
  running.words = `${running.words}${text}`.slice(-heldOfError);
}

function objectIn(line: string): JsonObject | undefined {
  try {
    const value: Json = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
