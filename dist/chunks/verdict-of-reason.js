import { t as sides } from "./side.js";
import { n as quantile$1 } from "./quantile.js";
import { i as shrunkenBound } from "./normal.js";

// src/core/statistics/stratum.ts
function stratumOf(before, after) {
	const first = after[0];
	let sum = 0;
	let total = 0;
	let binary = true;
	let informative = false;
	for (const value of after) sum += value;
	for (const values of [before, after]) for (const value of values) {
		total += value;
		if (value !== 0 && value !== 1) binary = false;
		if (value !== first) informative = true;
	}
	return {
		size: after.length,
		old: before,
		new: after,
		sum,
		total,
		binary,
		informative
	};
}
function valuesOf({ old, new: after }) {
	const values = [];
	for (const side of [old, after]) for (const value of side) {
		let at = values.length;
		for (; at > 0 && (values[at - 1] ?? 0) > value; at--) values[at] = values[at - 1] ?? 0;
		values[at] = value;
	}
	return values;
}
function sampleVariance(strata) {
	let count = 0;
	let total = 0;
	for (const stratum of strata) {
		count += 2 * stratum.size;
		total += stratum.total;
	}
	if (count < 2) return 0;
	const mean = total / count;
	let squares = 0;
	for (const stratum of strata) {
		for (const value of stratum.old) squares += (value - mean) ** 2;
		for (const value of stratum.new) squares += (value - mean) ** 2;
	}
	return squares / (count - 1);
}
const probabilitySlack = 1e-12;
const scoreSlack = 1e-9;

