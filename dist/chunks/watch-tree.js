import "./rolldown-runtime.js";
import { t as findRepository } from "./find-repository2.js";
import { n as runGit } from "./run-git.js";
import { watch } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";

// src/hosts/git/watch-tree.ts
const quietMs = 150;
const mostFolders = 4e3;
async function watchTree(folder, own, say) {
	const { root } = await findRepository(folder);
	const watchers = /* @__PURE__ */ new Map();
	const pending = /* @__PURE__ */ new Set();
	let wake = Promise.withResolvers();
	let isTold = false;
	const tellLimit = (why) => {
		if (!isTold) say(`Not every folder is watched: ${why}. Save a file in a watched one to review the others.`);
		isTold = true;
	};
	const watchFolder = (path) => {
		if (watchers.has(path)) return;
		if (watchers.size >= mostFolders) {
			tellLimit(`there are more than ${mostFolders}`);
			return;
		}
		try {
			const watcher = watch(join(root, path), (_, name) => {
				pending.add(name === null ? path : join(path, name));
				wake.resolve();
			});
			const leave = () => {
				watcher.close();
				watchers.delete(path);
			};
			watchers.set(path, watcher.on("error", leave));
		} catch (fault) {
			if ((fault instanceof Error && "code" in fault ? fault.code : void 0) !== "ENOENT") tellLimit(fault instanceof Error ? fault.message : String(fault));
		}
	};
	const list = async () => {
		const paths = (await runGit(root, [
			"ls-files",
			"-z",
			"--cached",
			"--others",
			"--exclude-standard"
		])).toString("utf8").split("\0").filter((path) => path !== "" && !own(join(root, path))).map((path) => join(path));
		for (const path of new Set(paths.flatMap(foldersOf))) watchFolder(path);
		return new Set(paths);
	};
	let listed = await list();
	return {
		changed: async (signal) => {
			const aborted = new Promise((done) => signal.addEventListener("abort", () => done(), { once: true }));
			while (!signal.aborted) {
				await Promise.race([wake.promise, aborted]);
				for (let seen = -1; seen !== pending.size && !signal.aborted;) {
					seen = pending.size;
					await setTimeout(quietMs);
				}
				wake = Promise.withResolvers();
				const touched = [...pending];
				pending.clear();
				const before = listed;
				listed = await list();
				const found = touched.filter((path) => before.has(path) || listed.has(path));
				const moved = [...listed].filter((path) => !before.has(path));
				if (found.length + moved.length > 0) return [.../* @__PURE__ */ new Set([...found, ...moved])];
			}
			return [];
		},
		close: () => {
			for (const watcher of watchers.values()) watcher.close();
		}
	};
}
function foldersOf(path) {
	const parent = dirname(path);
	return parent === "." ? ["."] : [parent, ...foldersOf(parent)];
}

export { watchTree };