import { t as ProblemError } from "./problem.js";
import { a as wordsOfGit, i as runGit, n as findRepository, r as gitWord, t as openWorkingTree } from "./working-tree.js";
import { a as hasKey, c as memory, i as loadPrices, l as createDeciding, n as openSessions, r as openAsking, s as createBreathe, t as words } from "./words.js";
import { t as systemClock } from "./system-clock.js";
import { t as createSandbox } from "./create-sandbox.js";
import { t as cacheFolder } from "./cache-folder.js";
import { t as tool } from "./tool.js";
import { join } from "node:path";

// src/hosts/git/git-host.ts
async function openGitHost({ folder, base }) {
	const paths = await findRepository(folder);
	const [opened, merged] = await Promise.allSettled([openWorkingTree(paths), findMergeBase(paths.root, base)]);
	if (opened.status === "rejected") throw opened.reason;
	const { root, now, env, tree, text, texts, close } = opened.value;
	if (merged.status === "rejected") {
		await close();
		throw merged.reason;
	}
	const compared = merged.value;
	return {
		root,
		close,
		tree,
		text,
		texts,
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
}
async function findMergeBase(root, wanted) {
	for (const ref of wanted === void 0 ? [
		"origin/HEAD",
		"main",
		"master"
	] : [wanted]) try {
		return {
			sha: await gitWord(root, [
				"merge-base",
				"--end-of-options",
				"HEAD",
				`${ref}^{commit}`
			]),
			ref
		};
	} catch (fault) {
		if (!await isCommit(root, ref)) continue;
		throw problem(`HEAD and '${ref}' have no common commit (${wordsOfGit(fault)}).`, "Fetch the whole history, or name another base with --base.");
	}
	if (wanted !== void 0) throw problem(`there is no commit '${wanted}' in this repository.`, "Give --base a branch, tag or commit that `git log` knows.");
	throw problem("there is nothing to compare with: no origin/HEAD, main or master.", "Name the base yourself: promptgate review --base REF.");
}
function isCommit(root, ref) {
	return gitWord(root, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`
	]).then(() => true, () => false);
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

// src/wire/wire-local.ts
async function wireLocal(inputs, surroundings, { folder, base, store, progress }) {
	const host = await openGitHost({
		folder,
		...base === void 0 ? {} : { base }
	});
	const asking = wireLocalAsking(inputs, surroundings, {
		root: host.root,
		progress,
		...store === void 0 ? {} : { store }
	});
	const close = async () => {
		await asking.close();
		await host.close();
	};
	return {
		...asking,
		host,
		close
	};
}
function wireLocalAsking(inputs, surroundings, { root, store, progress }) {
	const place = {
		inputs,
		surroundings,
		progress,
		store: store ?? join(cacheFolder(surroundings.env), "replies.sqlite"),
		clock: systemClock,
		startedAt: systemClock.monotonic(),
		sealed: false,
		workspace: root,
		hide: () => void 0,
		scorers: async () => ({
			kind: "at",
			cwd: root,
			notes: [],
			leave: () => void 0
		}),
		shedKeys: () => void 0
	};
	const sandbox = createSandbox();
	const asking = openSessions((settings, calls) => openAsking(settings, calls, place));
	return {
		clock: systemClock,
		breathe: createBreathe(surroundings.signal),
		deciding: createDeciding(surroundings.signal),
		progress,
		begin: memory.begin,
		sandbox,
		words,
		expect: memory.plan,
		tool,
		hasKey: (settings, name) => hasKey(settings, name, inputs, surroundings.env),
		loadPrices,
		openAsking: asking.open,
		close: async () => {
			sandbox.close();
			await asking.close();
		}
	};
}

export { wireLocalAsking as n, openGitHost as r, wireLocal as t };