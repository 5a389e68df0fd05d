import "./rolldown-runtime.js";
import { E as string, k as unknown, l as array, x as object } from "./zod.js";
import { h as treeAnswer, i as blobAnswer, m as refAnswer, n as orProblem } from "./reading-problem.js";

// src/hosts/github/offer-pull.ts
const branch = "promptgate/offered-cases";
const repositoryAnswer = object({ default_branch: string() });
const rootAnswer = treeAnswer.extend({ sha: string() });
const created = object({ sha: string() });
const pullAnswer = object({ html_url: string() });
async function offerPull(connection) {
	const reading = {
		what: "The default branch",
		permission: "contents: read"
	};
	const writing = {
		what: `The branch \`${branch}\``,
		permission: "contents: write",
		writes: true
	};
	const pulling = {
		what: "The pull request",
		permission: "pull-requests: write",
		writes: true
	};
	const repository = await connection.ask(repositoryAnswer, async (octokit, where) => (await octokit.rest.repos.get(where)).data);
	const { default_branch: base } = orProblem(connection, reading, repository);
	const tipped = await connection.ask(refAnswer, async (octokit, where) => (await octokit.rest.git.getRef({
		...where,
		ref: `heads/${base}`
	})).data);
	const tip = orProblem(connection, reading, tipped).object.sha;
	const listed = await connection.ask(rootAnswer, async (octokit, where) => (await octokit.rest.git.getTree({
		...where,
		tree_sha: tip,
		recursive: "true"
	})).data);
	const root = orProblem(connection, reading, listed);
	const files = new Map(root.tree.map((entry) => [entry.path, entry]));
	const findOpen = async () => {
		const answered = await connection.ask(array(pullAnswer), async (octokit, where) => (await octokit.rest.pulls.list({
			...where,
			state: "open",
			head: `${where.owner}:${branch}`
		})).data);
		return orProblem(connection, {
			...pulling,
			permission: "pull-requests: read"
		}, answered)[0]?.html_url;
	};
	const makeBranch = async (sha) => {
		const answered = await connection.ask(unknown(), async (octokit, where) => (await octokit.rest.git.createRef({
			...where,
			ref: `refs/heads/${branch}`,
			sha
		})).data);
		if (answered.kind === "refused" && answered.refusal.kind === "rejected" && answered.refusal.status === 422) return false;
		orProblem(connection, writing, answered);
		return true;
	};
	const commit = async (changed, message) => {
		const entries = await Promise.all([...changed].map(async ([path, content]) => {
			const encoded = Buffer.from(content, "utf8").toString("base64");
			const blob = await connection.ask(created, async (octokit, where) => (await octokit.rest.git.createBlob({
				...where,
				content: encoded,
				encoding: "base64"
			})).data);
			return {
				path,
				mode: "100644",
				type: "blob",
				sha: orProblem(connection, writing, blob).sha
			};
		}));
		const tree = await connection.ask(created, async (octokit, where) => (await octokit.rest.git.createTree({
			...where,
			base_tree: root.sha,
			tree: entries
		})).data);
		const { sha } = orProblem(connection, writing, tree);
		const made = await connection.ask(created, async (octokit, where) => (await octokit.rest.git.createCommit({
			...where,
			message,
			tree: sha,
			parents: [tip]
		})).data);
		return orProblem(connection, writing, made).sha;
	};
	return {
		async text(path) {
			const entry = files.get(path);
			if (entry === void 0) return root.truncated ? {
				kind: "refused",
				why: "the repository has too many files"
			} : { kind: "absent" };
			if (entry.type !== "blob" || entry.mode === "120000") return {
				kind: "refused",
				why: "it is no plain file"
			};
			const answered = await connection.ask(blobAnswer, async (octokit, where) => (await octokit.rest.git.getBlob({
				...where,
				file_sha: entry.sha
			})).data);
			const { content } = orProblem(connection, reading, answered);
			return {
				kind: "text",
				text: Buffer.from(content, "base64").toString("utf8")
			};
		},
		async open(changed, { title, body }) {
			const open = await findOpen();
			if (open !== void 0) return {
				kind: "there",
				url: open
			};
			if (!await makeBranch(await commit(changed, title))) return {
				kind: "branch",
				branch
			};
			const answered = await connection.ask(pullAnswer, async (octokit, where) => (await octokit.rest.pulls.create({
				...where,
				title,
				body,
				head: branch,
				base
			})).data);
			return {
				kind: "opened",
				url: orProblem(connection, pulling, answered).html_url
			};
		}
	};
}

export { offerPull };