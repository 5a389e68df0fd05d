import "./toolkit-rolldown-runtime.js";
import { existsSync } from "node:fs";

// src/store/actions-cache.ts
async function restoreCached({ kind, path, name, run }) {
	if (existsSync(path)) return { kind: "nothing" };
	return withCache(async (cache) => {
		const prefix = prefixOf(kind, name);
		const key = await cache.restoreCache([path], prefix + run, [prefix]);
		return key === void 0 ? { kind: "nothing" } : {
			kind: "restored",
			key
		};
	});
}
async function saveCached({ kind, path, name, run }) {
	if (!existsSync(path)) return { kind: "nothing" };
	return withCache(async (cache) => {
		return await cache.saveCache([path], prefixOf(kind, name) + run) < 0 ? {
			kind: "unavailable",
			why: "the cache service did not take the file"
		} : { kind: "saved" };
	});
}
function prefixOf(kind, name) {
	return `promptgate-${kind === "replies" ? 3 : "index"}-${encodeURIComponent(name).replaceAll("-", "%2D").slice(0, 200)}-`;
}
async function withCache(run) {
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
		return await run(cache);
	} catch (error) {
		return {
			kind: "unavailable",
			why: error instanceof Error ? error.message : String(error)
		};
	}
}

export { restoreCached, saveCached };