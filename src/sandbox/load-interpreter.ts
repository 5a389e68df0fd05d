import variant from '@jitl/quickjs-singlefile-mjs-release-sync';
import { newQuickJSWASMModuleFromVariant, newVariant } from 'quickjs-emscripten-core';
import type { SandboxResult, SandboxScript } from '../core/ports.ts';
import type { SandboxRequest } from './create-sandbox.ts';
import { type Failed, openRealm, type Realm } from './realm.ts';

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
export async function loadInterpreter(): Promise<Interpreter> {
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
