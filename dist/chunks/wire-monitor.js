import { r as keptDay, s as loggedService } from "./kept-day.js";
import { n as readKeptLines } from "./kept-lines.js";
import { t as ProblemError } from "./problem.js";
import { t as systemClock } from "./system-clock.js";
import { t as openHistoryFile } from "./history-file.js";
import { t as readFileIn } from "./read-file-in2.js";
import { t as tool } from "./tool.js";
import { resolve } from "node:path";

// src/wire/wire-monitor.ts
const textOf = (lines) => lines.map((line) => `${JSON.stringify(line)}\n`).join("");
function monitorHistory(path, shown) {
	const file = openHistoryFile(path, shown);
	return {
		read: async () => readKeptLines(await file.read(), shown, {
			line: keptDay,
			version: 1
		}),
		append: (lines) => file.append(textOf(lines)),
		replace: (lines) => file.replace(textOf(lines))
	};
}
function wireMonitor(folder, history) {
	return {
		tool,
		readFile: readFileIn(folder, false),
		...history === void 0 ? {} : { history: monitorHistory(resolve(folder, history), history) },
		now: () => systemClock.now(),
		bytesOf: (text) => Buffer.byteLength(text),
		openLogs: async (named) => {
			const { openLogs } = await import("./open-logs2.js");
			return openLogs(named, {
				folder,
				stdin: process.stdin
			});
		},
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

export { wireObserving as n, wireMonitor as t };