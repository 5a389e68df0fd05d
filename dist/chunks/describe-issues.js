// src/core/suggest-nearest.ts
function suggestNearest(name, known) {
	const wanted = normalise(name);
	if (wanted.length > 100) return void 0;
	let nearest;
	for (const candidate of known) {
		const other = normalise(candidate);
		const allowed = Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3));
		if (Math.abs(other.length - wanted.length) > allowed) continue;
		const distance = editDistance(wanted, other);
		if (distance <= allowed && (nearest === void 0 || distance < nearest.distance)) nearest = {
			name: candidate,
			distance
		};
	}
	return nearest?.name;
}
function normalise(name) {
	return name.toLowerCase().replaceAll(/[-_\s]/gu, "");
}
function editDistance(a, b) {
	let beforePrevious = [];
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const same = a[row - 1] === b[column - 1];
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			current.push(Math.min((previous[column] ?? row) + 1, (current[column - 1] ?? column) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1), swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY));
		}
		beforePrevious = previous;
		previous = current;
	}
	return previous[b.length] ?? a.length;
}

// src/core/issues/describe-issues.ts
const most = 20;
const nouns = {
	string: "text",
	number: "a number",
	int: "a whole number",
	boolean: "`true` or `false`",
	array: "a list",
	object: "a mapping",
	record: "a mapping",
	nonoptional: "given"
};
function describeIssues(issues, known) {
	const described = issues.slice(0, most).flatMap((issue) => describeIssue(issue, known));
	const mistyped = new Set(described.flatMap(({ meant }) => meant === void 0 ? [] : [meant]));
	return described.filter(({ path, missing }) => !(missing && mistyped.has(showPath(path)))).map(({ meant: _, missing: __, ...description }) => description);
}
function describeIssue(issue, known) {
	const { path } = issue;
	if (issue.code === "unrecognized_keys") {
		const names = known(path);
		return issue.keys.slice(0, most).map((key) => describeUnknownKey(key, path, names));
	}
	if (issue.code === "invalid_union") {
		const branch = fittingBranch(issue.errors, issue.input);
		if (branch === void 0) return [describeValue(path, issue.input, `must be ${formsOf(issue.errors)}`)];
		return branch.slice(0, most).flatMap((inner) => describeIssue({
			...inner,
			path: [...path, ...inner.path]
		}, known));
	}
	if (issue.code === "invalid_key") {
		const must = issue.issues.map((inner) => inner.message).join("; ");
		return [{
			path,
			what: `${quotePath(path)} is misnamed: it ${must}.`
		}];
	}
	const must = requirementOf(issue);
	if (issue.code === "custom" && issue.params?.["secret"] === true) return [{
		path,
		what: `${quotePath(path)} is refused: it ${must}.`
	}];
	if (issue.code === "custom" && typeof issue.params?.["absent"] === "string") {
		const fix = issue.params["fix"];
		return [{
			path,
			what: `there is no ${issue.params["absent"]} ${show(issue.input)}.`,
			...typeof fix === "string" ? { fix } : {}
		}];
	}
	const fix = issue.code === "invalid_value" ? nearestValue(issue.input, issue.values) : void 0;
	return [{
		...describeValue(path, issue.input, must),
		...fix === void 0 ? {} : { fix }
	}];
}
function describeValue(path, value, must) {
	const missing = value === void 0;
	return {
		path,
		missing,
		what: `${quotePath(path)} is ${missing ? "missing" : show(value)}: it ${must}.`
	};
}
function requirementOf(issue) {
	if (/^must /u.test(issue.message)) return issue.message;
	switch (issue.code) {
		case "invalid_type": return `must be ${nouns[issue.expected] ?? issue.expected}`;
		case "invalid_value": return issue.values.length === 1 ? `must be ${show(issue.values[0])}` : `must be one of ${issue.values.map(show).join(", ")}`;
		case "too_small": return typeof issue.input === "number" ? `must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}` : "must not be empty";
		case "too_big": return typeof issue.input === "number" ? `must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}` : `must not be longer than ${issue.maximum}`;
		case "not_multiple_of": return `must be a multiple of ${issue.divisor}`;
		case "invalid_format":
		case "invalid_key":
		case "invalid_element":
		case "invalid_union":
		case "custom": return issue.message;
	}
}
function describeUnknownKey(key, path, names) {
	const nearest = key === "base-url" && path.length === 0 && names.includes("providers") ? "providers.default.base-url" : suggestNearest(key, names);
	const where = path.length === 0 ? "" : ` in \`${showPath(path)}\``;
	const fix = nearest === void 0 ? names.length === 0 ? "Take it out." : `Known here: ${names.map((name) => `\`${name}\``).join(", ")}.` : `Did you mean \`${nearest}\`?`;
	const meant = nearest === void 0 ? {} : { meant: showPath([...path, nearest]) };
	return {
		path,
		key,
		what: `unknown key ${show(key)}${where}.`,
		fix,
		...meant
	};
}
function fittingBranch(branches, value) {
	return branches.filter((branch) => !branch.some((issue) => issue.path.length === 0 && refusesType(issue, value))).toSorted((one, other) => strangeKeys(one) - strangeKeys(other))[0];
}
function strangeKeys(issues) {
	return issues.reduce((sum, issue) => {
		if (issue.code === "unrecognized_keys") return sum + issue.keys.length;
		return issue.path.length === 1 && issue.input === void 0 ? sum + 1 : sum;
	}, 0);
}
function formsOf(branches) {
	const forms = branches.flatMap((branch) => branch.slice(0, 1).map((issue) => requirementOf(issue.code === "unrecognized_keys" ? {
		...issue,
		code: "custom"
	} : issue)));
	return [...new Set(forms.map((form) => form.replace(/^must be /u, "")))].join(" or ");
}
function refusesType(issue, value) {
	if (issue.code === "invalid_type") return true;
	return issue.code === "invalid_value" && typeof issue.values[0] !== typeof value;
}
function nearestValue(value, values) {
	if (typeof value !== "string") return void 0;
	const nearest = suggestNearest(value, values.filter((entry) => typeof entry === "string"));
	return nearest === void 0 ? void 0 : `Did you mean \`${nearest}\`?`;
}
function show(value) {
	if (value === null) return "empty";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object") return "a mapping";
	const text = String(value).replaceAll(/[\p{Cc}`]/gu, " ");
	if (typeof value === "string" && looksLikeKey(text)) return `a text of ${value.length} characters`;
	return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
}
function quotePath(path) {
	return path.length === 0 ? "the file" : `\`${showPath(path)}\``;
}
function showPath(path) {
	return path.map((step, index) => typeof step === "number" ? `[${step}]` : `${index === 0 ? "" : "."}${String(step)}`).join("");
}
const beginnings = /^(?:(?:sk|pk|rk|gsk|xai|hf|gh[oprsu]|github_pat|glpat|xox[abposr]|r8|nvapi|pplx)[-_]|(?:AIza|AKIA|ya29|eyJ))[-_A-Za-z0-9.]/u;
function looksLikeKey(text) {
	if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/u.test(text) && text.includes("_")) return false;
	if (beginnings.test(text) || /:\/\//u.test(text)) return true;
	return text.length >= 20 && /\d/u.test(text) && /[A-Z]/u.test(text) && /[a-z]/u.test(text);
}

export { looksLikeKey as n, suggestNearest as r, describeIssues as t };