// src/core/statistics/exact-chances.ts
const known$1 = /* @__PURE__ */ new Map();
function hypergeometric(marked, size) {
	const key = size < 64 ? size * 128 + marked : -1;
	const found = known$1.get(key);
	if (found !== void 0) return found;
	const low = Math.max(0, marked - size);
	const high = Math.min(size, marked);
	const all = logChoose(2 * size, marked);
	const result = {
		low,
		masses: Float64Array.from({ length: high - low + 1 }, (_, i) => Math.exp(logChoose(size, low + i) + logChoose(size, marked - low - i) - all))
	};
	if (key >= 0) known$1.set(key, result);
	return result;
}
const logFactorials = [0];
function logFactorial(n) {
	for (let i = logFactorials.length; i <= n; i++) logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i));
	return logFactorials[n] ?? 0;
}
function logChoose(n, k) {
	if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
	return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
function choose(n, k) {
	if (k < 0 || k > n) return 0;
	let ways = 1;
	for (let i = 1; i <= Math.min(k, n - k); i++) ways = ways * (n - i + 1) / i;
	return ways;
}
function signTest({ wins, losses }) {
	const pairs = wins + losses;
	let p = 0;
	for (let k = losses; k <= pairs; k += 1) p += Math.exp(logChoose(pairs, k) - pairs * Math.LN2);
	return Math.min(1, p);
}

// src/core/statistics/lattice-sum.ts
const mostConvolution = 3e6;
function latticeWork(terms) {
	const { plain, length } = convolutionWork(terms);
	if (plain <= mostConvolution) return plain;
	const each = terms.reduce((sum, { masses, count }) => sum + masses.length + 2 * Math.log2(count + 1), 0);
	return circleSize(terms, length) * (each / 2 + Math.log2(length));
}
function gridLength(terms) {
	return terms.reduce((length, { masses, step, count }) => length + (masses.length - 1) * step * count, 1);
}
function latticeSum(terms) {
	const { plain, length } = convolutionWork(terms);
	return plain <= mostConvolution ? convolve(terms, length) : invert(terms, length);
}
function convolutionWork(terms) {
	let plain = 0;
	let length = 1;
	for (const { masses, step, count } of terms) {
		const range = (masses.length - 1) * step;
		plain += masses.length * (count * length + range * count * (count - 1) / 2);
		length += range * count;
	}
	return {
		plain,
		length
	};
}
function circleSize(terms, length) {
	return 2 ** Math.ceil(Math.log2(Math.min(length, 2 * spread(terms).reach + 2)));
}
function convolve(terms, length) {
	let held = new Float64Array(length);
	let next = new Float64Array(length);
	let used = 1;
	held[0] = 1;
	for (const { masses, step, count } of terms) for (let time = 0; time < count; time++) {
		const grown = used + (masses.length - 1) * step;
		next.fill(0, 0, grown);
		for (let j = 0; j < used; j++) {
			const mass = held[j] ?? 0;
			if (mass === 0) continue;
			for (let i = 0, at = j; i < masses.length; i++, at += step) next[at] = (next[at] ?? 0) + mass * (masses[i] ?? 0);
		}
		[held, next] = [next, held];
		used = grown;
	}
	return {
		start: 0,
		masses: held
	};
}
function invert(terms, length) {
	const { mean } = spread(terms);
	const size = circleSize(terms, length);
	const cosines = Float64Array.from({ length: size }, (_, i) => Math.cos(2 * Math.PI * i / size));
	const sines = Float64Array.from({ length: size }, (_, i) => Math.sin(2 * Math.PI * i / size));
	const real = new Float64Array(size).fill(1);
	const imaginary = new Float64Array(size);
	for (const term of terms) multiplyCharacteristic(term, {
		real,
		imaginary,
		cosines,
		sines
	});
	for (let j = 1; j < size / 2; j++) {
		real[size - j] = real[j] ?? 0;
		imaginary[size - j] = -(imaginary[j] ?? 0);
	}
	inverseFourier(real, imaginary, cosines, sines);
	const start = size >= length ? 0 : Math.round(mean) - size / 2;
	const first = (start % size + size) % size;
	return {
		start,
		masses: Float64Array.from({ length: size }, (_, i) => Math.max(0, real[(first + i) % size] ?? 0))
	};
}
function spread(terms) {
	let mean = 0;
	let squares = 0;
	for (const { masses, step, count } of terms) {
		mean += count * step * masses.reduce((sum, mass, i) => sum + mass * i, 0);
		squares += count * ((masses.length - 1) * step) ** 2;
	}
	return {
		mean,
		reach: Math.ceil(Math.sqrt(.5 * Math.log(0x2c68af0bb140000) * squares))
	};
}
function multiplyCharacteristic(term, { real, imaginary, cosines, sines }) {
	const size = real.length;
	for (let j = 0; j <= size / 2; j++) {
		const turn = j * term.step % size;
		let cr = 0;
		let ci = 0;
		for (let i = 0, at = 0; i < term.masses.length; i++, at = (at + turn) % size) {
			cr += (term.masses[i] ?? 0) * (cosines[at] ?? 0);
			ci -= (term.masses[i] ?? 0) * (sines[at] ?? 0);
		}
		let rr = real[j] ?? 0;
		let ri = imaginary[j] ?? 0;
		for (let power = term.count; power > 0; power = Math.floor(power / 2)) {
			if (power % 2 === 1) [rr, ri] = [rr * cr - ri * ci, rr * ci + ri * cr];
			[cr, ci] = [cr * cr - ci * ci, 2 * cr * ci];
		}
		real[j] = rr;
		imaginary[j] = ri;
	}
}
function inverseFourier(real, imaginary, cosines, sines) {
	const n = real.length;
	reverseBits(real, imaginary);
	for (let width = 2; width <= n; width *= 2) {
		const half = width / 2;
		const stride = n / width;
		for (let start = 0; start < n; start += width) for (let j = 0; j < half; j++) {
			const a = start + j;
			const b = a + half;
			const c = cosines[j * stride] ?? 0;
			const s = sines[j * stride] ?? 0;
			const br = real[b] ?? 0;
			const bi = imaginary[b] ?? 0;
			const tr = br * c - bi * s;
			const ti = br * s + bi * c;
			const ar = real[a] ?? 0;
			const ai = imaginary[a] ?? 0;
			real[b] = ar - tr;
			imaginary[b] = ai - ti;
			real[a] = ar + tr;
			imaginary[a] = ai + ti;
		}
	}
	for (let i = 0; i < n; i++) {
		real[i] = (real[i] ?? 0) / n;
		imaginary[i] = (imaginary[i] ?? 0) / n;
	}
}
function reverseBits(real, imaginary) {
	const n = real.length;
	let j = 0;
	for (let i = 1; i < n; i++) {
		let bit = n / 2;
		for (; j & bit; bit /= 2) j ^= bit;
		j ^= bit;
		if (i >= j) continue;
		swap(real, i, j);
		swap(imaginary, i, j);
	}
}
function swap(values, i, j) {
	const held = values[i] ?? 0;
	values[i] = values[j] ?? 0;
	values[j] = held;
}

// src/core/statistics/random.ts
function seededRandom(seed) {
	const state = Int32Array.of(seed[0], seed[1], 2654435769, 1);
	function next() {
		const a = state[0] ?? 0;
		const b = state[1] ?? 0;
		const c = state[2] ?? 0;
		const counter = state[3] ?? 0;
		const result = (a + b | 0) + counter | 0;
		state[0] = b ^ b >>> 9;
		state[1] = c + (c << 3);
		state[2] = (c << 21 | c >>> 11) + result;
		state[3] = counter + 1;
		return result >>> 0;
	}
	for (let i = 0; i < 12; i++) next();
	return next;
}
function randomBelow(random, below) {
	return Math.floor(random() / 4294967296 * below);
}

// src/core/statistics/deck.ts
function stackDeck(strata) {
	const given = layOut(strata, identity(strata.length));
	const keys = Float64Array.from(given.sizes, (_, i) => keyOf$1(given, i));
	const order = orderBy(keys, (one, other) => compareStrata(given, one, other));
	const seed = seedOf(order, keys);
	shuffle(order, seededRandom(seed));
	return {
		...layOut(strata, order),
		seed
	};
}
function shuffle(order, random) {
	for (let i = order.length - 1; i > 0; i--) {
		const j = randomBelow(random, i + 1);
		const held = order[i] ?? 0;
		order[i] = order[j] ?? 0;
		order[j] = held;
	}
}
function layOut(strata, order) {
	const { length } = order;
	const sizes = new Int32Array(length);
	const starts = new Int32Array(length);
	const [steps, sums, totals] = [
		new Float64Array(length),
		new Float64Array(length),
		new Float64Array(length)
	];
	const values = new Float64Array(strata.reduce((count, { stratum }) => count + 2 * stratum.size, 0));
	let start = 0;
	for (let i = 0; i < length; i++) {
		const held = strata[order[i] ?? 0];
		if (held === void 0) continue;
		const { stratum, step } = held;
		starts[i] = start;
		sizes[i] = stratum.size;
		steps[i] = step;
		totals[i] = stratum.total;
		sums[i] = stratum.sum;
		start = copySorted(stratum.new, values, copySorted(stratum.old, values, start));
	}
	return {
		values,
		starts,
		sizes,
		steps,
		sums,
		totals
	};
}
function copySorted(from, into, start) {
	const end = start + from.length;
	for (let at = start; at < end; at++) {
		const value = from[at - start] ?? 0;
		let j = at - 1;
		for (; j >= start && (into[j] ?? 0) > value; j--) into[j + 1] = into[j] ?? 0;
		into[j + 1] = value;
	}
	return end;
}
function identity(length) {
	return Int32Array.from({ length }, (_, i) => i);
}
function orderBy(keys, compare) {
	const { length } = keys;
	const sorted = keys.map((key, i) => key * length + i).sort();
	const order = Int32Array.from(sorted, (held) => held % length);
	const keyAt = (i) => Math.floor((sorted[i] ?? 0) / length);
	for (let from = 0; from < length;) {
		let to = from + 1;
		while (to < length && keyAt(to) === keyAt(from)) to++;
		if (to - from > 1) order.subarray(from, to).sort(compare);
		from = to;
	}
	return order;
}
function compareStrata({ steps, sizes, starts, values }, one, other) {
	const by = (steps[one] ?? 0) - (steps[other] ?? 0) || (sizes[one] ?? 0) - (sizes[other] ?? 0);
	if (by !== 0) return by;
	const [a, b] = [starts[one] ?? 0, starts[other] ?? 0];
	for (let i = 0; i < 2 * (sizes[one] ?? 0); i++) {
		const apart = (values[a + i] ?? 0) - (values[b + i] ?? 0);
		if (apart !== 0) return apart;
	}
	return 0;
}
function keyOf$1({ steps, sizes, starts, values }, index) {
	let hash = mix(2166136261, steps[index] ?? 0);
	const start = starts[index] ?? 0;
	for (let i = 0; i < 2 * (sizes[index] ?? 0); i++) hash = mix(hash, values[start + i] ?? 0);
	return hash >>> 0;
}
const word = /* @__PURE__ */ new Float64Array(1);
const halves = new Uint32Array(word.buffer);
function mix(hash, value) {
	word[0] = value;
	const low = Math.imul(hash ^ (halves[0] ?? 0), 16777619);
	const high = Math.imul(low ^ low >>> 15 ^ (halves[1] ?? 0), 16777619);
	return high ^ high >>> 13;
}
function seedOf(order, keys) {
	let a = 2166136261;
	let b = 3421674724;
	for (const index of order) {
		const key = keys[index] ?? 0;
		a = Math.imul(a ^ key, 16777619) ^ a >>> 15;
		b = Math.imul(b ^ key ^ a, 16777619) ^ b >>> 13;
	}
	return [a, b];
}

// src/core/statistics/draw-source.ts
const mostDrawn = 8e6;
const fewStrata = 4;
const mostBlocks = 128;
const heldBits = 6;
const heldCount = 2 ** heldBits;
const picksAtOnce = 5;
function drawSource(strata) {
	const deck = stackDeck(strata);
	const remembered = /* @__PURE__ */ new Map();
	let held;
	function draw(draws, stream) {
		const random = seededRandom(streamOf(deck.seed, stream + 1));
		if (deck.sizes.length <= fewStrata || deck.values.length * draws <= mostDrawn) return drawFresh(deck, draws, random);
		held ??= holdBlocks(deck);
		return drawHeld(held, draws, random);
	}
	return {
		seed: deck.seed,
		heaviest: deck.steps.reduce((most, step) => Math.max(most, step), 0),
		changes: (draws, stream) => {
			const changes = (stream === 0 ? remembered.get(draws) : void 0) ?? draw(draws, stream);
			if (stream === 0) remembered.set(draws, changes);
			return changes;
		}
	};
}
function streamOf([a, b], stream) {
	return [a ^ Math.imul(stream, 2654435769), b];
}
function drawFresh(deck, draws, random) {
	const { starts, sizes, steps, sums } = deck;
	const values = deck.values.slice();
	const changes = new Float64Array(draws);
	for (let draw = 0; draw < draws; draw++) {
		let change = 0;
		for (let i = 0; i < sizes.length; i++) {
			const drawn = drawnSum(values, starts[i] ?? 0, sizes[i] ?? 0, random);
			change += (steps[i] ?? 0) * (drawn - (sums[i] ?? 0));
		}
		changes[draw] = change;
	}
	return changes;
}
function holdBlocks(deck) {
	const { starts, sizes, steps, sums, totals } = deck;
	const { length } = sizes;
	const random = seededRandom(streamOf(deck.seed, 24301));
	const values = deck.values.slice();
	const share = Math.ceil(length / mostBlocks);
	const blocks = Math.ceil(length / share);
	const held = new Float64Array(Math.ceil(blocks / picksAtOnce) * picksAtOnce * heldCount);
	for (let i = 0; i < length; i++) {
		const block = Math.floor(i / share) * heldCount;
		const [start, size, step, sum] = [
			starts[i] ?? 0,
			sizes[i] ?? 0,
			steps[i] ?? 0,
			sums[i] ?? 0
		];
		const mirror = step * ((totals[i] ?? 0) - 2 * sum);
		held[block + 1] = (held[block + 1] ?? 0) + mirror;
		for (let at = block + 2; at < block + heldCount; at += 2) {
			const change = step * (drawnSum(values, start, size, random) - sum);
			held[at] = (held[at] ?? 0) + change;
			held[at + 1] = (held[at + 1] ?? 0) + mirror - change;
		}
	}
	return held;
}
function drawHeld(held, draws, random) {
	const mask = 63;
	const changes = new Float64Array(draws);
	for (let draw = 0; draw < draws; draw++) {
		let change = 0;
		for (let at = 0; at < held.length; at += 320) {
			const bits = random();
			const first = at + (bits & mask);
			const second = at + heldCount + (bits >>> heldBits & mask);
			const third = at + 128 + (bits >>> 12 & mask);
			const fourth = at + 192 + (bits >>> 18 & mask);
			const fifth = at + 256 + (bits >>> 24 & mask);
			change += (held[first] ?? 0) + (held[second] ?? 0) + (held[third] ?? 0) + (held[fourth] ?? 0) + (held[fifth] ?? 0);
		}
		changes[draw] = change;
	}
	return changes;
}
function drawnSum(values, start, size, random) {
	let sum = 0;
	for (let i = 0; i < size; i++) {
		const at = start + i;
		const j = at + randomBelow(random, 2 * size - i);
		const drawn = values[j] ?? 0;
		values[j] = values[at] ?? 0;
		values[at] = drawn;
		sum += drawn;
	}
	return sum;
}

// src/core/statistics/permutation-test.ts
const uninformative = {
	p: 1,
	better: 1,
	least: 1,
	method: { kind: "exact" },
	spend: (threshold) => threshold >= 1 ? 1 : 0
};
function testOnGrid(masses, at, ends) {
	const cumulative = new Float64Array(masses.length);
	let sum = 0;
	for (let i = 0; i < masses.length; i++) {
		sum += masses[i] ?? 0;
		cumulative[i] = sum;
	}
	const upTo = (i) => i < 0 ? 0 : cumulative[Math.min(i, masses.length - 1)] ?? 0;
	return {
		p: clamp(upTo(at), ends.least),
		better: clamp(sum - upTo(at - 1), ends.most),
		least: ends.least,
		method: { kind: "exact" },
		spend: (threshold) => {
			const above = firstAbove(cumulative, threshold + probabilitySlack);
			return above === 0 ? 0 : Math.min(1, cumulative[above - 1] ?? 0);
		}
	};
}
function testOnSums(sorted, observed) {
	const n = sorted.length;
	const upTo = (limit) => firstAbove(sorted, limit) / n;
	const least = upTo((sorted[0] ?? 0) + scoreSlack);
	return {
		p: upTo(observed + scoreSlack),
		better: 1 - upTo(observed - scoreSlack),
		least,
		method: { kind: "exact" },
		spend: (threshold) => {
			if (threshold + 1e-12 < least) return 0;
			const next = sorted[Math.floor((threshold + probabilitySlack) * n)];
			return next === void 0 ? 1 : upTo(next - scoreSlack);
		}
	};
}
function firstAbove(values, limit) {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = low + high >>> 1;
		if ((values[middle] ?? 0) > limit) high = middle;
		else low = middle + 1;
	}
	return low;
}
function clamp(p, floor) {
	return Math.min(1, Math.max(p, floor));
}

