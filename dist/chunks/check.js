import { m as formats } from "./cases.js";
import { t as checkKinds } from "./scorers.js";
import { t as readChanges } from "./read-changes.js";
import { n as emptyReport } from "./empty-report.js";
import { t as judgePrompts } from "./judge-prompts.js";
import { a as readSettings, r as defaultSettings } from "./read-settings.js";
import { t as pickChecked } from "./pick-checked.js";

// src/app/check/check.ts
async function check(request, ports) {
	const startedAt = new Date(ports.clock.now()).toISOString();
	const { host } = ports;
	const pull = await host.pullRequest();
	if ("nothing" in pull) {
		const settings = defaultSettings(request.inputs);
		return {
			report: {
				...emptyReport(ports, settings, startedAt),
				verdict: "skipped",
				skipped: pull.nothing
			},
			settings
		};
	}
	const { settings, notes: noted } = await readSettings(host, pull, request.inputs);
	const handed = await ports.handedOver?.(pull);
	const notes = [...noted, ...handed?.notes ?? []];
	ports.begin();
	const tree = await host.tree(pull.head);
	const alone = {
		...pull,
		base: pull.head
	};
	const read = await readChanges({
		host,
		pull: alone,
		changed: [],
		everyPrompt: true,
		settings,
		kinds: checkKinds,
		formats,
		sandbox: ports.sandbox,
		held: ports.held
	});
	const picked = pickChecked(read, request.named, {
		paths: [...tree.keys()],
		globs: settings.promptGlobs
	});
	const place = {
		request,
		ports,
		pull,
		settings,
		notes: [...notes, ...picked.notes],
		startedAt
	};
	return judgePrompts(picked, place);
}

export { check as t };