import { writeAtomically } from '../../workbench/server/atomic-write';

/** Writes one file again and again until it is killed: run by a test as its own process. */
const target = process.argv[2];
if (target === undefined) throw new Error('The file to write is missing.');
process.stdout.write('writing\n');
for (let round = 0; ; round++) {
	await writeAtomically(target, Buffer.from((round % 2 === 0 ? 'a' : 'b').repeat(400_000)), { fresh: false });
}
