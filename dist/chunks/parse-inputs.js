import { r as suggestNearest, t as describeIssues } from "./describe-issues.js";
import { n as inputs, r as inputsSchema } from "./inputs.js";

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

export { parseInputs as t };