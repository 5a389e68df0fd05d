// src/core/settings/settings.ts
function modelNamed(name, providers) {
	const colon = name.indexOf(":");
	const provider = name.slice(0, Math.max(colon, 0));
	const model = name.slice(colon + 1);
	return colon > 0 && model !== "" && providers.has(provider) ? {
		provider,
		model
	} : {
		provider: "default",
		model: name
	};
}

export { modelNamed as t };