// src/core/retirement/known-retirements.ts
const knownOn = "2026-11-29";
const openai = "OpenAI, API deprecations (developers.openai.com/api/docs/deprecations)";
const google = "Google, Gemini deprecations, as told by others in November 2026";
const anthropic = "Anthropic, model deprecations (platform.claude.com/docs/en/about-claude/model-deprecations)";
const second = `${openai}, as told by others in November 2026`;
const knownRetirements = [
	{
		models: [
			"gpt-5",
			"o3",
			"gpt-5-pro",
			"o3-pro"
		],
		day: "2026-12-11",
		successors: ["gpt-6.1-sol"],
		source: openai
	},
	{
		models: ["gpt-5-mini"],
		day: "2026-12-11",
		successors: ["gpt-6.1-terra"],
		source: openai
	},
	{
		models: ["gpt-5-nano"],
		day: "2026-12-11",
		successors: ["gpt-6-luna"],
		source: openai
	},
	{
		models: [
			"gpt-4o",
			"gpt-4o-mini",
			"gpt-4.1",
			"gpt-4.1-mini"
		],
		day: "2027-01-14",
		successors: ["gpt-6-luna"],
		source: second
	},
	{
		models: [
			"gpt-5.1",
			"gpt-5.3-codex",
			"gpt-5.4-nano"
		],
		day: "2027-04-01",
		successors: [],
		source: second
	},
	{
		models: ["gpt-5.5-cyber-preview"],
		day: "2027-02-01",
		successors: [],
		source: second
	},
	{
		models: ["gpt-4", "gpt-3.5-turbo"],
		day: "2026-10-23",
		successors: [],
		source: openai
	},
	{
		models: ["gemini-2.5-pro"],
		day: "2026-12-01",
		successors: ["gemini-3.8-flash"],
		source: google
	},
	{
		models: ["gemini-2.5-flash"],
		day: "2026-12-01",
		successors: ["gemini-3.5-flash-lite"],
		source: google
	},
	{
		models: ["claude-opus-4-1"],
		day: "2026-08-05",
		successors: ["claude-opus-4-8"],
		source: anthropic
	},
	{
		models: ["claude-opus-4", "claude-sonnet-4"],
		day: "2026-06-15",
		successors: ["claude-opus-4-8"],
		source: anthropic
	}
];

// src/core/retirement/retirement-day.ts
function retirementDay({ provider, model }, { own, said }) {
	const written = own.get(model) ?? own.get(bareName(model));
	if (written !== void 0) return written === "never" ? void 0 : written;
	return said?.get(provider)?.get(model) ?? retirementOf(model)?.day;
}
function isListMissing({ provider, model }, { own, said }) {
	if (own.has(model) || own.has(bareName(model))) return false;
	return said?.has(provider) === true && said.get(provider) === void 0;
}
function retirementOf(model) {
	const name = bareName(model);
	const undated = name.replace(/-(?:\d{4}-\d\d-\d\d|20\d{6})$/u, "");
	return knownRetirements.find(({ models }) => models.includes(name) || models.includes(undated));
}
function daysUntil(day, today) {
	return dayNumber(day) - dayNumber(today);
}
function dayNumber(day) {
	const [year = 0, month = 1, date = 1] = day.slice(0, 10).split("-").map(Number);
	const years = month > 2 ? year : year - 1;
	const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
	return 365 * years + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date;
}
function bareName(model) {
	return model.slice(model.lastIndexOf("/") + 1);
}

export { knownOn as a, retirementOf as i, isListMissing as n, retirementDay as r, daysUntil as t };