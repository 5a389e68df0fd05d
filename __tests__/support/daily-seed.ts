/**
 * The seed of what is tried at random today, printed so that a run can be had again: `PROMPTGATE_SEED` where it is set, else the
 * day in UTC as a number. Two runs of one day try the same.
 */
export function dailySeed(): number {
  const given = Number.parseInt(process.env['PROMPTGATE_SEED'] ?? '', 10);
  const seed = Number.isSafeInteger(given) ? given : Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''));
  console.log(`Seed ${seed}: PROMPTGATE_SEED=${seed} npm run test:long tries the same again.`);
  return seed;
}
