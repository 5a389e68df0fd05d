import { t as isObject } from "./is-object.js";
import { t as canonicalJson } from "./json.js";

// src/core/tools/declared-tools.ts
function declaredTools(params) {
	return [...listOf(params["tools"]), ...listOf(params["functions"])].flatMap((written) => {
		if (!isObject(written)) return [];
		const inner = written["function"];
		const { name, description, parameters } = isObject(inner) ? inner : written;
		if (typeof name !== "string") return [];
		return [{
			name,
			...typeof description === "string" ? { description } : {},
			...parameters === void 0 ? {} : { parameters }
		}];
	});
}
function argumentNames({ parameters }) {
	return Object.keys(propertiesOf(parameters));
}
const declaredInParams = /* @__PURE__ */ new Set([
	"tools",
	"functions",
	"response_format"
]);
function compareTools(old, next) {
	const [before, after] = [declaredTools(old), declaredTools(next)].map((tools) => new Map(tools.map((tool) => [tool.name, tool])));
	if (before === void 0 || after === void 0) return [];
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
		const [one, other] = [before.get(name), after.get(name)];
		if (other === void 0) return [{
			tool: name,
			what: ["removed"]
		}];
		if (one === void 0) return [{
			tool: name,
			what: ["added"]
		}];
		const what = [...one.description === other.description ? [] : ["description changed"], ...compareSchemas(one.parameters, other.parameters, "argument")];
		if (what.length === 0) return [];
		const description = {
			old: one.description ?? "",
			new: other.description ?? ""
		};
		return [{
			tool: name,
			what,
			...description.old !== description.new && { description }
		}];
	});
}
function compareResponseFormats(old, next) {
	const [before, after] = [old["response_format"], next["response_format"]];
	if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return [];
	const [was, is] = [formatOf(before), formatOf(after)];
	if (was.type !== is.type) return [`\`${was.type}\` → \`${is.type}\``];
	const told = [...was.name === is.name ? [] : [`schema \`${was.name}\` → \`${is.name}\``], ...compareSchemas(was.schema, is.schema, "field")];
	return told.length === 0 ? ["changed beside its schema"] : told;
}
function formatOf(written) {
	if (written === void 0 || !isObject(written)) return {
		type: "text",
		name: ""
	};
	const { type, json_schema: inner } = written;
	const { name, schema } = inner !== void 0 && isObject(inner) ? inner : written;
	return {
		type: typeof type === "string" ? type : "text",
		name: typeof name === "string" ? name : "",
		...schema !== void 0 && { schema }
	};
}
function compareSchemas(one, other, noun) {
	if (canonicalJson(one ?? null) === canonicalJson(other ?? null)) return [];
	const [before, after] = [propertiesOf(one), propertiesOf(other)];
	const told = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
		if (!Object.hasOwn(after, name)) return [`${noun} \`${name}\` removed`];
		if (!Object.hasOwn(before, name)) return [`${noun} \`${name}\` added`];
		const [was, is] = [before, after].map((properties) => canonicalJson(properties[name] ?? null));
		return was === is ? [] : [`${noun} \`${name}\` changed`];
	});
	return told.length === 0 ? ["schema changed"] : told;
}
function propertiesOf(schema) {
	const properties = schema !== void 0 && isObject(schema) ? schema["properties"] : void 0;
	return properties !== void 0 && isObject(properties) ? properties : {};
}
function listOf(value) {
	return Array.isArray(value) ? value : [];
}

// src/core/tools/call-arguments.ts
function argumentsOf(call) {
	if (call.arguments.trim() === "") return {};
	try {
		return JSON.parse(call.arguments);
	} catch {
		return;
	}
}
function includesJson(given, wanted) {
	if (!isMap(wanted)) return canonicalJson(given) === canonicalJson(wanted);
	return isMap(given) && Object.entries(wanted).every(([key, value]) => {
		const held = Object.hasOwn(given, key) ? given[key] : void 0;
		return held !== void 0 && includesJson(held, value);
	});
}
function countDemands(wanted) {
	if (!isMap(wanted)) return 1;
	return Object.values(wanted).reduce((sum, value) => sum + countDemands(value), 0);
}
function isMap(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function showCall({ name, arguments: written }) {
	return `${name}(${written.trim() === "{}" ? "" : written.trim()})`;
}

// src/core/agents/skills.ts
const skillTool = "Skill";
const longestDescription = 1024;
function offerSkills(skills) {
	const offered = skills.filter(({ hidden }) => hidden !== true);
	return {
		system: [
			"You are an agent that can use skills. A skill is a set of instructions for one kind of task.",
			`<available_skills>\n${offered.map(({ name, description }) => `- ${name}: ${onOneLine(description)}`).join("\n")}\n</available_skills>`,
			offered.length === 0 ? "There is no skill yet: answer the user yourself." : `Look at what the user asks for. If one of these skills is meant for it, call the tool \`${skillTool}\` with the name of that skill, before anything else. If none is, answer without a skill.`
		].join("\n\n"),
		params: offered.length === 0 ? {} : { tools: [toolFor(offered.map(({ name }) => name))] }
	};
}
function toolFor(names) {
	return {
		type: "function",
		function: {
			name: skillTool,
			description: "Loads a skill: its instructions for the task come back.",
			parameters: {
				type: "object",
				properties: { skill: {
					type: "string",
					enum: [...names],
					description: "Name of the skill."
				} },
				required: ["skill"]
			}
		}
	};
}
function onOneLine(text) {
	return text.replaceAll(/\s+/gu, " ").trim().slice(0, longestDescription);
}
function offeredSkills(params) {
	const tool = declaredTools(params).find(({ name }) => name === skillTool);
	const properties = isObject(tool?.parameters) ? tool.parameters["properties"] : void 0;
	const skill = isObject(properties) ? properties["skill"] : void 0;
	const names = isObject(skill) ? skill["enum"] : void 0;
	return new Set(Array.isArray(names) ? names.filter((name) => typeof name === "string") : []);
}
function pickedSkills(calls) {
	const picked = calls.flatMap((call) => {
		const given = call.name === skillTool ? argumentsOf(call) : void 0;
		const named = isObject(given) ? given["skill"] : void 0;
		return typeof named === "string" ? [named] : [];
	});
	return [...new Set(picked)];
}
function askedSkills(skills) {
	const { old, new: next } = skills;
	if (old === void 0 && next === void 0) return {};
	return { skills: {
		...old !== void 0 && { old },
		...next !== void 0 && { new: next }
	} };
}

export { argumentsOf as a, showCall as c, compareTools as d, declaredInParams as f, pickedSkills as i, argumentNames as l, offerSkills as n, countDemands as o, declaredTools as p, offeredSkills as r, includesJson as s, askedSkills as t, compareResponseFormats as u };