import { r as suggestNearest } from "./describe-issues.js";
import { t as lacksLine } from "./rendered-line.js";

// src/core/rendered/pair-lines.ts
function pairLines(change) {
	const { path, old, new: next, exam, diff: _, previousPath: __, ...rest } = change;
	if (next?.rendered === void 0) return {
		changes: [change],
		gone: []
	};
	const has = (one) => !lacksLine(next, one.golden.id);
	const hadLine = (one) => old === void 0 || !lacksLine(old, one.golden.id);
	const gone = exam.cases.filter((one) => !has(one)).map(({ key }) => key);
	const added = exam.cases.filter((one) => has(one) && !hadLine(one));
	if (gone.length + added.length === 0) return {
		changes: [change],
		gone
	};
	const both = (cases) => cases.filter((one) => has(one) && hadLine(one));
	const paired = {
		...change,
		exam: {
			...exam,
			cases: both(exam.cases),
			...exam.edits !== void 0 && { edits: both(exam.edits) }
		},
		...gone.length > 0 && { setAside: (change.setAside ?? 0) + gone.length }
	};
	if (added.length === 0) return {
		changes: [paired],
		gone
	};
	const ids = [...new Set(added.map(({ golden }) => golden.id))];
	return {
		changes: [paired, {
			...rest,
			path: `${path}#added`,
			change: "added",
			new: next,
			exam: {
				cases: added,
				unchecked: [],
				changed: {
					added: ids,
					removed: [],
					edited: [],
					weakened: []
				}
			},
			diff: "",
			notes: ["These cases have a line in the new snapshot alone: there is no old request to compare with."]
		}],
		gone
	};
}
function casesWithoutLine(prompt, cases) {
	const ids = [...prompt.rendered?.keys() ?? []];
	return cases.flatMap(({ id, at }) => {
		if (!lacksLine(prompt, id)) return [];
		const nearest = suggestNearest(id, ids);
		const renew = "ender it anew with `promptgate snapshot -- COMMAND`.";
		const fix = nearest === void 0 ? `R${renew}` : `Did you mean \`${nearest}\`? If not, r${renew}`;
		return [{
			reason: "files",
			what: `\`${prompt.path}\` has no line for the case \`${id}\`.`,
			at,
			fix
		}];
	});
}

export { pairLines as n, casesWithoutLine as t };