import { n as mayConcern } from "./may-concern.js";
import { n as noPromptChanged } from "./verdicts-of.js";
import { t as emptyReport } from "./empty-report.js";
import { n as defaultSettings, r as readSettings } from "./read-settings.js";

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
	const [{ settings, notes }, changed] = await Promise.all([readSettings(ports.host, pull, request.inputs), ports.host.changedFiles(pull)]);
	if (!mayConcern(changed, settings)) return nothing(noPromptChanged, settings, pull);
	ports.begin();
	const { reviewChanges } = await import("./review-changes.js");
	return await reviewChanges({
		request,
		ports,
		pull,
		changed,
		settings,
		notes,
		startedAt
	}) ?? nothing("no prompt changed", settings, pull);
}

export { review as t };