import { E as string, k as unknown, l as array, x as object } from "./zod.js";
import { g as viewerAnswer, t as advise } from "./reading-problem.js";

// src/hosts/github/ask-all-pages.ts
const perPage = 100;
async function askAllPages(connection, schema, request) {
	const all = [];
	for (let page = 1; all.length === (page - 1) * perPage; page += 1) {
		const answered = await connection.ask(schema, async (octokit, where) => (await request(octokit, {
			...where,
			per_page: perPage,
			page
		})).data);
		if (answered.kind === "refused") return answered;
		all.push(...answered.value);
	}
	return {
		kind: "answered",
		value: all
	};
}

// src/hosts/github/ask-graphql.ts
const answerSchema = object({
	data: unknown(),
	errors: array(object({
		type: string().optional(),
		message: string(),
		path: array(unknown()).optional()
	})).optional()
});
async function askGraphQL(connection, query, variables = {}) {
	const answered = await connection.query(answerSchema, {
		url: addressOf(connection.apiUrl),
		query,
		variables
	});
	if (answered.kind === "refused") return answered;
	const { data, errors = [] } = answered.value;
	if (typeof data === "object" && data !== null) return {
		kind: "answered",
		value: {
			data,
			errors
		}
	};
	const [first] = errors;
	const message = first?.message ?? "an answer without data";
	switch (first?.type) {
		case void 0: return {
			kind: "refused",
			refusal: {
				kind: "strange",
				message
			}
		};
		case "FORBIDDEN": return {
			kind: "refused",
			refusal: {
				kind: "permission",
				permissions: [],
				message
			}
		};
		case "NOT_FOUND": return {
			kind: "refused",
			refusal: {
				kind: "missing",
				message
			}
		};
		case "RATE_LIMITED":
		case "RATE_LIMIT": return {
			kind: "refused",
			refusal: {
				kind: "limit",
				secondary: false,
				again: "within the hour",
				message
			}
		};
		default: return {
			kind: "refused",
			refusal: {
				kind: "rejected",
				status: 200,
				message
			}
		};
	}
}
function addressOf(apiUrl) {
	return `${apiUrl.replace(/\/+$/, "").replace(/\/api\/v3$/, "/api")}/graphql`;
}
function openGraphQLDoor(connection) {
	let open = true;
	return {
		isOpen: () => open,
		shut: (why) => {
			if (open) connection.say(`GitHub's GraphQL cannot be used (${why}): files are read one by one.`);
			open = false;
		},
		ask: (query, variables) => askGraphQL(connection, query, variables)
	};
}

// src/hosts/github/viewer.ts
const actions = { login: "github-actions[bot]" };
function createViewer(connection) {
	let viewer;
	const whoAmI = () => {
		viewer ??= readViewer(connection);
		return viewer;
	};
	return Object.assign(whoAmI, { learn: (known) => {
		viewer ??= Promise.resolve({
			kind: "done",
			value: known
		});
	} });
}
async function readViewer(connection) {
	const answered = await askGraphQL(connection, "query { viewer { login databaseId } }");
	if (answered.kind === "answered") {
		const read = viewerAnswer.safeParse(answered.value.data);
		if (!read.success) return {
			kind: "done",
			value: actions
		};
		const { login, databaseId } = read.data.viewer;
		return {
			kind: "done",
			value: typeof databaseId === "number" ? {
				login,
				id: databaseId
			} : { login }
		};
	}
	switch (answered.refusal.kind) {
		case "permission":
		case "missing":
		case "rejected":
		case "strange": return {
			kind: "done",
			value: actions
		};
		case "token":
		case "limit":
		case "unreachable":
		case "cancelled":
		case "overdue": return mapped(answered, "metadata: read", () => actions);
	}
}
function isOwn(author, viewer) {
	if (author === null) return false;
	if (viewer.id !== void 0) return author.id === viewer.id;
	if (author.type === "Bot") return withoutBot(author.login) === withoutBot(viewer.login);
	return author.login === viewer.login && withoutBot(viewer.login) === viewer.login;
}
function withoutBot(login) {
	return login.replace(/\[bot\]$/, "");
}
function mapped(answered, permission, map) {
	if (answered.kind === "answered") return {
		kind: "done",
		value: map(answered.value)
	};
	const { refusal } = answered;
	if (refusal.kind === "permission") return {
		kind: "refused",
		message: refusal.message,
		permission: refusal.permissions.join(" or ") || permission
	};
	if (refusal.kind === "missing") return {
		kind: "refused",
		message: refusal.message,
		permission
	};
	if (refusal.kind === "cancelled") return {
		kind: "refused",
		message: refusal.message
	};
	return {
		kind: "refused",
		message: refusal.message,
		fix: advise(refusal)
	};
}

export { askAllPages as a, openGraphQLDoor as i, isOwn as n, mapped as r, createViewer as t };