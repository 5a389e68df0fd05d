import "./rolldown-runtime.js";
import { t as watchLocally } from "./watch-locally.js";
import { t as historyInFile } from "./drift-history.js";
import { t as cacheFolder } from "./keep-compiled2.js";
import { t as wireCheck } from "./wire-check.js";
import { t as putResult } from "./put-result.js";
import { t as readInputs } from "./read-inputs.js";
import { createHash } from "node:crypto";
import { dirname, isAbsolute, join, relative } from "node:path";
import { mkdir } from "node:fs/promises";

// src/commands/run-drift.ts
async function runDrift(prompts, { history, json, store }, { given, terminal, signal, heedCancel }) {
	const folder = process.cwd();
	const inputs = readInputs(new Map([...given, ["mode", "drift"]]));
	const place = {
		folder,
		progress: terminal.progress,
		...store === void 0 ? {} : { store }
	};
	const ports = await wireCheck(inputs, {
		env: process.env,
		signal,
		heedCancel
	}, place);
	try {
		const file = history ?? await ownHistory(ports.root);
		const failOn = (inputs["fail-on"] ?? ["drifted"]).filter((word) => word === "drifted");
		const written = prompts.map((path) => isAbsolute(path) ? relative(folder, path) : path);
		const asked = {
			inputs,
			run: (/* @__PURE__ */ new Date()).toISOString(),
			named: {
				written,
				folder: ports.folder
			},
			failOn,
			signal,
			screen: terminal.screen,
			...json === void 0 ? {} : { json }
		};
		return await putResult(await watchLocally(asked, ports, historyInFile(file, file)), terminal, {}, ports.breathe);
	} finally {
		await ports.close();
	}
}
async function ownHistory(root) {
	const name = createHash("sha256").update(root).digest("hex").slice(0, 16);
	const file = join(cacheFolder(process.env), "drift", `${name}.ndjson`);
	await mkdir(dirname(file), { recursive: true });
	return file;
}

export { runDrift };