// Every format of logs that is read, a line each.
export { langfuse } from './langfuse.ts';
export { litellm } from './litellm.ts';
export { plain } from './plain.ts';
export { openInference } from './spans/open-inference.ts';
export { openTelemetry } from './spans/open-telemetry.ts';
