import { n as suggestNearest } from "./looks-like-key.js";
import { i as emptyReport, w as describeIssues } from "./model-named.js";
import { n as inputsSchema, t as inputs } from "./inputs.js";
import { c as readSettings, s as defaultSettings } from "./publish-review.js";
import { n as mayConcern } from "./may-concern.js";

// src/core/settings/parse-inputs.ts
function parseInputs(given) {
	const values = new Map([...given].map(([name, text]) => [name, text.trim()]));
	const written = Object.fromEntries([...values].filter(([name, text]) => text !== "" || name === "artifact"));
	const parsed = inputsSchema.safeParse(written, { reportInput: true });
	const unknown = [...given.keys()].filter((name) => !Object.hasOwn(inputsSchema.shape, name)).map(describeUnknown);
	const refused = parsed.success ? [] : describeIssues(parsed.error.issues, () => []).map(toProblem);
	const [first, ...others] = [...unknown, ...refused];
	if (first !== void 0) return {
		kind: "broken",
		problems: [first, ...others]
	};
	if (parsed.success) return {
		kind: "inputs",
		inputs: parsed.data
	};
	return {
		kind: "broken",
		problems: [{
			reason: "config",
			what: "the inputs are not readable."
		}]
	};
}
function describeUnknown(name) {
	const names = inputs.map((input) => input.name);
	const nearest = suggestNearest(name, names);
	const fix = nearest === void 0 ? `Inputs: ${names.join(", ")}.` : `Did you mean \`${nearest}\`?`;
	return {
		reason: "config",
		what: `unknown input \`${name.slice(0, 60).replaceAll(/[\p{Cc}`]/gu, " ")}\`.`,
		fix
	};
}
function toProblem({ what, fix }) {
	return {
		reason: "config",
		what: `the input ${what}`,
		...fix === void 0 ? {} : { fix }
	};
}

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
	const { settings, notes } = await readSettings(ports.host, pull, request.inputs);
	const changed = await ports.host.changedFiles(pull);
	if (!mayConcern(changed, settings)) return nothing("no prompt changed", settings, pull);
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

export { parseInputs as n, review as t };