// src/core/statistics/two-sums.ts
const tiltedCharge = 3;
function testTwoSums(sums, observed, ends) {
	const down = lowerTail(sums);
	const up = lowerTail({
		...sums,
		steady: mirror(sums.steady),
		others: mirror(sums.others),
		even: mirror(sums.even),
		tilted: mirror(sums.tilted)
	});
	const even = observed.steady + observed.others;
	const tilted = sums.tilt * observed.steady + observed.others;
	return {
		p: Math.min(1, Math.max(ends.least, down.joint(Math.min(down.even(even), 3 * down.tilted(tilted))))),
		better: Math.min(1, Math.max(ends.most, up.joint(Math.min(up.even(-even), 3 * up.tilted(-tilted))))),
		least: ends.least,
		method: { kind: "exact" },
		spend: (threshold) => down.spend(threshold)
	};
}
function mirror({ start, masses }) {
	return {
		start: -(start + masses.length - 1),
		masses: masses.toReversed()
	};
}
function cumulate({ start, masses }) {
	const sums = new Float64Array(masses.length);
	let sum = 0;
	for (let i = 0; i < masses.length; i++) {
		sum += masses[i] ?? 0;
		sums[i] = sum;
	}
	return {
		start,
		sums
	};
}
function upTo({ start, sums }, value) {
	const at = Math.floor(value) - start;
	return at < 0 ? 0 : sums[Math.min(at, sums.length - 1)] ?? 0;
}
function quantile({ start, sums }, p) {
	const above = firstAbove(sums, p + probabilitySlack);
	return above === 0 ? Number.NEGATIVE_INFINITY : start + above - 1;
}
function lowerTail({ steady, others, tilt, ...of }) {
	const even = cumulate(of.even);
	const tilted = cumulate(of.tilted);
	const rest = cumulate(others);
	function joint(p) {
		const [most, mostTilted] = [quantile(even, p), quantile(tilted, p / 3)];
		let sum = 0;
		for (let i = 0; i < steady.masses.length; i++) {
			const one = steady.start + i;
			sum += (steady.masses[i] ?? 0) * upTo(rest, Math.max(most - one, mostTilted - tilt * one));
		}
		return sum;
	}
	function spend(threshold) {
		const upTo = ({ sums }, most) => sums.subarray(0, firstAbove(sums, most + probabilitySlack));
		const charged = upTo(tilted, threshold).map((p) => 3 * p);
		const p = Float64Array.from([...upTo(even, threshold), ...charged]).sort();
		let low = 0;
		let high = p.length;
		while (low < high) {
			const middle = low + high >>> 1;
			if (joint(p[middle] ?? 0) > threshold + 1e-12) high = middle;
			else low = middle + 1;
		}
		return low === 0 ? 0 : Math.min(1, joint(p[low - 1] ?? 0));
	}
	return {
		joint,
		spend,
		even: (value) => upTo(even, value),
		tilted: (value) => upTo(tilted, value)
	};
}
const mostScale = 1e3;
const mostMultiple = 1e7;
function integerSteps(weights, sizes) {
	const scale = wholeScale(new Set(weights));
	let multiple = 1;
	for (const size of new Set(sizes)) {
		multiple = multiple / greatestDivisor(multiple, size) * size;
		if (multiple > mostMultiple) return null;
	}
	if (scale === null) return null;
	const steps = weights.map((weight, i) => Math.round(weight * scale) * (multiple / (sizes[i] ?? 1)));
	const shared = steps.reduce(greatestDivisor, 0);
	return steps.map((step) => step / shared);
}
function wholeScale(weights) {
	const [first] = weights;
	if (first === void 0) return 1;
	const ratios = [...weights].map((weight) => weight / first);
	for (let scale = 1; scale <= mostScale; scale++) if (ratios.every((ratio) => isWhole(ratio * scale))) return scale / first;
	return null;
}
function isWhole(value) {
	return Math.round(value) > 0 && Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, value);
}
function greatestDivisor(a, b) {
	return b === 0 ? a : greatestDivisor(b, a % b);
}

// src/core/statistics/monte-carlo.ts
function drawLabellings(strata, draws) {
	return drawFrom([{
		source: drawSource(strata),
		scale: 1
	}], draws);
}
function drawFrom(sources, draws) {
	const { sum } = sumDraws(sources, draws);
	const slack = slackOf(sources);
	let atMost = 0;
	let atLeast = 0;
	for (let draw = 0; draw < draws; draw++) {
		const by = sum[draw] ?? 0;
		if (by <= slack) atMost++;
		if (by >= -slack) atLeast++;
	}
	return {
		draws,
		atMost,
		atLeast
	};
}
function drawTwoFrom(sources, draws) {
	const { sum, tilted } = sumDraws(sources, draws);
	const slack = slackOf(sources.map((one) => ({
		...one,
		scale: one.tilted
	})));
	const least = (way) => {
		const [one, other] = [sum, tilted].map((changes) => rank(changes, way, slack));
		if (one === void 0 || other === void 0) return draws;
		const observed = Math.min(one.observed, 3 * other.observed);
		let count = 0;
		for (let draw = 0; draw < draws; draw++) if (Math.min(one.ranks[draw] ?? 0, 3 * (other.ranks[draw] ?? 0)) <= observed) count++;
		return count;
	};
	return {
		draws,
		atMost: least(1),
		atLeast: least(-1)
	};
}
function rank(changes, way, slack) {
	const turned = Float64Array.from({ length: changes.length + 1 }, (_, i) => way * (changes[i] ?? 0));
	const sorted = turned.toSorted();
	const upTo = (value) => {
		let low = 0;
		let high = sorted.length;
		while (low < high) {
			const middle = low + high >>> 1;
			if ((sorted[middle] ?? 0) > value + slack) high = middle;
			else low = middle + 1;
		}
		return low;
	};
	return {
		ranks: Int32Array.from(turned, upTo),
		observed: upTo(0)
	};
}
function slackOf(sources) {
	return scoreSlack * Math.max(...sources.map(({ source, scale }) => scale * source.heaviest));
}
function sumDraws(sources, draws) {
	const ordered = sources.toSorted(compareSources);
	const sum = new Float64Array(draws);
	const other = new Float64Array(draws);
	let stream = 0;
	ordered.forEach(({ source, scale, tilted }, i) => {
		stream = i > 0 && sameSeed(source, ordered[i - 1]?.source) ? stream + 1 : 0;
		const changes = source.changes(draws, stream);
		for (let draw = 0; draw < draws; draw++) sum[draw] = (sum[draw] ?? 0) + scale * (changes[draw] ?? 0);
		if (tilted === void 0) return;
		for (let draw = 0; draw < draws; draw++) other[draw] = (other[draw] ?? 0) + tilted * (changes[draw] ?? 0);
	});
	return {
		sum,
		tilted: other
	};
}
function sameSeed(one, other) {
	return one.seed[0] === other?.seed[0] && one.seed[1] === other.seed[1];
}
function compareSources(one, other) {
	const [a, b] = [one.source.seed, other.source.seed];
	return a[0] - b[0] || a[1] - b[1] || one.scale - other.scale;
}

// src/core/statistics/subset-sums.ts
function subsetSums(values) {
	const starts = startsOf(values.length, values.length);
	const sums = new Float64Array(starts[values.length + 1] ?? 0);
	fillSums(sums, values, starts, values.length);
	return {
		values: sums,
		starts
	};
}
let scratch = /* @__PURE__ */ new Float64Array(1024);
function sumsOfSize(values, size) {
	const starts = startsOf(values.length, size);
	const end = starts[size + 1] ?? 0;
	if (scratch.length < end) scratch = new Float64Array(end);
	scratch[0] = 0;
	fillSums(scratch, values, starts, size);
	return scratch.slice(starts[size], end);
}
function fillSums(sums, values, starts, most) {
	for (let taken = 0; taken < values.length; taken++) {
		const held = binomials(taken);
		for (let size = Math.min(most, taken + 1); size > 0; size--) mergeShifted({
			values: sums,
			start: starts[size] ?? 0,
			count: held[size] ?? 0
		}, {
			values: sums,
			start: starts[size - 1] ?? 0,
			count: held[size - 1] ?? 0
		}, values[taken] ?? 0);
	}
}
function startsOf(n, most) {
	const ways = binomials(n);
	const starts = [0];
	for (let size = 0, end = 0; size <= most; size++) {
		end += ways[size] ?? 0;
		starts.push(end);
	}
	return starts;
}
function mergeShifted(into, from, shift) {
	const first = into.start;
	let i = first + into.count - 1;
	let j = from.start + from.count - 1;
	for (let at = i + from.count; j >= from.start; at--) {
		const added = (from.values[j] ?? 0) + shift;
		const kept = i < first ? Number.NEGATIVE_INFINITY : into.values[i] ?? 0;
		if (kept > added) {
			into.values[at] = kept;
			i--;
		} else {
			into.values[at] = added;
			j--;
		}
	}
}
function countPairs(a, b, target, slack) {
	const { values: ofA } = a;
	const { values: ofB, start } = b;
	const end = a.start + a.count;
	let upTo = 0;
	let below = 0;
	let last = start + b.count - 1;
	let smaller = last;
	for (let i = a.start; i < end && last >= start; i++) {
		const wanted = target - (ofA[i] ?? 0);
		while (last >= start && (ofB[last] ?? 0) > wanted + slack) last--;
		upTo += last - start + 1;
		while (smaller >= start && (ofB[smaller] ?? 0) >= wanted - slack) smaller--;
		below += smaller - start + 1;
	}
	return {
		below,
		upTo
	};
}
function stretchOf({ values, starts }, j) {
	const start = starts[j] ?? values.length;
	return {
		values,
		start,
		count: (starts[j + 1] ?? start) - start
	};
}
function wholeOf(values) {
	return {
		values,
		start: 0,
		count: values.length
	};
}
const pascal = [[1]];
function binomials(n) {
	for (let row = pascal.length; row <= n; row++) {
		const above = pascal[row - 1] ?? [];
		pascal.push(Array.from({ length: row + 1 }, (_, k) => (above[k - 1] ?? 0) + (above[k] ?? 0)));
	}
	return pascal[n] ?? [];
}
function countLabellings(stratum) {
	return choose(2 * stratum.size, stratum.size);
}
const known = /* @__PURE__ */ new WeakMap();
function labellingSums(stratum) {
	const held = known.get(stratum);
	if (held !== void 0) return held;
	const sums = sumsOfSize(valuesOf(stratum), stratum.size);
	known.set(stratum, sums);
	return sums;
}
const mostMerged = 12;
function crossSums(a, b) {
	const sums = new Float64Array(a.length * b.length);
	if (b.length > mostMerged) {
		let at = 0;
		for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) sums[at++] = (a[i] ?? 0) + (b[j] ?? 0);
		return sums.sort();
	}
	for (let j = 0; j < b.length; j++) mergeShifted({
		values: sums,
		start: 0,
		count: j * a.length
	}, wholeOf(a), b[j] ?? 0);
	return sums;
}

