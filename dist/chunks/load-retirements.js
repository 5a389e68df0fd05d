import { d as keyOf } from "./wire-local.js";

// src/wire/load-retirements.ts
const longestMs = 1e4;
async function loadRetirements({ providers }, inputs, { env, signal }) {
	const { listRetirements } = await import("./list-retirements.js");
	const ends = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
	const asked = [...providers].filter(([, { api }]) => api === "chat" || api === "responses").map(async ([name, provider]) => {
		return [name, await listRetirements({
			baseUrl: provider.baseUrl,
			key: keyOf(provider, inputs, env)
		}, ends)];
	});
	return new Map(await Promise.all(asked));
}
async function suggestSuccessors(model) {
	return (await import("./suggest-successors.js")).suggestSuccessors(model);
}

export { suggestSuccessors as n, loadRetirements as t };