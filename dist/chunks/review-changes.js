import "./rolldown-runtime.js";
import { i as wordPassedOver, n as readConfigChange, t as changesConfig } from "./read-config-change.js";
import { t as hash } from "./hash.js";
import { t as noPromptChanged } from "./word-skipped.js";
import { F as checkKinds, o as formats } from "./promptfoo-reader.js";
import { r as readChanges } from "./set-aside.js";
import { t as emptyReport } from "./empty-report.js";
import { t as judgePrompts } from "./judge-prompts.js";

// src/app/review/review-changes.ts
async function reviewChanges(given) {
	const { ports, pull, changed, settings, inputs } = given;
	const { host } = ports;
	const openIndex = async () => ports.openIndex?.(settings);
	const reading = {
		host,
		pull,
		changed,
		settings,
		kinds: checkKinds,
		formats,
		openIndex,
		sandbox: ports.sandbox
	};
	const read = await readChanges(reading);
	const passedOver = wordPassedOver(read.passedOver, settings.promptGlobs);
	const told = passedOver === void 0 ? [] : [`${passedOver}.`];
	const noting = {
		...given,
		notes: [
			...given.notes,
			...told,
			...read.notes
		]
	};
	const config = changesConfig(changed, inputs) ? await readConfigChange(host, pull, inputs, settings) : void 0;
	if (config === void 0 || isNothing(config)) {
		if (read.prompts.length === 0 && read.problems.length === 0) return {
			passedOver,
			notes: read.notes
		};
		return judgePrompts(read, noting);
	}
	const all = config.exchanged.length + config.added.length > 0 ? await readChanges({
		...reading,
		everyPrompt: true
	}) : void 0;
	const others = all === void 0 ? [] : onOtherModels(all, read, config);
	const problems = [...read.problems, ...config.problems];
	if (read.prompts.length + others.length + problems.length === 0) return toldOnly(config, noting);
	const onConfig = [...config.told, ...unreadable(all, read)];
	const suiteNotes = [...read.suiteNotes, ...all?.suiteNotes ?? []];
	const changes = [...read.changes, ...others];
	return judgePrompts({
		...read,
		problems,
		changes,
		suiteNotes,
		exchange: config,
		told: onConfig
	}, noting);
}
function isNothing({ exchanged, added, told, problems }) {
	return exchanged.length + added.length + told.length + problems.length === 0;
}
function onOtherModels(all, read, { exchanged, added }) {
	const changed = new Set(read.prompts);
	const unguarded = new Set(all.unreviewed.map(({ path }) => path));
	return all.changes.filter(({ path, exam }) => !changed.has(path) && !unguarded.has(path) && exam.cases.length > 0).flatMap(({ old, ...change }) => [...exchanged.length > 0 && old !== void 0 ? [{
		...change,
		old,
		change: "config"
	}] : [], ...added.length > 0 ? [{
		...change,
		change: "config"
	}] : []]);
}
function unreadable(all, read) {
	const paths = (all?.broken ?? []).map(({ path }) => path).filter((path) => !read.prompts.includes(path));
	return paths.length === 0 ? [] : [`Not asked on other models, since they cannot be read: ${paths.join(", ")}.`];
}
function toldOnly({ told }, { ports, settings, startedAt, pull, notes }) {
	return {
		report: {
			...emptyReport(ports, settings, startedAt, pull),
			verdict: "skipped",
			skipped: noPromptChanged,
			notes: [...notes, ...told],
			fingerprint: hash({
				form: 1,
				config: told
			})
		},
		settings,
		pull
	};
}

export { reviewChanges };