import { join } from 'node:path';
import { countData } from './count-data';
import { printFinding, readData } from './read-data';

/** `npm run check:data`: prints what data/ holds, and each problem with file, line, field and remedy; exits 1 if there is one. */
const { pack, findings } = readData(join(import.meta.dirname, '../../data'));
for (const [name, count] of Object.entries(countData(pack))) console.log(`${String(count).padStart(6)}  ${name}`);
for (const finding of findings) console.error(printFinding(finding));
console.log(findings.length === 0 ? 'data/ is in order' : `data/ has ${findings.length} problems`);
process.exitCode = findings.length === 0 ? 0 : 1;