// src/core/statistics/case-test.ts
const mostListed$2 = 1024;
const mostUnscreened = 1e6;
const screenDraws = 199;
const screenTail = 20;
const mostCounted = 11e6;
const mostHalf = 13;
const mostPaired = 2 ** 18;
const fewestDraws$1 = 9999;
const mostDraws$1 = 999999;
function caseTest(strata, threshold) {
	const parts = strata.filter((stratum) => stratum.informative);
	const first = parts[0];
	if (first === void 0) return uninformative;
	if (parts.every((stratum) => stratum.binary)) return binaryTest(parts);
	const labellings = parts.reduce((product, stratum) => product * countLabellings(stratum), 1);
	const observed = parts.reduce((sum, stratum) => sum + stratum.sum, 0);
	if (labellings <= mostListed$2) return testOnSums(listSums(parts), observed);
	const screened = labellings > mostUnscreened ? screen(parts) : null;
	if (screened !== null) return screened;
	if (labellings <= mostCounted) {
		const counted = parts.length === 1 ? countByHalves(first) : countByBatches(parts);
		if (counted !== null) return counted;
	}
	return sampledTest(parts, threshold);
}
function binaryTest(strata) {
	const masses = strata.map(({ total, size }) => hypergeometric(total, size));
	const at = strata.reduce((sum, stratum, i) => sum + stratum.sum - (masses[i]?.low ?? 0), 0);
	const sum = latticeSum(masses.map((one) => ({
		masses: one.masses,
		step: 1,
		count: 1
	})));
	const ends = {
		least: masses.reduce((product, one) => product * (one.masses[0] ?? 0), 1),
		most: masses.reduce((product, one) => product * (one.masses[one.masses.length - 1] ?? 0), 1)
	};
	return testOnGrid(sum.masses, at - sum.start, ends);
}
function listSums(strata) {
	if (strata.length === 0) return /* @__PURE__ */ new Float64Array(1);
	return strata.map(labellingSums).sort((a, b) => b.length - a.length).reduce(crossSums);
}
function countByHalves(stratum) {
	if (stratum.size > mostHalf) return null;
	const values = valuesOf(stratum);
	const low = subsetSums(values.filter((_, i) => i % 2 === 0));
	const high = subsetSums(values.filter((_, i) => i % 2 === 1));
	const counts = Array.from({ length: stratum.size + 1 }, (_, j) => countPairs(stretchOf(low, j), stretchOf(high, stratum.size - j), stratum.sum, scoreSlack));
	return countedTest([stratum], counts, countLabellings(stratum));
}
function countByBatches(strata) {
	const bySize = strata.toSorted((a, b) => b.size - a.size);
	const first = bySize[0];
	const second = bySize[1];
	if (first === void 0 || second === void 0) return null;
	const others = bySize.slice(2);
	const rest = others.reduce((product, stratum) => product * countLabellings(stratum), 1);
	if (rest * (countLabellings(first) + countLabellings(second)) > mostPaired) return null;
	const [a, b] = [wholeOf(labellingSums(first)), wholeOf(labellingSums(second))];
	const observed = strata.reduce((sum, stratum) => sum + stratum.sum, 0);
	const shifts = listSums(others);
	const counts = [];
	for (let i = 0; i < shifts.length; i++) counts.push(countPairs(a, b, observed - (shifts[i] ?? 0), scoreSlack));
	return countedTest(strata, counts, a.count * b.count * rest);
}
function countedTest(strata, counts, all) {
	return {
		p: counts.reduce((sum, { upTo }) => sum + upTo, 0) / all,
		better: 1 - counts.reduce((sum, { below }) => sum + below, 0) / all,
		least: leastOf(strata),
		method: { kind: "exact" },
		spend: (threshold) => threshold
	};
}
function screen(strata) {
	const drawn = drawLabellings(strata.map((stratum) => ({
		stratum,
		step: 1
	})), screenDraws);
	return Math.min(drawn.atMost, drawn.atLeast) < screenTail ? null : drawnTest(strata, drawn);
}
function sampledTest(strata, threshold) {
	const wanted = Math.ceil(10 / Math.max(threshold, 1e-9)) - 1;
	return drawnTest(strata, drawLabellings(strata.map((stratum) => ({
		stratum,
		step: 1
	})), Math.min(mostDraws$1, Math.max(fewestDraws$1, wanted))));
}
function drawnTest(strata, { draws, atMost, atLeast }) {
	return {
		p: (1 + atMost) / (draws + 1),
		better: (1 + atLeast) / (draws + 1),
		least: leastOf(strata),
		method: {
			kind: "monte-carlo",
			draws,
			because: "labellings"
		},
		spend: (share) => share
	};
}
function leastOf(strata) {
	let product = 1;
	for (const stratum of strata) {
		const { size } = stratum;
		const values = valuesOf(stratum);
		const edge = values[size - 1] ?? 0;
		let below = 0;
		while ((values[below] ?? edge) < edge - scoreSlack) below++;
		let upTo = size;
		while (upTo < values.length && (values[upTo] ?? 0) <= edge + 1e-9) upTo++;
		product *= choose(upTo - below, size - below) / choose(2 * size, size);
	}
	return product;
}

// src/core/statistics/joint-test.ts
const mostListed$1 = 1024;
function testJointly(readings, aligned) {
	const [first, ...others] = readings;
	if (others.length === 0) return {
		tests: [first.test],
		any: first.test
	};
	const listed = aligned ? listLeast(readings) : void 0;
	const times = readings.length;
	const spend = listed === void 0 ? (threshold) => readings.reduce((sum, { test }) => sum + test.spend(threshold / times), 0) : (threshold) => spendOf(listed, threshold);
	const held = (p) => listed === void 0 ? Math.min(1, p * times) : shareUpTo(listed, p);
	const tests = readings.map(({ test }) => ({
		...test,
		p: held(test.p),
		least: held(test.least),
		spend
	}));
	return {
		tests,
		any: {
			p: Math.min(...tests.map(({ p }) => p)),
			least: Math.min(...tests.map(({ least }) => least)),
			spend
		}
	};
}
function shareUpTo(least, p) {
	return firstAbove(least, p + probabilitySlack) / least.length;
}
function spendOf(least, threshold) {
	const next = least[Math.floor((threshold + probabilitySlack) * least.length)];
	return next === void 0 ? 1 : shareUpTo(least, next - 2 * probabilitySlack);
}
function listLeast(readings) {
	const labellings = (readings[0]?.strata.map(({ size }) => size) ?? []).reduce((product, size) => product * choose(2 * size, size), 1);
	if (labellings > mostListed$1) return void 0;
	const least = new Float64Array(labellings).fill(1);
	for (const { strata, deepEnough = Number.POSITIVE_INFINITY } of readings) {
		const sums = sumsOf(strata);
		const sorted = sums.toSorted();
		for (let i = 0; i < labellings; i++) {
			const sum = sums[i] ?? 0;
			if (sum > deepEnough + 1e-9) continue;
			least[i] = Math.min(least[i] ?? 1, firstAbove(sorted, sum + scoreSlack) / labellings);
		}
	}
	return least.sort();
}
function sumsOf(strata) {
	let sums = /* @__PURE__ */ new Float64Array(1);
	for (const { old, new: after, size } of strata) {
		const own = sumsOfChoices([...old, ...after], size);
		const crossed = new Float64Array(sums.length * own.length);
		let at = 0;
		for (const sum of sums) for (const more of own) crossed[at++] = sum + more;
		sums = crossed;
	}
	return sums;
}
function sumsOfChoices(values, size) {
	const sums = [];
	const choose = (from, left, sum) => {
		if (left === 0) {
			sums.push(sum);
			return;
		}
		for (let i = from; i <= values.length - left; i++) choose(i + 1, left - 1, sum + (values[i] ?? 0));
	};
	choose(0, size, 0);
	return sums;
}
function taroneHolm(family, alpha) {
	const rejected = /* @__PURE__ */ new Map();
	let first = 0;
	let alive = family.map((_, i) => i).filter((i) => (family[i]?.least ?? 1) <= alpha + probabilitySlack);
	for (let step = 0; alive.length > 0; step++) {
		const threshold = testableThreshold(alive.map((i) => family[i]?.least ?? 1), alpha);
		if (threshold === 0) break;
		if (step === 0) first = threshold;
		const found = alive.filter((i) => (family[i]?.p ?? 1) <= threshold + probabilitySlack);
		if (found.length === 0) break;
		for (const i of found) rejected.set(i, threshold);
		alive = alive.filter((i) => !rejected.has(i));
	}
	return {
		rejected,
		first
	};
}
function testableThreshold(least, alpha) {
	const ascending = Float64Array.from(least).sort();
	let testable = ascending.length;
	for (let k = 1; k <= ascending.length; k++) {
		while (testable > 0 && (ascending[testable - 1] ?? 0) > alpha / k + 1e-12) testable--;
		if (testable <= k) return testable === 0 ? 0 : alpha / k;
	}
	return 0;
}

