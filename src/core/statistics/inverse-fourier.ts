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
