import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { copyFile, lstat, mkdir, mkdtemp, open, rm, stat, utimes } from "node:fs/promises";
import { execFile } from "node:child_process";

// src/hosts/git/run-git.ts
var GitError = class extends Error {
	constructor(args, words) {
		super(`git ${args[0] ?? ""}: ${words.trim() || "failed without a word"}`);
		this.name = "GitError";
	}
};
const MOST_OUTPUT = 268435456;
function runGit(folder, args, env = {}, input = "") {
	return new Promise((resolve, reject) => {
		const child = execFile("git", [...args], {
			cwd: folder,
			encoding: "buffer",
			maxBuffer: MOST_OUTPUT,
			env: {
				...process.env,
				LC_ALL: "C",
				GIT_OPTIONAL_LOCKS: "0",
				...env
			}
		}, (error, stdout, stderr) => {
			if (error === null) resolve(stdout);
			else if ("code" in error && error.code === "ENOENT") reject(new GitError(args, "git is not installed, or not on the PATH"));
			else reject(new GitError(args, stderr.toString("utf8")));
		});
		child.stdin?.on("error", () => void 0);
		child.stdin?.end(input);
	});
}
async function gitWord(folder, args) {
	return (await runGit(folder, args)).toString("utf8").trim();
}
function wordsOfGit(fault) {
	return fault instanceof GitError ? fault.message : String(fault);
}

// src/hosts/git/snapshot.ts
const MOST_BYTES$1 = 5242880;
async function takeSnapshot(root) {
	const temp = await mkdtemp(join(tmpdir(), "promptgate-git-"));
	const remove = () => rm(temp, {
		recursive: true,
		force: true
	});
	try {
		const [index, objects] = await Promise.all([gitPath(root, "index"), gitPath(root, "objects")]);
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
	await runGit(root, [
		"add",
		"--update",
		"--ignore-errors",
		"--",
		"."
	], env);
	const listed = (await runGit(root, [
		"ls-files",
		"--others",
		"--exclude-standard",
		"-z"
	], env)).toString("utf8");
	const add = async (paths) => {
		const there = [];
		for (const path of paths) if (path !== "" && await couldBePrompt(join(root, path))) there.push(path);
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
async function couldBePrompt(path) {
	try {
		const about = await lstat(path);
		if (about.isSymbolicLink()) return true;
		if (!about.isFile() || about.size > MOST_BYTES$1) return false;
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
async function gitPath(root, name) {
	return resolve(root, (await runGit(root, [
		"rev-parse",
		"--git-path",
		name
	])).toString("utf8").trim());
}

// src/hosts/git/working-tree.ts
const MOST_BYTES = 5242880;
async function openWorkingTree(folder) {
	const root = await findRoot(folder);
	const { tree: sha, env, remove } = await takeSnapshot(root);
	const trees = /* @__PURE__ */ new Map();
	const tree = (revision) => {
		const held = trees.get(revision.sha) ?? readTree(root, revision.sha, env);
		trees.set(revision.sha, held);
		return held;
	};
	return {
		root,
		now: {
			sha,
			ref: "working tree"
		},
		env,
		tree,
		text: async (revision, path) => textOf(root, (await tree(revision)).get(path), env),
		close: remove
	};
}
async function findRoot(folder) {
	try {
		return await gitWord(folder, ["rev-parse", "--show-toplevel"]);
	} catch (fault) {
		throw new ProblemError({
			reason: "files",
			what: `${folder} is not inside a git working tree (${wordsOfGit(fault)}).`,
			fix: "Run promptgate in the repository that holds your prompts."
		});
	}
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
async function textOf(root, entry, env) {
	if (entry === void 0) return { kind: "absent" };
	if (entry.mode !== "file") return {
		kind: "refused",
		why: `it is a ${entry.mode}`
	};
	if (entry.bytes > MOST_BYTES) return {
		kind: "refused",
		why: `it has ${entry.bytes} bytes; at most ${MOST_BYTES} are read`
	};
	const bytes = await runGit(root, [
		"cat-file",
		"blob",
		entry.id
	], env);
	if (bytes.includes(0)) return {
		kind: "refused",
		why: "it is a binary file"
	};
	return {
		kind: "text",
		text: bytes.toString("utf8")
	};
}

// src/hosts/git/git-host.ts
async function openGitHost({ folder, base }) {
	const { root, now, env, tree, text, close } = await openWorkingTree(folder);
	try {
		const compared = await findMergeBase(root, base);
		return {
			root,
			close,
			tree,
			text,
			pullRequest: () => Promise.resolve({
				tip: now,
				base: compared,
				head: now,
				fork: false
			}),
			changedFiles: async (pull) => readChanges(await runGit(root, [
				"diff-tree",
				"-r",
				"-z",
				"-M",
				"--raw",
				"--no-abbrev",
				pull.base.sha,
				pull.head.sha
			], env))
		};
	} catch (fault) {
		await close();
		throw fault;
	}
}
async function findMergeBase(root, wanted) {
	const ref = await findBase(root, wanted);
	try {
		return {
			sha: await gitWord(root, [
				"merge-base",
				"HEAD",
				ref
			]),
			ref
		};
	} catch (fault) {
		throw problem(`HEAD and '${ref}' have no common commit (${wordsOfGit(fault)}).`, "Fetch the whole history, or name another base with --base.");
	}
}
async function findBase(root, wanted) {
	for (const ref of wanted === void 0 ? [
		"origin/HEAD",
		"main",
		"master"
	] : [wanted]) if (await gitWord(root, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`
	]).catch(() => void 0) !== void 0) return ref;
	if (wanted !== void 0) throw problem(`there is no commit '${wanted}' in this repository.`, "Give --base a branch, tag or commit that `git log` knows.");
	throw problem("there is nothing to compare with: no origin/HEAD, main or master.", "Name the base yourself: promptgate review --base REF.");
}
function problem(what, fix) {
	return new ProblemError({
		reason: "files",
		what,
		fix
	});
}
function readChanges(raw) {
	const fields = raw.toString("utf8").split("\0");
	const changes = [];
	for (let at = 0; at + 1 < fields.length;) {
		const status = (fields[at] ?? "").split(" ").at(-1) ?? "";
		const path = fields[at + 1] ?? "";
		if (status.startsWith("R") || status.startsWith("C")) {
			changes.push({
				path: fields[at + 2] ?? "",
				previousPath: path,
				status: "renamed"
			});
			at += 3;
		} else {
			changes.push({
				path,
				status: status === "A" ? "added" : status === "D" ? "removed" : "modified"
			});
			at += 2;
		}
	}
	return changes;
}

export { openGitHost };