import { workerData } from 'node:worker_threads';
import type { SandboxAnswer, SandboxChannel, SandboxRequest } from './create-sandbox.ts';
import { loadInterpreter } from './load-interpreter.ts';
import { loadLibrary } from './load-library.ts';

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
