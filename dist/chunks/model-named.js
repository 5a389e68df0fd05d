import { t as describeIssues } from "./describe-issues.js";

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

// src/core/settings/model-named.ts
function modelNamed(name, providers) {
	const colon = name.indexOf(":");
	const provider = name.slice(0, Math.max(colon, 0));
	const model = name.slice(colon + 1);
	return colon > 0 && model !== "" && providers.has(provider) ? {
		provider,
		model
	} : {
		provider: "default",
		model: name
	};
}

export { explainIssues as n, modelNamed as t };