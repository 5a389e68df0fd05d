/**
 * Most interrupts of a call: QuickJS asks once in 10,000 steps of loops and calls. Counting them ends an idle loop after
 * the same work on every machine, in about half a second.
 */
const MOST_INTERRUPTS = 10_000;
/** Most computing of a call. Measured of this thread, so that a busy machine takes nothing away. */
const MOST_CPU_MICROSECONDS = 1_000_000;
/** Interrupts between two looks at the clock, which cost more than most of them. */
const LOOK_EVERY = 8;

/** Starts a call's time. The function returned is asked at every interrupt, and says when the time is up. */
export function startMeter(): () => boolean {
  const started = computed();
  let interrupts = 0;
  return () => {
    interrupts++;
    if (interrupts > MOST_INTERRUPTS) return true;
    return interrupts % LOOK_EVERY === 0 && computed() - started > MOST_CPU_MICROSECONDS;
  };
}

/** Microseconds that this thread computed; in an older Node the process, whose other threads wait meanwhile. */
function computed(): number {
  const { user, system } = 'threadCpuUsage' in process ? process.threadCpuUsage() : cpuOfProcess();
  return user + system;
}

function cpuOfProcess(): NodeJS.CpuUsage {
  return process.cpuUsage();
}
