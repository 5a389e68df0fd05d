import "./rolldown-runtime.js";
import { n as noPromptChanged, r as problemsOf, t as gateWordsOf } from "./report-outcome.js";
import { i as worst } from "./verdict.js";
import { r as isOpen } from "./assemble-report.js";
import { i as wordPassedOver } from "./may-concern.js";
import { t as hash } from "./hash.js";
import { n as hasOwnModels } from "./override-settings.js";
import { m as formats } from "./cases.js";
import { t as checkKinds } from "./scorers.js";
import { t as readChanges } from "./read-changes.js";
import { n as emptyReport } from "./empty-report.js";
import { t as judgePrompts } from "./judge-prompts.js";
import { n as noChange, r as readConfigChange, t as changesConfig } from "./read-config-change.js";
import { t as setAside } from "./set-aside.js";

// src/core/assemble/add-spent.ts
function addCalls(one, other) {
	const planned = [one.planned, other.planned].flatMap((range) => range ?? []);
	const sum = (of) => one[of] + other[of];
	const by = (of) => one.byPurpose[of] + other.byPurpose[of];
	return {
		...planned.length === 0 ? {} : { planned: {
			low: planned.reduce((all, { low }) => all + low, 0),
			usual: planned.reduce((all, { low, usual = low }) => all + usual, 0),
			high: planned.reduce((all, { high }) => all + high, 0)
		} },
		made: sum("made"),
		kept: sum("kept"),
		saved: sum("saved"),
		failed: sum("failed"),
		retried: sum("retried"),
		byPurpose: {
			reply: by("reply"),
			judge: by("judge"),
			simulate: by("simulate"),
			embedding: by("embedding")
		}
	};
}
function addCosts(one, other) {
	const add = (of) => {
		const known = [one[of], other[of]].flatMap((usd) => usd ?? []);
		return known.length === 0 ? {} : { [of]: known.reduce((sum, usd) => sum + usd, 0) };
	};
	const byName = [...one.byName ?? [], ...other.byName ?? []];
	const together = [...Map.groupBy([...one.models ?? [], ...other.models ?? []], ({ model }) => model)].map(([model, held]) => ({
		model,
		...sumOf(held, "estimated"),
		...sumOf(held, "worst"),
		...sumOf(held, "actual")
	}));
	const models = new Map(byName.map((priced) => [priced.model, priced]));
	return {
		...add("estimated"),
		...add("estimatedMost"),
		...add("actual"),
		...together.length === 0 ? {} : { models: together },
		unpriced: [.../* @__PURE__ */ new Set([...one.unpriced, ...other.unpriced])],
		...models.size === 0 ? {} : { byName: [...models.values()] }
	};
}
function sumOf(held, of) {
	const known = held.flatMap((one) => one[of] ?? []);
	return known.length === 0 ? {} : { [of]: known.reduce((sum, usd) => sum + usd, 0) };
}

