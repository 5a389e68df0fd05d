import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { t as check } from "./check.js";
import { t as publishReview } from "./publish-review.js";
import { t as brokenReview } from "./empty-report.js";
import { t as showLocally } from "./show-locally.js";

// src/app/check-revision.ts
async function checkRevision(run, ports) {
	const startedAt = ports.clock.now();
	const result = await checkOrProblems({
		...run,
		named: {
			written: [],
			folder: ""
		}
	}, ports);
	return publishReview(await placed(result, ports), startedAt, void 0, ports);
}
async function placed(result, { host }) {
	if (result.pull !== void 0) return result;
	const pull = await host.pullRequest().catch(() => void 0);
	return pull === void 0 || "nothing" in pull ? result : {
		...result,
		pull
	};
}
async function checkLocally(asked, ports) {
	const { report, shown } = await checkOrProblems(asked, ports);
	return showLocally(report, asked, ports.clock.now(), shown);
}
async function checkOrProblems(request, ports) {
	const startedAt = ports.clock.now();
	try {
		return await check(request, ports);
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		return brokenReview(fault.problems, ports.tool, startedAt, request.inputs);
	}
}

export { checkRevision as n, checkLocally as t };