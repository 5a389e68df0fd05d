import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { t as compareFiles } from "./compare-files.js";
import { t as publishReview } from "./publish-review.js";
import { t as brokenReview } from "./empty-report.js";

// src/app/compare-pull-request.ts
async function comparePullRequest(inputs, ports) {
	const startedAt = ports.clock.now();
	return publishReview(await compareOrProblems(inputs, ports, startedAt), startedAt, void 0, ports);
}
async function compareOrProblems(inputs, ports, startedAt) {
	let pull;
	try {
		const found = await ports.host.pullRequest();
		pull = "nothing" in found ? void 0 : found;
		const { old, new: next } = inputs;
		if (old === void 0 || next === void 0) throw new ProblemError(filesMissing);
		const compared = pull === void 0 ? {} : { pull: {
			host: ports.host,
			request: pull
		} };
		return await compareFiles({
			inputs,
			paths: {
				old,
				new: next
			},
			...compared
		}, ports);
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		const broken = brokenReview(fault.problems, ports.tool, startedAt, inputs);
		return pull === void 0 ? broken : {
			...broken,
			pull
		};
	}
}
const filesMissing = {
	reason: "config",
	what: "`mode: compare` needs two files, `old` and `new`.",
	fix: "Give each as an input: a saved report or a score file in the workspace."
};

export { comparePullRequest };