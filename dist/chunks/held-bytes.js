import { c as bytesToHex, n as sha256 } from "./hash.js";
import { t as ProviderError } from "./ports.js";
import { n as mediaTypeOf, t as decodeBase64 } from "./media-type.js";

// src/core/parts/held-bytes.ts
const mostBytes = 5242880;
const lfsPointer = "dmVyc2lvbiBodHRwczovL2dpdC1sZnMuZ2l0aHViLmNvbS9zcGVjL3Yx";
var HeldBytes = class {
	#bySha = /* @__PURE__ */ new Map();
	#known = /* @__PURE__ */ new WeakMap();
	keep(file) {
		const kept = this.#known.get(file) ?? this.#look(file.base64);
		this.#known.set(file, kept);
		return kept;
	}
	find(digest) {
		return this.#bySha.get(digest);
	}
	#look(written) {
		const bytes = decodeBase64(written);
		if (bytes === void 0) return {
			kind: "refused",
			why: "it is not base64"
		};
		if (bytes.length > mostBytes) return {
			kind: "refused",
			why: `it has ${bytes.length} bytes; at most ${mostBytes} are read`
		};
		if (written.startsWith(lfsPointer)) return {
			kind: "refused",
			why: "it is kept in Git LFS: only a pointer is in the repository"
		};
		const mediaType = mediaTypeOf(bytes);
		if (mediaType === void 0) return {
			kind: "refused",
			why: "its content is no PNG, JPEG, GIF, WebP, WAV, MP3, PDF or text, which is what services take"
		};
		const digest = bytesToHex(sha256(bytes));
		this.#bySha.set(digest, written.replaceAll(/\s+/gu, ""));
		return {
			kind: "kept",
			mediaType,
			bytes: bytes.length,
			sha256: digest
		};
	}
};
function sendingBytes(provider, held) {
	return { ask: (request, signal, heed) => provider.ask(withBytes(request, held), signal, heed) };
}
function withBytes(request, held) {
	if (request.kind !== "chat" || request.messages.every(({ parts }) => parts === void 0)) return request;
	const fill = (part) => {
		if (part.kind === "text" || part.source.kind === "url" || part.source.sha256 === void 0) return part;
		const base64 = held.find(part.source.sha256);
		if (base64 !== void 0) return {
			...part,
			source: {
				...part.source,
				base64
			}
		};
		throw new ProviderError(`was not asked: the bytes of ${part.name ?? "a part"} are not there.`, { reason: "refused-request" });
	};
	const messages = request.messages.map((message) => message.parts === void 0 ? message : {
		...message,
		parts: message.parts.map(fill)
	});
	return {
		...request,
		messages
	};
}

export { sendingBytes as n, HeldBytes as t };