// src/core/gate/case-look.ts
const caseShare = .4;
const addedShare = .25;
const caseDrop = -.5;
function isBroken(delta) {
	return delta <= caseDrop + scoreSlack;
}
function breaks(cell) {
	return cell != null && [cell, ...cell.parts].some(({ confirmed }) => confirmed !== null && isBroken(confirmed.delta));
}
function familyBudgets(cells, budget) {
	const share = caseShare * budget;
	const hasAdded = cells.some(({ cell }) => cell.family === "added");
	return {
		base: hasAdded ? share * .75 : share,
		added: hasAdded ? share * addedShare : 0
	};
}
function hypothesisOf({ test, parts }) {
	const all = [test, ...parts.map((part) => part.test)];
	return {
		p: Math.min(...all.map(({ p }) => p)),
		least: Math.min(...all.map(({ least }) => least))
	};
}
function lookAtCases(cells, round, budget) {
	const budgets = familyBudgets(cells, budget);
	const smallest = Math.min(...Object.values(budgets).filter((one) => one > 0)) / Math.max(1, cells.length);
	const tests = cells.map((cell) => cell.copyOf === void 0 ? testCell(cell, round, smallest) : null);
	let keep = 1;
	const worse = /* @__PURE__ */ new Map();
	const better = /* @__PURE__ */ new Set();
	for (const family of ["base", "added"]) {
		const own = tests.flatMap((tested) => tested?.family === family ? [tested] : []);
		const { first, rejected } = taroneHolm(own.map(({ joint }) => joint.any), budgets[family]);
		if (first > 0) for (const { joint } of own) keep *= 1 - Math.min(1, joint.any.spend(first));
		const mirror = mirrored(own.map(({ test }) => test), budgets[family]);
		own.forEach((one, index) => {
			const threshold = rejected.get(index);
			if (threshold !== void 0) worse.set(one, threshold);
			if (mirror.rejected.has(index)) better.add(one);
		});
	}
	const found = tests.map((tested) => {
		if (tested === null) return null;
		const alpha = worse.get(tested);
		const told = (delta, { p, better: mirror, least, method }) => ({
			test: {
				p,
				better: mirror,
				least,
				method
			},
			delta,
			confirmed: alpha === void 0 || p > alpha + 1e-12 ? null : {
				round,
				p,
				alpha,
				delta
			}
		});
		const [first = tested.test, ...others] = tested.joint.tests;
		return {
			...told(tested.delta, first),
			improved: better.has(tested),
			parts: tested.parts.flatMap(({ check, delta }, i) => {
				const test = others[i];
				return test === void 0 ? [] : [{
					...told(delta, test),
					check
				}];
			})
		};
	});
	return {
		spent: 1 - keep,
		cells: found.map((one, i) => found[cells[i]?.copyOf ?? i] ?? one)
	};
}
function mirrored(tests, alpha) {
	return taroneHolm(tests.map(({ better, least }) => ({
		p: better,
		least
	})), alpha);
}
function testCell({ cell, batches, parts }, round, threshold) {
	const whole = readBatches(batches, round);
	if (cell.identical || whole.size === 0) return null;
	const test = caseTest(whole.strata, threshold);
	const tested = parts.flatMap((part) => testPart(part, round, threshold));
	const asked = cell.batches.filter((batch) => batch.round <= round).map(({ pairs }) => pairs.length);
	const aligned = [whole, ...tested].every(({ strata }) => strata.length === asked.length && strata.every(({ size }, i) => size === asked[i]));
	const joint = testJointly([{
		strata: whole.strata,
		test
	}, ...tested], aligned);
	return {
		family: cell.family,
		test,
		delta: whole.delta,
		parts: tested,
		joint
	};
}
function testPart({ check, batches }, round, threshold) {
	const { strata, size, total, delta } = readBatches(batches, round);
	if (size === 0 || !isBroken(deepestOf(strata) / size)) return [];
	const test = caseTest(strata, threshold);
	return [{
		check,
		delta,
		strata,
		deepEnough: (caseDrop * size + total) / 2,
		test: {
			...test,
			p: isBroken(delta) ? test.p : 1,
			better: 1
		}
	}];
}
function readBatches(batches, round) {
	const strata = batches.filter((batch) => batch.round <= round).map(({ stratum }) => stratum);
	let size = 0;
	let total = 0;
	let change = 0;
	for (const stratum of strata) {
		size += stratum.size;
		total += stratum.total;
		change += 2 * stratum.sum - stratum.total;
	}
	return {
		strata,
		size,
		total,
		delta: change / size
	};
}
function deepestOf(strata) {
	let change = 0;
	for (const stratum of strata) {
		const lowest = valuesOf(stratum).slice(0, stratum.size);
		change += 2 * lowest.reduce((sum, value) => sum + value, 0) - stratum.total;
	}
	return change;
}

// src/core/own-of.ts
function ownOf(record, name) {
	return record !== void 0 && Object.hasOwn(record, name) ? record[name] : void 0;
}

// src/core/statistics/suite-test.ts
const longestGrid = 2e6;
const mostWork = 1e7;
const mostListed = 65536;
const fewestDraws = 9999;
const mostDraws = 99999;
function prepareSuite(cases) {
	const parts = informativeParts(cases);
	return {
		parts,
		groups: [...Map.groupBy(parts, ({ steady }) => steady)].map(([steady, held]) => groupOf(steady, held))
	};
}
function groupOf(steady, parts) {
	const heaviest = parts.reduce((greatest, part) => Math.max(greatest, stepOf(part)), 0);
	let source;
	return {
		steady,
		heaviest,
		source: () => {
			source ??= drawSource(weigh(parts, heaviest));
			return source;
		}
	};
}
function suiteTest(cases, threshold) {
	return testSuites([prepareSuite(cases)], threshold);
}
function testSuites(suites, threshold) {
	const tested = suites.filter(({ parts }) => parts.length > 0);
	const parts = tested.flatMap((suite) => suite.parts);
	if (parts.length === 0) return uninformative;
	if (!parts.every(({ stratum }) => stratum.binary)) return (isTilted(parts) ? null : listed(parts)) ?? sampled(tested, threshold, "graded");
	return onGrid(parts) ?? sampled(tested, threshold, "grid");
}
const tilt = 8;
function isTilted(parts) {
	return parts.some(({ steady }) => steady) && parts.some(({ steady }) => !steady);
}
function informativeParts(cases) {
	return cases.flatMap(({ weight, strata, steady = false }) => {
		const size = strata.reduce((sum, stratum) => sum + stratum.size, 0);
		return (weight > 0 ? strata.filter((one) => one.informative) : []).map((stratum) => ({
			stratum,
			weight,
			size,
			steady
		}));
	});
}
function onGrid(parts) {
	const steps = integerSteps(parts.map(({ weight }) => weight), parts.map(({ size }) => size));
	if (steps === null) return null;
	const placed = parts.map((part, i) => ({
		...part,
		step: steps[i] ?? 0
	}));
	const all = termsOf(placed);
	if (isTooLong(all.terms)) return null;
	const even = latticeSum(all.terms);
	if (!isTilted(parts)) return testOnGrid(even.masses, all.at - even.start, all);
	const steady = termsOf(placed.filter((part) => part.steady));
	const others = termsOf(placed.filter((part) => !part.steady));
	const terms = [...steady.terms.map((term) => ({
		...term,
		step: 8 * term.step
	})), ...others.terms];
	if (isTooLong(terms)) return null;
	const sums = {
		steady: latticeSum(steady.terms),
		others: latticeSum(others.terms),
		even,
		tilted: latticeSum(terms)
	};
	return testTwoSums({
		...sums,
		tilt: 8
	}, {
		steady: steady.at,
		others: others.at
	}, all);
}
function isTooLong(terms) {
	return gridLength(terms) > longestGrid || latticeWork(terms) > mostWork;
}
function termsOf(parts) {
	const terms = /* @__PURE__ */ new Map();
	let at = 0;
	let least = 1;
	let most = 1;
	for (const { stratum, step } of parts) {
		const { total, size, sum } = stratum;
		const { low, masses } = hypergeometric(total, size);
		at += step * (sum - low);
		least *= masses[0] ?? 0;
		most *= masses[masses.length - 1] ?? 0;
		const key = `${total}/${size}/${step}`;
		const held = terms.get(key);
		if (held === void 0) terms.set(key, { term: {
			masses,
			step,
			count: 1
		} });
		else held.term = {
			...held.term,
			count: held.term.count + 1
		};
	}
	return {
		terms: [...terms.values()].map(({ term }) => term),
		at,
		least,
		most
	};
}
function listed(parts) {
	if (parts.reduce((product, { stratum }) => product * countLabellings(stratum), 1) > mostListed) return null;
	const heaviest = Math.max(...parts.map(stepOf));
	const scaled = parts.map((part) => {
		const step = stepOf(part) / heaviest;
		return {
			sums: labellingSums(part.stratum).map((sum) => sum * step),
			observed: part.stratum.sum * step
		};
	});
	const lists = scaled.map(({ sums }) => sums);
	lists.sort((a, b) => b.length - a.length);
	return testOnSums(lists.reduce(crossSums), scaled.reduce((sum, { observed }) => sum + observed, 0));
}
function weigh(parts, heaviest) {
	const known = /* @__PURE__ */ new Map();
	return parts.map((part) => {
		const exact = stepOf(part);
		const step = known.get(exact) ?? Number((exact / heaviest).toPrecision(12));
		known.set(exact, step);
		return {
			stratum: part.stratum,
			step
		};
	});
}
function sampled(suites, threshold, because) {
	const groups = suites.flatMap((suite) => suite.groups);
	const heaviest = Math.max(...groups.map((group) => group.heaviest));
	const sources = groups.map((group) => {
		const scale = Number((group.heaviest / heaviest).toPrecision(12));
		return {
			source: group.source(),
			scale,
			tilted: group.steady ? 8 * scale : scale
		};
	});
	const count = isTilted(groups) ? drawTwoFrom : drawFrom;
	const wanted = Math.min(mostDraws, Math.ceil(20 / Math.max(threshold, 1e-9)) - 1);
	const few = count(sources, fewestDraws);
	const { draws, atMost, atLeast } = (1 + few.atMost) / (few.draws + 1) > 10 * threshold || wanted <= fewestDraws ? few : count(sources, wanted);
	return {
		p: (1 + atMost) / (draws + 1),
		better: (1 + atLeast) / (draws + 1),
		least: 1 / (draws + 1),
		method: {
			kind: "monte-carlo",
			draws,
			because
		},
		spend: (share) => share
	};
}
function stepOf({ weight, size }) {
	return weight / size;
}

// src/core/gate/measured-batch.ts
function measureBatches(cell, measure) {
	return cell.batches.flatMap(({ round, uniform, pairs }) => {
		const before = [];
		const after = [];
		for (const pair of pairs) {
			const old = valueUnder(pair.old, measure);
			const now = valueUnder(pair.new, measure);
			if (old === void 0 || now === void 0) continue;
			before.push(old);
			after.push(now);
		}
		return after.length === 0 ? [] : [{
			round,
			uniform,
			stratum: stratumOf(before, after)
		}];
	});
}
function isOutcome(outcome) {
	return !("missing" in outcome);
}
function valueUnder(outcome, measure) {
	return isOutcome(outcome) ? measure(outcome) : void 0;
}
function metricOf({ metrics, fields }, name) {
	return ownOf(metrics, name) ?? ownOf(fields, name);
}
function scoreOf(outcome) {
	return outcome.score;
}
function passOf({ passes }) {
	return passes === void 0 ? void 0 : passes ? 1 : 0;
}
function exactOf({ exact }) {
	return exact === void 0 ? void 0 : exact ? 1 : 0;
}
function passesTell(cell) {
	return cell.batches.every(({ pairs }) => pairs.every((pair) => [pair.old, pair.new].every((one) => !isOutcome(one) || one.passes !== void 0)));
}
function swiftnessOf(ms) {
	return ms === void 0 ? void 0 : -Math.log(Math.max(1, ms));
}
function thrift({ costUsd }) {
	return costUsd === void 0 ? void 0 : -Math.log(Math.max(leastDollars, costUsd));
}
const leastDollars = 1e-12;
function countMissing(cells, side, round) {
	let missing = 0;
	let of = 0;
	for (const { batches } of cells) for (const batch of batches) {
		if (batch.round > round) continue;
		of += batch.pairs.length;
		for (const pair of batch.pairs) if (!isOutcome(pair[side])) missing++;
	}
	return {
		missing,
		of
	};
}
function compareAnswered(cells, round, alpha) {
	const old = countMissing(cells, "old", round);
	const now = countMissing(cells, "new", round);
	if (old.missing + now.missing === 0) return null;
	const cases = cells.map(({ batches }) => ({
		weight: 1,
		strata: batches.filter((batch) => batch.round <= round && batch.pairs.length > 0).map(({ pairs }) => stratumOf(pairs.map((pair) => isOutcome(pair.old) ? 1 : 0), pairs.map((pair) => isOutcome(pair.new) ? 1 : 0)))
	}));
	const { p } = suiteTest(cases, alpha);
	return {
		old: 1 - old.missing / old.of,
		new: 1 - now.missing / now.of,
		p
	};
}
function tallySide(cell, side, round = Number.POSITIVE_INFINITY) {
	const asked = cell.batches.filter((batch) => batch.round <= round).flatMap(({ pairs }) => pairs.map((pair) => pair[side]));
	const scored = asked.filter(isOutcome);
	const marked = scored.filter(({ passes }) => passes !== void 0);
	return {
		scores: scored.map(({ score }) => score),
		passes: marked.length === 0 ? null : marked.filter(({ passes }) => passes).length,
		of: scored.length,
		missing: asked.length - scored.length
	};
}