// src/core/assemble/with-exchanged-judge.ts
function withExchangedJudge(report, { exchange, notes, spent }) {
	const told = exchange === void 0 ? notes : [...wordExchangedJudge(exchange), ...notes];
	const more = {
		...report,
		notes: [...report.notes, ...told],
		calls: addCalls(report.calls, spent.calls),
		costUsd: addCosts(report.costUsd, spent.costUsd),
		served: [...report.served, ...spent.served.filter(({ asked }) => report.served.every((one) => one.asked !== asked))],
		adapted: [...report.adapted, ...spent.adapted.filter(({ model }) => report.adapted.every((one) => one.model !== model))]
	};
	if (exchange === void 0) return more;
	const { skipped: _, ...judged } = more;
	const whole = {
		...judged,
		exchangedJudge: exchange
	};
	const words = gateWordsOf(whole);
	const problems = problemsOf(whole).map(({ problem }) => problem);
	const open = isOpen(words, problems, whole.gate.failOn, whole.accepted.length > 0);
	return {
		...whole,
		verdict: worst(words),
		gate: {
			...whole.gate,
			open
		}
	};
}
function wordExchangedJudge(exchange) {
	const { old, new: next, replies, of, judgements, alike, mean, flips, differs } = exchange;
	const [before, after] = nameOf(old) === nameOf(next) ? ["the judge as it was", "the changed one"] : [nameOf(old), nameOf(next)];
	const count = replies === of ? `${replies}` : `${replies} of ${of}`;
	const shown = (score) => score.toFixed(2);
	const cases = (side) => {
		const named = flips.filter(({ passes }) => passes === side).map((one) => `\`${one.case}\` (${one.prompt})`);
		const more = named.length - mostNamed;
		return `${named.slice(0, mostNamed).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
	};
	const lines = [
		`Both judges graded the same replies, one of each golden case and model (${count}): ${alike} of ${judgements} judgements are alike, and the mean is ${shown(mean.old)} by ${before}, ${shown(mean.new)} by ${after}.`,
		...flips.some(({ passes }) => passes === "old") ? [`Pass by ${before}, fail by ${after}: ${cases("old")}.`] : [],
		...flips.some(({ passes }) => passes === "new") ? [`Fail by ${before}, pass by ${after}: ${cases("new")}.`] : []
	];
	if (!differs) return [...lines, "So the exam stays as hard as it was, as far as these replies tell."];
	return [...lines, "That is another exam, and no regression of a prompt: look at the `min` of judged checks and at `min-score` again, or keep the judge."];
}
const mostNamed = 10;
function nameOf({ model, votes }) {
	return `\`${model}\`${votes === 1 ? "" : ` with ${votes} votes`}`;
}

// src/app/review/review-changes.ts
async function reviewChanges(given) {
	const found = await findChanges(given);
	if (found.kind === "nothing") return found;
	return found.finish(found.kind === "told" ? found.result : await judgePrompts(found.read, found.given));
}
async function findChanges(given) {
	const { ports, pull, changed, inputs, elsewhere = () => [] } = given;
	const { host } = ports;
	const openIndex = async () => ports.openIndex?.(given.settings);
	const reading = {
		host,
		pull,
		changed,
		settings: given.settings,
		elsewhere,
		kinds: checkKinds,
		formats,
		openIndex,
		sandbox: ports.sandbox,
		held: ports.held,
		...given.fresh === void 0 ? {} : { fresh: given.fresh },
		...given.owns === void 0 ? {} : { owns: given.owns }
	};
	const read = await readChanges(reading);
	const across = read.changes.flatMap(elsewhere);
	const settings = {
		...given.settings,
		overrides: [...given.settings.overrides, ...across]
	};
	const passedOver = wordPassedOver(read.passedOver, settings.promptGlobs);
	const told = passedOver === void 0 ? [] : [`${passedOver}.`];
	const noting = {
		...given,
		settings,
		notes: [
			...given.notes,
			...told,
			...read.notes
		]
	};
	const { place, newcomers = nothingNew } = given;
	const own = changesConfig(changed, place) ? await readConfigChange(host, pull, inputs, given.settings, place) : noChange;
	const config = {
		...own,
		told: [...own.told, ...newcomers.told],
		problems: [...own.problems, ...newcomers.problems]
	};
	if (isNothing(config)) {
		if (read.prompts.length === 0 && read.problems.length === 0) return {
			kind: "nothing",
			passedOver,
			notes: read.notes
		};
		return {
			kind: "prompts",
			read,
			given: noting,
			finish: async (result) => result
		};
	}
	const all = config.exchanged.length + config.added.length > 0 || config.judges !== void 0 ? await readChanges({
		...reading,
		everyPrompt: true
	}) : void 0;
	const others = all === void 0 ? [] : onOtherModels(all, read, config, settings);
	const problems = [...read.problems, ...config.problems];
	const finish = (result, left = settings) => withJudges(result, all, config, {
		...noting,
		settings: {
			...noting.settings,
			maxCalls: left.maxCalls,
			maxCostUsd: left.maxCostUsd
		}
	});
	if (read.prompts.length + others.length + problems.length === 0) return {
		kind: "told",
		result: toldOnly(config, noting),
		finish
	};
	const onConfig = [...config.told, ...unreadable(all, read)];
	const suiteNotes = [...read.suiteNotes, ...all?.suiteNotes ?? []];
	const changes = [...read.changes, ...others];
	const which = pull.tip.sha === pull.head.sha ? "old" : "new";
	const onRules = {
		exchange: config,
		told: onConfig,
		...config.otherGate && { otherGate: {
			...config.otherGate,
			which
		} }
	};
	return {
		kind: "prompts",
		read: {
			...read,
			problems,
			changes,
			suiteNotes,
			...onRules
		},
		given: noting,
		finish
	};
}
async function withJudges(result, all, { judges }, { ports, settings, request }) {
	const { report } = result;
	const isWhole = report.problems.length === 0 && report.ended === "complete" && result.takenOver === void 0;
	if (judges === void 0 || all === void 0 || !isWhole || request.show !== void 0) return result;
	const unguarded = new Set(all.unreviewed.map(({ path }) => path));
	const guarded = all.changes.filter(({ path }) => !unguarded.has(path)).map((change) => setAside(change).change);
	const { reviewExchangedJudge } = await import("./review-exchanged-judge.js");
	const compared = await reviewExchangedJudge(guarded, judges, {
		ports,
		settings,
		spent: report
	});
	return {
		...result,
		report: withExchangedJudge(report, compared)
	};
}
const nothingNew = {
	told: [],
	problems: []
};
function isNothing({ exchanged, added, told, problems }) {
	return exchanged.length + added.length + told.length + problems.length === 0;
}
function onOtherModels(all, read, { exchanged, added }, settings) {
	const changed = new Set(read.prompts);
	const unguarded = new Set(all.unreviewed.map(({ path }) => path));
	return all.changes.filter((one) => !changed.has(one.path) && !unguarded.has(one.path) && one.exam.cases.length > 0 && !hasOwnModels(one, settings)).flatMap(({ old, ...change }) => [...exchanged.length > 0 && old !== void 0 ? [{
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
	return paths.length === 0 ? [] : [`Not asked, since they cannot be read: ${paths.join(", ")}.`];
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

export { addCosts as i, reviewChanges as n, addCalls as r, findChanges as t };