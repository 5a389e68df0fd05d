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
	if (refuseEndpoint(baseUrl, { query: false }) !== void 0) return void 0;
	try {
		const response = await fetch(`${withVersion(baseUrl, "v1")}/models`, {
			headers: {
				accept: "application/json",
				...key === void 0 ? {} : { authorization: `Bearer ${key}` }
			},
			redirect: "error",
			signal
		});
		const text = response.ok ? await readBounded(response) : void 0;
		return text === void 0 ? void 0 : daysListed(text);
	} catch {
		return;
	}
}
async function readBounded({ body }) {
	const pieces = [];
	let bytes = 0;
	for await (const piece of body ?? []) {
		bytes += piece.byteLength;
		if (bytes > mostBytes) return void 0;
		pieces.push(piece);
	}
	return Buffer.concat(pieces).toString("utf8");
}
function daysListed(text) {
	const read = listed.safeParse(JSON.parse(text));
	if (!read.success) return void 0;
	return new Map(read.data.data.flatMap(({ id, shutdown_date: day }) => {
		const known = date().safeParse(day);
		return known.success ? [[id, known.data]] : [];
	}));
}

export { listRetirements };