import { n as wireAlerts, r as wireLocalAlerts, t as runPlaceOf } from "./wire-alerts.js";

export { runPlaceOf, wireAlerts };