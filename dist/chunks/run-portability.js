import "./rolldown-runtime.js";
import { t as portabilityLocally } from "./portability-locally.js";
import { t as loadPage } from "./load-page.js";
import { t as wireCheck } from "./wire-check.js";
import { t as checkTargets } from "./check-targets.js";
import { t as putResult } from "./put-result.js";
import { t as readInputs } from "./read-inputs2.js";
import { t as withPage } from "./with-page.js";
import { isAbsolute, relative } from "node:path";

// src/commands/run-portability.ts
async function runPortability(prompts, given, { given: flags, terminal, signal, heedCancel }) {
	const options = withPage(given);
	const folder = process.cwd();
	const inputs = readInputs(new Map([...flags, ["mode", "portability"]]));
	checkTargets(options);
	const { store } = options;
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
		const written = prompts.map((path) => isAbsolute(path) ? relative(folder, path) : path);
		const asked = {
			...options,
			inputs,
			named: {
				written,
				folder: ports.folder
			},
			screen: terminal.screen,
			loadPage
		};
		return await putResult(await portabilityLocally(asked, ports), terminal, options, ports.breathe);
	} finally {
		await ports.close();
	}
}

export { runPortability };