import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { n as showHidden } from "./show-hidden.js";
import { o as readSettingsHere } from "./read-settings.js";
import { n as titleOf, t as deliverAlert } from "./deliver-alert.js";

// src/app/alerts/test-alerts.ts
async function testAlerts(inputs, { readFile, place, ...ports }, signal) {
	const { settings } = await readSettingsHere(readFile, inputs);
	if (settings.alertTargets.length === 0) throw new ProblemError({
		reason: "config",
		what: "the config names nobody to tell: there is no target under `alerts`.",
		at: { file: settings.configFile },
		fix: "Write one, such as `alerts: { slack: SLACK_WEBHOOK_URL }`, the name of an environment variable."
	});
	const alert = {
		version: 1,
		key: "test",
		state: "test",
		at: new Date(ports.clock.now()).toISOString(),
		...place,
		about: { kind: "test" }
	};
	const lines = [];
	let isWhole = true;
	for (const target of settings.alertTargets) {
		const delivery = await deliverAlert(alert, target, ports, signal);
		isWhole &&= delivery.kind === "sent";
		const told = delivery.kind === "sent" ? `sent${delivery.said === "" ? "" : ` (${delivery.said})`}` : `not sent: ${delivery.why}`;
		lines.push(`${titleOf(target.target)}: ${showHidden(told).replaceAll("`", "")}\n`);
	}
	return {
		text: lines,
		files: [],
		open: isWhole,
		faulty: false
	};
}

export { testAlerts };