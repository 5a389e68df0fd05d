import "./rolldown-runtime.js";
import { D as tuple, E as string, l as array, v as literal, x as object } from "./zod.js";
import { createHmac, timingSafeEqual } from "node:crypto";

// src/store/kept-index.ts
const version = 1;
const mostEntries = 6e4;
const mostBytes = 16777216;
const header = object({
	version: literal(version),
	seal: string().regex(/^[0-9a-f]{64}$/u)
});
const entry = tuple([
	string(),
	string(),
	array(string())
]);
function openKeptIndex(kept, key) {
	const before = kept === void 0 ? /* @__PURE__ */ new Map() : read(kept, key);
	const used = /* @__PURE__ */ new Map();
	let learned = false;
	const keyOf = (extractor, id) => `${extractor} ${id}`;
	return {
		find: (extractor, id) => {
			const key = keyOf(extractor, id);
			const found = before.get(key);
			if (found !== void 0) used.set(key, found);
			return found ?? used.get(key);
		},
		keep: (extractor, id, mentions) => {
			learned = true;
			used.set(keyOf(extractor, id), mentions);
		},
		write: () => learned ? write([...used, ...[...before].filter(([key]) => !used.has(key))], key) : void 0
	};
}
function write(entries, key) {
	const lines = [];
	let room = mostBytes;
	for (const [key, { kind, names }] of entries.slice(0, mostEntries)) {
		const line = JSON.stringify([
			key,
			kind,
			names
		]);
		room -= Buffer.byteLength(line) + 1;
		if (room < 0) break;
		lines.push(line);
	}
	const body = lines.join("\n");
	return `${JSON.stringify({
		version,
		seal: sealOf(body, key)
	})}\n${body}`;
}
function read(kept, key) {
	const end = kept.indexOf("\n");
	const head = header.safeParse(parse(kept.slice(0, Math.max(0, end))));
	const body = kept.slice(end + 1);
	if (!head.success || kept.length > mostBytes || !isSealed(body, head.data.seal, key)) return /* @__PURE__ */ new Map();
	const lines = body === "" ? [] : body.split("\n");
	return new Map(lines.flatMap((line) => {
		const { success, data } = entry.safeParse(parse(line));
		return success ? [[data[0], {
			kind: data[1],
			names: data[2]
		}]] : [];
	}));
}
function sealOf(body, key) {
	return createHmac("sha256", key).update(body).digest("hex");
}
function isSealed(body, seal, key) {
	return timingSafeEqual(Buffer.from(sealOf(body, key)), Buffer.from(seal));
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

export { openKeptIndex };