import { n as selectFiles, t as explainIdle } from "./select-files.js";
import { t as ProblemError } from "./problem.js";

// src/app/check/pick-checked.ts
const mostNamed = 5;
function pickChecked(read, { written, folder }, there) {
	if (read.prompts.length === 0) throw new ProblemError(noPrompt);
	const selectors = selectFiles(written, folder);
	const changes = read.changes.filter((change) => isMeant([change.path, ...caseFiles(change)], selectors));
	const broken = read.broken.filter(({ path }) => isMeant([path], selectors));
	const chosen = new Set([...changes, ...broken].map(({ path }) => path));
	const unreviewed = read.unreviewed.filter(({ path }) => chosen.has(path) || isMeant([path], selectors));
	const found = [
		...changes.flatMap(caseFiles),
		...chosen,
		...unreviewed.map(({ path }) => path)
	];
	const [idle, ...more] = selectors.filter(({ selects }) => !found.some(selects)).map((selector) => explainIdle(selector, there));
	if (idle !== void 0) throw new ProblemError(idle, ...more);
	const unguarded = unreviewed.filter(({ why }) => why === "no-cases" || why === "instructions" || why === "no-checks" || why === "format");
	const isTold = written.length > 0 || unguarded.length === read.prompts.length && broken.length === 0;
	return {
		changes: changes.map(asItIs),
		broken: broken.map((one) => ({
			...one,
			change: "unchanged",
			diff: ""
		})),
		problems: read.problems,
		suiteNotes: read.suiteNotes,
		unreviewed: isTold ? unreviewed : unreviewed.filter((one) => !unguarded.includes(one)),
		notes: isTold ? [] : noteOn(unguarded)
	};
}
const noPrompt = {
	reason: "files",
	what: "there is no prompt here: the globs of `prompts` name none.",
	fix: "Write `prompts: [\"path/of/your/prompts/**\"]` in promptgate.yml, or give `prompts`."
};
function isMeant(paths, selectors) {
	return selectors.length === 0 || paths.some((path) => selectors.some(({ selects }) => selects(path)));
}
function caseFiles({ exam }) {
	return exam.cases.map(({ golden }) => golden.at.file);
}
function asItIs({ old: _, ...change }) {
	return {
		...change,
		change: "unchanged",
		diff: ""
	};
}
function noteOn(unguarded) {
	const [unread, bare] = [true, false].map((wanted) => unguarded.filter(({ why }) => why === "format" === wanted));
	return [...noteOnAlike(bare ?? [], "has no golden cases that could be asked", "have no golden cases that could be asked"), ...noteOnAlike(unread ?? [], "is in a format that is not read", "are in formats that are not read")];
}
function noteOnAlike(alike, why, whyAll) {
	const [first, ...others] = alike;
	if (first === void 0) return [];
	if (others.length === 0) return [`${first.path} was not checked: it ${why}.`];
	const named = alike.slice(0, mostNamed).map(({ path }) => path);
	const more = alike.length - named.length;
	const list = more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
	return [`${alike.length} prompts were not checked, since they ${whyAll}: ${list}.`];
}

export { pickChecked as t };