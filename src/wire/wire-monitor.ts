import { loggedService } from '../app/monitor/count-call.ts';
import type { MonitorPorts } from '../app/monitor/monitor-logs.ts';
import type { SettingsFile } from '../app/review/read-settings.ts';
import { systemClock } from '../providers/system-clock.ts';
import { readFileIn } from './read-file-in.ts';
import { tool } from './tool.ts';

/** Wires what reads production logs, and a config, in a folder of this machine. */
export function wireMonitor(folder: string): MonitorPorts & SettingsFile {
  return {
    tool,
    readFile: readFileIn(folder, false),
    bytesOf: (text) => Buffer.byteLength(text),
    openLogs: async (named) => {
      const { openLogs } = await import('../hosts/logs/open-logs.ts');
      return openLogs(named, { folder, stdin: process.stdin });
    },
    loadPrices: async ({ prices }) => {
      const { loadPriceList } = await import('../providers/load-price-list.ts');
      // Which service was called no log says for sure: a model that only its vendor makes has the vendor's price.
      const endpoints = new Map([[loggedService, 'http://127.0.0.1']]);
      return loadPriceList(Object.fromEntries(prices), endpoints, systemClock.now());
    },
  };
}
