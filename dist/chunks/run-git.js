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

export { runGit as n, wordsOfGit as r, gitWord as t };