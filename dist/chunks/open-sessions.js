import { t as systemClock } from "./system-clock.js";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

// src/providers/memory.ts
const fewCalls = 1e3;
const manyCalls = 8e3;
const hugeCalls = 5e4;
const memory = {
	begin: () => setNursery("kept"),
	plan: (calls) => calls > manyCalls ? collectEarly(calls) : setNursery("growing"),
	ask: (calls) => {
		if (calls > fewCalls) collectEarly(calls);
	}
};
function setNursery(size) {
	setFlagsFromString(`--semi-space-growth-factor=${size === "kept" ? 1 : 2}`);
}
function collectEarly(calls) {
	const huge = calls > hugeCalls;
	setNursery(huge ? "growing" : "kept");
	setFlagsFromString(`--heap-growing-percent=${huge ? 50 : 10}`);
	setFlagsFromString("--expose-gc");
	const collect = runInNewContext("gc");
	if (typeof collect === "function") collect();
}

// src/wire/provider-keys.ts
function nameKeySource(provider) {
	switch (provider.key.kind) {
		case "input": return "the input `api-key`";
		case "environment": return `the environment variable ${provider.key.name}`;
		case "none": return "no key";
	}
}
function keyOf(provider, inputs, env) {
	switch (provider.key.kind) {
		case "input": return inputs["api-key"];
		case "environment": return env[provider.key.name]?.trim() || void 0;
		case "none": return;
	}
}
function hasKey(settings, name, inputs, env) {
	const provider = settings.providers.get(name);
	if (provider === void 0) return false;
	if (provider.key.kind === "none") return true;
	return keyOf(provider, inputs, env) !== void 0 || provider.key.kind === "environment" && provider.key.optional;
}

// src/wire/load-prices.ts
async function loadPrices(settings) {
	const { loadPriceList } = await import("./load-price-list.js");
	const endpoints = new Map([...settings.providers].map(([name, { baseUrl }]) => [name, baseUrl]));
	return loadPriceList(Object.fromEntries(settings.prices), endpoints, systemClock.now());
}

// src/wire/open-asking.ts
async function openAsking(settings, calls, place) {
	memory.ask(calls);
	const { inputs, surroundings, progress } = place;
	const [{ createAsking }, { createOpenAiProvider }, { openSqliteStore }, { createSession }] = await Promise.all([
		import("./create-asking.js"),
		import("./create-openai-provider.js"),
		import("./sqlite-store.js"),
		import("./create-session.js")
	]);
	const clock = systemClock;
	await place.beforeStore?.(settings);
	const store = openSqliteStore(place.store, clock);
	for (const note of store.notes) progress.say(note);
	const seats = [...settings.providers].map(([name, provider]) => {
		const key = keyOf(provider, inputs, surroundings.env);
		if (key !== void 0) place.hide(key);
		const made = createOpenAiProvider({
			name,
			baseUrl: provider.baseUrl,
			keyFrom: nameKeySource(provider),
			clock,
			...key === void 0 ? {} : { key }
		});
		const { fallback } = provider;
		return [name, {
			provider: made,
			endpoint: provider.baseUrl,
			...fallback === void 0 ? {} : { fallback }
		}];
	});
	const costOf = await loadPrices(settings);
	const asking = createAsking({
		providers: new Map(seats),
		store,
		clock,
		random: Math.random,
		limits: settings,
		progress,
		costOf,
		cancel: surroundings.signal
	});
	let scorers;
	const session = createSession({
		asking,
		store,
		costOf,
		runScorer: async (name, input) => {
			const { openScorers } = await import("./open-scorers.js");
			const allowed = place.fork() ? /* @__PURE__ */ new Map() : settings.scorers;
			scorers ??= openScorers({
				scorers: allowed,
				cwd: place.workspace,
				environment: surroundings.env
			});
			return scorers.run(name, input, surroundings.signal);
		}
	});
	return {
		...session,
		close: async () => {
			scorers?.close();
			await session.close();
		}
	};
}

// src/wire/open-sessions.ts
function openSessions(open) {
	const opened = [];
	return {
		open: async (settings, calls) => {
			const session = await open(settings, calls);
			opened.push(session);
			return session;
		},
		close: async () => {
			for (const session of opened) await session.close();
		}
	};
}

export { keyOf as a, hasKey as i, openAsking as n, memory as o, loadPrices as r, openSessions as t };