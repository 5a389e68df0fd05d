import { t as ProviderError } from "./ports.js";
import { request } from "node:http";
import { promisify } from "node:util";

// src/providers/service/http-fetch.ts
const mostOfVectors = 64 * 2 ** 20;
const mostOfText = 8 * 2 ** 20;
const mostOfStream = 64 * 2 ** 20;
function limitFetch(own) {
	return async (input, init) => {
		if (typeof init?.body !== "string") throw new TypeError("a call is sent as one text");
		const url = new URL(input instanceof Request ? input.url : input);
		const ofCall = typeof own === "function" ? await own(url, init.body) : own;
		return httpFetch(url, {
			method: init.method ?? "POST",
			headers: {
				"user-agent": "promptgate",
				"content-type": "application/json",
				accept: "application/json",
				...ofCall
			},
			body: init.body,
			signal: init.signal ?? void 0,
			mostBytes: /embed/iu.test(url.pathname) ? mostOfVectors : mostOfText
		});
	};
}
function withVersion(baseUrl, version) {
	return /\/v\d\w*$/u.test(baseUrl) ? baseUrl : `${baseUrl}/${version}`;
}
async function httpFetch(url, sent) {
	const { response, body, pieces } = await sendWhole(url, sent);
	const status = response.statusCode ?? 0;
	const headers = headersOf(response);
	if (status >= 300 && status < 400 && headers.has("location")) throw new TypeError("unexpected redirect");
	if (status < 200 || status > 599) throw malformed(`answered with the status ${status}, which HTTP does not know.`);
	const packing = headers.get("content-encoding");
	const unpacked = await unpack(body, packing, sent.mostBytes);
	const told = packing === null ? pieces : [{
		bytes: unpacked,
		ms: void 0
	}];
	return new TextResponse(unpacked.toString("utf8").replace(/^\u{feff}/u, ""), {
		status,
		headers
	}, told);
}
function piecesOf(response) {
	return response instanceof TextResponse && isStream(response.headers.get("content-type")) ? response.pieces : void 0;
}
function isStream(type) {
	return /^text\/event-stream\b/iu.test(type ?? "");
}
var TextResponse = class extends Response {
	text;
	pieces;
	constructor(text, about, pieces) {
		super(null, about);
		this.pieces = pieces;
		this.text = () => Promise.resolve(text);
	}
};
var StaleConnection = class extends Error {};
async function sendWhole(url, sent) {
	for (;;) try {
		return await send(url, sent);
	} catch (error) {
		if (!(error instanceof StaleConnection)) throw error;
	}
}
async function send(url, { method, headers, body, signal, mostBytes }) {
	const request$1 = url.protocol === "https:" ? (await import("node:https")).request : request;
	const started = performance.now();
	return new Promise((resolve, reject) => {
		const length = { "content-length": String(Buffer.byteLength(body)) };
		const sending = request$1(url, {
			method,
			headers: {
				...headers,
				...length
			}
		});
		const abort = () => {
			sending.destroy(/* @__PURE__ */ new Error("aborted"));
		};
		const end = (settle) => {
			signal?.removeEventListener("abort", abort);
			settle();
		};
		signal?.addEventListener("abort", abort, { once: true });
		if (signal?.aborted === true) abort();
		let answering = false;
		sending.on("error", (error) => end(() => reject(faultOf(error, sending.reusedSocket && !answering))));
		sending.on("response", (response) => {
			answering = true;
			receive(response, mostBytes, started).then((received) => end(() => resolve(received)), (error) => end(() => reject(error)));
		});
		sending.on("close", () => {
			if (!answering) end(() => reject(cutShort(void 0)));
		});
		sending.end(body);
	});
}
function faultOf(error, reused) {
	const code = "code" in error && typeof error.code === "string" ? error.code : "";
	if (reused && (code === "ECONNRESET" || code === "EPIPE")) return new StaleConnection();
	return code.startsWith("HPE_") ? malformed(`sent what is no HTTP answer (${error.message}).`, error) : error;
}
function receive(response, most, started) {
	const mostBytes = isStream(response.headers["content-type"]) ? mostOfStream : most;
	return new Promise((resolve, reject) => {
		const pieces = [];
		let bytes = 0;
		response.on("data", (chunk) => {
			bytes += chunk.byteLength;
			pieces.push({
				bytes: chunk,
				ms: performance.now() - started
			});
			if (bytes > mostBytes) response.destroy(tooLarge(mostBytes));
		});
		response.on("error", (error) => reject(error instanceof ProviderError ? error : cutShort(error)));
		response.on("close", () => reject(cutShort(void 0)));
		response.on("end", () => {
			resolve({
				response,
				body: Buffer.concat(pieces.map((piece) => piece.bytes), bytes),
				pieces
			});
		});
	});
}
function headersOf({ headersDistinct }) {
	const headers = new Headers();
	for (const [name, values = []] of Object.entries(headersDistinct)) for (const value of values) headers.append(name, value);
	return headers;
}
async function unpack(body, encoding, mostBytes) {
	if (encoding === null || body.length === 0) return body;
	const { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } = await import("node:zlib");
	const decoders = {
		gzip: gunzip,
		"x-gzip": gunzip,
		deflate: ((body[0] ?? 0) & 15) === 8 ? inflate : inflateRaw,
		br: brotliDecompress,
		zstd: zstdDecompress
	};
	const decoder = Object.entries(decoders).find(([name]) => name === encoding.trim().toLowerCase())?.[1];
	if (decoder === void 0) return body;
	try {
		return await promisify(decoder)(body, { maxOutputLength: mostBytes });
	} catch (error) {
		throw error instanceof RangeError ? tooLarge(mostBytes) : cutShort(error);
	}
}
function tooLarge(mostBytes) {
	return malformed(`sent an answer larger than ${Math.round(mostBytes / 2 ** 20)} MiB.`);
}
function cutShort(cause) {
	return malformed("ended the connection in the middle of its answer.", cause);
}
function malformed(message, cause) {
	return new ProviderError(message, {
		reason: "malformed",
		retryable: true,
		fix: "Run the review again later; if it lasts, see what stands between the runner and the service.",
		cause
	});
}

export { piecesOf as n, withVersion as r, limitFetch as t };