// src/core/gate/pace.ts
function timeOf({ latencyMs, firstTokenMs }, of) {
	return of === "first-token" ? firstTokenMs : latencyMs;
}
const lateFrom = .9;
function paceMeasures(cells, of) {
	if (of !== "p95") return () => (outcome) => swiftnessOf(timeOf(outcome, of));
	const byRow = Map.groupBy(cells, ({ row }) => row);
	const lines = new Map([...byRow].map(([row, held]) => [row, quantile$1(firstTimes(held), lateFrom)]));
	return (row) => {
		const line = lines.get(row) ?? null;
		return ({ latencyMs }) => latencyMs === void 0 || line === null ? void 0 : latencyMs > line ? 0 : 1;
	};
}
function firstTimes(cells) {
	const asked = cells.flatMap(({ family, identical, batches }) => family === "base" && !identical ? batches.filter(({ uniform }) => uniform) : []);
	const first = Math.min(...asked.map(({ round }) => round));
	return asked.filter(({ round }) => round === first).flatMap(({ pairs }) => pairs.flatMap((pair) => sides.flatMap((side) => isOutcome(pair[side]) ? pair[side].latencyMs ?? [] : [])));
}

// src/core/gate/pick-topped-up.ts
const mostGraded = 1 / 4;
function pickToppedUp(cells, round) {
	const rows = Map.groupBy(cells, ({ row }) => row);
	return new Set([...rows.values()].flatMap((row) => pickOfRow(row, round)));
}
function pickOfRow(row, round) {
	const wanted = [];
	const graded = [];
	let room = Math.ceil(mostGraded * row.length);
	for (const cell of row) {
		if (cell.identical) continue;
		const topUp = cell.batches.find((batch) => !batch.uniform && batch.round <= round);
		const found = topUp === void 0 ? disagreement(cell, round) : disagreement(withoutTopUps(cell), topUp.round);
		if (topUp !== void 0) room -= found === "grades" ? 1 : 0;
		else if (found === "marks" || lacksSide(cell, round)) wanted.push(cell);
		else if (found === "grades") graded.push({
			cell,
			variance: varianceOf(cell, round)
		});
	}
	const first = graded.toSorted((a, b) => b.variance - a.variance || compare(a.cell.case, b.cell.case));
	return [...wanted, ...first.slice(0, Math.max(0, room)).map(({ cell }) => cell)];
}
function withoutTopUps(cell) {
	return {
		...cell,
		batches: cell.batches.filter(({ uniform }) => uniform)
	};
}
function varianceOf(cell, round) {
	const batches = measureBatches(cell, scoreOf).filter((batch) => batch.round <= round);
	return sampleVariance(batches.map(({ stratum }) => stratum));
}
function compare(one, other) {
	return one < other ? -1 : one > other ? 1 : 0;
}
function lacksSide(cell, round) {
	const pairs = cell.batches.filter((batch) => batch.round <= round).flatMap((batch) => batch.pairs);
	return pairs.length > 0 && sides.some((side) => !pairs.some((pair) => isOutcome(pair[side])));
}
const wideRange = 1 / 3;
const halfScale = 1 / 2;
function disagreement(cell, round) {
	const outcomes = [];
	for (const batch of cell.batches) {
		if (batch.round > round) continue;
		for (const pair of batch.pairs) for (const one of [pair.old, pair.new]) if (isOutcome(one)) outcomes.push(one);
	}
	const [first] = outcomes;
	if (first === void 0) return "none";
	let low = first.score;
	let high = first.score;
	for (const { score, passes, marks } of outcomes) {
		if (passes !== first.passes || marks.some((mark, i) => mark !== first.marks[i])) return "marks";
		low = Math.min(low, score);
		high = Math.max(high, score);
	}
	return high - low >= wideRange - 1e-9 || gradesDiffer(outcomes) ? "grades" : "none";
}
function disagrees(cell, round) {
	return disagreement(cell, round) !== "none";
}
function gradesDiffer(outcomes) {
	const ranges = /* @__PURE__ */ new Map();
	for (const { check, value } of outcomes.flatMap(({ graded = [] }) => graded)) {
		const { low, high } = ranges.get(check) ?? {
			low: value,
			high: value
		};
		ranges.set(check, {
			low: Math.min(low, value),
			high: Math.max(high, value)
		});
	}
	return [...ranges.values()].some(({ low, high }) => high - low >= halfScale - scoreSlack);
}

// src/core/gate/repeats.ts
const surely = 5;
function repeats({ batches }, round = Number.POSITIVE_INFINITY, atLeast = 2) {
	return sides.every((side) => {
		const said = outcomesOf$1(batches, side, round).map((one) => one.said);
		const [first] = said;
		return said.length >= atLeast && first !== void 0 && said.every((one) => one === first);
	});
}
function repeatingRows(cells, round) {
	const rows = Map.groupBy(cells.filter(({ identical }) => !identical), ({ row }) => row);
	return new Set([...rows].flatMap(([row, held]) => {
		const again = held.filter(({ batches }) => sides.some((side) => outcomesOf$1(batches, side, round).length > 1));
		return again.every((cell) => repeats(cell, round)) && again.some((cell) => repeats(cell, round, surely)) ? [row] : [];
	}));
}
function changesForGood(cell, round) {
	if (!repeats(cell, round)) return false;
	if (!isJudged(cell)) return disagrees(cell, round);
	return new Set(sides.flatMap((side) => outcomesOf$1(cell.batches, side, round).map(({ exact }) => exact))).size > 1;
}
function once(cell) {
	for (const batch of cell.batches) {
		const pair = batch.pairs.find(({ old, new: now }) => isOutcome(old) && isOutcome(now));
		if (pair !== void 0) return {
			...cell,
			batches: [{
				...batch,
				pairs: [pair]
			}]
		};
	}
	return cell;
}
function isJudged({ batches }) {
	return sides.some((side) => outcomesOf$1(batches, side).some(({ judged }) => judged === true));
}
function outcomesOf$1(batches, side, round = Number.POSITIVE_INFINITY) {
	return batches.filter((batch) => batch.round <= round).flatMap(({ pairs }) => pairs.map((pair) => pair[side]).filter(isOutcome));
}

// src/core/gate/gate-sample.ts
function gateSample(asked, settings) {
	const cells = withPrimaryFamily(asked);
	const drawn = cells.map((cell) => (settings.repeats === "chance" || isJudged(cell)) && repeats(cell) ? once(cell) : cell);
	const copies = copiesOf(cells);
	const scored = measureCells(drawn, scoreOf);
	const counted = (all) => all.filter((_, i) => !copies.has(i));
	const paceOf = paceMeasures(cells, settings.latencyOf);
	const under = (measure) => inRows(measureCells(counted(drawn), measure));
	return {
		cells,
		rows: [...new Set(cells.map(({ row }) => row))],
		copies,
		cases: scored.map((one, i) => {
			const asked = cells[i] ?? one.cell;
			const copyOf = copies.get(i);
			return {
				...measureCase(one, asked, settings),
				parts: gradedParts(asked, one.cell, settings),
				...copyOf === void 0 ? {} : { copyOf }
			};
		}),
		scores: inRows(counted(scored)),
		metrics: Object.fromEntries(Object.keys(settings.metrics).map((name) => [name, under((outcome) => metricOf(outcome, name))])),
		limited: {
			...settings.costLimit !== void 0 && { cost: inRows(measureCells(cells, thrift)) },
			...settings.latencyLimit !== void 0 && { latency: inRows(cells.map((cell) => measureCell(cell, paceOf(cell.row)))) }
		}
	};
}
function measureCase(scored, asked, settings) {
	if (scored.cell !== asked && settings.repeats !== "chance") {
		const exact = measureCell(asked, exactOf);
		if (exact.batches.length > 0) return exact;
	}
	return passesTell(scored.cell) ? measureCell(scored.cell, passOf) : scored;
}
function measureCells(cells, measure) {
	return cells.map((cell) => measureCell(cell, measure));
}
function measureCell(cell, measure) {
	return {
		cell,
		batches: measureBatches(cell, measure)
	};
}
function inRows(measured) {
	return [...Map.groupBy(measured, ({ cell }) => cell.row).values()];
}
function withPrimaryFamily(cells) {
	if (cells.some(({ family }) => family === "base")) return cells;
	return cells.map((cell) => ({
		...cell,
		family: "base"
	}));
}
function copiesOf(cells) {
	const first = /* @__PURE__ */ new Map();
	const copies = /* @__PURE__ */ new Map();
	cells.forEach((cell, index) => {
		const key = keyOf(cell);
		if (key === void 0) return;
		const found = first.get(key);
		if (found === void 0) first.set(key, index);
		else copies.set(index, found);
	});
	return copies;
}
function keyOf({ row, near, family, identical, batches }) {
	if (near === void 0 || identical || batches.length === 0) return void 0;
	const outcomes = batches.flatMap(({ pairs }) => pairs.flatMap((pair) => [pair.old, pair.new].filter(isOutcome)));
	if (outcomes.length === 0 || outcomes.some(({ said }) => said === void 0)) return void 0;
	const said = batches.map(({ round, uniform, pairs }) => [
		round,
		uniform,
		...sides.map((side) => pairs.map((pair) => toldOf(pair[side])).toSorted())
	]);
	return JSON.stringify([
		row,
		near,
		family,
		said
	]);
}
function toldOf(one) {
	if (!isOutcome(one)) return one.missing;
	const { said, score, passes, graded = [] } = one;
	return JSON.stringify([
		said,
		score,
		passes,
		graded.map(({ value }) => value)
	]);
}
function gradedParts(asked, drawn, settings) {
	const grades = new Map(outcomesOf(drawn).flatMap(({ graded = [] }) => graded.map((grade) => [grade.check, grade])));
	if (grades.size === 0) return [];
	const marked = outcomesOf(drawn).some(({ passes }) => passes !== void 0);
	if (!marked && grades.size === 1) return [];
	const trusted = [...grades.values()].filter(({ kind }) => !(settings.doubted ?? []).includes(kind));
	const ofChecks = trusted.map((grade) => {
		const cell = grade.judged === true || settings.repeats === "chance" ? drawn : asked;
		return {
			check: grade.check,
			batches: measureBatches(cell, gradeOf(grade))
		};
	});
	return marked && trusted.length === grades.size ? [{
		check: null,
		batches: measureBatches(drawn, scoreOf)
	}, ...ofChecks] : ofChecks;
}
function gradeOf({ check }) {
	return ({ graded }) => graded?.find((one) => one.check === check)?.value;
}
function outcomesOf({ batches }) {
	return batches.flatMap(({ pairs }) => pairs.flatMap((pair) => [pair.old, pair.new].filter(isOutcome)));
}

