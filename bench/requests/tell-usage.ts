import { writeFileSync } from 'node:fs';

/** Loaded into the action's process before it starts: leaves word of what it took. */
const file = process.env['PROMPTGATE_BENCH_USAGE'];
if (file !== undefined) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const peakMb = process.resourceUsage().maxRSS / 1024;
    writeFileSync(file, JSON.stringify({ cpuMs: (user + system) / 1000, peakMb }));
  });
}
