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

export { showPart as a, partWords as i, partKinds as n, writtenPart as o, partOf as r, isAddress as t };