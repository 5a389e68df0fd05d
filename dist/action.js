import "./chunks/rolldown-runtime.js";
import { r as showProblem, t as ProblemError } from "./chunks/problem.js";
import { n as parseInputs, t as review } from "./chunks/review.js";
import { a as findComments, i as outputs, n as publishTakenOver, o as brokenReview, t as publishReview } from "./chunks/publish-review.js";
import { g as record, h as object, i as array, t as _enum, v as string } from "./chunks/zod.js";
import { t as verdicts } from "./chunks/verdict.js";
import { i as wireAction, l as openRunner, r as tool, t as flushOutput } from "./chunks/wire.js";

// src/app/publish/take-over.ts
const carriedSchema = object({
	verdicts: array(_enum(verdicts)),
	outputs: record(string(), string()),
	closed: string()
});
const settled = /* @__PURE__ */ new Set([
	"regressed",
	"inconclusive",
	"unreviewed",
	"pass"
]);
function findTakenOver(comments, asked) {
	const [found] = findComments(comments, asked.name);
	if (found === void 0) return void 0;
	const { comment, marker } = found;
	const carried = carriedSchema.safeParse(marker.carried);
	if (marker.judged.at(-1)?.fingerprint !== asked.fingerprint || !settled.has(marker.verdict) || !carried.success) return void 0;
	const known = new Set(outputs.map(({ name }) => name));
	return {
		from: comment.url,
		verdict: marker.verdict,
		closed: carried.data.closed,
		verdicts: carried.data.verdicts,
		outputs: Object.fromEntries(Object.entries(carried.data.outputs).filter(([name]) => known.has(name))),
		body: comment.body.slice(comment.body.indexOf("\n") + 1)
	};
}

// src/app/review-pull-request.ts
async function reviewPullRequest(run, ports) {
	const startedAt = ports.clock.now();
	let listed;
	const findEarlier = async (fingerprint, pull, { name = "" }) => {
		const comments = pull.number === void 0 ? void 0 : await ports.forum.comments(pull.number);
		if (comments === void 0 || comments.kind === "refused") return void 0;
		listed = comments.value;
		return findTakenOver(listed, {
			name,
			fingerprint
		});
	};
	const result = await reviewOrProblems(run, findEarlier, ports, startedAt);
	return result.takenOver === void 0 ? publishReview(result, startedAt, listed, ports) : publishTakenOver(result, result.takenOver, startedAt, ports);
}
async function reviewOrProblems({ inputs, privileged, signal }, findEarlier, ports, startedAt) {
	try {
		const request = {
			inputs,
			privileged,
			...signal === void 0 ? {} : { signal }
		};
		return await review({
			...request,
			...findEarlier === void 0 ? {} : { findEarlier }
		}, ports);
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		const pull = await ports.host.pullRequest().catch(() => void 0);
		const broken = brokenReview(fault.problems, ports.tool, startedAt, inputs);
		return pull === void 0 || "nothing" in pull ? broken : {
			...broken,
			pull
		};
	}
}

// src/app/run-action.ts
async function runAction(given, wire, signal) {
	const parsed = parseInputs(given.inputs);
	if (parsed.kind === "broken") return refuseInputs(parsed.problems, given);
	const { privileged, ...ports } = wire(parsed.inputs);
	if (parsed.inputs.mode === "compare") {
		const { comparePullRequest } = await import("./chunks/compare-pull-request.js");
		return comparePullRequest(parsed.inputs, ports);
	}
	return reviewPullRequest({
		inputs: parsed.inputs,
		privileged,
		signal
	}, ports);
}
async function refuseInputs(problems, given) {
	for (const problem of problems) given.annotate({
		level: "error",
		title: "Promptgate",
		message: showProblem(problem)
	});
	const { writeSummary } = await import("./chunks/reporters.js");
	const { report } = brokenReview(problems, given.tool, given.startedAt);
	await given.writeSummary(writeSummary(report));
	given.setOutput("verdict", "invalid");
	given.setOutput("reason", "config");
	return false;
}

// src/action.ts
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop.abort(/* @__PURE__ */ new Error("the run was cancelled")));
const runner = openRunner();
let open = false;
try {
	const given = {
		...runner,
		tool,
		startedAt: Date.now()
	};
	open = await runAction(given, (inputs) => wireAction(runner, inputs, {
		env: process.env,
		signal: stop.signal
	}), stop.signal);
} catch (fault) {
	const told = fault instanceof Error ? fault.stack ?? fault.message : String(fault);
	runner.annotate({
		level: "error",
		title: "Promptgate",
		message: `A fault of Promptgate's own, which decides nothing about your prompts. Please report it: ${told}`
	});
}
await flushOutput();
process.exit(open && !stop.signal.aborted ? 0 : 1);

export {  };