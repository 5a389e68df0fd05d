import { r as tryOutput } from "./outputs-of.js";

// src/app/publish/keep-forms.ts
async function keepForms(forms, artifact, stage) {
	const json = await tryOutput("The report promptgate.json", stage, () => stage.writeFile("promptgate.json", [stage.redact(forms.json())]));
	const html = await tryOutput("The report promptgate.html", stage, async () => stage.writeFile("promptgate.html", [stage.redact(await forms.html(await stage.loadPage()))]));
	await tryOutput("The paths of the report", stage, () => {
		if (json !== void 0) stage.setOutput("report-json", stage.redact(json));
		if (html !== void 0) stage.setOutput("report-html", stage.redact(html));
	});
	if (artifact === "" || (json ?? html) === void 0) return;
	const files = {
		...json === void 0 ? {} : { json },
		...html === void 0 ? {} : { html }
	};
	await tryOutput("The artifact", stage, () => stage.keepReport(artifact, files));
}

export { keepForms as t };