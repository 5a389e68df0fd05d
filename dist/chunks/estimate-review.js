import { n as isNewOnly, o as scheduleOf } from "./replay-looks.js";
import { a as capEstimate, i as addEstimates, n as requestsOfCell, o as estimateCost, r as requestsOfMeasuring, s as isPriced, t as questionsOfCell } from "./requests-of-cell.js";
import { t as cellOf } from "./cell-of.js";
import { r as ownBudgetOf } from "./override-settings.js";
import { r as tellOwnEdits, t as fellIn } from "./with-reasons.js";
import { n as stepsOf } from "./canned-results.js";

// src/core/gate/forecast-rounds.ts
function forecastRounds(cells, settings) {
	const newOnly = isNewOnly(cells);
	const steps = scheduleOf(settings, newOnly);
	const first = steps[0]?.uniform ?? 0;
	const most = mostTrials(steps);
	const usual = usualTrials(steps, settings.sampling, cells);
	const sides = newOnly ? 1 : 2;
	const forecast = cells.map((cell) => {
		if (cell.identical) return {
			row: cell.row,
			case: cell.case,
			low: 1,
			usual: 1,
			high: 1
		};
		return {
			row: cell.row,
			case: cell.case,
			low: first * sides,
			usual: usual * sides,
			high: most * sides
		};
	});
	const low = forecast.reduce((sum, cell) => sum + cell.low, 0);
	return {
		first: low,
		low,
		high: forecast.reduce((sum, cell) => sum + cell.high, 0),
		cells: forecast
	};
}
const disagreeing = .12;
const goesOn = [
	1,
	1,
	.25,
	.12
];
const mostRows = 4;
const provenBy = 45;
function usualTrials(steps, sampling, cells) {
	const compared = cells.filter(({ identical }) => !identical);
	const rows = Math.max(1, new Set(compared.map(({ row }) => row)).size);
	const proven = 1 - Math.exp(-compared.length / rows / provenBy);
	const reach = (step) => sampling === "confirm" ? (1 - proven) ** step : 1 - (1 - (goesOn[step] ?? 0)) ** Math.min(rows, mostRows);
	const toppedUp = steps.reduce((most, { topUp }) => Math.max(most, topUp), 0);
	return steps.reduce((sum, { uniform }, step) => sum + uniform * reach(step), disagreeing * toppedUp);
}
function mostTrials(steps) {
	return steps.reduce((sum, step) => sum + step.uniform, 0) + steps.reduce((most, { topUp }) => Math.max(most, topUp), 0);
}

