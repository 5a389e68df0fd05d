// src/core/ports.ts
var ProviderError = class extends Error {
	reason;
	retryable;
	stopsProvider;
	stopsModel;
	retryAfterMs;
	fix;
	constructor(message, about) {
		super(message, { cause: about.cause });
		this.name = "ProviderError";
		this.reason = about.reason;
		this.retryable = about.retryable ?? false;
		this.stopsProvider = about.stopsProvider ?? false;
		this.stopsModel = about.stopsModel ?? false;
		this.retryAfterMs = about.retryAfterMs;
		this.fix = about.fix;
	}
	get withFix() {
		return this.fix === void 0 ? this.message : `${this.message.replace(/\.$/u, "")}. ${this.fix}`;
	}
};
const sqlDialects = [
	"athena",
	"bigquery",
	"db2",
	"flinksql",
	"hive",
	"mariadb",
	"mysql",
	"noql",
	"postgresql",
	"redshift",
	"snowflake",
	"sqlite",
	"transactsql",
	"trino"
];

export { sqlDialects as n, ProviderError as t };