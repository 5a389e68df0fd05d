import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { t as compareFiles } from "./compare-files.js";
import { t as brokenReview } from "./empty-report.js";
import { t as showLocally } from "./show-locally.js";
import { t as loadPage } from "./load-page.js";
import { t as systemClock } from "./system-clock.js";
import { t as readFileIn } from "./read-file-in2.js";
import { t as tool } from "./tool.js";
import { t as checkTargets } from "./check-targets.js";
import { t as putResult } from "./put-result.js";
import { t as readInputs } from "./read-inputs2.js";
import { t as withPage } from "./with-page.js";

// src/app/compare-locally.ts
async function compareLocally(asked, ports) {
	const { report } = await compareOrProblems(asked.inputs, asked.paths, ports);
	return showLocally(report, asked, ports.clock.now());
}
async function compareOrProblems(inputs, paths, ports) {
	const startedAt = ports.clock.now();
	try {
		return await compareFiles({
			inputs,
			paths
		}, ports);
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		const broken = brokenReview(fault.problems, ports.tool, startedAt, inputs);
		return {
			...broken,
			report: {
				...broken.report,
				mode: "compare"
			}
		};
	}
}

// src/wire/wire-comparison.ts
function wireComparison(folder) {
	return {
		clock: systemClock,
		tool,
		readFile: readFileIn(folder, false)
	};
}

// src/commands/run-compare.ts
async function runCompare(paths, given, { given: flags, terminal }) {
	const options = withPage(given);
	checkTargets(options);
	const asked = {
		...options,
		inputs: readInputs(flags),
		paths,
		screen: terminal.screen,
		loadPage
	};
	return putResult(await compareLocally(asked, wireComparison(process.cwd())), terminal, options);
}

export { runCompare };