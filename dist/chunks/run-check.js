import "./rolldown-runtime.js";
import { t as checkLocally } from "./check-revision2.js";
import { t as loadPage } from "./load-page.js";
import { t as wireCheck } from "./wire-check.js";
import { t as checkTargets } from "./check-targets.js";
import { t as putResult } from "./put-result.js";
import { t as readInputs } from "./read-inputs2.js";
import { t as withPage } from "./with-page.js";
import { isAbsolute, relative } from "node:path";

// src/commands/run-check.ts
async function runCheck(prompts, given, { given: flags, terminal, signal, heedCancel }) {
	const options = withPage(given);
	const folder = process.cwd();
	const inputs = readInputs(new Map([...flags, ["mode", "check"]]));
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
			signal
		};
		return await putResult(await checkLocally({
			...asked,
			screen: terminal.screen,
			loadPage
		}, ports), terminal, options, ports.breathe);
	} finally {
		await ports.close();
	}
}

export { runCheck };