// src/app/review/run-jobs.ts
const REASKS = 2;
function countReplies(jobs) {
	return askedSides(jobs).reduce((sum, { cell }) => {
		return sum + (cell.scenario?.turns ?? (cell.exam.golden.earlier ?? []).length + 1) * stepsOf(cell.exam.golden).usual;
	}, 0);
}
function askedSides(jobs) {
	const shared = /* @__PURE__ */ new Set();
	return jobs.flatMap(({ cell, trial }) => sidesOf(cell).flatMap((side) => {
		const key = `${cell.prompt} ${cell.comparison} ${trial}`;
		if (side === "old" && shared.has(key)) return [];
		if (side === "old") shared.add(key);
		return [{
			cell,
			side
		}];
	}));
}
async function runJobs(jobs, deps) {
	const trials = await askJobs(jobs, deps);
	return {
		trials,
		ended: endingOf([...trials.values()])
	};
}
function sidesOf(cell) {
	return cell.old === void 0 || cell.identical ? ["new"] : ["old", "new"];
}
async function askJobs(jobs, deps) {
	const run = ({ cell, trial }, side, fresh = false) => deps.runSide({
		cell,
		side,
		trial,
		fresh
	});
	const asked = askedSides(jobs).map(({ cell, side }) => cell[side]?.model ?? "");
	for (const [model, calls] of Map.groupBy(asked, (model) => model)) deps.expect(model, calls.length);
	const trials = /* @__PURE__ */ new Map();
	await inTheirTurn(jobs, deps, async (job) => {
		trials.set(job, await runTrial(job, run));
	});
	for (let again = 0; again < REASKS; again++) await reaskMissing(trials, deps, run);
	return new Map(jobs.flatMap((job) => withTrial(job, trials.get(job))));
}
function withTrial(job, trial) {
	return trial === void 0 ? [] : [[job, trial]];
}
async function inTheirTurn(jobs, { width, breathe }, run) {
	const byProviders = Map.groupBy(jobs, ({ cell }) => JSON.stringify([cell.old?.provider, cell.new?.provider]));
	await Promise.all([...byProviders.values()].map((held) => inWindow(held, width, run, breathe)));
}
async function runTrial(job, run) {
	const [first, second] = await Promise.all(sidesOf(job.cell).map((side) => run(job, side)));
	const { trial, round, uniform } = job;
	if (second === void 0) return {
		trial,
		round,
		uniform,
		new: first ?? await run(job, "new")
	};
	if (first === void 0) return {
		trial,
		round,
		uniform,
		new: second
	};
	const before = isOutdated(first, second) ? await run(job, "old", true) : first;
	return {
		trial,
		round,
		uniform,
		old: before,
		...isKept(before) ? { oldKept: true } : {},
		new: second
	};
}
async function reaskMissing(trials, deps, run) {
	await inTheirTurn([...trials].filter(([, trial]) => isWorthAsking(trial.new) || isWorthAsking(trial.old)).map(([job]) => job), deps, async (job) => {
		const trial = trials.get(job);
		if (trial === void 0) return;
		const [before, after] = await Promise.all([isWorthAsking(trial.old) ? run(job, "old") : trial.old, isWorthAsking(trial.new) ? run(job, "new") : trial.new]);
		trials.set(job, {
			...trial,
			...before === void 0 ? {} : { old: before },
			new: after ?? trial.new
		});
	});
}
function isKept({ reply }) {
	return reply.kind === "answered" && reply.answer.baseline === true;
}
function isOutdated(before, after) {
	if (!isKept(before) || before.reply.kind === "failed" || after.reply.kind === "failed") return false;
	return before.reply.answer.servedModel !== after.reply.answer.servedModel;
}
function isWorthAsking(side) {
	return side?.reply.kind === "failed" && [
		"connection",
		"timeout",
		"rate-limit",
		"server",
		"malformed"
	].includes(side.reply.reason);
}
function endingOf(trials) {
	const reasons = new Set(trials.flatMap(({ old: before, new: after }) => [before, after].flatMap((side) => side?.reply.kind === "failed" ? [side.reply.reason] : [])));
	return [
		"cancelled",
		"budget",
		"deadline"
	].find((reason) => reasons.has(reason)) ?? "complete";
}
async function inWindow(items, width, run, breathe) {
	let next = 0;
	const work = async () => {
		while (next < items.length) {
			const item = items[next++];
			if (item === void 0) continue;
			try {
				await run(item);
				await breathe()?.catch(() => void 0);
			} catch (fault) {
				next = items.length;
				throw fault;
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
}

// src/app/review/ask-as-base-had-it.ts
const mostOfEdits = 5;
async function askAsBaseHadIt(results, { trials, allowed }, deps) {
	const cells = results.flatMap(({ run }) => run.design.edits ?? []);
	if (cells.length === 0) return results;
	const known = new Set(results.flatMap(({ run }) => run.cells.map(({ cell }) => cell.comparison)));
	const ask = async (held, from, to) => {
		const jobs = held.flatMap(({ cell }) => jobsOf(cell, from, to));
		const unknown = jobs.filter(({ cell }) => !known.has(cell.comparison));
		if (deps.mayAsk(countReplies(unknown), unknown) !== "complete") return void 0;
		const { trials: asked, ended } = await runJobs(jobs, deps);
		return ended === "complete" ? withTrials(held, asked) : void 0;
	};
	const first = await ask(cells.map((cell) => ({
		cell,
		trials: []
	})), 0, 1);
	const unasked = first === void 0 ? cells : [];
	const fallen = first?.filter((held) => fellIn(cellOf(held))) ?? [];
	const seen = (fallen.length === 0 ? [] : await ask(fallen, 1, Math.min(trials, 5))) ?? fallen;
	return results.map((result) => {
		const own = new Set(result.run.design.edits);
		const asBase = seen.filter(({ cell }) => own.has(cell)).map(cellOf);
		const left = Map.groupBy(unasked.filter((cell) => own.has(cell)), ({ row }) => row);
		const counts = new Map([...left].map(([row, held]) => [row, held.length]));
		const verdict = tellOwnEdits(result.comparison, result.verdict, asBase, {
			unasked: counts,
			allowed
		});
		return {
			...result,
			verdict
		};
	});
}
function jobsOf(cell, from, to) {
	return Array.from({ length: Math.max(0, to - from) }, (_, at) => ({
		cell,
		trial: from + at,
		round: from === 0 ? 1 : 2,
		uniform: from === 0
	}));
}
function withTrials(held, asked) {
	const byCell = Map.groupBy(asked, ([{ cell }]) => cell);
	return held.map((one) => {
		const more = byCell.get(one.cell)?.map(([, trial]) => trial) ?? [];
		return {
			...one,
			trials: [...one.trials, ...more]
		};
	});
}

// src/app/review/estimate-review.ts
function estimateReview(design, gateOf, settings, kinds, costOf) {
	const parts = [...Map.groupBy(design.prompts, ({ change }) => ownBudgetOf(change, settings)?.at).values()].map((prompts) => {
		const part = estimatePart({
			...design,
			prompts
		}, gateOf, settings, kinds, costOf);
		const [first] = prompts;
		const budget = first === void 0 ? void 0 : ownBudgetOf(first.change, settings);
		if (budget === void 0) return part;
		const cap = (of) => capEstimate(part[of], budget);
		return {
			first: part.first,
			low: cap("low"),
			usual: cap("usual"),
			high: cap("high")
		};
	});
	const sum = (of) => addEstimates(parts.map((part) => part[of]));
	return {
		first: sum("first"),
		low: sum("low"),
		usual: sum("usual"),
		high: sum("high")
	};
}
function estimatePart(design, gateOf, settings, kinds, costOf) {
	const planned = design.prompts.flatMap(({ change, cells }) => {
		const forecast = forecastRounds(cells.map((cell) => cellOf({
			cell,
			trials: []
		})), gateOf(change));
		const byKey = new Map(forecast.cells.map((cell) => [JSON.stringify([cell.row, cell.case]), cell]));
		return cells.map((cell) => {
			const { low = 0, usual = 0, high = 0 } = byKey.get(JSON.stringify([cell.row, cell.exam.key])) ?? {};
			return {
				requests: requestsOfCell(cell, settings, kinds),
				replies: {
					low,
					usual,
					high
				},
				cell
			};
		});
	});
	const asked = timesOf(planned);
	const later = [...timesOf(planEdits(design, settings, kinds)), ...requestsOfMeasuring(planned, settings.judge?.votes ?? 1, kinds)];
	const cost = (all, of) => estimateCost(all.map((one) => ({
		request: one.request,
		times: one[of]
	})), costOf);
	return {
		first: cost(asked, "low"),
		low: cost([...asked, ...later], "low"),
		usual: cost([...asked, ...later], "usual"),
		high: cost([...asked, ...later], "high")
	};
}
function timesOf(planned) {
	return planned.flatMap(({ requests, replies }) => requests.map(({ request, perReply }) => ({
		request,
		low: replies.low * perReply.usual,
		usual: replies.usual * perReply.usual,
		high: replies.high * perReply.most
	})));
}
function planEdits({ prompts }, settings, kinds) {
	return prompts.flatMap(({ cells, edits = [] }) => {
		const known = new Set(cells.map(({ comparison }) => comparison));
		return edits.map((cell) => {
			return {
				requests: (known.has(cell.comparison) ? questionsOfCell : requestsOfCell)(cell, settings, kinds),
				replies: {
					low: 2,
					usual: 2,
					high: 2 * 5
				}
			};
		});
	});
}
function wordEstimate(estimate, kept = noneKept) {
	const { high } = estimate;
	const count = kept.kept;
	const without = count === 0 ? "" : ` ${count} ${count === 1 ? "reply is" : "replies are"} kept from before.`;
	const prices = wordPrices([...high.unpriced.keys()], [...new Set(high.byName.values())], isPriced(high));
	return `${wordForecast(estimate, kept)}${without}${wordModels(estimate)}${prices}`;
}
function wordModels({ usual, high }) {
	if (high.models.size < 2) return "";
	return ` By model, judge and tool steps included: ${[...high.models].map(([model, { mostUsd }]) => {
		return `${model} ${showDollars(usual.models.get(model)?.usualUsd ?? 0)}, at worst ${showDollars(mostUsd)}`;
	}).join("; ")}.`;
}
function wordForecast({ usual, high }, { kept, of } = noneKept) {
	const left = ({ calls }) => Math.max(0, Math.round(calls === high.calls ? calls - kept : calls * (1 - kept / Math.max(1, of))));
	const dollars = (estimate) => showDollars(estimate.calls === 0 ? 0 : estimate.usualUsd * left(estimate) / estimate.calls);
	const calls = (estimate) => left(estimate).toLocaleString("en");
	const sum = (estimate) => isPriced(high) ? `, ${dollars(estimate)}` : "";
	if (left(usual) === left(high)) return `${calls(high)} calls${sum(high)}.`;
	return `About ${calls(usual)} calls${sum(usual)}; at most ${calls(high)}${sum(high)}.`;
}
const noneKept = {
	kept: 0,
	of: 0
};
function showDollars(usd) {
	return usd > 0 && usd < .01 ? "< $0.01" : `$${usd.toFixed(2)}`;
}
function wordPrices(models, lists, isKnown) {
	const byName = lists.map((list) => `${list}'s`).join(" and ");
	const told = byName === "" ? "" : ` Prices are of ${byName} list; your endpoint may bill differently.`;
	const [first] = models;
	if (first === void 0) return told;
	const mend = `write it in the config: \`prices: { ${JSON.stringify(first)}: { input: 0.25, output: 2.00 } }\`, dollars per million tokens`;
	const names = models.join(", ");
	return isKnown ? `${told} Not counted: ${names}, whose price is not known (${mend}).` : ` The price is not known: no list has ${names} at this endpoint; ${mend}.`;
}

export { countReplies as a, forecastRounds as c, askAsBaseHadIt as i, mostTrials as l, wordEstimate as n, endingOf as o, wordForecast as r, runJobs as s, estimateReview as t };