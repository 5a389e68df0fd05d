import "./rolldown-runtime.js";
import { createWriteStream } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { lstat, mkdir, realpath } from "node:fs/promises";

// src/hosts/workspace/write-in-folder.ts
async function writeInFolder(folder, path, pieces) {
	const root = await realpath(folder);
	const file = resolve(root, path);
	await mkdir(await nearestFolder(root, dirname(file)), { recursive: true });
	const real = join(await realpath(dirname(file)), relative(dirname(file), file));
	if (!isWithin(root, real)) throw new Error(`${path} lies outside the workspace`);
	const there = await lstat(real).catch(() => void 0);
	if (there !== void 0 && !there.isFile()) throw new Error(`${path} is there already, and no file`);
	await pipeline(Readable.from(pieces), createWriteStream(real));
	return real;
}
async function nearestFolder(root, folder) {
	for (let at = folder; isWithin(root, at); at = dirname(at)) {
		const real = await realpath(at).catch(() => void 0);
		if (real === void 0) continue;
		if (!isWithin(root, real)) break;
		return folder;
	}
	throw new Error(`${relative(root, folder)} lies outside the workspace`);
}
function isWithin(folder, path) {
	const way = relative(folder, path);
	return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

export { writeInFolder };