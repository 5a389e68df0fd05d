/**
 * Φ, the standard normal distribution: M. Zelen and N. C. Severo in Abramowitz and Stegun, "Handbook of Mathematical
 * Functions" (1964), 26.2.17. Absolute error below 7.5e-8.
 */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const beyond = normalDensity(z) * series;
  return z < 0 ? beyond : 1 - beyond;
}

export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}
