import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { t as brokenReview } from "./broken-review.js";
import { t as review } from "./review.js";
import { t as showLocally } from "./show-locally.js";
import { t as loadPage } from "./load-page.js";
import { r as wireLocal } from "./wire-local.js";
import { t as checkTargets } from "./check-targets.js";
import { t as putResult } from "./put-result.js";
import { t as readInputs } from "./read-inputs.js";
import { t as withPage } from "./with-page.js";

// src/app/review-locally.ts
async function reviewLocally(asked, ports) {
	const { report, shown } = await reviewOrProblems(asked, ports);
	return showLocally(report, asked, ports.clock.now(), shown);
}
async function reviewOrProblems(asked, ports) {
	const startedAt = ports.clock.now();
	const { inputs, show, signal } = asked;
	try {
		return await review({
			inputs,
			signal,
			...show === void 0 ? {} : { show }
		}, ports);
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		return brokenReview(fault.problems, ports.tool, startedAt, inputs);
	}
}

// src/commands/run-review.ts
async function runReview(given, { given: flags, terminal, signal, heedCancel }) {
	const options = withPage(given);
	const { base, store } = options;
	const inputs = readInputs(flags);
	checkTargets(options);
	const place = {
		folder: process.cwd(),
		progress: terminal.progress,
		...base === void 0 ? {} : { base },
		...store === void 0 ? {} : { store }
	};
	const ports = await wireLocal(inputs, {
		env: process.env,
		signal,
		heedCancel
	}, place);
	try {
		const done = await reviewLocally({
			...options,
			inputs,
			screen: terminal.screen,
			loadPage,
			signal
		}, ports);
		return await putResult(done, terminal, options, ports.breathe);
	} finally {
		await ports.close();
	}
}

export { runReview };