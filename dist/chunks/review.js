import { r as mayConcern, t as areOwnGlobs } from "./may-concern.js";
import { b as matchPrompts } from "./settle-role.js";
import { n as noPromptChanged } from "./report-outcome.js";
import { n as emptyReport } from "./empty-report.js";
import { t as changesConfig } from "./read-config-change.js";
import { a as readSettings, r as defaultSettings } from "./read-settings.js";

// src/app/review/review.ts
async function review(request, ports) {
	const startedAt = new Date(ports.clock.now()).toISOString();
	const pull = await ports.host.pullRequest();
	const nothing = (why, settings, compared) => ({
		report: {
			...emptyReport(ports, settings, startedAt, compared),
			verdict: "skipped",
			skipped: why
		},
		settings,
		...compared === void 0 ? {} : { pull: compared }
	});
	if ("nothing" in pull) return nothing(pull.nothing, defaultSettings(request.inputs));
	const [{ settings, notes: noted }, changed, handed] = await Promise.all([
		readSettings(ports.host, pull, request.inputs),
		ports.host.changedFiles(pull),
		ports.handedOver?.(pull)
	]);
	const notes = [...noted, ...handed?.notes ?? []];
	const noPrompt = async (passedOver, untold = []) => {
		const why = await namesNothing(ports.host, pull.head, settings.promptGlobs) ? "the globs of `prompts` name no file of the repository" : noPromptChanged;
		const skipped = nothing(passedOver === void 0 ? why : `${why}; ${passedOver}`, settings, pull);
		return {
			...skipped,
			report: {
				...skipped.report,
				notes: [...skipped.report.notes, ...untold]
			}
		};
	};
	if (!mayConcern(changed, settings) && !changesConfig(changed, request.inputs)) return noPrompt();
	ports.begin();
	const { reviewChanges } = await import("./review-changes.js");
	const result = await reviewChanges({
		request,
		ports,
		pull,
		changed,
		settings,
		notes,
		startedAt,
		inputs: request.inputs,
		...handed === void 0 ? {} : { fresh: handed.fresh }
	});
	return "report" in result ? result : noPrompt(result.passedOver, result.notes);
}
async function namesNothing(host, head, globs) {
	if (!areOwnGlobs(globs)) return false;
	return ![...(await host.tree(head)).keys()].some(matchPrompts(globs));
}

export { review as t };