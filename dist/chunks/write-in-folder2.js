import "./rolldown-runtime.js";
import { createWriteStream } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline as pipeline$1 } from "node:stream/promises";
import { randomUUID } from "node:crypto";
import { lstat, mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";

// src/hosts/workspace/write-in-folder.ts
async function writeInFolder(folder, path, pieces) {
	const real = await placeIn(folder, path);
	if (real === void 0) throw new Error(`${path} lies outside the workspace`);
	const there = await lstat(real).catch(() => void 0);
	if (there !== void 0 && !there.isFile()) throw new Error(`${path} is there already, and no file`);
	await pipeline$1(Readable.from(pieces), createWriteStream(real));
	return real;
}
async function writeNewIn(folder, path, text) {
	const real = await placeIn(folder, path);
	if (real === void 0) return "outside";
	try {
		await writeFile(real, text, { flag: "wx" });
		return "written";
	} catch (fault) {
		if (fault instanceof Error && "code" in fault && fault.code === "EEXIST") return "there";
		throw fault;
	}
}
async function rewriteIn(folder, path, { old, next }) {
	const real = await placeIn(folder, path);
	if (real === void 0 || (await lstat(real).catch(() => void 0))?.isFile() !== true) return "outside";
	const beside = `${real}.${randomUUID()}.tmp`;
	try {
		const { mode } = await lstat(real);
		await writeFile(beside, next, {
			flag: "wx",
			mode
		});
		if (await readFile(real, "utf8") !== old) return "changed";
		await rename(beside, real);
		return "written";
	} finally {
		await rm(beside, { force: true });
	}
}
async function placeIn(folder, path) {
	const root = await realpath(folder);
	const file = resolve(root, path);
	const parent = await nearestFolder(root, dirname(file));
	if (parent === void 0) return void 0;
	await mkdir(parent, { recursive: true });
	const real = join(await realpath(dirname(file)), relative(dirname(file), file));
	return isWithin(root, real) ? real : void 0;
}
async function nearestFolder(root, folder) {
	for (let at = folder; isWithin(root, at); at = dirname(at)) {
		const real = await realpath(at).catch(() => void 0);
		if (real === void 0) continue;
		return isWithin(root, real) ? folder : void 0;
	}
}
function isWithin(folder, path) {
	const way = relative(folder, path);
	return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

export { writeInFolder as n, writeNewIn as r, rewriteIn as t };