/** A pass mark as users write it (1–10 for judges), on the scale of scores 0–1: 7 of 1–10 is 6/9. */
export function unitMark(min: number, [low, high]: readonly [number, number]): number {
  return (min - low) / (high - low);
}
