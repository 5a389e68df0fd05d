import { setTimeout } from "node:timers/promises";

// src/providers/system-clock.ts
const LONGEST_MS = 2 ** 31 - 1;
const systemClock = {
	now: () => Date.now(),
	monotonic: () => performance.now(),
	sleep: async (ms, signal) => {
		try {
			for (let left = ms; left > 0; left -= LONGEST_MS) await setTimeout(Math.min(left, LONGEST_MS), void 0, signal === void 0 ? {} : { signal });
		} catch (error) {
			throw signal?.aborted ? signal.reason : error;
		}
	}
};

export { systemClock as t };