import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { workerData } from 'node:worker_threads';
import variant from '@jitl/quickjs-singlefile-mjs-release-sync';
import { newQuickJSWASMModuleFromVariant, newVariant } from 'quickjs-emscripten-core';
import type { SandboxResult, SandboxScript } from '../core/ports.ts';
import type { SandboxLibrary } from '../core/sandbox-library.ts';
import type { SandboxAnswer, SandboxChannel, SandboxRequest } from './create-sandbox.ts';
import { type Failed, openRealm, type Realm } from './realm.ts';

/** The thread of the sandbox: one request after another, each answered through the port. */
const { port, answered }: SandboxChannel = workerData;

function answer(result: SandboxAnswer): void {
  port.postMessage(result);
  Atomics.add(answered, 0, 1);
  Atomics.notify(answered, 0);
}

try {
  let interpreter = await loadInterpreter();
  let turn = Promise.resolve();
  port.on('message', (request: SandboxRequest) => {
    turn = turn.then(async () => {
      const name = request.script.library;
      const library = name === undefined ? undefined : await loadLibrary(name);
      let result = interpreter.run(request, library);
      if (result.kind === 'lost') {
        interpreter = await loadInterpreter();
        // What filled the memory may be what earlier calls had left there.
        if (result.again) result = interpreter.run(request, library);
      }
      answer(result.kind === 'lost' ? result.failed : result);
    });
  });
  answer({ kind: 'ready' });
} catch (fault) {
  answer({ kind: 'broken', why: fault instanceof Error ? fault.message : String(fault) });
}

const require = createRequire(import.meta.url);

/**
 * The source of a library that runs inside the sandbox, as a script without modules. The build gives each a chunk of
 * its own in the place of this module (`scripts/build/inline-libraries.ts`).
 */
export async function loadLibrary(name: SandboxLibrary): Promise<string> {
  if (name === 'nunjucks') return readFile(require.resolve('nunjucks/browser/nunjucks.min.js'), 'utf8');
  const build = require.resolve('node-sql-parser').replace('index.js', `umd/${name.slice('sql/'.length)}.umd.js`);
  // It hands itself to a module, and its last line is a comment.
  const text = await readFile(build, 'utf8');
  return `globalThis.sql = ((module) => { const exports = module.exports; ${text}\nreturn module.exports; })({ exports: {} });`;
}

/** `lost`: nothing more may be run by this interpreter. `again`: the request may succeed on a new one. */
type Run = SandboxResult | { readonly kind: 'lost'; readonly failed: Failed; readonly again: boolean };

/** @param library the source of the library that the script names */
type Interpreter = { readonly run: (request: SandboxRequest, library?: string) => Run };

/** Most realms of libraries that are kept. */
const KEPT_REALMS = 4;

const PAGE_BYTES = 64 * 1024;
/** What the interpreter starts with, and the most it grows to: its own limit leaves out what this build cannot measure. */
const memory = { initial: (16 * 1024 * 1024) / PAGE_BYTES, maximum: (64 * 1024 * 1024) / PAGE_BYTES };

/** QuickJS, compiled to WebAssembly: an interpreter that knows no host, in 64 MB of its own. */
async function loadInterpreter(): Promise<Interpreter> {
  const quickjs = await newQuickJSWASMModuleFromVariant(
    newVariant(variant, { wasmMemory: new WebAssembly.Memory(memory) }),
  );
  const kept = new Map<string, Realm>();

  const open = (script: SandboxScript, library: string | undefined): Realm | Failed => {
    const key =
      script.library === undefined
        ? undefined
        : JSON.stringify([script.library, script.form, script.exported, script.source]);
    const used = key === undefined ? undefined : kept.get(key);
    const realm = used ?? openRealm(quickjs, script, library);
    if (key === undefined || 'kind' in realm) return realm;
    kept.delete(key);
    kept.set(key, realm);
    const [oldest] = kept;
    if (oldest !== undefined && kept.size > KEPT_REALMS) {
      kept.delete(oldest[0]);
      oldest[1].close();
    }
    return realm;
  };

  return {
    run({ script, args }, library) {
      const before = kept.size;
      try {
        const realm = open(script, library);
        const result = 'kind' in realm ? realm : realm.call(args);
        // What was stopped in the middle, and memory that was once full, is not used again.
        if (result.kind === 'failed' && (result.cause === 'time' || result.cause === 'memory')) {
          return { kind: 'lost', failed: result, again: result.cause === 'memory' && before > 0 };
        }
        if (!('kind' in realm) && script.library === undefined) realm.close();
        return result;
      } catch (fault) {
        return { kind: 'lost', failed: wordLoss(fault), again: false };
      }
    },
  };
}

function wordLoss(fault: unknown): Failed {
  if (fault instanceof RangeError && /call stack/u.test(fault.message)) {
    return { kind: 'failed', cause: 'memory', why: 'it nests too deeply' };
  }
  return {
    kind: 'failed',
    cause: 'error',
    why: `the sandbox broke: ${fault instanceof Error ? fault.message : String(fault)}`,
  };
}
