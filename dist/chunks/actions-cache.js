import "./toolkit-rolldown-runtime.js";
import { setTimeout } from "node:timers/promises";
import { existsSync } from "node:fs";

// src/store/actions-cache.ts
const longestMs = 6e4;
async function restoreCached({ kind, path, name, run }, limitMs = longestMs) {
	if (existsSync(path)) return { kind: "nothing" };
	return withCache(limitMs, async (cache) => {
		const prefix = prefixOf(kind, name);
		const key = await cache.restoreCache([path], prefix + run, [prefix]);
		return key === void 0 ? { kind: "nothing" } : {
			kind: "restored",
			key
		};
	});
}
async function saveCached({ kind, path, name, run }, limitMs = longestMs) {
	if (!existsSync(path)) return { kind: "nothing" };
	return withCache(limitMs, async (cache) => {
		return await cache.saveCache([path], prefixOf(kind, name) + run) < 0 ? {
			kind: "unavailable",
			why: "the cache service did not take the file"
		} : { kind: "saved" };
	});
}
function prefixOf(kind, name) {
	return `promptgate-${kind === "replies" ? 3 : "index"}-${encodeURIComponent(name).replaceAll("-", "%2D").slice(0, 200)}-`;
}
let late;
async function withCache(limitMs, run) {
	try {
		if ((process.env["ACTIONS_RESULTS_URL"] ?? process.env["ACTIONS_CACHE_URL"] ?? "") === "") return {
			kind: "unavailable",
			why: "this runner has no cache service"
		};
		const cache = await import("./toolkit-cache.js");
		if (!cache.isFeatureAvailable()) return {
			kind: "unavailable",
			why: "this runner has no cache service"
		};
		if (late !== void 0) return late;
		const why = `the cache service was not done within ${limitMs / 1e3} s`;
		const outcome = await Promise.race([run(cache), setTimeout(limitMs, {
			kind: "late",
			why
		}, { ref: false })]);
		if (outcome.kind === "late") late = outcome;
		return outcome;
	} catch (error) {
		return {
			kind: "unavailable",
			why: error instanceof Error ? error.message : String(error)
		};
	}
}

export { restoreCached, saveCached };