/** `count` independent variables `step`·X with P(X = i) = masses[i]. Steps are whole and positive. */
export type LatticeTerm = { readonly masses: Float64Array; readonly step: number; readonly count: number };

/** Probabilities of `start`, `start + 1`, …; outside them nothing beyond 10⁻¹⁵. */
export type LatticeMasses = { readonly start: number; readonly masses: Float64Array };

/** Multiply-adds up to which plain convolution is the faster way. */
const mostConvolution = 3e6;

/** Steps of arithmetic that `latticeSum` takes, roughly: some 5 ns each. */
export function latticeWork(terms: readonly LatticeTerm[]): number {
  const { plain, length } = convolutionWork(terms);
  if (plain <= mostConvolution) return plain;
  const each = terms.reduce((sum, { masses, count }) => sum + masses.length + 2 * Math.log2(count + 1), 0);
  return circleSize(terms, length) * (each / 2 + Math.log2(length));
}

/** Number of grid points the sum can take at most. */
export function gridLength(terms: readonly LatticeTerm[]): number {
  return terms.reduce((length, { masses, step, count }) => length + (masses.length - 1) * step * count, 1);
}

/**
 * Distribution of a sum of independent lattice variables, to 10⁻¹³. Short sums are convolved; long ones go through
 * their characteristic function on a circle just wide enough that less than 10⁻¹⁷ wraps round
 * (Hoeffding's bound; Y. Hong, "On computing the distribution function for the Poisson binomial distribution", 2013).
 */
export function latticeSum(terms: readonly LatticeTerm[]): LatticeMasses {
  const { plain, length } = convolutionWork(terms);
  return plain <= mostConvolution ? convolve(terms, length) : invert(terms, length);
}

/** Multiply-adds of plain convolution, and the length of its result. */
function convolutionWork(terms: readonly LatticeTerm[]): { readonly plain: number; readonly length: number } {
  let plain = 0;
  let length = 1;
  for (const { masses, step, count } of terms) {
    const range = (masses.length - 1) * step;
    plain += masses.length * (count * length + (range * count * (count - 1)) / 2);
    length += range * count;
  }
  return { plain, length };
}

/** Points of a circle, a power of two, on which the sum does not overlap itself. */
function circleSize(terms: readonly LatticeTerm[], length: number): number {
  return 2 ** Math.ceil(Math.log2(Math.min(length, 2 * spread(terms).reach + 2)));
}

function convolve(terms: readonly LatticeTerm[], length: number): LatticeMasses {
  let held = new Float64Array(length);
  let next = new Float64Array(length);
  let used = 1;
  held[0] = 1;
  for (const { masses, step, count } of terms) {
    for (let time = 0; time < count; time++) {
      const grown = used + (masses.length - 1) * step;
      next.fill(0, 0, grown);
      for (let j = 0; j < used; j++) {
        const mass = held[j] ?? 0;
        if (mass === 0) continue;
        for (let i = 0, at = j; i < masses.length; i++, at += step)
          next[at] = (next[at] ?? 0) + mass * (masses[i] ?? 0);
      }
      [held, next] = [next, held];
      used = grown;
    }
  }
  return { start: 0, masses: held };
}

function invert(terms: readonly LatticeTerm[], length: number): LatticeMasses {
  const { mean } = spread(terms);
  const size = circleSize(terms, length);
  const cosines = Float64Array.from({ length: size }, (_, i) => Math.cos((2 * Math.PI * i) / size));
  const sines = Float64Array.from({ length: size }, (_, i) => Math.sin((2 * Math.PI * i) / size));
  const real = new Float64Array(size).fill(1);
  const imaginary = new Float64Array(size);
  for (const term of terms) multiplyCharacteristic(term, { real, imaginary, cosines, sines });
  for (let j = 1; j < size / 2; j++) {
    real[size - j] = real[j] ?? 0;
    imaginary[size - j] = -(imaginary[j] ?? 0);
  }
  inverseFourier(real, imaginary, cosines, sines);
  const start = size >= length ? 0 : Math.round(mean) - size / 2;
  const first = ((start % size) + size) % size;
  return { start, masses: Float64Array.from({ length: size }, (_, i) => Math.max(0, real[(first + i) % size] ?? 0)) };
}

/** Mean of the sum, and how far from it less than 10⁻¹⁷ lies. */
function spread(terms: readonly LatticeTerm[]): { readonly mean: number; readonly reach: number } {
  let mean = 0;
  let squares = 0;
  for (const { masses, step, count } of terms) {
    mean += count * step * masses.reduce((sum, mass, i) => sum + mass * i, 0);
    squares += count * ((masses.length - 1) * step) ** 2;
  }
  return { mean, reach: Math.ceil(Math.sqrt(0.5 * Math.log(2e17) * squares)) };
}

type Circle = {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
};

/** Multiplies the first half of the spectrum by the term's characteristic function to the power of its count. */
function multiplyCharacteristic(term: LatticeTerm, { real, imaginary, cosines, sines }: Circle): void {
  const size = real.length;
  for (let j = 0; j <= size / 2; j++) {
    const turn = (j * term.step) % size;
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

/**
 * In place: x_n = Σ_j X_j·exp(2πi·j·n/N) / N, by Cooley and Tukey's radix-2 algorithm (1965).
 * @param real, @param imaginary parts of X; N = their length, a power of two
 * @param cosines, @param sines of 2π·n/N for n = 0 … N − 1
 */
export function inverseFourier(
  real: Float64Array,
  imaginary: Float64Array,
  cosines: Float64Array,
  sines: Float64Array,
): void {
  const n = real.length;
  reverseBits(real, imaginary);
  for (let width = 2; width <= n; width *= 2) {
    const half = width / 2;
    const stride = n / width;
    for (let start = 0; start < n; start += width) {
      for (let j = 0; j < half; j++) {
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
  }
  for (let i = 0; i < n; i++) {
    real[i] = (real[i] ?? 0) / n;
    imaginary[i] = (imaginary[i] ?? 0) / n;
  }
}

function reverseBits(real: Float64Array, imaginary: Float64Array): void {
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

function swap(values: Float64Array, i: number, j: number): void {
  const held = values[i] ?? 0;
  values[i] = values[j] ?? 0;
  values[j] = held;
}
