import { i as worst, r as verdicts } from "./verdict.js";
import { B as tallySide, K as isBroken, R as passesTell, t as verdictOfReason } from "./verdict-of-reason.js";

// src/core/gate/with-reasons.ts
function fellIn(cell) {
	const [old, now] = [tallySide(cell, "old"), tallySide(cell, "new")];
	if (old.of === 0 || now.of === 0) return false;
	const tell = passesTell(cell);
	return isBroken(levelOf(now, tell) - levelOf(old, tell));
}
function levelOf({ scores, passes, of }, tell) {
	if (tell && passes !== null) return passes / of;
	return scores.reduce((sum, score) => sum + score, 0) / of;
}
function tellOwnEdits(comparison, verdict, asBase, { unasked, allowed }) {
	return withReasons(verdict, ({ row }) => {
		const broken = (comparison.rows.find((compared) => compared.row === row)?.cases ?? []).filter(({ state }) => state === "regressed" || state === "fell");
		const shown = new Set(broken.map((one) => one.case));
		const fallen = asBase.filter((cell) => cell.row === row && !shown.has(cell.case) && fellIn(cell));
		const left = unasked.get(row) ?? 0;
		if (fallen.length + left === 0) return [];
		return [{
			kind: "own-edits",
			row,
			cases: [...new Map(fallen.map((cell) => [cell.case, cell])).values()].map((cell) => ({
				case: cell.case,
				old: countOf(tallySide(cell, "old")),
				new: countOf(tallySide(cell, "new"))
			})),
			unasked: left,
			allowed
		}];
	});
}
function countOf({ passes, of }) {
	return {
		passes,
		of
	};
}
function withReasons(verdict, reasonsOf) {
	const rows = verdict.rows.map((row) => {
		const more = reasonsOf(row);
		if (more.length === 0) return row;
		const reasons = [...row.reasons, ...more].toSorted((one, other) => rankOf(one) - rankOf(other));
		return {
			...row,
			verdict: worst([row.verdict, ...more.map(verdictOfReason)]),
			reasons
		};
	});
	return {
		...verdict,
		rows,
		verdict: worst([verdict.verdict, ...rows.map((row) => row.verdict)])
	};
}
function rankOf(reason) {
	return verdicts.indexOf(verdictOfReason(reason));
}
function tellFailing(comparison, verdict) {
	const rows = verdict.rows.map((row) => {
		const failing = (comparison.rows.find((compared) => compared.row === row.row)?.cases ?? []).flatMap(({ case: name, state, new: { passes, of } }) => state === "failing" ? [{
			kind: "failing-case",
			row: row.row,
			case: name,
			new: {
				passes,
				of
			}
		}] : []);
		if (failing.length === 0) return row;
		const others = row.reasons.filter(({ kind }) => kind !== "nothing-passes");
		return {
			...row,
			verdict: worst([row.verdict, "failing"]),
			reasons: [...others, ...failing]
		};
	});
	return {
		...verdict,
		rows,
		verdict: worst([verdict.verdict, ...rows.map((row) => row.verdict)])
	};
}

export { withReasons as i, tellFailing as n, tellOwnEdits as r, fellIn as t };