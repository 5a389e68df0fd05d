import { t as ProblemError } from "./problem.js";
import { E as string, O as union, b as number, d as boolean, h as int, i as _enum, k as unknown, l as array, v as literal, x as object } from "./zod.js";

// src/hosts/github/answers.ts
const objectId = string().regex(/^[0-9a-f]{40,64}$/);
const author = object({
	login: string(),
	id: int(),
	type: string()
}).nullable();
const comparisonAnswer = object({
	base_commit: object({ sha: objectId }),
	merge_base_commit: object({ sha: objectId }),
	files: array(unknown()).optional()
});
const filesAnswer = array(object({
	filename: string(),
	previous_filename: string().optional(),
	status: _enum([
		"added",
		"removed",
		"modified",
		"renamed",
		"copied",
		"changed",
		"unchanged"
	])
}));
const refAnswer = object({ object: object({ sha: objectId }) });
const treeAnswer = object({
	truncated: boolean(),
	tree: array(object({
		path: string(),
		mode: string(),
		type: string(),
		sha: objectId,
		size: number().optional()
	}))
});
const blobAnswer = object({
	content: string(),
	encoding: literal("base64")
});
const pullAnswer = object({
	state: string(),
	head: object({ sha: objectId }),
	labels: array(object({ name: string() }))
});
const commentAnswer = object({
	id: int(),
	body: string().nullish(),
	html_url: string(),
	created_at: string(),
	updated_at: string(),
	user: author
});
const issueAnswer = object({
	number: int(),
	title: string(),
	body: string().nullish(),
	html_url: string(),
	user: author,
	labels: array(union([string(), object({ name: string().nullish() })])).optional(),
	pull_request: unknown().optional()
});
const issuesAnswer = array(issueAnswer);
const commentsAnswer = array(commentAnswer);
const viewerAnswer = object({ viewer: object({
	login: string(),
	databaseId: int().nullish()
}) });
const labelEventsAnswer = array(object({
	event: string(),
	created_at: string(),
	actor: author.optional(),
	label: object({ name: string() }).optional()
}));
const permissionAnswer = object({ permission: string() });

// src/hosts/github/reading-problem.ts
function orProblem(connection, wanted, answered) {
	if (answered.kind === "answered") return answered.value;
	throw readingProblem(connection, wanted, answered.refusal);
}
function readingProblem({ apiUrl, repository }, wanted, refusal) {
	const failed = (why) => `${wanted.what} of ${repository} could not be ${wanted.writes ? "written" : "read"}: ${why}.`;
	const grant = (permissions) => `Grant the job's token \`${(permissions.length === 0 ? [wanted.permission] : permissions).join("` or `")}\` under \`permissions:\` in the workflow.`;
	switch (refusal.kind) {
		case "permission": return new ProblemError({
			reason: "permission",
			what: failed(`GitHub answered "${refusal.message}"`),
			fix: grant(refusal.permissions)
		});
		case "missing": return new ProblemError({
			reason: "permission",
			what: failed(`GitHub answered "${refusal.message}"`),
			fix: `It is gone, or hidden from this token. ${grant([])}`
		});
		case "token": return new ProblemError({
			reason: "permission",
			what: failed(`the token was not accepted ("${refusal.message}")`),
			fix: advise(refusal)
		});
		case "limit": return new ProblemError({
			reason: "files",
			what: failed(`the rate limit of this token is used up ("${refusal.message}")`),
			fix: advise(refusal)
		});
		case "rejected": return new ProblemError({
			reason: "files",
			what: failed(`GitHub answered ${refusal.status} "${refusal.message}"`),
			fix: advise(refusal)
		});
		case "unreachable": return new ProblemError({
			reason: "files",
			what: failed(`GitHub's API at ${apiUrl} did not answer ("${refusal.message}")`),
			fix: advise(refusal)
		});
		case "overdue": return new ProblemError({
			reason: "files",
			what: failed(refusal.message),
			fix: advise(refusal)
		});
		case "cancelled": return new ProblemError({
			reason: "files",
			what: failed(refusal.message)
		});
		case "strange": return new ProblemError({
			reason: "files",
			what: failed(`what answers at ${apiUrl} is not GitHub's API (${refusal.message})`),
			fix: advise(refusal)
		});
	}
}
function advise(refusal) {
	switch (refusal.kind) {
		case "token": return "Leave the input `github-token` out, or give it a token that is valid.";
		case "limit": return `Run the job again ${refusal.again}.`;
		case "rejected": return "Run the job again; if it lasts, look whether GitHub shows the repository and this pull request.";
		case "unreachable": return "Run the job again; if it lasts, see whether the runner can reach GitHub's API.";
		case "overdue": return "Run the job again, or give it more time by the input `timeout`.";
		case "strange": return "See whether a proxy or sign-in page stands between the runner and GitHub.";
	}
}

export { commentAnswer as a, filesAnswer as c, labelEventsAnswer as d, permissionAnswer as f, viewerAnswer as g, treeAnswer as h, blobAnswer as i, issueAnswer as l, refAnswer as m, orProblem as n, commentsAnswer as o, pullAnswer as p, readingProblem as r, comparisonAnswer as s, advise as t, issuesAnswer as u };