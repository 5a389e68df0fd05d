import { o as __toESM } from "./rolldown-runtime.js";
import { t as require_picomatch } from "./picomatch.js";
import { t as ProblemError } from "./problem.js";
import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { readdir, realpath, stat } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { StringDecoder } from "node:string_decoder";

// src/hosts/logs/read-log-text.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
const pieceBytes = 65536;
const piecesATurn = 16;
function readLogFile(path, name) {
	return decoded(() => bytesOfFile(path), name);
}
function readLogText(open, name) {
	return decoded(() => unpacked(open()), name);
}
async function* decoded(open, name) {
	try {
		let decoder;
		for await (const bytes of open()) {
			if (decoder === void 0) {
				const unread = whyUnread(bytes);
				if (unread !== void 0) throw unreadable(name, unread);
				decoder = new StringDecoder(bytes[0] === 255 && bytes[1] === 254 ? "utf16le" : "utf8");
			}
			yield decoder.write(bytes);
		}
		const last = decoder?.end() ?? "";
		if (last !== "") yield last;
	} catch (fault) {
		if (fault instanceof ProblemError) throw fault;
		throw unreadable(name, `it cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`);
	}
}
async function* bytesOfFile(path) {
	if (statSync(path).isFile() && !isPacked(path)) yield* bytesAtOnce(path);
	else yield* unpacked(createReadStream(path, { highWaterMark: pieceBytes }));
}
async function* bytesAtOnce(path) {
	const file = openSync(path, "r");
	try {
		const memory = Buffer.allocUnsafe(pieceBytes);
		for (let pieces = 1;; pieces += 1) {
			const length = readSync(file, memory);
			if (length === 0) return;
			yield memory.subarray(0, length);
			if (pieces % piecesATurn === 0) await setImmediate();
		}
	} finally {
		closeSync(file);
	}
}
function isPacked(path) {
	const file = openSync(path, "r");
	try {
		const bytes = Buffer.alloc(2);
		return readSync(file, bytes) === 2 && isGzip(bytes);
	} finally {
		closeSync(file);
	}
}
function isGzip(bytes) {
	return bytes[0] === 31 && bytes[1] === 139;
}
async function* unpacked(stream) {
	const pieces = stream[Symbol.asyncIterator]();
	try {
		const first = await firstBytes(pieces);
		if (first === void 0) return;
		if (!isGzip(first)) {
			yield first;
			yield* buffers(pieces);
			return;
		}
		const unzip = createGunzip({ chunkSize: pieceBytes });
		const packed = async function* () {
			yield first;
			yield* buffers(pieces);
		};
		pipeline(packed, unzip, () => void 0);
		yield* buffers(unzip[Symbol.asyncIterator]());
	} finally {
		stream.destroy();
	}
}
async function firstBytes(pieces) {
	const first = await nextBytes(pieces);
	if (first === void 0 || first.length > 3) return first;
	const second = await nextBytes(pieces);
	return second === void 0 ? first : Buffer.concat([first, second]);
}
async function nextBytes(pieces) {
	const next = await pieces.next();
	return next.done === true ? void 0 : asBuffer(next.value);
}
async function* buffers(pieces) {
	for (let next = await nextBytes(pieces); next !== void 0; next = await nextBytes(pieces)) yield next;
}
function asBuffer(piece) {
	return Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece));
}
function whyUnread(bytes) {
	if (bytes.subarray(0, 4).toString("latin1") === "PAR1") return "it is Parquet; export JSON Lines or CSV";
	if (bytes.length > 3 && bytes.readUInt32LE(0) === 4247762216) return "it is packed by zstd; unpack it, or pack it by gzip";
	if (bytes[0] === 255 && bytes[1] === 254) return void 0;
	return bytes.subarray(0, 1024).includes(0) ? "it is no text" : void 0;
}
function unreadable(name, why) {
	return new ProblemError({
		reason: "files",
		what: `The log is not read: ${why}.`,
		at: { file: name },
		fix: "Logs are text: JSON Lines, JSON or CSV, plain or packed by gzip."
	});
}

// src/hosts/logs/open-logs.ts
const endings = /\.(?:jsonl?|ndjson|csv|tsv|log)(?:\.gz)?$/iu;
const deepest = 12;
async function openLogs(named, { folder, stdin, kept }) {
	const paths = await findLogs(named.filter((name) => name !== "-"), {
		folder,
		endings,
		...kept && { kept }
	});
	const readsInput = named.includes("-");
	const files = paths.map((path) => ({
		name: path,
		text: () => readLogFile(resolve(folder, path), path)
	}));
	const input = "standard input";
	return readsInput ? [...files, {
		name: input,
		text: () => readLogText(() => stdin, input)
	}] : files;
}
async function findLogs(named, place) {
	const kept = new Set(await Promise.all((place.kept ?? []).map(realPath)));
	const problems = [];
	const paths = /* @__PURE__ */ new Set();
	for (const name of named) {
		const found = await findFiles(name, place);
		const isKept = await Promise.all(found.map(async (path) => kept.has(await realPath(resolve(place.folder, path)))));
		if (found.length === 1 && found[0] === name && isKept[0] === true) problems.push(keptAsLog(name));
		else if (isKept.every(Boolean)) problems.push(nothingAt(name));
		for (const [at, path] of found.entries()) if (isKept[at] === false) paths.add(path);
	}
	const [first, ...rest] = problems;
	if (first !== void 0) throw new ProblemError(first, ...rest);
	return [...paths];
}
async function findFiles(name, { folder, endings }) {
	const about = await stat(resolve(folder, name)).catch(() => void 0);
	if (about?.isDirectory() === true) return (await filesBelow(name, folder)).filter((path) => endings.test(path));
	if (about !== void 0) return [name];
	const { base, glob } = import_picomatch.default.scan(name);
	if (glob === "") return [];
	const isMatch = (0, import_picomatch.default)(name, { dot: false });
	return (await filesBelow(base === "" ? "." : base, folder)).map((path) => path.replace(/^\.\//u, "")).filter((path) => isMatch(path));
}
function realPath(path) {
	return realpath(path).catch(() => path);
}
async function filesBelow(from, folder, depth = 0) {
	const held = await readdir(resolve(folder, from), { withFileTypes: true }).catch(() => []);
	return (await Promise.all(held.map(async (entry) => {
		const path = from === "." ? `./${entry.name}` : join(from, entry.name).replaceAll("\\", "/");
		if (entry.isFile()) return [path];
		return entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith(".") && depth < deepest ? filesBelow(path, folder, depth + 1) : [];
	}))).flat().toSorted();
}
function keptAsLog(name) {
	return {
		reason: "files",
		what: `\`${name}\` is named as a log and as what this run keeps (\`history\`).`,
		at: { file: name },
		fix: "Give the history a file of its own: one that is not there yet, or the one of earlier runs."
	};
}
function nothingAt(name) {
	return {
		reason: "files",
		what: `There is no log \`${name}\`.`,
		at: { file: name },
		fix: "Name files, folders with .jsonl, .json, .ndjson, .csv or .log files (plain or .gz), globs in quotes, or - for standard input."
	};
}

export { openLogs as n, readLogFile as r, findLogs as t };