// src/providers/system-clock.ts
const LONGEST_MS = 2 ** 31 - 1;
const systemClock = {
	now: () => Date.now(),
	monotonic: () => performance.now(),
	sleep: (ms, signal) => new Promise((resolve, reject) => {
		if (signal?.aborted) {
			reject(signal.reason);
			return;
		}
		let left = ms;
		let timer;
		const end = () => {
			clearTimeout(timer);
			reject(signal?.reason);
		};
		const next = () => {
			if (left <= 0) {
				signal?.removeEventListener("abort", end);
				resolve();
				return;
			}
			timer = setTimeout(next, Math.min(left, LONGEST_MS));
			left -= LONGEST_MS;
		};
		signal?.addEventListener("abort", end, { once: true });
		next();
	})
};

export { systemClock as t };