import { existsSync } from 'node:fs';

// Loaded into a process of the action before all else (`NODE_OPTIONS=--import`): time passes HASTEN times faster there, so
// that what is done after half a minute can be seen in two seconds. Nothing of the action knows of it.
const times = Number(process.env.HASTEN ?? '1');
const since = Date.now();
const now = performance.now.bind(performance);
const wait = globalThis.setTimeout;
performance.now = () => now() * times;
Date.now = () => Math.floor(since + now() * times);
globalThis.setTimeout = (run, ms = 0, ...given) => wait(run, ms / times, ...given);

// As the machine would that runs out of memory: as soon as there is a file of this name.
const sign = process.env.HASTEN_KILL;
if (sign !== undefined) setInterval(() => existsSync(sign) && process.kill(process.pid, 'SIGKILL'), 20).unref();
