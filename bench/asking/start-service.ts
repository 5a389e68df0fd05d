import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The model service in a process of its own, until `stop` is called. */
export async function startService(latencyMs: number): Promise<{ readonly url: string; readonly stop: () => void }> {
  const script = fileURLToPath(new URL('./serve.ts', import.meta.url));
  const child = spawn(process.execPath, [script, String(latencyMs)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim()));
    child.once('exit', (code) => reject(new Error(`the model service ended with ${code}`)));
  });
  return { url, stop: () => child.kill() };
}
