/**
 * Pairs rows with columns so that the sum of their likeness is greatest (the Hungarian method with potentials: Kuhn 1955, in the
 * form of Jonker and Volgenant 1987), in rows² × columns steps.
 * @param likeness a row for each wanted member, a column for each one there is
 * @returns for each row its column; nothing where there are fewer columns than rows and it got none
 */
export function matchMembers(likeness: readonly (readonly number[])[]): readonly (number | undefined)[] {
  const rows = likeness.length;
  const columns = Math.max(rows, likeness[0]?.length ?? 0);
  const real = likeness[0]?.length ?? 0;
  const cost = (row: number, column: number): number => -(likeness[row - 1]?.[column - 1] ?? 0);
  const ofRow = new Float64Array(rows + 1);
  const ofColumn = new Float64Array(columns + 1);
  // Which row a column is given to; 0: none. Column 0 stands for the row that is being placed.
  const given = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    given[0] = row;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(columns + 1);
    const seen = new Uint8Array(columns + 1);
    let at = 0;
    do {
      seen[at] = 1;
      const placed = given[at] ?? 0;
      let next = 0;
      let step = Number.POSITIVE_INFINITY;
      for (let column = 1; column <= columns; column += 1) {
        if (seen[column] === 1) continue;
        const slack = cost(placed, column) - (ofRow[placed] ?? 0) - (ofColumn[column] ?? 0);
        if (slack < (least[column] ?? 0)) {
          least[column] = slack;
          from[column] = at;
        }
        if ((least[column] ?? 0) < step) {
          step = least[column] ?? 0;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column += 1) {
        if (seen[column] === 1) {
          const held = given[column] ?? 0;
          ofRow[held] = (ofRow[held] ?? 0) + step;
          ofColumn[column] = (ofColumn[column] ?? 0) - step;
        } else least[column] = (least[column] ?? 0) - step;
      }
      at = next;
    } while ((given[at] ?? 0) !== 0);
    for (let column = at; column !== 0; column = from[column] ?? 0) given[column] = given[from[column] ?? 0] ?? 0;
  }
  const found: (number | undefined)[] = Array.from({ length: rows }, () => undefined);
  for (let column = 1; column <= real; column += 1) {
    const row = given[column] ?? 0;
    if (row > 0) found[row - 1] = column - 1;
  }
  return found;
}
