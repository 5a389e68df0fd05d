import "./rolldown-runtime.js";
import { E as string, k as unknown, l as array, n as date, x as object, y as looseObject } from "./zod.js";
import { t as refuseEndpoint } from "./refuse-endpoint.js";
import { r as withVersion } from "./http-fetch.js";

// src/providers/openai/list-retirements.ts
const mostBytes = 4 * 2 ** 20;
const listed = object({ data: array(looseObject({
	id: string(),
	shutdown_date: unknown()
}).partial({ shutdown_date: true })) });
async function listRetirements({ baseUrl, key }, signal) {
	if (refuseEndpoint(baseUrl, { query: false }) !== void 0) return /* @__PURE__ */ new Map();
	try {
		const response = await fetch(`${withVersion(baseUrl, "v1")}/models`, {
			headers: {
				accept: "application/json",
				...key === void 0 ? {} : { authorization: `Bearer ${key}` }
			},
			redirect: "error",
			signal
		});
		if (!response.ok || Number(response.headers.get("content-length") ?? 0) > mostBytes) return /* @__PURE__ */ new Map();
		return daysListed((await response.text()).slice(0, mostBytes));
	} catch {
		return /* @__PURE__ */ new Map();
	}
}
function daysListed(text) {
	const read = listed.safeParse(JSON.parse(text));
	return new Map((read.success ? read.data.data : []).flatMap(({ id, shutdown_date: day }) => {
		const known = date().safeParse(day);
		return known.success ? [[id, known.data]] : [];
	}));
}

export { listRetirements };