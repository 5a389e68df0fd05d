import { z } from 'zod';
import { noArgument } from '../text/no-argument.ts';
import { filledTextOrList, textsOf } from '../text/text-argument.ts';

const said = 'takes paths of elements such as order.id, one or a list, or nothing';

/** Elements that XML must have, each by its path from the outermost one: `order.id`; an attribute is `order.@_id`. */
export const elementsArgument = z
  .union([noArgument, filledTextOrList], { error: said })
  .describe('none, or a path of elements such as `order.id`, or a list of them');

export type ElementsArgument = z.infer<typeof elementsArgument>;

/** The paths of an argument, each as the names on it. */
export function pathsOf(argument: ElementsArgument): readonly (readonly string[])[] {
  return argument === null || argument === true ? [] : textsOf(argument).map((path) => path.split('.'));
}
