import type { GrownFile } from '../app/cases/place-calls.ts';
import type { TakeOffered } from '../app/monitor/observe-calls.ts';
import { showOnOneLine } from '../core/text/show-hidden.ts';
import { wireCasesAdd } from '../wire/wire-tree.ts';
import { wordUnwritten } from './run-convert.ts';

/** Longest path that is told. */
const longest = 300;

/**
 * Adds offered cases to their files, which are never overwritten.
 * @param missed told each file that nothing was added to
 */
export function writeOffered(folder: string, missed: (path: string) => void): TakeOffered {
  return async (_, grown, unwritten) => {
    for (const path of unwritten) missed(path);
    const place = await wireCasesAdd(folder);
    try {
      const told: string[] = [];
      for (const file of grown) {
        const end = await putGrown(place, file);
        const shown = showOnOneLine(file.path, longest);
        if (end !== 'written') missed(file.path);
        if (end === 'written') told.push(`The offered cases are in ${shown}, tagged \`review\`.`);
        else if (end === 'outside') told.push(wordUnwritten(file.path));
        else told.push(`${shown} changed in the meantime, and stays as it is. Run it again.`);
      }
      return told;
    } finally {
      await place.close();
    }
  };
}

function putGrown(place: Awaited<ReturnType<typeof wireCasesAdd>>, { path, text, old }: GrownFile) {
  return old === undefined ? place.writeNew(path, text) : place.rewrite(path, { old, next: text });
}
