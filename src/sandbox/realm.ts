import type { QuickJSContext, QuickJSHandle, QuickJSWASMModule } from 'quickjs-emscripten-core';
import type { Json } from '../core/json.ts';
import type { SandboxResult, SandboxScript } from '../core/ports.ts';
import { startMeter } from './meter.ts';
import { driverSource, wrapModule } from './realm-source.ts';

export type Failed = Extract<SandboxResult, { readonly kind: 'failed' }>;

/** A world of its own for one script: its objects, its memory, its time. */
export type Realm = {
  /** Calls the script's function. @param args text of a JSON list */
  readonly call: (args: string) => SandboxResult;
  readonly close: () => void;
};

/** Most of the interpreter's memory that calls in calls may take. */
const STACK_BYTES = 1024 * 1024;

/** How the interpreter names the script in its errors. */
const SCRIPT = 'script';

/**
 * Makes a realm and loads the script in it.
 * @param library the source of the library that the script names
 * @throws what QuickJS itself could not stand, after which it is unusable
 */
export function openRealm(quickjs: QuickJSWASMModule, script: SandboxScript, library = ''): Realm | Failed {
  const runtime = quickjs.newRuntime();
  runtime.setMaxStackSize(STACK_BYTES);
  // A library is ours: only what the script does is timed.
  let meter = (): boolean => false;
  runtime.setInterruptHandler(() => meter());
  const context = runtime.newContext();
  const held: QuickJSHandle[] = [];
  const hold = (handle: QuickJSHandle): QuickJSHandle => {
    held.push(handle);
    return handle;
  };
  const close = (): void => {
    for (const handle of held) if (handle.alive) handle.dispose();
    context.dispose();
    runtime.dispose();
  };
  const driver = hold(context.unwrapResult(context.evalCode(driverSource, 'driver')));
  const drive = (name: string, ...given: QuickJSHandle[]): QuickJSHandle | Failed => {
    const method = hold(context.getProp(driver, name));
    const result = context.callFunction(method, context.undefined, ...given);
    return result.error === undefined ? hold(result.value) : failureOf(context, hold(result.error));
  };
  if (script.library !== undefined) {
    hold(context.unwrapResult(context.evalCode(library, script.library)));
  }
  meter = startMeter();
  const target = load(context, script, drive, hold);
  if ('kind' in target) {
    close();
    return target;
  }
  if (script.library !== undefined) {
    const [global = ''] = script.library.split('/');
    drive('close', hold(context.newString(global)));
  }
  return {
    close,
    call(args) {
      meter = startMeter();
      const before = held.length;
      const result = callTarget(context, drive, target, hold(context.newString(args)));
      for (const handle of held.splice(before)) handle.dispose();
      return result;
    },
  };
}

type Drive = (name: string, ...given: QuickJSHandle[]) => QuickJSHandle | Failed;

/** The function that the script is or exports. */
function load(
  context: QuickJSContext,
  { form, source, exported = '' }: SandboxScript,
  drive: Drive,
  hold: (handle: QuickJSHandle) => QuickJSHandle,
): QuickJSHandle | Failed {
  const module = form === 'file' && /^[ \t]*(?:export|import)\b/mu.test(source);
  const text = form === 'function' ? `(${source}\n)` : module ? source : wrapModule(source);
  const result = context.evalCode(text, SCRIPT, { type: module ? 'module' : 'global' });
  if (result.error !== undefined) return failureOf(context, hold(result.error), 'syntax');
  const evaluated = hold(result.value);
  const loaded = form === 'file' && !module ? drive('fill', evaluated) : settled(context, evaluated, hold);
  if ('kind' in loaded) return loaded;
  const target = form === 'function' ? loaded : drive('pick', loaded, hold(context.newString(exported)));
  if ('kind' in target || context.typeof(target) === 'function') return target;
  const why = exported === '' ? 'it is no function and exports none' : `it exports no function \`${exported}\``;
  return { kind: 'failed', cause: 'error', why };
}

/** What a module with `await` at its top comes to. */
function settled(
  context: QuickJSContext,
  evaluated: QuickJSHandle,
  hold: (handle: QuickJSHandle) => QuickJSHandle,
): QuickJSHandle | Failed {
  context.runtime.executePendingJobs();
  const state = context.getPromiseState(evaluated);
  if (state.type === 'pending') return waitsForever;
  if (state.type === 'rejected') return failureOf(context, hold(state.error));
  return state.notAPromise === true ? evaluated : hold(state.value);
}

function callTarget(context: QuickJSContext, drive: Drive, target: QuickJSHandle, args: QuickJSHandle): SandboxResult {
  const box = drive('call', target, args);
  if ('kind' in box) return box;
  const jobs = context.runtime.executePendingJobs();
  if (jobs.error !== undefined) {
    const failed = failureOf(context, jobs.error);
    jobs.error.dispose();
    return failed;
  }
  const text = drive('read', box);
  if ('kind' in text) return text;
  const written = context.getString(text);
  if (written === '') return waitsForever;
  const { value, fault }: { readonly value?: Json; readonly fault?: Fault } = JSON.parse(written);
  return fault === undefined ? { kind: 'value', value } : wordFault(fault);
}

const waitsForever: Failed = { kind: 'failed', cause: 'error', why: 'it waits for something that never comes' };

type Fault = { readonly name: string; readonly message: string; readonly stack: string };

function failureOf(context: QuickJSContext, error: QuickJSHandle, cause?: 'syntax'): Failed {
  const told: unknown = context.dump(error);
  const read = (key: keyof Fault): string => {
    const held: unknown = typeof told === 'object' && told !== null ? Reflect.get(told, key) : undefined;
    return typeof held === 'string' ? held : '';
  };
  const fault = { name: read('name'), message: read('message'), stack: read('stack') };
  if (fault.name === '') return wordFault({ ...fault, message: fault.message || (JSON.stringify(told) ?? 'nothing') });
  return wordFault(fault, fault.name === 'SyntaxError' ? cause : undefined);
}

function wordFault({ name, message, stack }: Fault, cause: 'syntax' | 'error' = 'error'): Failed {
  // With no memory left there is none for an error either: QuickJS throws null then.
  if (name === '' && message === 'null') return { kind: 'failed', cause: 'memory', why: 'it ran out of memory' };
  if (name === 'InternalError') {
    if (message === 'interrupted') return { kind: 'failed', cause: 'time', why: 'it took longer than a second' };
    if (/^(?:out of memory|string too long)$/u.test(message)) {
      return { kind: 'failed', cause: 'memory', why: 'it needed more than 64 MB of memory' };
    }
    if (message === 'stack overflow') return { kind: 'failed', cause: 'memory', why: 'it calls itself too deeply' };
  }
  const line = /\bscript:(\d+)/u.exec(stack)?.[1];
  const why = name === '' || name === 'Error' ? message : `${name}: ${message}`;
  return { kind: 'failed', cause, why, ...(line !== undefined && { line: Number(line) }) };
}
