// src/core/ports.ts
var ProviderError = class extends Error {
	reason;
	retryable;
	stopsProvider;
	stopsModel;
	retryAfterMs;
	constructor(message, about) {
		super(message, { cause: about.cause });
		this.name = "ProviderError";
		this.reason = about.reason;
		this.retryable = about.retryable ?? false;
		this.stopsProvider = about.stopsProvider ?? false;
		this.stopsModel = about.stopsModel ?? false;
		this.retryAfterMs = about.retryAfterMs;
	}
};

export { ProviderError as t };