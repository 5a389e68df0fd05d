import { t as ProblemError } from "./problem.js";
import { t as tool } from "./tool.js";
import { t as systemClock } from "./system-clock.js";
import { o as ownLines, s as readKeptLines } from "./alert-state.js";
import { t as openHistoryFile } from "./history-file.js";
import { n as fileWith } from "./place-calls.js";
import { t as readFileIn } from "./read-file-in2.js";
import { a as loggedService } from "./count-call.js";
import { r as keptDay } from "./kept-day.js";
import { resolve } from "node:path";

// src/wire/pull-offered.ts
function wirePullOffered({ env, signal }) {
	const { GITHUB_TOKEN: token = "", GITHUB_REPOSITORY: repository = "" } = env;
	const apiUrl = env["GITHUB_API_URL"] ?? "https://api.github.com";
	if (token === "" || !/^[^/\s]+\/[^/\s]+$/u.test(repository)) throw new ProblemError({
		reason: "config",
		what: "`--pull-request` needs a repository and a token that may write to it.",
		fix: "Set GITHUB_REPOSITORY to `owner/name`, and GITHUB_TOKEN; in a workflow grant it `contents: write` and `pull-requests: write`."
	});
	return async (offered) => {
		const [{ connectGitHub }, { offerPull }] = await Promise.all([import("./connect-github2.js"), import("./offer-pull.js")]);
		const pull = await offerPull(connectGitHub({
			token,
			apiUrl,
			repository,
			signal
		}));
		const files = /* @__PURE__ */ new Map();
		for (const { place, cases } of offered) {
			const { path, text } = await fileWith(place, cases, (name) => Promise.resolve(files.get(name)).then((held) => held === void 0 ? pull.text(name) : {
				kind: "text",
				text: held
			}));
			files.set(path, text);
		}
		const all = offered.flatMap(({ cases }) => cases);
		const opened = await pull.open(files, {
			title: titleOf(all.length),
			body: bodyOf(all.map(({ reason }) => reason))
		});
		switch (opened.kind) {
			case "opened": return [`A pull request offers the cases: ${opened.url}`];
			case "there": return [`No pull request was opened: one with cases that were offered earlier is open. Merge or close it first: ${opened.url}`];
			case "branch": return [`No pull request was opened: the branch \`${opened.branch}\` is there already. Delete it, then run this again.`];
		}
	};
}
function unlessRefused(take, missed) {
	return async (...offered) => {
		try {
			return await take(...offered);
		} catch (fault) {
			if (!(fault instanceof ProblemError)) throw fault;
			missed.add("pull request");
			return [fault.message];
		}
	};
}
function titleOf(count) {
	return count === 1 ? "Add a golden case from production" : `Add ${count} golden cases from production`;
}
function bodyOf(reasons) {
	return `Promptgate chose these inputs among the logged calls of production:

${[...Map.groupBy(reasons, (reason) => reason)].map(([reason, held]) => `- ${words[reason]}: ${held.length}`).join("\n")}

Each is tagged \`review\`, has no checks, and says above it why it was chosen. Write its checks, then drop the tag.

E-mail addresses, telephone, card and bank account numbers, IP addresses and keys are masked by their form. Names and postal addresses have no form: **look for them before you merge**, and delete the branch if you find any.
`;
}
const words = {
	failed: "failed",
	poor: "graded low by a judge",
	refused: "refused",
	cut: "cut off at a limit",
	rare: "like no golden case"
};

// src/wire/wire-monitor.ts
const textOf = (lines) => lines.map((line) => `${JSON.stringify(line)}\n`).join("");
const looked = 50;
function monitorHistory(path, shown) {
	const file = openHistoryFile(path, shown);
	const form = {
		line: keptDay,
		version: 1
	};
	return {
		read: async () => ownLines(readKeptLines(await file.read(), shown, form), shown),
		refuseOther: async () => {
			const first = (await file.read()).split("\n", looked).join("\n");
			ownLines(readKeptLines(first, shown, form), shown);
		},
		append: (lines) => file.append(textOf(lines)),
		replace: (lines) => file.replace(textOf(lines))
	};
}
function wireMonitor(folder, history, engine = "node") {
	const path = history === void 0 ? void 0 : resolve(folder, history);
	const ownHistory = path === void 0 ? void 0 : monitorHistory(path, history ?? "");
	const place = {
		folder,
		...path !== void 0 && { kept: [path, `${path}.alerts.json`] }
	};
	return {
		tool,
		readFile: readFileIn(folder, false),
		...ownHistory && { history: ownHistory },
		now: () => systemClock.now(),
		bytesOf: (text) => Buffer.byteLength(text),
		openLogs: async (named) => {
			await ownHistory?.refuseOther();
			const { openLogs } = await import("./open-logs2.js");
			return openLogs(named, {
				...place,
				stdin: process.stdin
			});
		},
		...engine === "duckdb" && { openDatabase: async (named, setup) => {
			await ownHistory?.refuseOther();
			const { openDuckDb } = await import("./open-duckdb.js");
			return openDuckDb(named, {
				...place,
				...setup
			});
		} },
		loadPrices: async ({ prices }) => {
			const { loadPriceList } = await import("./load-price-list.js");
			const endpoints = /* @__PURE__ */ new Map([[loggedService, "http://127.0.0.1"]]);
			return loadPriceList(Object.fromEntries(prices), endpoints, systemClock.now());
		}
	};
}
async function wireObserving({ folder, inputs, surroundings, progress, store = ":memory:" }) {
	const { wireLocalAsking } = await import("./wire-local2.js");
	const tree = await openTree(folder);
	const asking = wireLocalAsking(inputs, surroundings, {
		root: tree?.root ?? folder,
		progress,
		store
	});
	return {
		...asking,
		files: tree,
		close: async () => {
			await asking.close();
			await tree?.close();
		}
	};
}
async function openTree(folder) {
	const [{ findRepository }, { openWorkingTree }] = await Promise.all([import("./find-repository.js"), import("./working-tree2.js")]);
	try {
		return await openWorkingTree(await findRepository(folder));
	} catch (fault) {
		if (fault instanceof ProblemError) return void 0;
		throw fault;
	}
}

export { wirePullOffered as i, wireObserving as n, unlessRefused as r, wireMonitor as t };