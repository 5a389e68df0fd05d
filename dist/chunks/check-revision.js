import "./rolldown-runtime.js";
import { n as checkOrProblems } from "./check-locally.js";
import { t as publishReview } from "./publish-review.js";

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

export { checkRevision };