import "./rolldown-runtime.js";
import { n as runGit } from "./run-git.js";
import { i as couldBeShown } from "./file-names.js";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyFile, lstat, mkdir, mkdtemp, open, rm, stat, utimes } from "node:fs/promises";

// src/hosts/git/blob-reader.ts
const MOST_BLOBS = 500;
const MOST_BYTES$2 = 67108864;
function createBlobReader(root, env) {
	let waiting = [];
	let running = false;
	const drain = async () => {
		running = true;
		while (waiting.length > 0) {
			const batch = waiting.slice(0, fitting(waiting));
			waiting = waiting.slice(batch.length);
			await readBatch(root, env, batch).catch((fault) => {
				for (const { reject } of batch) reject(fault);
			});
		}
		running = false;
	};
	return (id, bytes) => new Promise((resolve, reject) => {
		waiting.push({
			id,
			bytes,
			resolve,
			reject
		});
		if (waiting.length === 1 && !running) setImmediate(drain);
	});
}
function fitting(waiting) {
	let bytes = 0;
	const over = waiting.slice(0, MOST_BLOBS).findIndex((wanted) => {
		bytes += wanted.bytes;
		return bytes > MOST_BYTES$2;
	});
	return over === -1 ? Math.min(waiting.length, MOST_BLOBS) : Math.max(1, over);
}
async function readBatch(root, env, batch) {
	const printed = await runGit(root, ["cat-file", "--batch"], env, `${batch.map(({ id }) => id).join("\n")}\n`);
	let at = 0;
	for (const { id, resolve, reject } of batch) {
		const end = printed.indexOf("\n", at);
		const head = printed.subarray(at, end === -1 ? printed.length : end).toString("utf8");
		const size = /^[0-9a-f]+ blob (\d+)$/u.exec(head)?.[1];
		at = end + 1;
		if (size === void 0) {
			reject(/* @__PURE__ */ new Error(`git cat-file: ${head === "" ? `nothing was said of ${id}` : head}`));
			continue;
		}
		resolve(Buffer.from(printed.subarray(at, at + Number(size))));
		at += Number(size) + 1;
	}
}

// src/hosts/git/snapshot.ts
const MOST_BYTES$1 = 5242880;
async function takeSnapshot({ root, index, objects }) {
	const temp = await mkdtemp(join(tmpdir(), "promptgate-git-"));
	const remove = () => rm(temp, {
		recursive: true,
		force: true
	});
	try {
		const env = {
			GIT_INDEX_FILE: join(temp, "index"),
			GIT_OBJECT_DIRECTORY: join(temp, "objects"),
			GIT_ALTERNATE_OBJECT_DIRECTORIES: objects
		};
		await mkdir(env.GIT_OBJECT_DIRECTORY);
		await copyIndex(index, env.GIT_INDEX_FILE).catch(() => void 0);
		await addWorkingTree(root, env);
		return {
			tree: (await runGit(root, ["write-tree"], env)).toString("utf8").trim(),
			env,
			remove
		};
	} catch (fault) {
		await remove();
		throw fault;
	}
}
async function addWorkingTree(root, env) {
	const [untracked] = await Promise.all([runGit(root, [
		"ls-files",
		"--others",
		"--exclude-standard",
		"-z"
	], env), runGit(root, [
		"add",
		"--update",
		"--ignore-errors",
		"--",
		"."
	], env)]);
	const listed = untracked.toString("utf8");
	const add = async (paths) => {
		const there = [];
		for (const path of paths) if (path !== "" && await couldBeRead(join(root, path))) there.push(path);
		if (there.length > 0) await runGit(root, [
			"update-index",
			"--add",
			"-z",
			"--stdin"
		], env, there.join("\0"));
	};
	const paths = listed.split("\0");
	await add(paths).catch(() => add(paths).catch(() => add(paths)));
}
async function couldBeRead(path) {
	try {
		const about = await lstat(path);
		if (about.isSymbolicLink()) return true;
		if (!about.isFile() || about.size > MOST_BYTES$1) return false;
		if (couldBeShown(path)) return true;
		const file = await open(path);
		try {
			const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
			return !buffer.subarray(0, bytesRead).includes(0);
		} finally {
			await file.close();
		}
	} catch {
		return false;
	}
}
async function copyIndex(from, to) {
	const { atime, mtime } = await stat(from);
	await copyFile(from, to);
	await utimes(to, atime, mtime);
}

// src/hosts/git/working-tree.ts
const MOST_BYTES = 5242880;
async function openWorkingTree(paths) {
	const { root } = paths;
	const { tree: sha, env, remove } = await takeSnapshot(paths);
	const readBlob = createBlobReader(root, env);
	const trees = /* @__PURE__ */ new Map();
	const tree = (revision) => {
		const held = trees.get(revision.sha) ?? readTree(root, revision.sha, env);
		trees.set(revision.sha, held);
		return held;
	};
	const text = async (revision, path) => textOf((await tree(revision)).get(path), readBlob);
	return {
		root,
		now: {
			sha,
			ref: "working tree"
		},
		env,
		tree,
		text,
		texts: async (revision, paths) => new Map(await Promise.all(paths.map(async (path) => [path, await text(revision, path)]))),
		bytes: async (revision, path) => {
			const entry = (await tree(revision)).get(path);
			if (entry === void 0 && revision.sha === sha) return lookOnDisk(join(root, path));
			const read = await bytesOf(entry, readBlob);
			return Buffer.isBuffer(read) ? {
				kind: "bytes",
				base64: read.toString("base64")
			} : read;
		},
		close: remove
	};
}
async function lookOnDisk(path) {
	const found = await lstat(path).catch(() => void 0);
	if (found?.isFile() !== true) return { kind: "absent" };
	if (found.size > MOST_BYTES) return tooLarge(found.size);
	return {
		kind: "refused",
		why: "git leaves it out (it is ignored, or has another ending than its content)"
	};
}
function tooLarge(bytes) {
	return {
		kind: "refused",
		why: `it has ${bytes} bytes; at most ${MOST_BYTES} are read`
	};
}
async function readTree(root, sha, env) {
	const entries = (await runGit(root, [
		"ls-tree",
		"-r",
		"-z",
		"--long",
		"--full-tree",
		sha
	], env)).toString("utf8").split("\0").flatMap((line) => {
		const parts = /^(?<mode>\d+) (?<type>\w+) (?<id>[0-9a-f]+) +(?<bytes>\d+|-)\t(?<path>.+)$/s.exec(line)?.groups;
		if (parts?.path === void 0) return [];
		const { path, mode = "", id = "", bytes = "0" } = parts;
		return [[path, {
			path,
			mode: modeOf(mode),
			id,
			bytes: Number(bytes) || 0
		}]];
	});
	return new Map(entries);
}
function modeOf(mode) {
	if (mode === "120000") return "symlink";
	return mode === "160000" ? "submodule" : "file";
}
async function textOf(entry, readBlob) {
	const read = await bytesOf(entry, readBlob);
	if (!Buffer.isBuffer(read)) return read;
	if (read.includes(0)) return {
		kind: "refused",
		why: "it is a binary file"
	};
	return {
		kind: "text",
		text: read.toString("utf8")
	};
}
async function bytesOf(entry, readBlob) {
	if (entry === void 0) return { kind: "absent" };
	if (entry.mode !== "file") return {
		kind: "refused",
		why: `it is a ${entry.mode}`
	};
	if (entry.bytes > MOST_BYTES) return tooLarge(entry.bytes);
	return readBlob(entry.id, entry.bytes);
}

export { openWorkingTree as t };