import "./rolldown-runtime.js";
import { n as examOf, o as createRenderPrompt, r as modelChoice, s as designReview } from "./design-judged.js";
import { o as scenarioOf } from "./named-checks.js";
import { o as settingsFor } from "./override-settings.js";
import { t as escapeHidden } from "./show-hidden.js";
import { m as formats } from "./cases.js";
import { t as checkKinds } from "./scorers.js";
import { t as readGoldenSet } from "./read-golden-set.js";
import { n as filesOf } from "./promptfoo-reader.js";
import { a as readSettings } from "./read-settings.js";
import { n as keptCases } from "./remember-scores.js";
import { t as wireCases } from "./wire-cases.js";
import { t as putResult } from "./put-result.js";
import { t as readInputs } from "./read-inputs2.js";

// src/app/gate/measure-gate-locally.ts
async function measureGateLocally(asked, ports) {
	const report = await measure(asked.inputs, ports);
	const { writeBadge, writeGate } = await import("./gate.js");
	const text = asked.json === true ? `${escapeHidden(JSON.stringify(report, null, 2))}\n` : writeGate(report, asked.screen);
	const files = asked.badge === void 0 ? [] : [{
		path: asked.badge,
		text: [writeBadge(report)]
	}];
	return {
		text: [text],
		files,
		faulty: report.problems.length > 0,
		open: true
	};
}
async function measure(inputs, ports) {
	const { tree, tool, sandbox } = ports;
	const { now } = tree;
	const { settings } = await readSettings(tree, {
		tip: now,
		base: now,
		head: now,
		fork: false
	}, inputs);
	const entries = await tree.tree(now);
	const set = await readGoldenSet({
		files: filesOf(tree, now, entries),
		settings,
		kinds: checkKinds,
		formats,
		sandbox
	});
	const broken = set.prompts.flatMap((one) => one.kind === "broken" ? one.problems : []);
	const guarded = set.prompts.flatMap((one) => one.kind === "prompt" && one.cases.length > 0 ? [one] : []);
	const session = await ports.openAsking(settings, 0);
	try {
		const prompts = [];
		for (const one of guarded) {
			const own = settingsFor(one, settings);
			const [prompt] = designOf(one, own, ports).prompts;
			if (prompt === void 0 || prompt.problems.length > 0) continue;
			const gate = {
				...own.gate,
				sampling: settings.sampling,
				trials: settings.trials
			};
			const kept = await keptCases(prompt.cells, {
				history: session.history,
				breathe: () => void 0
			});
			prompts.push({
				path: one.path,
				...await ports.deciding.measureGate(kept, gate, 1)
			});
		}
		return {
			version: 1,
			tool,
			problems: [...set.problems, ...broken],
			prompts
		};
	} finally {
		await session.close();
	}
}
function designOf({ path, prompt, cases }, settings, { sandbox }) {
	const change = {
		path,
		change: "added",
		new: prompt,
		exam: examOf(cases.filter(({ checks }) => checks.length > 0)),
		diff: "",
		notes: []
	};
	return designReview([change], modelChoice(settings), createRenderPrompt(sandbox), (golden) => scenarioOf(golden, checkKinds));
}

// src/commands/run-gate.ts
async function runGate({ json, badge, store }, { given, terminal, signal, heedCancel }) {
	const inputs = readInputs(given);
	const place = {
		folder: process.cwd(),
		progress: terminal.progress,
		...store === void 0 ? {} : { store }
	};
	const ports = await wireCases(inputs, {
		env: process.env,
		signal,
		heedCancel
	}, place);
	try {
		const asked = {
			inputs,
			screen: terminal.screen,
			...json && { json },
			...badge === void 0 ? {} : { badge }
		};
		return await putResult(await measureGateLocally(asked, ports), terminal, {}, ports.breathe);
	} finally {
		await ports.close();
	}
}

export { runGate };