// Loaded into a process of the action before all else (`NODE_OPTIONS=--import`): pauses of up to some seconds, such as GitHub asks for
// between writes, pass twenty times faster. Clocks and longer limits are as they are. Nothing of the action knows of it.
const wait = globalThis.setTimeout;
globalThis.setTimeout = (run, ms = 0, ...given) => wait(run, ms > 4_000 ? ms : ms / 20, ...given);
