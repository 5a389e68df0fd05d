import { t as clip } from "./clip.js";

// src/core/parts/part-value.ts
const partKinds = [
	"image",
	"audio",
	"file"
];
const partWords = {
	image: "an image",
	audio: "a sound",
	file: "a file"
};
function writtenPart(value) {
	if (!isObject(value)) return void 0;
	const [entry, ...others] = Object.entries(value);
	const kind = partKinds.find((one) => one === entry?.[0]);
	const from = entry?.[1];
	return kind === void 0 || typeof from !== "string" || others.length > 0 ? void 0 : {
		kind,
		from
	};
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function partOf(value) {
	const written = writtenPart(value);
	if (written !== void 0) {
		const { kind, from: url } = written;
		return isAddress(url) ? {
			kind,
			source: {
				kind: "url",
				url
			},
			name: url
		} : void 0;
	}
	if (!isObject(value)) return void 0;
	const { mediaType, bytes, sha256 } = value;
	const kind = partKinds.find((one) => typeof value[one] === "string");
	if (kind === void 0 || typeof mediaType !== "string" || typeof bytes !== "number" || typeof sha256 !== "string") return void 0;
	if (!/^[0-9a-f]{64}$/u.test(sha256)) return void 0;
	const name = String(value[kind]);
	return {
		kind,
		source: {
			kind: "data",
			mediaType,
			base64: "",
			sha256,
			bytes
		},
		name
	};
}
function isAddress(from) {
	return /^https:\/\//iu.test(from);
}
function showPart({ kind, name, source }) {
	const from = source.kind === "url" ? clip(source.url, 300) : source.mediaType;
	return `[${kind}: ${name ?? from}]`;
}

// src/core/template/fill-template.ts
const placeholder = /\{\{[ \t]*([\w.-]+)[ \t]*\}\}/gu;
function listVariables(template) {
	return [...new Set(Array.from(template.matchAll(placeholder), (match) => match[1] ?? ""))];
}
function fillTemplate(template, values) {
	const unknown = /* @__PURE__ */ new Set();
	return {
		text: template.replace(placeholder, (written, name) => {
			const value = lookUp(name, values);
			if (value !== void 0) return showValue(value);
			unknown.add(name);
			return written;
		}),
		unknown: [...unknown]
	};
}
function lookUp(name, values) {
	if (Object.hasOwn(values, name)) return values[name];
	if (!name.includes(".")) return void 0;
	let held = values;
	for (const key of name.split(".")) {
		if (held === void 0 || held === null || typeof held !== "object") return void 0;
		held = isList(held) ? itemOf(held, key) : Object.hasOwn(held, key) ? held[key] : void 0;
	}
	return held;
}
function isList(value) {
	return Array.isArray(value);
}
function itemOf(list, key) {
	return /^\d{1,9}$/u.test(key) ? list[Number(key)] : void 0;
}
function showValue(value) {
	const part = partOf(value);
	if (part !== void 0) return showPart(part);
	return typeof value === "string" ? value : JSON.stringify(value) ?? "";
}

export { isAddress as a, partWords as c, showValue as i, showPart as l, listVariables as n, partKinds as o, lookUp as r, partOf as s, fillTemplate as t, writtenPart as u };