// src/core/settings/settings.ts
function namesOf({ providers, applications }) {
	const isApplication = (name) => applications.has(name);
	return {
		has: (name) => providers.has(name) || isApplication(name),
		isApplication
	};
}
function modelNamed(name, names) {
	if (names.isApplication?.(name) === true) return {
		provider: name,
		model: name
	};
	const colon = name.indexOf(":");
	const provider = name.slice(0, Math.max(colon, 0));
	const model = name.slice(colon + 1);
	return colon > 0 && model !== "" && names.has(provider) ? {
		provider,
		model
	} : {
		provider: "default",
		model: name
	};
}

export { namesOf as n, modelNamed as t };