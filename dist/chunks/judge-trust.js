import { D as tuple, E as string, b as number, l as array, x as object } from "./zod.js";

// src/core/scoring/judge-trust.ts
const judgeBounds = {
	flipRate: .2,
	sigma: .5 / 2.8,
	kappa: .4,
	leastReplies: 10,
	leastLabels: 20
};
const oneSided95 = 1.645;
function judgeTrust(reliability, kappa, scale = [0, 1]) {
	const reasons = [...doubtsOfRepeats(reliability, scale), ...doubtsOfLabels(kappa)];
	if (reasons.length > 0) return {
		kind: "doubted",
		why: reasons.join("; ")
	};
	const lacks = {
		replies: Math.max(0, judgeBounds.leastReplies - (reliability?.replies ?? 0)),
		labels: Math.max(0, judgeBounds.leastLabels - (kappa?.ratings ?? 0))
	};
	return lacks.replies === 0 || lacks.labels === 0 ? { kind: "trusted" } : {
		kind: "unknown",
		lacks
	};
}
function doubtsOfRepeats(reliability, [low, high]) {
	if (reliability === void 0 || reliability.replies < judgeBounds.leastReplies) return [];
	const { flipRate, sigma, replies } = reliability;
	if (flipRate !== void 0) {
		if (flipRate <= judgeBounds.flipRate) return [];
		return [`of ${replies} replies judged again, ${percent(flipRate)} came out on the other side of their mark (at most ${percent(judgeBounds.flipRate)})`];
	}
	if (sigma <= judgeBounds.sigma) return [];
	const shown = (spread) => (spread * (high - low)).toFixed(2);
	return [`${replies} replies judged again spread by σ = ${shown(sigma)} on ${low}–${high} (at most ${shown(judgeBounds.sigma)})`];
}
function doubtsOfLabels(kappa) {
	if (kappa === void 0 || kappa.ratings < judgeBounds.leastLabels) return [];
	if (kappa.kappa - oneSided95 * kappa.standardError >= judgeBounds.kappa) return [];
	return [`against ${kappa.ratings} human labels κ is ${kappa.kappa.toFixed(2)} ± ${kappa.standardError.toFixed(2)} (its lower bound must reach ${judgeBounds.kappa})`];
}
function percent(share) {
	return `${Math.round(share * 100)} %`;
}
function judgeReliability(replies) {
	const repeated = replies.filter(({ grades }) => grades.length >= 2);
	if (repeated.length === 0) return void 0;
	const pairs = repeated.flatMap(({ grades }) => pairsOf(grades));
	const flips = repeated.flatMap(({ grades, min }) => min === void 0 ? [] : pairsOf(grades).map(([a, b]) => a >= min !== b >= min));
	const squares = repeated.map(({ grades }) => {
		const mean = grades.reduce((sum, one) => sum + one, 0) / grades.length;
		return grades.reduce((sum, one) => sum + (one - mean) ** 2, 0);
	});
	const freedom = repeated.reduce((sum, { grades }) => sum + grades.length - 1, 0);
	return {
		replies: repeated.length,
		agreement: pairs.filter(([a, b]) => a === b).length / pairs.length,
		...flips.length > 0 && { flipRate: flips.filter(Boolean).length / flips.length },
		sigma: Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / freedom)
	};
}
function pairsOf(grades) {
	return grades.flatMap((first, index) => grades.slice(index + 1).map((second) => [first, second]));
}
const slack = 1e-9;
function repeatedScores(judgements, mark) {
	return {
		grades: judgements.flatMap((check) => check.kind === "scored" ? [check.value] : []),
		...mark === void 0 ? {} : { min: mark - slack }
	};
}
const scale = object({ of: tuple([number(), number()]) });
function repeatedVotes(check, votes, mark) {
	const read = check.kind === "scored" ? scale.safeParse(check.details) : void 0;
	if (read?.success !== true || votes < 2) return [];
	const [low, high] = read.data.of;
	return gradesOf(check).map((criterion) => ({
		grades: criterion.votes.slice(0, votes).map((grade) => (grade - low) / (high - low)),
		...mark === void 0 ? {} : { min: mark - slack }
	}));
}
const graded = object({ criteria: array(object({
	name: string(),
	votes: array(number()),
	reasons: array(string()).default([])
})) });
function gradesOf(check) {
	if (check.kind !== "scored" || check.details === void 0) return [];
	const read = graded.safeParse(check.details);
	return read.success ? read.data.criteria : [];
}

export { repeatedVotes as a, repeatedScores as i, judgeReliability as n, judgeTrust as r, gradesOf as t };