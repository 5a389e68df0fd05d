import "./rolldown-runtime.js";
import { l as issueAnswer, u as issuesAnswer } from "./reading-problem.js";
import { a as askAllPages, n as isOwn, r as mapped, t as createViewer } from "./viewer.js";

// src/hosts/github/create-github-issues.ts
function createGitHubIssues(connection) {
	const whoAmI = createViewer(connection);
	return {
		async own() {
			const me = await whoAmI();
			if (me.kind === "refused") return me;
			const answered = await askAllPages(connection, issuesAnswer, (octokit, page) => octokit.rest.issues.listForRepo({
				...page,
				state: "open",
				sort: "created",
				direction: "asc"
			}));
			return mapped(answered, "issues: write", (issues) => issues.filter((issue) => issue.pull_request === void 0 && isOwn(issue.user, me.value)).map(issueOf).toSorted((a, b) => a.number - b.number));
		},
		async create(text) {
			const answered = await connection.ask(issueAnswer, async (octokit, where) => (await octokit.rest.issues.create({
				...where,
				...text
			})).data);
			return mapped(answered, "issues: write", issueOf);
		},
		async update(number, text) {
			const answered = await connection.ask(issueAnswer, async (octokit, where) => (await octokit.rest.issues.update({
				...where,
				issue_number: number,
				...text
			})).data);
			return mapped(answered, "issues: write", issueOf);
		},
		async close(number, body) {
			const answered = await connection.ask(issueAnswer, async (octokit, where) => (await octokit.rest.issues.update({
				...where,
				issue_number: number,
				body,
				state: "closed",
				state_reason: "completed"
			})).data);
			return mapped(answered, "issues: write", issueOf);
		}
	};
}
function issueOf({ number, title, body, html_url: url, labels = [] }) {
	const names = labels.flatMap((label) => typeof label === "string" ? label : label.name ?? []);
	return {
		number,
		title,
		body: body ?? "",
		url,
		...names.length === 0 ? {} : { labels: names }
	};
}

export { createGitHubIssues as t };