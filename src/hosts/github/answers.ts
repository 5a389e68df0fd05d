import { z } from 'zod';

/** As much of GitHub's answers as is read. What does not fit is a fault of whatever answered, never read on. */

const objectId = z.string().regex(/^[0-9a-f]{40,64}$/);
const author = z.object({ login: z.string(), id: z.int(), type: z.string() }).nullable();

export const comparisonAnswer = z.object({
  base_commit: z.object({ sha: objectId }),
  merge_base_commit: z.object({ sha: objectId }),
  files: z.array(z.unknown()).optional(),
});

export const filesAnswer = z.array(
  z.object({
    filename: z.string(),
    previous_filename: z.string().optional(),
    status: z.enum(['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged']),
  }),
);

export const refAnswer = z.object({ object: z.object({ sha: objectId }) });

export const treeAnswer = z.object({
  truncated: z.boolean(),
  tree: z.array(
    z.object({ path: z.string(), mode: z.string(), type: z.string(), sha: objectId, size: z.number().optional() }),
  ),
});

export const blobAnswer = z.object({ content: z.string(), encoding: z.literal('base64') });

export const pullAnswer = z.object({
  state: z.string(),
  head: z.object({ sha: objectId }),
  labels: z.array(z.object({ name: z.string() })),
});

export const commentAnswer = z.object({
  id: z.int(),
  body: z.string().nullish(),
  html_url: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  user: author,
});
export const issueAnswer = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string().nullish(),
  html_url: z.string(),
  user: author,
  labels: z.array(z.union([z.string(), z.object({ name: z.string().nullish() })])).optional(),
  /** A pull request is an issue too. */
  pull_request: z.unknown().optional(),
});
export const issuesAnswer = z.array(issueAnswer);

export const commentsAnswer = z.array(commentAnswer);

export const viewerAnswer = z.object({ viewer: z.object({ login: z.string(), databaseId: z.int().nullish() }) });

/** Events of other kinds than labels pass too, without what is read of labels. */
export const labelEventsAnswer = z.array(
  z.object({
    event: z.string(),
    created_at: z.string(),
    actor: author.optional(),
    label: z.object({ name: z.string() }).optional(),
  }),
);

export const permissionAnswer = z.object({ permission: z.string() });
