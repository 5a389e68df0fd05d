import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';

/** A process of its own, so that the service's work is not counted as the asker's: prints its address, then serves until killed. */
const latencyMs = Number(process.argv[2] ?? '100');
const reply = 'A reply of about four kilobytes, as a support assistant might write it. '.repeat(57);
const service = await startModelService({ seed: 'bench', otherwise: reply, latency: { ms: latencyMs }, record: false });
process.stdout.write(`${service.url}\n`);
