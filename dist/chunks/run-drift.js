import "./rolldown-runtime.js";
import { t as watchLocally } from "./watch-locally.js";
import { t as historyInFile } from "./drift-history.js";
import { t as loadPage } from "./load-page.js";
import { t as ownHistory } from "./own-history.js";
import { r as wireLocalAlerts } from "./wire-alerts.js";
import { t as wireCheck } from "./wire-check.js";
import { t as checkTargets } from "./check-targets.js";
import { t as putResult } from "./put-result.js";
import { t as readInputs } from "./read-inputs2.js";
import { t as withPage } from "./with-page.js";
import { dirname, isAbsolute, relative } from "node:path";
import { mkdir } from "node:fs/promises";

// src/commands/run-drift.ts
async function runDrift(prompts, options, { given, terminal, signal, heedCancel }) {
	const { history, canaryOnly, store, ...shown } = withPage(options);
	checkTargets(shown);
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
		const file = history ?? ownHistory("drift", ports.root);
		if (history === void 0) await mkdir(dirname(file), { recursive: true });
		const written = prompts.map((path) => isAbsolute(path) ? relative(folder, path) : path);
		const asked = {
			inputs,
			run: (/* @__PURE__ */ new Date()).toISOString(),
			named: {
				written,
				folder: ports.folder
			},
			...canaryOnly === void 0 ? {} : { canaryOnly },
			signal,
			...shown,
			screen: terminal.screen,
			loadPage,
			alerts: wireLocalAlerts(process.env, file, terminal.say)
		};
		return await putResult(await watchLocally(asked, ports, () => historyInFile(file, file)), terminal, shown, ports.breathe);
	} finally {
		await ports.close();
	}
}

export { runDrift };