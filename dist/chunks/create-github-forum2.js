import "./rolldown-runtime.js";
import { k as unknown } from "./zod.js";
import { a as commentAnswer, d as labelEventsAnswer, f as permissionAnswer, o as commentsAnswer, p as pullAnswer } from "./reading-problem.js";
import { a as askAllPages, n as isOwn, r as mapped, t as createViewer } from "./viewer.js";

// src/hosts/github/create-github-forum.ts
function createGitHubForum(connection) {
	const whoAmI = createViewer(connection);
	return {
		async pull(number) {
			const answered = await connection.ask(pullAnswer, async (octokit, where) => (await octokit.rest.pulls.get({
				...where,
				pull_number: number
			})).data);
			return mapped(answered, "pull-requests: read", ({ head, state, labels }) => ({
				head: head.sha,
				open: state === "open",
				labels: labels.map(({ name }) => name)
			}));
		},
		async comments(number) {
			const answered = await askAllPages(connection, commentsAnswer, (octokit, page) => octokit.rest.issues.listComments({
				...page,
				issue_number: number
			}));
			if (answered.kind === "answered" && answered.value.length === 0) return {
				kind: "done",
				value: []
			};
			const me = await whoAmI();
			if (me.kind === "refused") return me;
			return mapped(answered, "pull-requests: read", (comments) => comments.map((comment) => commentOf(comment, isOwn(comment.user, me.value))));
		},
		async create(number, body) {
			const answered = await connection.ask(commentAnswer, async (octokit, where) => (await octokit.rest.issues.createComment({
				...where,
				issue_number: number,
				body
			})).data);
			const author = answered.kind === "answered" ? answered.value.user : null;
			if (author !== null) whoAmI.learn(author);
			return mapped(answered, "pull-requests: write", (comment) => commentOf(comment, true));
		},
		async update(id, body) {
			const answered = await connection.ask(commentAnswer, async (octokit, where) => (await octokit.rest.issues.updateComment({
				...where,
				comment_id: id,
				body
			})).data);
			return mapped(answered, "pull-requests: write", (comment) => commentOf(comment, true));
		},
		async remove(id) {
			const answered = await connection.ask(unknown(), (octokit, where) => octokit.rest.issues.deleteComment({
				...where,
				comment_id: id
			}));
			if (answered.kind === "refused" && answered.refusal.kind === "missing") return {
				kind: "done",
				value: null
			};
			return mapped(answered, "pull-requests: write", () => null);
		},
		labelling: (number, label) => readLabelling(connection, number, label)
	};
}
function commentOf(comment, own) {
	return {
		id: comment.id,
		body: comment.body ?? "",
		url: comment.html_url,
		own,
		updatedAt: timeOf(comment.updated_at)
	};
}
async function readLabelling(connection, number, label) {
	const events = await askAllPages(connection, labelEventsAnswer, (octokit, page) => octokit.rest.issues.listEvents({
		...page,
		issue_number: number
	}));
	if (events.kind === "refused") return mapped(events, "issues: read", () => null);
	const last = events.value.findLast((event) => ["labeled", "unlabeled"].includes(event.event) && event.label?.name.toLowerCase() === label.toLowerCase());
	if (last?.event !== "labeled" || last.actor === void 0 || last.actor === null) return {
		kind: "done",
		value: null
	};
	const { login, type } = last.actor;
	const set = {
		by: login,
		at: timeOf(last.created_at)
	};
	if (type !== "User") return {
		kind: "done",
		value: {
			...set,
			mayAccept: false
		}
	};
	const permission = await connection.ask(permissionAnswer, async (octokit, where) => (await octokit.rest.repos.getCollaboratorPermissionLevel({
		...where,
		username: login
	})).data);
	if (permission.kind === "refused" && permission.refusal.kind === "missing") return {
		kind: "done",
		value: {
			...set,
			mayAccept: false
		}
	};
	return mapped(permission, "metadata: read", (answer) => ({
		...set,
		mayAccept: ["write", "admin"].includes(answer.permission)
	}));
}
function timeOf(written) {
	const time = new Date(written);
	return Number.isNaN(time.getTime()) ? "" : time.toISOString();
}

export { createGitHubForum as t };