import { z } from 'zod';
import { promptRoles } from '../settle-role.ts';
import { joinedText } from './prompt-rules.ts';
import { repositoryPath } from './repository-path.ts';

const promptMessage = z
  .strictObject({
    role: z.enum([...promptRoles, 'assistant']),
    file: repositoryPath.optional(),
    files: z
      .array(repositoryPath)
      .min(2)
      .optional()
      .describe('Several files that your code joins into this one message.'),
    join: joinedText.optional().describe('What stands between `files`; a blank line if left out.'),
    content: joinedText
      .optional()
      .describe('A message that stands in your code, instead of a file; `{{name}}` is filled.'),
    prepend: joinedText.optional().describe('What your code puts before the file’s text.'),
    append: joinedText.optional().describe('What your code puts after the file’s text.'),
  })
  .superRefine(({ file, files, content, join, prepend, append }, context) => {
    const given = [file, files, content].filter((one) => one !== undefined).length;
    if (given !== 1) context.addIssue({ code: 'custom', message: 'must have one of `file`, `files` and `content`' });
    if (join !== undefined && files === undefined)
      context.addIssue({ code: 'custom', path: ['join'], message: 'goes with `files`' });
    if (content !== undefined && (prepend ?? append) !== undefined)
      context.addIssue({ code: 'custom', path: ['content'], message: 'is the whole message: write all of it there' });
  });

/** A prompt that is made of several files, or of files and what code says. */
export const assembledPrompt = z.strictObject({
  name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u, { error: 'must be a name, not a path' }),
  messages: z
    .array(promptMessage)
    .min(1)
    .refine((messages) => messages.some(({ content }) => content === undefined), { error: 'must name a file' })
    .describe('Its messages in the order in which they are sent.'),
});
