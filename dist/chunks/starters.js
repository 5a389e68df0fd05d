// src/core/cases/starters.ts
const starterValues = [
	{
		name: /question|query|message|input|prompt|request|turn/iu,
		values: ["Hello! What can you help me with?", "I need help with something urgent. Where do I begin?"]
	},
	{
		name: /lang|locale/iu,
		values: ["English", "German"]
	},
	{
		name: /name|author|user|customer/iu,
		values: ["Ada Lovelace", "Grace Hopper"]
	},
	{
		name: /date|day/iu,
		values: ["2026-01-15", "2026-06-30"]
	},
	{
		name: /num|count|max|limit|age|score/iu,
		values: ["3", "10"]
	},
	{
		name: /./u,
		values: ["Replace this with a real text that your application would put here.", "Replace this with another one, as different from the first as your users’ are."]
	}
];
const written = new Set(starterValues.flatMap(({ values }) => values));
function isStarter({ id, vars }) {
	const values = leavesOf(vars);
	return /^example-\d$/u.test(id) && values.length > 0 && values.every((value) => written.has(value));
}
function leavesOf(value) {
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}
function mergeStarters(cases) {
	if (new Set(cases.map(({ at }) => at.file)).size < 2) return cases;
	const merged = /* @__PURE__ */ new Map();
	for (const golden of cases) {
		const key = isStarter(golden) ? golden.id : JSON.stringify([golden.id, golden.at]);
		const other = merged.get(key);
		const isOther = other !== void 0 && other.at.file !== golden.at.file;
		merged.set(isOther || other === void 0 ? key : JSON.stringify([golden.id, golden.at]), {
			...golden,
			...isOther && {
				...other,
				vars: {
					...golden.vars,
					...other.vars
				}
			}
		});
	}
	return [...merged.values()];
}

export { mergeStarters as n, starterValues as r, isStarter as t };