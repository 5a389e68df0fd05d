import { r as suggestNearest, t as describeIssues } from "./describe-issues.js";

// src/core/yaml/explain-issues.ts
function explainIssues(issues, located, known, reason = "files") {
	return describeIssues(issues, known).map(({ path, key, what, fix }) => {
		const steps = path.filter((step) => typeof step !== "symbol");
		return {
			reason,
			what,
			at: key === void 0 ? located.at(steps) : located.at([...steps, key], "key"),
			...fix !== void 0 && { fix }
		};
	});
}
function fixUnknown(name, known) {
	const nearest = suggestNearest(name, known);
	return nearest === void 0 ? `Known here: ${known.join(", ")}.` : `Did you mean \`${nearest}\`?`;
}

export { fixUnknown as n, explainIssues as t };