// src/core/gate/cell-history.ts
const unknownVariance = .25;
const steadyVariance = .03;
const enough = 8;
function historyOf(byRequest) {
	const single = byRequest.filter(({ length }) => length === 1).flat();
	let replies = 0;
	let free = 0;
	let squares = 0;
	for (const scores of [single, ...byRequest.filter(({ length }) => length > 1)]) {
		if (scores.length === 0) continue;
		const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
		replies += scores.length;
		free += scores.length - 1;
		for (const score of scores) squares += (score - mean) ** 2;
	}
	return free < enough ? void 0 : {
		replies,
		variance: (squares + unknownVariance) / (free + 1)
	};
}
function tellHistory(cells) {
	const compared = cells.filter(({ family, identical }) => family === "base" && !identical);
	const known = compared.flatMap(({ history }) => history ?? []);
	if (known.length === 0) return null;
	return {
		cases: known.length,
		steady: compared.filter(isSteady).length,
		of: compared.length,
		replies: known.reduce((sum, { replies }) => sum + replies, 0)
	};
}
const mostlyKnown = 1 / 2;
function isInformed(cells) {
	return [...Map.groupBy(cells, ({ row }) => row).values()].map(tellHistory).every((row) => row !== null && row.cases >= mostlyKnown * row.of - 1e-9);
}
function isSteady({ history }) {
	return history !== void 0 && history.variance <= steadyVariance + 1e-9;
}

// src/core/gate/estimate-mean.ts
function estimate(cells, { round, level, p }, measure) {
	const change = meanChange(uniformCases(cells, round)) ?? oneSided(cells, round, measure);
	const bound = boundOf(cells, round, level);
	return {
		old: change.old,
		new: change.new,
		delta: change.delta,
		low: bound?.low ?? null,
		high: bound?.high ?? null,
		p
	};
}
function oneSided(cells, round, measure) {
	const asked = cells.map(({ cell }) => cell);
	return {
		old: oneSideMean(asked, "old", round, measure),
		new: oneSideMean(asked, "new", round, measure),
		delta: null
	};
}
function boundOf(row, round, alpha) {
	return shrunkenBound(uniformCases(row, round).map((one) => ({
		weight: one.cell.weight,
		delta: one.new - one.old,
		variance: one.cell.identical ? 0 : sampleVariance(one.strata),
		size: one.size
	})), alpha);
}
function oneSideMean(cells, side, round, measure) {
	let weights = 0;
	let sum = 0;
	for (const { family, weight, batches } of cells) {
		if (family !== "base") continue;
		const values = batches.filter((batch) => batch.uniform && batch.round <= round).flatMap(({ pairs }) => pairs.map((pair) => pair[side])).flatMap((reply) => isOutcome(reply) ? measure(reply) ?? [] : []);
		if (values.length === 0) continue;
		weights += weight;
		sum += weight * values.reduce((total, value) => total + value, 0) / values.length;
	}
	return weights === 0 ? null : sum / weights;
}
function uniformCases(cells, round) {
	return cells.flatMap(({ cell, batches }) => {
		if (cell.family !== "base") return [];
		const strata = [];
		let size = 0;
		let after = 0;
		let all = 0;
		for (const batch of batches) {
			if (!batch.uniform || batch.round > round) continue;
			strata.push(batch.stratum);
			size += batch.stratum.size;
			after += batch.stratum.sum;
			all += batch.stratum.total;
		}
		return size === 0 ? [] : [{
			cell,
			size,
			old: (all - after) / size,
			new: after / size,
			strata
		}];
	});
}
function meanChange(cases) {
	let weights = 0;
	let before = 0;
	let after = 0;
	for (const one of cases) {
		weights += one.cell.weight;
		before += one.cell.weight * one.old;
		after += one.cell.weight * one.new;
	}
	return weights === 0 ? null : {
		old: before / weights,
		new: after / weights,
		delta: (after - before) / weights
	};
}

// src/core/gate/suite-look.ts
function lookAtSuite(rows, at) {
	const suites = rows.map((row) => prepareSuite(casesOf(row, at)));
	const changes = rows.map((row) => meanChange(uniformCases(row, at.round)));
	const pooled = at.pool && rows.length > 1 ? judgeSuite(suites, changes, {
		...at,
		budget: at.budget / 2
	}) : null;
	const pooledSpent = pooled === null ? 0 : pooled.test.spend(pooled.alpha);
	const share = (at.budget - pooledSpent) / Math.max(1, rows.length);
	const tested = rows.map((_, i) => judgeSuite(suites.slice(i, i + 1), changes.slice(i, i + 1), {
		...at,
		budget: share
	}));
	return {
		pooled,
		rows: tested,
		spent: pooledSpent + tested.reduce((sum, { test }) => sum + test.spend(share), 0)
	};
}
function casesOf(cells, { round, weigh }) {
	return cells.flatMap(({ cell, batches }) => {
		if (cell.family !== "base" || cell.identical) return [];
		return [{
			weight: cell.weight,
			strata: batches.filter((batch) => batch.round <= round).map(({ stratum }) => stratum),
			steady: weigh && isSteady(cell)
		}];
	});
}
function judgeSuite(suites, changes, { round, budget, tolerance }) {
	const test = testSuites(suites, budget);
	const change = meanOfRows(changes);
	const worse = change !== null && change.delta <= -tolerance + 1e-9 && change.delta < 0;
	const rejects = test.p <= budget + probabilitySlack;
	return {
		test,
		alpha: budget,
		change,
		rejection: worse && rejects ? {
			round,
			p: test.p,
			alpha: budget,
			delta: change.delta
		} : null
	};
}
function meanOfRows(changes) {
	const known = changes.filter((change) => change !== null);
	if (known.length === 0) return null;
	const mean = (of) => known.reduce((sum, change) => sum + of(change), 0) / known.length;
	return {
		old: mean(({ old }) => old),
		new: mean((change) => change.new),
		delta: mean(({ delta }) => delta)
	};
}
function resultOf({ p, better, method }, alpha) {
	return {
		p,
		better,
		method,
		alpha
	};
}
function rejectionOf(suites, of) {
	return suites.flatMap((suite) => of(suite)?.rejection ?? [])[0] ?? null;
}
const leaningCase = .02;
const leaningFamily = .1;
function leaningThreshold({ cells }) {
	const least = [...new Set(cells)].flatMap((cell) => cell === null ? [] : [hypothesisOf(cell).least]);
	return Math.min(leaningCase, testableThreshold(least, leaningFamily));
}
const leaningFactor = 1.6;
function leaningAlpha(alpha, rows, place) {
	const whole = leaningFactor * alpha;
	if (rows <= 1) return whole;
	return place === "pooled" ? whole / 2 : whole / 2 / rows;
}
function suiteLeans(p, delta, at) {
	return p !== null && delta !== null && p <= at.alpha + 1e-12 && delta < 0 && delta <= -at.tolerance + 1e-9;
}
function caseLeans(p, delta, threshold) {
	return p !== null && delta !== null && threshold > 0 && p <= threshold + 1e-12 && isBroken(delta);
}
function leansWorse(looks, settings) {
	const look = looks.at(-1);
	if (look === void 0) return false;
	const { pooled, rows } = look.suite;
	const at = (place) => ({
		alpha: leaningAlpha(settings.alpha, rows.length, place),
		tolerance: settings.tolerance
	});
	if (pooled !== null && suiteLeans(pooled.test.p, pooled.change?.delta ?? null, at("pooled"))) return true;
	if (rows.some(({ test, change }) => suiteLeans(test.p, change?.delta ?? null, at("row")))) return true;
	return caseLeansWorse(looks);
}
function caseLeansWorse(looks) {
	const look = looks.at(-1);
	if (look === void 0) return false;
	const threshold = leaningThreshold(look.cases);
	return look.cases.cells.some((cell) => cell !== null && [cell, ...cell.parts].some(({ test, delta }) => caseLeans(test.p, delta, threshold)));
}

