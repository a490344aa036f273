import { join } from 'node:path';
import { countData } from './count-data';
import { printFinding } from './finding';
import { oneSided } from './read-chapters';
import { readData } from './read-data';
import { checkSchemaFiles } from './write-schema';

/** `npm run check:data`: prints what data/ holds, and each problem with file, line, field and remedy; exits 1 if there is one. */
const folder = join(import.meta.dirname, '../../data');
const { pack, findings } = readData(folder);
findings.push(...checkSchemaFiles(folder));
const counts = { ...countData(pack), 'one-sided paragraphs': findings.filter(({ message }) => message.endsWith(oneSided)).length };
for (const [name, count] of Object.entries(counts)) console.log(`${String(count).padStart(6)}  ${name}`);
for (const finding of findings) console.error(printFinding(finding));
console.log(findings.length === 0 ? 'data/ is in order' : `data/ has ${findings.length} ${findings.length === 1 ? 'problem' : 'problems'}`);
process.exitCode = findings.length === 0 ? 0 : 1;
