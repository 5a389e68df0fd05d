import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { r as wordsOfGit, t as gitWord } from "./run-git.js";
import { resolve } from "node:path";

// src/hosts/git/find-repository.ts
async function findRepository(folder) {
	try {
		const [root = "", index = "", objects = ""] = (await gitWord(folder, [
			"rev-parse",
			"--show-toplevel",
			"--git-path",
			"index",
			"--git-path",
			"objects"
		])).split("\n");
		return {
			root,
			index: resolve(folder, index),
			objects: resolve(folder, objects)
		};
	} catch (fault) {
		throw new ProblemError({
			reason: "files",
			what: `${folder} is not inside a git working tree (${wordsOfGit(fault)}).`,
			fix: "Run promptgate in the repository that holds your prompts."
		});
	}
}
function folderInTree(folder) {
	return gitWord(folder, ["rev-parse", "--show-prefix"]);
}

export { folderInTree as n, findRepository as t };