// src/core/gate/cost-and-latency.ts
function rowLatency(cells, round, of = "p50") {
	const times = {
		old: [],
		new: []
	};
	for (const { family, identical, batches } of cells) {
		if (family !== "base" || identical) continue;
		for (const { uniform, pairs, round: asked } of batches) {
			if (!uniform || asked > round) continue;
			for (const pair of pairs) for (const side of sides) if (isOutcome(pair[side])) times[side].push(timeOf(pair[side], of));
		}
	}
	const old = told(times.old, of);
	const now = told(times.new, of);
	return {
		old,
		new: now,
		increase: old === null || now === null || old <= 0 ? null : now / old - 1
	};
}
function told(times, of) {
	const known = times.filter((time) => time !== void 0);
	return of === "first-token" && known.length < times.length ? null : quantile$1(known, of === "p95" ? .95 : .5);
}
const limitBroken = {
	latency: (sample, row, round, { latencyLimit, latencyOf }) => {
		const { increase } = rowLatency(cellsOfRow(sample, row), round, latencyOf);
		return latencyLimit !== void 0 && increase !== null && increase > latencyLimit + 1e-9;
	},
	cost: (sample, row, round, { costLimit }) => {
		const { old, new: now } = meanCost(cellsOfRow(sample, row), round);
		if (costLimit === void 0 || old === null || now === null) return false;
		return now > old * (1 + costLimit) * (1 + scoreSlack);
	}
};
function cellsOfRow({ cells, rows }, row) {
	return cells.filter((cell) => cell.row === rows[row]);
}
function meanCost(cells, round) {
	const old = meanOfSide(cells, "old", round, ({ costUsd }) => costUsd);
	const now = meanOfSide(cells, "new", round, ({ costUsd }) => costUsd);
	if (old === null || now === null) return {
		old,
		new: now,
		increase: null
	};
	return {
		old,
		new: now,
		increase: old > 0 ? now / old - 1 : now > 0 ? null : 0
	};
}
function meanOfSide(cells, side, round, read) {
	let sum = 0;
	let replies = 0;
	for (const { family, batches } of cells) {
		if (family !== "base") continue;
		for (const batch of batches) {
			if (!batch.uniform || batch.round > round) continue;
			for (const pair of batch.pairs) {
				const reply = pair[side];
				if (!isOutcome(reply)) continue;
				const value = read(reply);
				if (value === void 0) return null;
				sum += value;
				replies++;
			}
		}
	}
	return replies === 0 ? null : sum / replies;
}

// src/core/gate/take-look.ts
function takeLook(sample, step, settings, before) {
	const { round } = step;
	const shares = alphaShares(settings);
	const budget = step.spend * shares.score - (before?.score.spent ?? 0);
	const cases = lookAtCases(sample.cases, round, budget);
	const suite = lookAtSuite(sample.scores, {
		round,
		budget: budget - cases.spent,
		tolerance: settings.tolerance,
		pool: true,
		weigh: true
	});
	const metrics = Object.fromEntries(Object.entries(settings.metrics).map(([name, { tolerance }]) => {
		const gone = ownOf(before?.metrics, name)?.ledger.spent ?? 0;
		const alpha = step.spend * shares.metric;
		const look = lookAtSuite(ownOf(sample.metrics, name) ?? [], {
			round,
			budget: alpha - gone,
			tolerance,
			pool: true,
			weigh: false
		});
		return [name, {
			ledger: {
				alpha,
				spent: gone + look.spent
			},
			look
		}];
	}));
	const limits = lookAtLimits(sample, step, shares.limit, before);
	return {
		round,
		score: {
			alpha: step.spend * shares.score,
			spent: (before?.score.spent ?? 0) + cases.spent + suite.spent
		},
		cases,
		suite,
		metrics,
		limits,
		blocks: settings.cases === "block" && cases.cells.some(breaks) || [suite, ...Object.values(metrics).map(({ look }) => look)].some(rejects) || limitsOf(limits).some(([limited, { look }]) => look.rows.some(({ rejection }, i) => rejection && limitBroken[limited](sample, i, round, settings)))
	};
}
function rejects({ pooled, rows }) {
	return pooled?.rejection != null || rows.some(({ rejection }) => rejection !== null);
}
function lookAtLimits({ limited }, { round, spend }, share, before) {
	const looks = limitsOf(limited).map(([name, rows]) => {
		const spent = before?.limits[name]?.ledger.spent ?? 0;
		const alpha = spend * share;
		const look = lookAtSuite(rows, {
			round,
			budget: alpha - spent,
			tolerance: 0,
			pool: false,
			weigh: false
		});
		return [name, {
			ledger: {
				alpha,
				spent: spent + look.spent
			},
			look
		}];
	});
	return Object.fromEntries(looks);
}
function limitsOf(limits) {
	return ["cost", "latency"].flatMap((name) => {
		const held = limits[name];
		return held === void 0 ? [] : [[name, held]];
	});
}
function alphaShares(settings) {
	const limits = [settings.latencyLimit, settings.costLimit].filter((limit) => limit !== void 0).length;
	const metrics = Object.keys(settings.metrics).length;
	if (metrics + limits === 0) return {
		score: settings.alpha,
		metric: 0,
		limit: 0
	};
	const each = settings.alpha / 2 / (metrics + limits);
	return {
		score: settings.alpha / 2,
		metric: metrics > 0 ? each : 0,
		limit: limits > 0 ? each : 0
	};
}

// src/core/gate/worst-case.ts
const muchMissing = .02;
function failsWorstCase(cells, steps, settings) {
	const told = cells.filter(hasOutcome);
	const missing = {
		old: countMissing(told, "old", everyRound),
		new: countMissing(told, "new", everyRound)
	};
	const lost = missing.old.missing + missing.new.missing;
	if (lost === 0) return false;
	const worst = looksAt(told.map((cell) => fillIn(cell, () => true)), steps, settings);
	if (lost > .02 * (missing.old.of + missing.new.of) + 1e-9) return fails(worst, settings);
	if (worst.some((look) => look.blocks && look.cases.cells.some(breaks)) || caseLeansWorse(worst)) return true;
	let excess = Math.max(0, missing.new.missing - missing.old.missing);
	if (excess === 0) return false;
	return fails(looksAt(told.map((cell) => fillIn(cell, (side) => side === "new" && excess-- > 0)), steps, settings), settings);
}
function hasOutcome({ batches }) {
	return batches.some(({ pairs }) => pairs.some((pair) => isOutcome(pair.old) || isOutcome(pair.new)));
}
const everyRound = Number.POSITIVE_INFINITY;
function looksAt(cells, steps, settings) {
	const sample = gateSample(cells, settings);
	const looks = [];
	for (const step of steps) {
		const look = takeLook(sample, step, settings, looks.at(-1));
		looks.push(look);
		if (look.blocks) break;
	}
	return looks;
}
function fails(looks, settings) {
	return looks.at(-1)?.blocks === true || leansWorse(looks, settings);
}
function fillIn(cell, isFilled) {
	const known = cell.batches.flatMap(({ pairs }) => pairs.flatMap((pair) => [pair.old, pair.new])).find(isOutcome);
	if (known === void 0) return cell;
	const filled = (reply, side) => isOutcome(reply) || !isFilled(side) ? reply : worstOf(side, known);
	return {
		...cell,
		batches: cell.batches.map((batch) => ({
			...batch,
			pairs: batch.pairs.map((pair) => ({
				old: filled(pair.old, "old"),
				new: filled(pair.new, "new")
			}))
		}))
	};
}
function worstOf(side, { passes, graded, metrics }) {
	const holds = side === "old";
	const value = holds ? 1 : 0;
	return {
		score: value,
		...passes === void 0 ? {} : { passes: holds },
		...graded === void 0 ? {} : { graded: graded.map((grade) => ({
			...grade,
			value
		})) },
		marks: [],
		metrics: Object.fromEntries(Object.keys(metrics).map((name) => [name, value]))
	};
}

// src/core/gate/verdict-of-reason.ts
const asked = {
	suite: "regressed",
	case: "regressed",
	metric: "regressed",
	"failing-case": "failing",
	"min-score": "regressed",
	cost: "regressed",
	cap: "regressed",
	latency: "regressed",
	missing: "invalid",
	"unanswered-case": "invalid",
	"unknown-price": "invalid",
	"unknown-first-token": "invalid",
	"own-edits": "inconclusive",
	"other-question": "inconclusive",
	"no-result": "inconclusive",
	"out-of-steps": "inconclusive",
	"own-budget": "inconclusive",
	"empty-replies": "invalid",
	"nothing-passes": "unreviewed",
	leaning: "inconclusive",
	"leaning-cost": "inconclusive",
	"leaning-latency": "inconclusive",
	"leaning-case": "inconclusive",
	"tolerated-case": "pass",
	blind: "inconclusive",
	unproven: "inconclusive",
	"missing-decides": "inconclusive",
	answered: "inconclusive",
	"kept-replies": "inconclusive"
};
function verdictOfReason(reason) {
	if (reason.kind === "case" && !reason.blocks) return "pass";
	if (reason.kind === "kept-replies" && reason.refuted) return "pass";
	if (reason.kind === "unanswered-case" && reason.setAside) return "pass";
	if (reason.kind === "missing-decides" && isMuch(reason)) return "invalid";
	if (reason.kind === "own-edits" && reason.allowed) return "pass";
	if (reason.kind === "no-result" && reason.calls.every(({ side }) => side === "old")) return "pass";
	return asked[reason.kind];
}
function isMuch({ missing, of }) {
	return missing.old + missing.new > muchMissing * of + scoreSlack;
}

export { probabilitySlack as $, repeats as A, tallySide as B, isSteady as C, changesForGood as D, gradeOf as E, measureBatches as F, hypothesisOf as G, ownOf as H, metricOf as I, randomBelow as J, isBroken as K, passOf as L, compareAnswered as M, countMissing as N, isJudged as O, isOutcome as P, signTest as Q, passesTell as R, isInformed as S, gateSample as T, breaks as U, suiteTest as V, familyBudgets as W, choose as X, seededRandom as Y, logChoose as Z, estimate as _, takeLook as a, uniformCases as b, meanOfSide as c, leaningAlpha as d, sampleVariance as et, leaningThreshold as f, boundOf as g, suiteLeans as h, limitsOf as i, pickToppedUp as j, repeatingRows as k, rowLatency as l, resultOf as m, failsWorstCase as n, stratumOf as nt, limitBroken as o, rejectionOf as p, testableThreshold as q, alphaShares as r, meanCost as s, verdictOfReason as t, scoreSlack as tt, caseLeans as u, meanChange as v, tellHistory as w, historyOf as x, oneSideMean as y, scoreOf as z };